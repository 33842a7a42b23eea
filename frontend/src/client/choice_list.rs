//! The field that stands for a long list of choices in the browser: it is searched by typing and sets the plain list, which
//! stays the field of the form and tells what there is to choose. It is part of the chunk of the search.

use leptos::prelude::document;
use vithe_shared::{Language, vietnamese::Wanted};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::{
    hand::{find_all, focus},
    listbox::{Entry, Listbox, Purpose, append, set},
    searching::LONG_LISTS,
};
use crate::components::chooser::PART_MARK;

/// Long lists of a part of the document are searched by typing.
pub(super) fn choice_lists(part: &Element, language: Language) {
    for list in find_all(part, LONG_LISTS) {
        if let Some(list) = list.dyn_ref() {
            let _ = choice_list(list, language);
        }
    }
}

/// Puts the field beside a list, in place of the one that stood for an earlier state of it.
fn choice_list(select: &HtmlSelectElement, language: Language) -> Option<()> {
    let place = select.parent_element()?;
    let has_focus = document()
        .active_element()
        .is_some_and(|active| place.contains(Some(&active)));
    for former in find_all(&place, ":scope > :not(label, select)") {
        former.remove();
    }
    let label = place.query_selector("label").ok()??;
    let id = format!("{}-field", select.id());
    set(&label, &[("for", &id)]);
    let (mut entries, mut shown) = (Vec::new(), String::new());
    for option in find_all(select, "option") {
        let entry = entry(&option);
        if entry.is_chosen {
            shown = option.text_content().unwrap_or_default();
        }
        entries.push(entry);
    }
    let shown = shown.trim_start_matches(PART_MARK);
    let field: HtmlInputElement = append(
        &place,
        "input",
        "chooser-field",
        &[
            ("id", &id),
            ("type", "text"),
            ("value", shown),
            ("title", shown),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
        ],
    )?
    .dyn_into()
    .ok()?;
    select.set_hidden(true);
    if has_focus {
        focus(&field);
    }
    let list_id = select.id();
    let list = Listbox {
        id,
        language,
        purpose: Purpose::Choice,
        entries: Box::new(move |typed| {
            let wanted = Wanted::new(typed);
            let mut fitting = Vec::new();
            for entry in &entries {
                let text = format!("{} {} {}", entry.group, entry.name, entry.note);
                if wanted.is_empty() || wanted.fit(&text).is_some() {
                    fitting.push(entry.clone());
                }
            }
            fitting
        }),
        take: Box::new(move |entry| _ = choose(&list_id, &entry.value)),
        shown: Vec::new().into(),
        marked: None.into(),
    };
    list.attach(&field, &place, &label.text_content()?)
}

/// A choice as the plain list tells it.
fn entry(option: &Element) -> Entry {
    let attribute = |name: &str| option.get_attribute(name).unwrap_or_default();
    let heading = option.parent_element().and_then(|group| group.get_attribute("label"));
    let (text, note) = (option.text_content().unwrap_or_default(), attribute("data-note"));
    let name = text.strip_suffix(&format!(" ({note})")).unwrap_or(&text);
    let part = name.strip_prefix(PART_MARK);
    Entry {
        group: heading.unwrap_or_default(),
        name: part.unwrap_or(name).to_owned(),
        value: attribute("value"),
        is_part: part.is_some(),
        is_chosen: option.has_attribute("selected"),
        note,
    }
}

/// Chooses in the plain list and sends its form.
fn choose(list: &str, value: &str) -> Option<()> {
    let select: HtmlSelectElement = document().get_element_by_id(list)?.dyn_into().ok()?;
    select.set_value(value);
    // A form that cannot be sent now can still be sent with its button.
    select.form()?.request_submit().ok()
}
