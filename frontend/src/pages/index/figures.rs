//! The figures of the index page: the table with its map, and below it distribution, rank flow and heat map.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId, Year,
    address::at,
    domain::IndexInfo,
    query::{
        ApiQuery as _, ChartKind, FigureQuery, FigureWidth, MapClasses, ObservationQuery, RankingQuery, Show, Tab,
    },
};

use super::IndexPageData;
use crate::{
    address::PageAddress,
    charts::MapChart,
    components::{
        choice_links::{ChoiceLink, choice_links},
        figure::{Figure, FigureTab, FigureWords},
        fold::filter_fold,
        league_table::{Trends, league_table, short_list},
        timeline::Timeline,
    },
    pages::{choices::borders_links, sources::sources_address},
    text::index as text,
    view_model::{MapView, RankingView},
};

/// The table with its map, which is of the whole country; only the table, or the map with the ends of the table, by the tab.
pub(super) fn main_figure(
    address: &PageAddress,
    data: &IndexPageData,
    [table, map]: [&RankingView; 2],
    base: &FigureQuery,
    tab: Tab,
) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let rankings = RankingQuery {
        index: index.id,
        component: table.component.clone(),
        year: Some(table.year),
        region: address.query.region.clone(),
        borders: data.ranking.borders.in_address(),
        interval: address.query.interval_choice().filter(|_| table.has_intervals()),
        rank: None,
    };
    let trends = Trends {
        frame: data.trends.frame.as_ref(),
        of: &|province| data.trends.scores_of(province),
    };
    let tabs = [Tab::Chart, Tab::Table, Tab::Map]
        .into_iter()
        .map(|choice| FigureTab {
            tab: choice,
            address: address.with(|query| query.tab = Some(choice)),
            current: choice == tab,
        })
        .collect();
    let shown = match tab {
        Tab::Map => short_list(table, address, 5),
        Tab::Chart | Tab::Table => league_table(table, address, &trends, tab == Tab::Chart),
    };
    let width = if tab == Tab::Map {
        FigureWidth::Medium
    } else {
        FigureWidth::Narrow
    };
    let query = FigureQuery { width, ..base.clone() };
    let words = FigureWords::new::<MapChart>(&MapView::from(map));
    let mut figure = Figure::new("league", ChartKind::Map, query, words, address.canonical());
    if tab == Tab::Table {
        figure.kind = None;
    }
    figure.first = true;
    figure.tabs = tabs;
    figure.table = Some(shown);
    let classes = figure.kind.is_some().then(|| class_choice(address));
    figure.choices = Some(view! { {borders_choice(address, index, table)} {classes} }.into_any());
    figure.timeline = Some(timeline(address, data, table.year, "timeline"));
    figure.csv = Some(at(format_args!("/api/v1/rankings.csv?{}", rankings.to_query_string())));
    figure.sources = Some(sources_address(
        language,
        ObservationQuery {
            index: Some(rankings.index),
            component: Some(rankings.component.clone()),
            province: None,
            year: rankings.year,
            borders: rankings.borders,
        },
    ));
    figure.citation = Some(language.pick(&index.citation_vi, &index.citation_en).to_owned());
    figure.view()
}

/// Whether the table is of the 63 provinces or of the 34 units.
fn borders_choice(address: &PageAddress, index: &IndexInfo, table: &RankingView) -> AnyView {
    borders_links(address, table.borders, &|query, borders| {
        // Regions differ between the lists, and a year of the 34 units has no table of the 63 provinces.
        query.region = None;
        query.year = query.year.filter(|year| index.tells(borders, *year));
    })
}

/// Whether the classes of the map are cut anew for every year.
fn class_choice(address: &PageAddress) -> AnyView {
    let choices = [
        (MapClasses::Year, text::CLASSES_OF_YEAR),
        (MapClasses::Fixed, text::CLASSES_OF_ALL_YEARS),
    ]
    .map(|(classes, words)| ChoiceLink {
        name: classes.as_str(),
        text: words.get(address.language),
        href: address.with(|query| query.classes = classes),
        is_chosen: address.query.classes == classes,
    });
    choice_links("classes", text::CLASSES.get(address.language), choices)
}

/// The years of the component that is shown.
fn timeline(address: &PageAddress, data: &IndexPageData, year: Year, id: &'static str) -> AnyView {
    let index = &data.index;
    let component = index.component(&data.ranking.component);
    Timeline {
        id,
        years: component.map_or(&index.years, |component| &component.years),
        breaks: &data.series.breaks,
        year,
    }
    .view(address)
}

/// What is drawn below the table.
pub(super) fn more_figures(address: &PageAddress, data: &IndexPageData, base: &FigureQuery) -> AnyView {
    let page = address.canonical();
    let tables = address.with(|query| query.tab = Some(Tab::Table));
    let wide = FigureQuery {
        width: FigureWidth::Wide,
        ..base.clone()
    };
    let distribution = Figure {
        table_address: Some(format!("{tables}#league")),
        timeline: Some(timeline(address, data, data.ranking.year, "timeline-distribution")),
        ..Figure::new(
            "distribution",
            ChartKind::Distribution,
            wide.clone(),
            data.distribution.clone(),
            page.clone(),
        )
    };
    let flow = Figure {
        table_address: Some(format!("{tables}#ranks")),
        ..Figure::new(
            "flow",
            ChartKind::Bump,
            // A flow is always one of ranks.
            data.window.figure(wide.clone(), Show::Score),
            data.flow.clone(),
            page.clone(),
        )
    };
    let heat_map = data.heat_map.clone().map(|(year, words)| {
        let query = FigureQuery {
            component: ComponentId::overall(),
            year: Some(year),
            ..wide
        };
        Figure {
            table_address: Some(format!("{tables}#components")),
            ..Figure::new("heatmap", ChartKind::Heatmap, query, words, page)
        }
        .view()
    });
    let window = data.window.form(address).map(|form| {
        let state = data.window.words(address.language);
        filter_fold("window-filters", state, view! { <div class="filters">{form}</div> })
    });
    view! {
        {distribution.view()}
        {window}
        {flow.view()}
        {heat_map}
    }
    .into_any()
}
