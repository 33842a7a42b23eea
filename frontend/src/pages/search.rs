//! The search page: what the search box leads to where nothing single is meant, and the directory of all provinces.

use leptos::prelude::*;
use vithe_shared::{Borders, Language};

use super::{Page, PageHead, choices::borders_links};
use crate::{
    address::{Aspect, PageAddress, province_address},
    answers::Answers,
    components::{link_list::LinkList, search_box::content_search_box},
    search::Finding,
    text::search as text,
};

/// Addresses and names.
type Links = Vec<(String, String)>;

/// What the page shows.
struct SearchPageData {
    /// What fits, those of a kind together.
    found: Vec<Finding>,
    /// Every province by region.
    regions: Vec<(String, Links)>,
}

/// `/{lang}/search`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Page {
    show(address, &ask(answers, address))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> SearchPageData {
    let language = address.language;
    let borders = address.query.borders.unwrap_or(Borders::Provinces63);
    let list = answers.provinces(borders);
    let aspect = Aspect::default().within(borders);
    let mut regions = Vec::new();
    for region in &list.regions {
        let mut links = Links::new();
        for province in list.provinces.iter().filter(|province| province.region == region.id) {
            let name = language.pick(&province.name_vi, &province.name_en).to_owned();
            links.push((province_address(language, &province.slug, &aspect), name));
        }
        regions.push((language.pick(&region.name_vi, &region.name_en).to_owned(), links));
    }
    let wanted = address.query.search.as_deref().unwrap_or_default();
    SearchPageData {
        found: answers.find(wanted).into_list(usize::MAX),
        regions,
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
                {(!wanted.is_empty()).then(|| results(&wanted, &data.found, language))}
                {directory(address, &data.regions, language)}
            </div>
        </div>
    };
    Page::new(head, view.into_any())
}

fn results(wanted: &str, found: &[Finding], language: Language) -> AnyView {
    let mut groups = Vec::new();
    for findings in found.chunk_by(|one, other| one.kind == other.kind) {
        let mut links = Links::new();
        for finding in findings {
            let separator = if finding.note.is_empty() { "" } else { " – " };
            let name = format!("{}{separator}{}", finding.name, finding.note);
            links.push((finding.address.clone(), name));
        }
        groups.push(group(findings[0].kind.name(language), &links));
    }
    if found.is_empty() {
        groups.push(view! { <p role="status">{text::NOTHING.get(language)}</p> }.into_any());
    }
    view! {
        <h2>{format!("{} “{wanted}”", text::RESULTS.get(language))}</h2>
        <div class="results">{groups}</div>
    }
    .into_any()
}

/// Every province by region.
fn directory(address: &PageAddress, regions: &[(String, Links)], language: Language) -> AnyView {
    let shown = address.query.borders.unwrap_or(Borders::Provinces63);
    let mut parts = Vec::new();
    for (name, links) in regions {
        parts.push(group(name, links));
    }
    view! {
        <h2>{text::ALL.get(language)}</h2>
        {borders_links(address, shown, &|_, _| ())}
        {parts}
    }
    .into_any()
}

fn group(name: &str, links: &Links) -> AnyView {
    view! {
        <h3>{name.to_owned()}</h3>
        <LinkList links=links.clone()/>
    }
    .into_any()
}
