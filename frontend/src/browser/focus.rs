//! Where the focus is within a content, told so that the same place can be found in the next one: a reader who works
//! through the choices of a filter with the keyboard stays where they are although the content is another.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement};

/// The place of an element: how many elements of its kind come before it below the nearest one with a name.
pub(super) struct FocusPlace {
    anchor: String,
    kind: String,
    position: u32,
}

impl FocusPlace {
    /// The place of the focus within an element; `None` if it is elsewhere.
    pub(super) fn within(main: &Element) -> Option<Self> {
        let active = document().active_element()?;
        if !main.contains(Some(&active)) || active == *main {
            return None;
        }
        let anchor = active.parent_element()?.closest("[id]").ok().flatten()?;
        let kind = active.tag_name();
        let alike = anchor.query_selector_all(&kind).ok()?;
        let position = (0..alike.length()).find(|place| alike.get(*place).is_some_and(|node| node == *active))?;
        Some(Self {
            anchor: anchor.id(),
            kind,
            position,
        })
    }

    /// Moves the focus to the same place of the content that stands now, if it has one.
    pub(super) fn take(&self) {
        let found = document()
            .get_element_by_id(&self.anchor)
            .and_then(|anchor| anchor.query_selector_all(&self.kind).ok())
            .and_then(|alike| alike.get(self.position))
            .and_then(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(element) = found {
            focus(&element);
        }
    }
}

/// Moves the focus without moving the page.
pub(super) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot take the focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}
