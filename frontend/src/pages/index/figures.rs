//! The figures of the index page: the table with its map, and below it distribution, rank flow and heat map.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId,
    address::at,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, ObservationQuery, RankingQuery, Tab},
};

use super::IndexPageData;
use crate::{
    address::PageAddress,
    charts::MapChart,
    components::{
        figure::{Figure, FigureTab, FigureWords},
        league_table::{Trends, league_table, short_list},
    },
    pages::sources::sources_address,
    view_model::RankingView,
};

/// The table with its map; only the table, or the map with the ends of the table, by the tab.
pub(super) fn main_figure(
    address: &PageAddress,
    data: &IndexPageData,
    table: &RankingView,
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
        borders: None,
        interval: address.query.interval_choice().filter(|_| table.has_intervals()),
    };
    let trends = Trends {
        years: &data.trends.years,
        of: &|province| data.trends.of_province(province),
        worst: data.trends.worst,
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
    let words = FigureWords::new::<MapChart>(table);
    let mut figure = Figure::new("league", ChartKind::Map, query, words, address.canonical());
    if tab == Tab::Table {
        figure.kind = None;
    }
    figure.first = true;
    figure.tabs = tabs;
    figure.table = Some(shown);
    figure.csv = Some(at(format_args!("/api/v1/rankings.csv?{}", rankings.to_query_string())));
    figure.sources = Some(sources_address(
        language,
        ObservationQuery {
            index: Some(rankings.index),
            component: Some(rankings.component.clone()),
            province: None,
            year: rankings.year,
        },
    ));
    figure.citation = Some(language.pick(&index.citation_vi, &index.citation_en).to_owned());
    figure.view()
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
            FigureQuery {
                year: None,
                ..wide.clone()
            },
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
    view! {
        {distribution.view()}
        {flow.view()}
        {heat_map}
    }
    .into_any()
}
