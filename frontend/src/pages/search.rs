//! The search page: what the search box leads to without a script, and the directory of all provinces.

use leptos::prelude::*;
use vithe_shared::{
    Borders, Problem, ProvinceSlug, api::Province, query::ProvinceListQuery, vietnamese::search_provinces,
};

use super::{Page, PageHead};
use crate::{
    address::{PageAddress, province_path},
    api::SharedSource,
    components::search_box::{CONTENT_BOX, search_box},
    markup::Markup,
    text::search as text,
};

/// What the page shows: matches, best first, and every province by region.
struct SearchPageData {
    matches: Vec<(ProvinceSlug, String)>,
    regions: Vec<(String, Vec<(ProvinceSlug, String)>)>,
}

/// `/{lang}/search`
pub(super) async fn page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let data = fetch(source, address).await?;
    Ok(show(address, &data))
}

async fn fetch(source: &SharedSource, address: &PageAddress) -> Result<SearchPageData, Problem> {
    let language = address.language;
    let list = source
        .provinces(
            ProvinceListQuery {
                borders: Some(Borders::Provinces63),
            },
            language,
        )
        .await?;
    let entry = |province: &Province| {
        (
            province.slug.clone(),
            language.pick(&province.name_vi, &province.name_en).to_owned(),
        )
    };
    let wanted = address.query.search.as_deref().unwrap_or_default();
    Ok(SearchPageData {
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
    })
}

fn show(address: &PageAddress, data: &SearchPageData) -> Page {
    let language = address.language;
    let wanted = address.query.search.clone().unwrap_or_default();
    let links = |markup: &mut Markup, class: &str, provinces: &[(ProvinceSlug, String)]| {
        markup.links(
            class,
            provinces
                .iter()
                .map(|(slug, name)| (province_path(language, slug), name.as_str())),
        );
    };
    let mut lists = Markup::default();
    if !wanted.is_empty() {
        lists.element("h2", &[], &format!("{} “{wanted}”", text::RESULTS.get(language)));
        if data.matches.is_empty() {
            lists.element("p", &[("role", "status")], text::NOTHING.get(language));
        } else {
            links(&mut lists, "inline-list results", &data.matches);
        }
    }
    lists.element("h2", &[], text::ALL.get(language));
    for (name, provinces) in &data.regions {
        lists.element("h3", &[], name);
        links(&mut lists, "inline-list", provinces);
    }
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::TITLE.get(language).to_owned(),
        image: None,
    };
    Page::new(
        head,
        view! {
            <div class="wrap page-search">
                <h1>{text::TITLE.get(language)}</h1>
                <div data-search-box="">{search_box(language, CONTENT_BOX, false, wanted)}</div>
                {lists.view("directory")}
            </div>
        },
    )
}
