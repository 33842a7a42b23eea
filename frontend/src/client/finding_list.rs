//! The list below the search box: what is offered before anything is typed, then what fits. It is part of the chunk of the
//! search, which comes when the box is used first.

use leptos::{ev, prelude::*};
use vithe_shared::{Language, engine::catalog::Catalog};
use web_sys::HtmlInputElement;

use super::{
    Searching, Site, Step,
    listbox::{Entry, Listbox, Purpose, listbox},
};
use crate::{
    address::PageAddress,
    search::{Finding, find, offered},
    text::common,
};

/// How many findings are listed while typing; the page of the results has all.
const LONGEST_LIST: usize = 9;

/// The list of a box.
pub(super) fn finding_list(catalog: &'static Catalog, field: HtmlInputElement, language: Language) -> AnyView {
    let (site, searching) = (expect_context::<Site>(), expect_context::<Searching>());
    let entry = move |finding: Finding| Entry {
        group: finding.kind.name(language).to_owned(),
        name: finding.name,
        note: finding.note,
        value: finding.address,
        is_part: false,
        is_chosen: false,
    };
    if let Some(form) = field.form() {
        let field = field.clone();
        // What is named, or fits alone, opens; anything else leads to the page of all results.
        StoredValue::new_local(form.on(ev::submit, move |event| {
            if let Some(meant) = find(catalog, &field.value(), language).meant() {
                event.prevent_default();
                site.navigator.go(&meant.address, Step::Page);
            }
        }));
    }
    listbox(Listbox {
        field,
        language,
        label: common::FIND_ANYTHING.get(language),
        purpose: Purpose::Search,
        entries: Box::new(move |typed| {
            // Components join the list when they have come.
            let _ = searching.has_components();
            let found = if typed.trim().is_empty() {
                let kept = site.address().with_untracked(PageAddress::kept_in_view);
                offered(catalog, &kept, language)
            } else {
                find(catalog, typed, language).into_list(LONGEST_LIST)
            };
            found.into_iter().map(entry).collect()
        }),
        take: Box::new(move |entry| site.navigator.go(&entry.value, Step::Page)),
    })
}
