//! What the reader has in hand in a part of the document: focus, selection, text being typed, open details. Taken from the
//! part that the server wrote and given to the one that takes its place; elements are found again by their `id`, which is
//! the same on both sides.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement,
};

/// What is in hand.
#[derive(Debug, Default)]
pub(super) struct Hand {
    focused: Option<String>,
    /// Identifier, text and selection of the field that has the focus.
    typed: Option<(String, Option<u32>, Option<u32>)>,
    open: Vec<String>,
}

impl Hand {
    /// Reads it from a part of the document.
    pub(super) fn of(part: &Element) -> Self {
        let focused = document()
            .active_element()
            .filter(|active| part.contains(Some(active)) && !active.id().is_empty());
        let typed = focused.as_ref().and_then(|element| {
            let field = element.dyn_ref::<HtmlInputElement>()?;
            Some((
                field.value(),
                field.selection_start().ok().flatten(),
                field.selection_end().ok().flatten(),
            ))
        });
        let details = find_all(part, "details[open][id]").map(|details| details.id());
        Self {
            focused: focused.map(|element| element.id()),
            typed,
            open: details.collect(),
        }
    }

    /// Gives it to the part that stands in the document now.
    pub(super) fn give_to(self, part: &Element) {
        let named = |id: &str| part.query_selector(&format!("[id=\"{id}\"]")).ok().flatten();
        for details in self.open.iter().filter_map(|id| named(id)) {
            if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
                details.set_open(true);
            }
        }
        let Some(element) = self.focused.and_then(|id| named(&id)) else {
            return;
        };
        if let (Some((text, from, to)), Some(field)) = (self.typed, element.dyn_ref::<HtmlInputElement>())
            && matches!(field.type_().as_str(), "text" | "search")
        {
            field.set_value(&text);
            if let Some((from, to)) = from.zip(to) {
                // A field without a selection has none to lose.
                let _ = field.set_selection_range(from, to);
            }
        }
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            focus(element);
        }
    }

    /// Whether the focus is in a part of the document.
    pub(super) fn is_in(part: &Element) -> bool {
        document()
            .active_element()
            .is_some_and(|active| part.contains(Some(&active)))
    }

    /// Whether the reader is in the middle of something that must not be disturbed: an open list of choices, a text.
    pub(super) fn is_busy(part: &Element) -> bool {
        let is_field = document().active_element().is_some_and(|active| {
            part.contains(Some(&active))
                && (active.dyn_ref::<HtmlSelectElement>().is_some() || active.dyn_ref::<HtmlInputElement>().is_some())
        });
        let selection = leptos::prelude::window().get_selection().ok().flatten();
        let is_selecting = selection.is_some_and(|selection| {
            !selection.is_collapsed() && selection.anchor_node().is_some_and(|node| part.contains(Some(&node)))
        });
        is_field || is_selecting
    }
}

/// Lets every control show the state of the address. A browser keeps what the reader chose or typed, even where the page
/// was left and came back in another state. A field that is being used is left alone.
pub(super) fn show_state_of_address(part: &Element) {
    for field in find_all(part, "input").filter_map(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let is_used = document().active_element().is_some_and(|active| active == **field);
        match field.type_().as_str() {
            "checkbox" | "radio" => field.set_checked(field.has_attribute("checked")),
            "hidden" => {}
            // A slider is always at a value that was chosen; its bounds are written anew with it, which may move it.
            kind if is_used && kind != "range" => {}
            _ => field.set_value(&field.get_attribute("value").unwrap_or_default()),
        }
    }
    for select in find_all(part, "select") {
        let chosen = select
            .query_selector("option[selected]")
            .ok()
            .flatten()
            .and_then(|option| option.dyn_into::<HtmlOptionElement>().ok());
        if let (Some(select), Some(option)) = (select.dyn_ref::<HtmlSelectElement>(), chosen) {
            select.set_selected_index(option.index());
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

/// The elements below one that a selector names, in the order of the document.
pub(super) fn find_all(root: &Element, selector: &str) -> impl Iterator<Item = HtmlElement> + use<> {
    let found = root.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |position| found.as_ref()?.get(position)?.dyn_into().ok())
}
