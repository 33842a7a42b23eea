//! Forms that answer while they are used: a slider that moves and a field that is left make the address that the form would
//! lead to, and the page shows it at once. When the reader lets go, the address is noted in the same entry of the history.
//! A number that was typed is then written in the way of the language; what is none stays as it was typed.

use leptos::{ev, prelude::*};
use vithe_shared::{
    Language,
    query::{PointsChange, read_decimal},
};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement};

use super::{
    Site,
    hand::find_all,
    navigation::{Step, form_query},
};
use crate::format::format_typed;

/// Follows the forms that answer at once, `form[data-live]`. The site lives as long as the document, so the listeners are
/// never removed.
pub(super) fn follow(site: Site) {
    window_event_listener(ev::input, move |event| answer(site, &event, false));
    window_event_listener(ev::change, move |event| answer(site, &event, true));
}

fn answer(site: Site, event: &web_sys::Event, is_let_go: bool) {
    let Some(field) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .filter(|field| !field.has_attribute("data-submits"))
    else {
        return;
    };
    let form = field
        .closest("form[data-live]")
        .ok()
        .flatten()
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return };
    if !is_let_go && field.type_() != "range" {
        // What is being typed is no number yet.
        return;
    }
    let mut address = site.address().get_untracked();
    pair(&field, address.language);
    // A form that cannot be read is still answered when it is sent.
    let Some(query) = form_query(&form) else { return };
    if !query.mistyped.contains_key(&field.name())
        && let Some(number) = read_decimal(&field.value()).filter(|_| field.type_() == "text")
    {
        field.set_value(&format_typed(number, address.language));
    }
    address.query = query;
    if !is_let_go {
        site.show(address);
    } else if address != site.address().get_untracked() {
        site.navigator.go(&address.canonical(), Step::Drag);
    }
}

/// Slider and field of a component show the same change.
fn pair(field: &HtmlInputElement, language: Language) {
    let Some(row) = field.closest(".lever").ok().flatten() else {
        return;
    };
    let change = field.value().parse().unwrap_or(PointsChange(0));
    for other in find_all(&row, "input").filter_map(|other: HtmlElement| other.dyn_into::<HtmlInputElement>().ok()) {
        if other != *field {
            other.set_value(&match change {
                change if other.type_() == "range" => change.to_string(),
                PointsChange(0) => String::new(),
                change => format_typed(change.points(), language),
            });
        }
    }
}
