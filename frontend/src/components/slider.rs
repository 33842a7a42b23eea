//! A slider that can be dragged while the page around it is made anew.
//!
//! A page that changes its state is made in place, and the attributes of every element are taken off and put on again
//! (`erase_components` knows no other way). A browser ends a drag when that happens to the slider in hand, so a slider keeps
//! its attributes and changes only those that differ.

use leptos::{
    attr::{Attribute, AttributeValue, NextAttribute, any_attribute::AnyAttribute},
    either::Either,
    ev::{Event, KeyboardEvent},
    prelude::*,
    tachys::renderer::{Rndr, types::Element},
};

/// What a slider is.
pub(crate) struct Slider {
    /// Its anchor, unique on the page.
    pub(crate) id: String,
    /// Under which name a form sends it; `None` where something else is sent.
    pub(crate) name: Option<&'static str>,
    /// Its classes.
    pub(crate) class: &'static str,
    /// Both ends.
    pub(crate) bounds: [String; 2],
    /// The smallest step.
    pub(crate) step: String,
    /// Where it stands.
    pub(crate) value: String,
    /// What it sets.
    pub(crate) label: String,
    /// What its value says, where that is more than the number.
    pub(crate) spoken: Option<String>,
}

/// What is done with a slider.
pub(crate) struct SliderHand<Moved, LetGo, Key> {
    /// It is being dragged.
    pub(crate) moved: Moved,
    /// It was let go, or stepped by a key.
    pub(crate) let_go: LetGo,
    /// A key was pressed on it.
    pub(crate) key: Key,
}

impl Slider {
    /// The slider.
    pub(crate) fn view<Moved, LetGo, Key>(self, hand: SliderHand<Moved, LetGo, Key>) -> AnyView
    where
        Moved: FnMut(Event) + Send + 'static,
        LetGo: FnMut(Event) + Send + 'static,
        Key: FnMut(KeyboardEvent) + Send + 'static,
    {
        let [least, most] = self.bounds;
        let attributes = Steady([
            ("type", Some("range".to_owned())),
            ("id", Some(self.id)),
            ("name", self.name.map(str::to_owned)),
            ("class", Some(self.class.to_owned())),
            ("min", Some(least)),
            ("max", Some(most)),
            ("step", Some(self.step)),
            ("value", Some(self.value)),
            ("aria-label", Some(self.label)),
            ("aria-valuetext", self.spoken),
        ]);
        let field = view! {
            <input
                {..attributes}
                on:input=hand.moved
                on:change=hand.let_go
                on:keydown=hand.key
            />
        };
        // Of a type of its own, so that no other field takes its place and keeps what stays on it.
        Either::<_, ()>::Left(field).into_any()
    }
}

/// All attributes that a slider may have; those that it has stay on their element.
#[derive(Clone, Debug)]
struct Steady([(&'static str, Option<String>); 10]);

impl Steady {
    fn put_on(self, element: &Element) {
        for (name, value) in self.0 {
            match value {
                value if element.get_attribute(name) == value => {}
                Some(value) => Rndr::set_attribute(element, name, &value),
                None => Rndr::remove_attribute(element, name),
            }
        }
    }
}

impl Attribute for Steady {
    type AsyncOutput = Self;
    type Cloneable = Self;
    type CloneableOwned = Self;
    type State = Element;

    const MIN_LENGTH: usize = 0;

    fn html_len(&self) -> usize {
        let written = self.0.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
        written.map(|(name, value)| name.len() + value.len() + 4).sum()
    }

    fn to_html(self, buffer: &mut String, _class: &mut String, _style: &mut String, _content: &mut String) {
        for (name, value) in self.0 {
            AttributeValue::to_html(value, name, buffer);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Self::State {
        self.build(element)
    }

    fn build(self, element: &Element) -> Self::State {
        self.put_on(element);
        element.clone()
    }

    fn rebuild(self, element: &mut Self::State) {
        self.put_on(element);
    }

    fn into_cloneable(self) -> Self::Cloneable {
        self
    }

    fn into_cloneable_owned(self) -> Self::CloneableOwned {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }
}

impl NextAttribute for Steady {
    type Output<New: Attribute> = Vec<AnyAttribute>;

    fn add_any_attr<New: Attribute>(self, new: New) -> Self::Output<New> {
        vec![self.into_any_attr(), new.into_any_attr()]
    }
}
