//! What is searched by typing: the chunk of the search and the figures it looks through, fetched when a box or a long list
//! needs them first. Without them boxes and lists stay plain; what needs them next asks again.

use leptos::task::spawn_local;
use vithe_shared::{Language, engine::catalog::Catalog};
use web_sys::{Element, Event, HtmlInputElement};

use super::{
    Site,
    chunks::{self, SearchPart},
    listbox::MORE,
};
use crate::routes::{Family, Needs};

/// A search box is used for the first time: provinces, indices and pages are found as soon as the registry is here,
/// components and indicators once the figures have followed, which the pages found will need as well.
pub(crate) fn begin(site: Site, field: HtmlInputElement, language: Language) {
    const BEGUN: &str = "data-searched";
    if field.has_attribute(BEGUN) {
        return;
    }
    let begin = async move {
        let (part, catalog) = part_and_catalog(site, language).await?;
        // The box may have been used twice meanwhile.
        if field.has_attribute(BEGUN) {
            return None;
        }
        field.set_attribute(BEGUN, "begun").ok()?;
        (part.findings)(site, catalog, &field, language)?;
        site.gather(Family::Search, Needs::all_with_indicators(), None, language)
            .await
            .ok()?;
        field.set_attribute(BEGUN, "whole").ok()?;
        // Components and indicators join the list that is open.
        field.dispatch_event(&Event::new(MORE).ok()?).ok()?;
        Some(())
    };
    spawn_local(async move { _ = begin.await });
}

async fn part_and_catalog(site: Site, language: Language) -> Option<(SearchPart, &'static Catalog)> {
    site.gather(Family::Search, Needs::default(), None, language)
        .await
        .ok()?;
    Some((chunks::search().await.ok()?, site.catalog()?))
}

/// Lists of choices that are too long to be overlooked.
pub(super) const LONG_LISTS: &str = "select[data-long]";

/// The long lists of a part of the document are searched by typing.
pub(super) fn search_long_lists(part: &Element, language: Language) {
    if part.query_selector(LONG_LISTS).is_ok_and(|list| list.is_some()) {
        let part = part.clone();
        spawn_local(async move {
            if let Ok(search) = chunks::search().await {
                (search.choices)(&part, language);
            }
        });
    }
}
