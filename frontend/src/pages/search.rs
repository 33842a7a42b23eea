//! The search page: what the search box leads to where nothing single is meant, and the directory of all provinces.

use leptos::prelude::*;
use vithe_shared::{Borders, Language, domain::Province, vietnamese::nearest_provinces};

use super::{Page, PageHead, choices::Named};
use crate::{
    address::{PageAddress, province_path},
    answers::Answers,
    components::{link_list::LinkList, search_box::content_search_box},
    search::Finding,
    text::search as text,
};

/// What the page shows.
struct SearchPageData {
    /// What fits, those of a kind together.
    found: Vec<Finding>,
    /// Provinces whose names come nearest, where nothing fits.
    nearest: Vec<Named>,
    /// Every province by region.
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
    let found = answers.find(wanted).into_list(usize::MAX);
    let nearest = if found.is_empty() && !wanted.is_empty() {
        nearest_provinces(&list.provinces, wanted)
            .into_iter()
            .map(entry)
            .collect()
    } else {
        Vec::new()
    };
    SearchPageData {
        found,
        nearest,
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
        description: text::DESCRIPTION.get(language).to_owned(),
        image: None,
    };
    let view = view! {
        <div class="wrap page-search">
            <h1>{text::TITLE.get(language)}</h1>
            {content_search_box(language, wanted.clone())}
            <div class="directory">
                {(!wanted.is_empty()).then(|| results(&wanted, data, language))}
                {directory(&data.regions, language)}
            </div>
        </div>
    };
    Page::new(head, view.into_any())
}

fn results(wanted: &str, data: &SearchPageData, language: Language) -> AnyView {
    let groups = data
        .found
        .chunk_by(|one, other| one.kind == other.kind)
        .map(|findings| {
            let kind = findings[0].kind;
            let findings = findings
                .iter()
                .map(|finding| {
                    let note = (!finding.note.is_empty())
                        .then(|| view! { <span class="result-note">" – "{finding.note.clone()}</span> });
                    view! { <li><a href=finding.address.clone()>{finding.name.clone()}</a>{note}</li> }
                })
                .collect_view();
            view! {
                <h3>{kind.name(language)}</h3>
                <ul class="plain results">{findings}</ul>
            }
        })
        .collect_view();
    let nothing = data.found.is_empty().then(|| {
        let nearest = (!data.nearest.is_empty()).then(|| {
            view! {
                <h3>{text::NEAREST.get(language)}</h3>
                <LinkList class="inline-list results" links=links(&data.nearest, language)/>
            }
        });
        view! {
            <p role="status">{text::NOTHING.get(language)}</p>
            {nearest}
        }
    });
    view! {
        <h2>{format!("{} “{wanted}”", text::RESULTS.get(language))}</h2>
        {groups}
        {nothing}
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
