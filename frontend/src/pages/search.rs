//! The search page: what the search box leads to without a script, and the directory of all provinces.

use leptos::prelude::*;
use vithe_shared::{Borders, Language, domain::Province, vietnamese::search_provinces};

use super::{Page, PageHead, choices::Named};
use crate::{
    address::{PageAddress, province_path},
    answers::Answers,
    components::{link_list::LinkList, search_box::content_search_box},
    text::search as text,
};

/// What the page shows: matches, best first, and every province by region.
struct SearchPageData {
    matches: Vec<Named>,
    regions: Vec<(String, Vec<Named>)>,
}

/// `/{lang}/search`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Page {
    show(address, &ask(answers, address))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> SearchPageData {
    let language = address.language;
    let list = answers.provinces(Borders::Provinces63);
    let entry = |province: &Province| {
        (
            province.slug.clone(),
            language.pick(&province.name_vi, &province.name_en).to_owned(),
        )
    };
    let wanted = address.query.search.as_deref().unwrap_or_default();
    SearchPageData {
        matches: search_provinces(&list.provinces, wanted)
            .into_iter()
            .map(entry)
            .collect(),
        regions: list
            .regions
            .iter()
            .map(|region| {
                let members = list
                    .provinces
                    .iter()
                    .filter(|province| province.region == region.id)
                    .map(entry)
                    .collect();
                (language.pick(&region.name_vi, &region.name_en).to_owned(), members)
            })
            .collect(),
    }
}

fn show(address: &PageAddress, data: &SearchPageData) -> Page {
    let language = address.language;
    let wanted = address.query.search.clone().unwrap_or_default();
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::TITLE.get(language).to_owned(),
        image: None,
    };
    let view = view! {
        <div class="wrap page-search">
            <h1>{text::TITLE.get(language)}</h1>
            {content_search_box(language, wanted.clone())}
            <div class="directory">
                {(!wanted.is_empty()).then(|| results(&wanted, &data.matches, language))}
                {directory(&data.regions, language)}
            </div>
        </div>
    };
    Page::new(head, view.into_any())
}

fn results(wanted: &str, matches: &[Named], language: Language) -> AnyView {
    let found = if matches.is_empty() {
        view! { <p role="status">{text::NOTHING.get(language)}</p> }.into_any()
    } else {
        view! { <LinkList class="inline-list results" links=links(matches, language)/> }.into_any()
    };
    view! {
        <h2>{format!("{} “{wanted}”", text::RESULTS.get(language))}</h2>
        {found}
    }
    .into_any()
}

/// Every province by region.
fn directory(regions: &[(String, Vec<Named>)], language: Language) -> AnyView {
    let parts = regions
        .iter()
        .map(|(name, provinces)| {
            view! {
                <h3>{name.clone()}</h3>
                <LinkList links=links(provinces, language)/>
            }
        })
        .collect_view();
    view! {
        <h2>{text::ALL.get(language)}</h2>
        {parts}
    }
    .into_any()
}

fn links(provinces: &[Named], language: Language) -> Vec<(String, String)> {
    provinces
        .iter()
        .map(|(slug, name)| (province_path(language, slug), name.clone()))
        .collect()
}
