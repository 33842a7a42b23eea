//! Where a province belongs: its region and the provinces in it, and the unit of 2025 it became part of.

use leptos::prelude::*;
use vithe_shared::{
    ProvinceSlug,
    query::{PageQuery, Tab},
};

use super::ProvincePageData;
use crate::{
    address::{Aspect, PageAddress, compare_path, province_address, province_path},
    components::{fold::fold, link_list::LinkList},
    text::province as text,
    view_model::{ProfileView, wording::unit_count},
};

/// With how many of its region a province is compared, where nobody was chosen.
const COMPARED: usize = 3;

/// Region, and what the province became part of.
pub(super) fn origin_line(data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let successor = view
        .successor
        .as_ref()
        .map(|successor| successor_part(data, view, successor));
    view! {
        <div class="origin-part">
            <ul class="inline-list origin">
                <li>{view.region_name.clone()}</li>
                {successor}
            </ul>
        </div>
    }
    .into_any()
}

/// The unit of 2025 with the provinces it was formed of. It has no figures of its own yet, so it leads to theirs side by side.
fn successor_part(data: &ProvincePageData, view: &ProfileView, successor: &str) -> AnyView {
    let language = view.language;
    let successor = successor.to_owned();
    if data.merged_with.len() < 2 {
        return view! { <li>{successor}</li> }.into_any();
    }
    let compare = PageQuery {
        index: Some(data.index.id),
        provinces: data.merged_with.iter().map(|(slug, _)| slug.clone()).collect(),
        ..PageQuery::default()
    };
    let members = data
        .merged_with
        .iter()
        .enumerate()
        .map(|(position, (slug, name))| {
            view! {
                {(position > 0).then_some(", ")}
                <a href=province_path(language, slug)>{name.clone()}</a>
            }
        })
        .collect_view();
    view! {
        <li>
            <a href=compare.address(&compare_path(language))>{successor}</a>
            " (" {text::MERGED_WITH.get(language)} " "
            {members}
            ")"
        </li>
    }
    .into_any()
}

/// The provinces of the region, and what to do with them.
pub(super) fn peers_section(address: &PageAddress, data: &ProvincePageData, view: &ProfileView) -> AnyView {
    let language = address.language;
    let borders = data.profile.province.borders;
    let line = unit_count(data.peers.len(), borders, language);
    let aspect = Aspect::default().within(borders);
    let peers: Vec<(String, String)> = data
        .peers
        .iter()
        .map(|(slug, name)| (province_address(language, slug, &aspect), name.clone()))
        .collect();
    let compared: Vec<ProvinceSlug> = std::iter::once(view.province.clone())
        .chain(data.nearest.iter().take(COMPARED).cloned())
        .collect();
    let compare = PageQuery {
        index: Some(data.index.id),
        provinces: compared,
        borders: borders.in_address(),
        ..PageQuery::default()
    };
    let all_tables = address.with(|query| query.tab = Some(Tab::Table));
    let further = vec![
        (
            compare.address(&compare_path(language)),
            text::COMPARE_WITH.get(language).to_owned(),
        ),
        (
            format!("{all_tables}#tables"),
            text::ALL_TABLES.get(language).to_owned(),
        ),
    ];
    view! {
        <div id="peers" class="peers">
            <h2>{format!("{}: {}", text::PEERS.get(language), view.region_name)}</h2>
            {fold("peers-fold", line, view! { <LinkList links=peers/> })}
            <LinkList links=further/>
        </div>
    }
    .into_any()
}
