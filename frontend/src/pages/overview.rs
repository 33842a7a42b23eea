//! The first page: what the site is, the four indices, and one of them at a glance.

use futures_util::future::try_join4;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vithe_shared::{
    Borders, IndexId, Language,
    api::{IndexInfo, IndexOverview, Overview, RankingRow},
    query::{ChartKind, FigureQuery, FigureWidth, ProvinceListQuery, RankingQuery, PageQuery},
};

use super::{
    address::{PageAddress, PageKind, data_path, index_path, methods_path, province_path},
    coverage_notes::coverage_notes,
    load::{Loading, PageLoader},
    slim::{slim_index, slim_overview},
};
use crate::{
    api::SharedSource,
    charts::map_option,
    components::{
        change::worded_change,
        figure::{Figure, FigureWords, figure_address},
        head::PageHead,
        index_tabs::index_tabs,
        search_box::search_box,
    },
    format::{NO_FIGURE, format_rank, format_score, rank_change, score_decimals},
    text::{common, index as index_text, overview as text},
    view_model::{ranking_view, wording::year_span},
};

/// The figures of the page.
#[derive(Clone, Serialize, Deserialize)]
struct OverviewPageData {
    overview: Overview,
    indices: Vec<IndexInfo>,
    map: FigureWords,
    notes: Vec<String>,
}

/// `/{lang}/`
#[component]
pub fn OverviewPage() -> impl IntoView {
    PageLoader { kind: PageKind::Overview, key, fetch, show }.view()
}

/// Only the chosen index decides what is asked.
fn key(mut address: PageAddress) -> PageAddress {
    address.query = PageQuery { index: address.query.index, ..PageQuery::default() };
    address
}

fn chosen(address: &PageAddress) -> IndexId {
    address.query.index.unwrap_or(IndexId::Pci)
}

fn fetch(source: SharedSource, address: PageAddress) -> Loading<OverviewPageData> {
    Box::pin(async move {
        let language = address.language;
        let index = chosen(&address);
        let ranking = RankingQuery { index, component: vithe_shared::ComponentId::overall(), year: None, region: None, borders: None };
        let (overview, indices, ranking, provinces) = try_join4(
            source.overview(language),
            source.indices(language),
            source.rankings(ranking, language),
            source.provinces(ProvinceListQuery { borders: Some(Borders::Provinces63) }, language),
        )
        .await?;
        let map = indices
            .iter()
            .find(|info| info.id == index)
            .map(|info| {
                let view = ranking_view(&ranking, info, &provinces, &[], language);
                FigureWords::new(&view.text, &|theme| map_option(&view, theme).height)
            })
            .unwrap_or_default();
        Ok(OverviewPageData {
            map,
            notes: coverage_notes(&indices, language),
            overview: slim_overview(overview, index, language),
            indices: indices
                .into_iter()
                .map(|info| {
                    let mut info = slim_index(info, language);
                    info.components.clear();
                    info
                })
                .collect(),
        })
    })
}

fn show(address: &PageAddress, data: &OverviewPageData) -> AnyView {
    let language = address.language;
    let index = chosen(address);
    let head = PageHead {
        address,
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: Some(figure_address(ChartKind::Map, "png", &FigureQuery::new(index, language))),
    }
    .view();
    let glance = data.overview.indices.iter().find(|entry| entry.index == index).map(|entry| glance(address, data, entry));
    let cards = data.indices.iter().map(|info| index_card(info, language)).collect_view();
    let notes = data.notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view();
    view! {
        {head}
        <div class="wrap page-overview">
            <div class="hero">
                <h1>{text::HEADLINE.get(language)}</h1>
                <p class="lead">{text::LEAD.get(language)}</p>
                {search_box(language, "find-province", false)}
            </div>
            {index_tabs(index, language, |index| address.with(|query| query.index = Some(index)))}
            {glance}
            <section>
                <h2>{text::FOUR.get(language)}</h2>
                <ul class="cards">{cards}</ul>
            </section>
            <section>
                <h2>{text::NOTES.get(language)}</h2>
                <ul class="notes-list">{notes}</ul>
                <p><a href=data_path(language)>{text::MORE_ON_DATA.get(language)}</a></p>
            </section>
        </div>
    }
    .into_any()
}

/// One index: map, ends of the table, movers.
fn glance(address: &PageAddress, data: &OverviewPageData, entry: &IndexOverview) -> AnyView {
    let language = address.language;
    let index = entry.index;
    let query = FigureQuery { year: Some(entry.year), width: FigureWidth::Narrow, ..FigureQuery::new(index, language) };
    let mut figure = Figure::new("map", ChartKind::Map, query, data.map.clone(), address.canonical());
    figure.first = true;
    let nothing = (entry.bottom.is_empty()).then(|| view! { <p class="muted small">{text::NO_BOTTOM.get(language)}</p> });
    let bottom = (!entry.bottom.is_empty()).then(|| ends(text::BOTTOM.get(language), &entry.bottom, index, language));
    let table_link = index_path(language, index);
    let lists = view! {
        {ends(text::TOP.get(language), &entry.top, index, language)}
        {bottom}
        {nothing}
        <p><a href=table_link>{text::WHOLE_TABLE.get(language)}" "{index.short_name()}" "{entry.year.0}</a></p>
    };
    figure.table = Some(lists.into_any());
    let movers = if entry.risers.is_empty() && entry.fallers.is_empty() {
        view! { <p class="muted">{text::NO_MOVERS.get(language)}</p> }.into_any()
    } else {
        let span = entry.movers_from.map(|from| year_span(from, entry.year)).unwrap_or_default();
        view! {
            <div class="two-columns">
                {movers(text::RISERS.get(language), &span, &entry.risers, language)}
                {movers(text::FALLERS.get(language), &span, &entry.fallers, language)}
            </div>
        }
        .into_any()
    };
    view! {
        <div class=format!("index-{index}")>
            {figure.view()}
            {movers}
        </div>
    }
    .into_any()
}

/// The first or the last of a table.
fn ends(title: &'static str, rows: &[RankingRow], index: IndexId, language: Language) -> AnyView {
    let rows = rows
        .iter()
        .map(|row| {
            let rank = row.rank.zip(row.rank_n).map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n));
            let score =
                row.score.map_or_else(|| NO_FIGURE.to_owned(), |score| format_score(score, score_decimals(index, score), language));
            view! {
                <tr>
                    <td class="num">{rank}</td>
                    <th scope="row"><a href=province_path(language, &row.province)>{language.pick(&row.name_vi, &row.name_en).to_owned()}</a></th>
                    <td class="num strong">{score}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="data ends">
            <caption>{title}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{common::RANK.get(language)}</th>
                    <th scope="col">{common::PROVINCE.get(language)}</th>
                    <th scope="col">{common::SCORE.get(language)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn movers(title: &'static str, span: &str, rows: &[RankingRow], language: Language) -> AnyView {
    let items = rows
        .iter()
        .map(|row| {
            let places = row.change.as_ref().and_then(|change| change.rank);
            let change = places.map(|places| worded_change(&rank_change(places, language)));
            view! {
                <li>
                    <a href=province_path(language, &row.province)>{language.pick(&row.name_vi, &row.name_en).to_owned()}</a>
                    " "
                    {change}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="moved">
            <h3>{title}" "<span class="muted">{span.to_owned()}</span></h3>
            <ul class="plain">{items}</ul>
        </section>
    }
    .into_any()
}

/// What an index measures, what is on record, where it comes from.
fn index_card(info: &IndexInfo, language: Language) -> AnyView {
    let span = info.years.first().zip(info.years.last()).map(|(first, last)| year_span(*first, *last)).unwrap_or_default();
    view! {
        <li class=format!("card index-{}", info.id)>
            <h3><a href=index_path(language, info.id)>{info.short_name.clone()}</a></h3>
            <p class="card-name">{language.pick(&info.name_vi, &info.name_en).to_owned()}</p>
            <p>{language.pick(&info.measures_vi, &info.measures_en).to_owned()}</p>
            <p class="muted small">{text::ON_RECORD.get(language)}": "{span}</p>
            <p class="muted small">{text::PUBLISHED_BY.get(language)}": "{language.pick(&info.publisher_vi, &info.publisher_en).to_owned()}</p>
            <p class="small"><a href=methods_path(language, info.id)>{index_text::METHOD_LINK.get(language)}</a></p>
        </li>
    }
    .into_any()
}
