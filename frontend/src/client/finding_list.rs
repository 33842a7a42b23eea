//! The list below the search box: what is offered before anything is typed, then what fits. It is part of the chunk of the
//! search, which comes when the box is used first.

use leptos::prelude::*;
use vithe_shared::{Language, engine::catalog::Catalog};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::{
    Site, Step,
    listbox::{Entry, Listbox, Purpose, listen},
};
use crate::{
    address::PageAddress,
    search::{Finding, find, offered},
    text::common,
};

/// How many findings are listed while typing; the page of the results has all.
const LONGEST_LIST: usize = 9;

/// Gives a box its list.
pub(super) fn finding_list(
    site: Site,
    catalog: &'static Catalog,
    field: &HtmlInputElement,
    language: Language,
) -> Option<()> {
    let entry = move |finding: Finding| Entry {
        group: finding.kind.name(language).to_owned(),
        name: finding.name,
        note: finding.note,
        value: finding.address,
        is_part: false,
        is_chosen: false,
    };
    let form = field.form()?;
    listen(&form, &["submit"], move |event| {
        let form = event
            .current_target()
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let field = form.and_then(|form| form.query_selector("input").ok().flatten());
        let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        // What is named, or fits alone, opens; anything else leads to the page of all results.
        if let Some(meant) = find(catalog, &field.value(), language).meant() {
            event.prevent_default();
            site.navigator.go(&meant.address, Step::Page);
        }
    });
    let list = Listbox {
        id: field.id(),
        language,
        purpose: Purpose::Search,
        entries: Box::new(move |typed| {
            let found = if typed.trim().is_empty() {
                let kept = site.address().with_untracked(PageAddress::kept_in_view);
                offered(catalog, &kept, language)
            } else {
                find(catalog, typed, language).into_list(LONGEST_LIST)
            };
            found.into_iter().map(entry).collect()
        }),
        take: Box::new(move |entry| site.navigator.go(&entry.value, Step::Page)),
        shown: Vec::new().into(),
        marked: None.into(),
    };
    list.attach(field, &form, common::FIND_ANYTHING.get(language))
}
