//! The league table of one component and year, and the short list beside a map.

use leptos::prelude::*;
use vithe_shared::{
    ProvinceSlug, Year,
    query::Sort,
};

use super::{
    change::{score_change_cell, short_change},
    sparkline::sparkline,
};
use crate::{
    pages::address::{PageAddress, province_path},
    text::{common, index},
    view_model::{RankingView, ranking_view::RankingRowView},
};

/// Ranks of the provinces over the years, for the small lines.
pub(crate) struct Trends<'a> {
    /// Every year from first to last.
    pub(crate) years: &'a [Year],
    /// The ranks of a province along the years.
    pub(crate) of: &'a dyn Fn(&ProvinceSlug) -> Option<&'a [Option<u16>]>,
    /// The largest ranked set.
    pub(crate) worst: u16,
}

/// The whole table, in the order of the address, with links to the other orders. Beside a chart it leaves out the region
/// and the publisher's group, which need room.
pub(crate) fn league_table(view: &RankingView, address: &PageAddress, trends: &Trends<'_>, beside_chart: bool) -> AnyView {
    let language = address.language;
    let order = address.query.sort.unwrap_or_default();
    let header = |sort: Sort, text: &'static str, class: &'static str| {
        let current = order == sort;
        let link = address.with(|query| query.sort = Some(sort));
        let direction = if matches!(sort, Sort::Change) { "descending" } else { "ascending" };
        view! {
            <th scope="col" class=class aria-sort=current.then_some(direction)>
                <a href=link data-noscroll="" class="sort">{text}</a>
            </th>
        }
    };
    let plain = |text: &'static str, class: &'static str| view! { <th scope="col" class=class>{text}</th> };
    let usual = usual_pair(&view.rows);
    let has_ranks = view.rows.iter().any(|row| row.rank.is_some());
    let has_region = !beside_chart;
    let has_group = has_region && view.rows.iter().any(|row| row.group.is_some());
    let (first, last) = (trends.years.first(), trends.years.last());
    let trend_span = first.zip(last).map(|(first, last)| format!("{first}–{last}")).unwrap_or_default();
    let rows = view
        .rows
        .iter()
        .map(|row| {
            let trend = (trends.of)(&row.province)
                .map(|ranks| sparkline(ranks, trends.worst, format!("{}: {}, {trend_span}", row.name, index::TREND_TITLE.get(language))));
            let change = row.change.as_ref();
            let other_pair = change
                .filter(|change| Some(change.from_year) != usual)
                .map(|change| view! { <span class="muted small">" ("{change.from_year.0}")"</span> });
            view! {
                <tr class=row.highlighted.then_some("is-highlighted")>
                    <td class="num">{row.rank_text.clone()}</td>
                    <th scope="row"><a href=province_path(language, &row.province)>{row.name.clone()}</a></th>
                    {score_cell(row)}
                    <td class="num">{change.map(|change| score_change_cell(change, language))}{other_pair}</td>
                    <td class="num">{change.and_then(|change| change.rank.as_ref()).map(short_change)}</td>
                    <td class="num">{row.region_rank_text.clone()}</td>
                    {has_region.then(|| view! { <td class="nowrap">{row.region_name.clone()}</td> })}
                    {has_group.then(|| view! { <td class="num">{row.group.map(|group| group.to_string())}</td> })}
                    <td>{trend}</td>
                </tr>
            }
        })
        .collect_view();
    let against = usual.map(|year| match language {
        vithe_shared::Language::Vi => format!(" so với {year}"),
        vithe_shared::Language::En => format!(" on {year}"),
    });
    let title = if has_ranks { index::LEAGUE } else { index::TABLE_PARTIAL };
    let pairs = notes(&view.rows).into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
    view! {
        <div class="table-frame league" tabindex="0" role="region" aria-label=title.get(language)>
            <table class="data">
                <caption class="visually-hidden">{title.get(language)} ": " {view.state.clone()}</caption>
                <thead>
                    <tr>
                        {header(Sort::Rank, common::RANK.get(language), "num")}
                        {header(Sort::Name, common::PROVINCE.get(language), "")}
                        {plain(common::SCORE.get(language), "num")}
                        <th scope="col" class="num">{index::SCORE_CHANGE.get(language)}<span class="visually-hidden">{against}</span></th>
                        {header(Sort::Change, index::RANK_CHANGE.get(language), "num")}
                        {plain(common::REGION_RANK.get(language), "num")}
                        {has_region.then(|| header(Sort::Region, common::REGION.get(language), ""))}
                        {has_group.then(|| plain(index::GROUP.get(language), "num"))}
                        {plain(index::TREND.get(language), "")}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <ul class="notes">{pairs}</ul>
    }
    .into_any()
}

/// The short list beside a map: the first, the last, and the provinces picked out.
pub(crate) fn short_list(view: &RankingView, address: &PageAddress, ends: usize) -> AnyView {
    let language = address.language;
    let count = view.rows.len();
    let rows = view
        .rows
        .iter()
        .enumerate()
        .filter(|(position, row)| *position < ends || position + ends >= count || row.highlighted)
        .map(|(_, row)| {
            view! {
                <tr class=row.highlighted.then_some("is-highlighted")>
                    <td class="num">{row.rank_text.clone()}</td>
                    <th scope="row"><a href=province_path(language, &row.province)>{row.name.clone()}</a></th>
                    {score_cell(row)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="data">
            <caption>{view.state.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col" class="num">{common::RANK.get(language)}</th>
                    <th scope="col">{common::PROVINCE.get(language)}</th>
                    <th scope="col" class="num">{common::SCORE.get(language)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn score_cell(row: &RankingRowView) -> AnyView {
    let missing = row.missing.map(|reason| view! { <span class="visually-hidden">{reason}</span> });
    view! { <td class="num strong" title=row.missing>{row.score_text.clone()}{missing}</td> }.into_any()
}

/// The earlier year that most rows are compared with.
fn usual_pair(rows: &[RankingRowView]) -> Option<Year> {
    let years: Vec<Year> = rows.iter().filter_map(|row| Some(row.change.as_ref()?.from_year)).collect();
    years.iter().copied().max_by_key(|year| years.iter().filter(|other| *other == year).count())
}

/// Why changes are limited or refused, each reason once.
fn notes(rows: &[RankingRowView]) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for note in rows.iter().filter_map(|row| row.change.as_ref()?.note.as_ref()) {
        let note = crate::format::capitalise(note);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
