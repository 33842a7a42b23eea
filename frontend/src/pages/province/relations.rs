//! Where a province belongs: its region and the provinces in it, and the unit of 2025 it became part of.

use leptos::prelude::*;
use vithe_shared::{
    Borders, Language, ProvinceSlug,
    query::{PageQuery, Tab},
};

use super::ProvincePageData;
use crate::{
    address::{Aspect, PageAddress, compare_path, peers_address, province_address, province_path},
    components::{fold::fold, link_list::LinkList, standings_table::standings_table},
    text::{peers, province as text},
    view_model::{ProfileView, peers_view::better_and_like, wording::unit_count},
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
                {formed_of(data, view.language)}
            </ul>
        </div>
    }
    .into_any()
}

/// The unit of 2025 that the province became part of, with the provinces it was formed of.
fn successor_part(data: &ProvincePageData, view: &ProfileView, successor: &str) -> AnyView {
    let language = view.language;
    let slug = data.profile.province.successor.as_ref();
    let unit = Aspect::default().within(Borders::Units34);
    let link = slug.map(|slug| province_address(language, slug, &unit));
    // Where one name means two things, the page says which one it shows.
    let has_same_name = slug == Some(&view.province);
    let which =
        (has_same_name && data.merged_with.len() > 1).then(|| view! { <li>{text::PROVINCE_BEFORE.get(language)}</li> });
    let merged = (data.merged_with.len() > 1).then(|| {
        view! { " (" {text::MERGED_WITH.get(language)} " " {province_links(&data.merged_with, language)} ")" }
    });
    view! {
        {which}
        <li>
            <a href=link>{successor.to_owned()}</a>
            {merged}
        </li>
    }
    .into_any()
}

/// What a unit of 2025 was formed of; nothing for a province of the 63.
fn formed_of(data: &ProvincePageData, language: Language) -> Option<AnyView> {
    let members = &data.members;
    let verb = if members.len() > 1 {
        text::MERGED_WITH
    } else {
        text::UNCHANGED
    };
    (!members.is_empty()).then(|| {
        view! {
            <li>{verb.get(language)} " " {province_links(members, language)}</li>
        }
        .into_any()
    })
}

fn province_links(provinces: &[(ProvinceSlug, String)], language: Language) -> AnyView {
    provinces
        .iter()
        .enumerate()
        .map(|(position, (slug, name))| {
            view! {
                {(position > 0).then_some(", ")}
                <a href=province_path(language, slug)>{name.clone()}</a>
            }
        })
        .collect_view()
        .into_any()
}

/// The provinces that a unit was formed of, side by side.
pub(super) fn members_section(data: &ProvincePageData, language: Language) -> Option<AnyView> {
    let members = &data.members;
    (members.len() > 1).then(|| {
        view! {
            <section id="members">
                <h2 class="section-title">{text::MEMBERS.get(language)}</h2>
                {standings_table(language, Borders::Provinces63, members, &data.member_tables, text::MEMBERS_CAPTION)}
            </section>
        }
        .into_any()
    })
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
    let mut further = vec![
        (
            compare.address(&compare_path(language)),
            text::COMPARE_WITH.get(language).to_owned(),
        ),
        (
            format!("{all_tables}#tables"),
            text::ALL_TABLES.get(language).to_owned(),
        ),
    ];
    // Of which year it is told is said: it may be an earlier one.
    let alike = data.alike.as_ref().map(|answer| {
        further.insert(
            0,
            (
                peers_address(language, &answer.province, answer.index, Some(answer.year)),
                peers::like(&view.name, language),
            ),
        );
        let words = better_and_like(answer, language).unwrap_or_default();
        view! { <p>{format!("{words} ({} {}).", answer.index.short_name(), answer.year)}</p> }
    });
    view! {
        <div id="peers" class="peers">
            <h2>{format!("{}: {}", text::PEERS.get(language), view.region_name)}</h2>
            {fold("peers-fold", line, view! { <LinkList links=peers/> })}
            {alike}
            <LinkList links=further/>
        </div>
    }
    .into_any()
}
