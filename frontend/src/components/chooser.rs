//! A list of choices that may be long and have groups: a plain list of a form. In the browser a field that is searched by
//! typing stands for a long one, as soon as the chunk of the search is here.

use leptos::{html, prelude::*};
use vithe_shared::Language;

/// The most choices that are overlooked at once; a longer list is searched by typing.
#[cfg(feature = "csr")]
const MOST_OVERLOOKED: usize = 15;

/// A choice of such a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GroupedChoice {
    /// The heading it stands under; empty where the list needs none.
    pub(crate) group: String,
    /// What is sent; empty for the default.
    pub(crate) value: String,
    /// What is read.
    pub(crate) text: String,
    /// What tells it from others, such as its years; may be empty.
    pub(crate) note: String,
    /// Whether it is a part of what stands above it.
    pub(crate) is_part: bool,
    /// Whether it is the current one.
    pub(crate) selected: bool,
}

/// The `id` of the field that stands for a list.
#[cfg(feature = "csr")]
pub(crate) fn field_id(list: &str) -> String {
    format!("{list}-field")
}

/// A labelled list of choices, those of a group side by side. In the browser a choice takes effect at once. `id` is unique
/// on the page.
pub(crate) fn chooser(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    choices: &[GroupedChoice],
    language: Language,
) -> AnyView {
    let groups = choices
        .chunk_by(|one, other| one.group == other.group)
        .map(|choices| {
            let options = choices
                .iter()
                .map(|choice| {
                    // A plain list indents nothing by itself.
                    let dash = if choice.is_part { "— " } else { "" };
                    // Nor does it show the heading of the choice when it is closed.
                    let notes = [&choice.group, &choice.note].map(String::as_str);
                    let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
                    let text = if notes.is_empty() {
                        format!("{dash}{}", choice.text)
                    } else {
                        format!("{dash}{} ({})", choice.text, notes.join(", "))
                    };
                    view! { <option value=choice.value.clone() selected=choice.selected>{text}</option> }
                })
                .collect_view();
            match choices[0].group.clone() {
                group if group.is_empty() => options.into_any(),
                group => view! { <optgroup label=group>{options}</optgroup> }.into_any(),
            }
        })
        .collect_view();
    let select = NodeRef::<html::Select>::new();
    #[cfg(feature = "csr")]
    let (label_for, field) = field(id, label, choices.to_vec(), language, select);
    #[cfg(not(feature = "csr"))]
    let (label_for, field) = {
        let _ = language;
        (id, ())
    };
    view! {
        <div class="field chooser">
            <label class="field-label" for=label_for>{label}</label>
            <select id=id name=name data-submits="" node_ref=select>{groups}</select>
            {field}
        </div>
    }
    .into_any()
}

/// What the label names, and the field that stands for the list, once it is here.
#[cfg(feature = "csr")]
fn field(
    id: &'static str,
    label: &'static str,
    choices: Vec<GroupedChoice>,
    language: Language,
    select: NodeRef<html::Select>,
) -> (impl Fn() -> String, impl Fn() -> Option<AnyView>) {
    use crate::client::{ChoiceField, Searching};

    let searching = expect_context::<Searching>();
    let is_long = choices.len() > MOST_OVERLOOKED;
    let choices = StoredValue::new(choices);
    let label_for = move || {
        if is_long && searching.has_choices() {
            field_id(id)
        } else {
            id.to_owned()
        }
    };
    let field = move || {
        if !is_long {
            return None;
        }
        searching.choices(ChoiceField {
            id,
            label,
            language,
            choices: choices.get_value(),
            select,
        })
    };
    (label_for, field)
}
