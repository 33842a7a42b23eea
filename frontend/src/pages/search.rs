//! The search page: what the search box leads to without a script, and the directory of all provinces.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vithe_shared::{
    Borders, ProvinceSlug,
    api::Province,
    query::{PageQuery, ProvinceListQuery},
};

use super::{
    address::{PageAddress, PageKind, province_path},
    load::{Loading, PageLoader},
};
use crate::{
    api::SharedSource,
    components::{head::PageHead, markup::Markup, search_box::search_box},
    format::search_provinces,
    text::search as text,
};

/// What the page shows: matches, best first, and every province by region.
#[derive(Serialize, Deserialize)]
struct SearchPageData {
    matches: Vec<(ProvinceSlug, String)>,
    regions: Vec<(String, Vec<(ProvinceSlug, String)>)>,
}

/// `/{lang}/search`
#[component]
pub fn SearchPage() -> impl IntoView {
    PageLoader {
        kind: PageKind::Search,
        key,
        fetch,
        show,
    }
    .view()
}

fn key(mut address: PageAddress) -> PageAddress {
    address.query = PageQuery {
        search: address.query.search,
        ..PageQuery::default()
    };
    address
}

fn fetch(source: SharedSource, address: PageAddress) -> Loading<SearchPageData> {
    Box::pin(async move {
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
    })
}

fn show(address: &PageAddress, data: &SearchPageData) -> AnyView {
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
        address,
        title: text::TITLE.get(language).to_owned(),
        description: text::TITLE.get(language).to_owned(),
        image: None,
    }
    .view();
    view! {
        {head}
        <div class="wrap page-search">
            <h1>{text::TITLE.get(language)}</h1>
            {search_box(language, "find-here", false)}
            {lists.view("directory")}
        </div>
    }
    .into_any()
}
