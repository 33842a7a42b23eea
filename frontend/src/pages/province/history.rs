//! Scores and ranks of a province over the years, side by side, with one table of both.

use leptos::prelude::*;
use vithe_shared::{
    address::at,
    api::SeriesAnswer,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, ObservationQuery, SeriesQuery, Show},
};

use super::ProvincePageData;
use crate::{
    address::PageAddress,
    charts::LineChart,
    components::{
        figure::{Figure, FigureWords},
        fold::{filter_fold, fold},
        history_table::history_table,
        query_form::page_form,
    },
    pages::{choices::component_field, sources::sources_address},
    text::{common, province as text},
    view_model::{SeriesView, series_view, wording::component_name},
};

/// The choices, the two figures and the table behind them.
pub(super) fn history_section(address: &PageAddress, data: &ProvincePageData, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let scores = series_view(&data.series, &data.index, Show::Score, language);
    let years = scores.years.len();
    let line = format!("{} ({years})", text::HISTORY_TABLE.get(language));
    let table = fold("history-table", line, history_table(&scores));
    let line = format!("{} ({})", scores.text.kicker, text::SCORES_AND_RANKS.get(language));
    let ranks = series_view(&data.series, &data.index, Show::Rank, language);
    let second = match &data.member_series {
        Some(members) => members_figure(address, data, base, members),
        None => figure(address, data, base, Show::Rank, &ranks),
    };
    let content = view! {
        {filters(address, data, base)}
        <div class="history-figures">
            {figure(address, data, base, Show::Score, &scores)}
            {second}
        </div>
        {table}
    };
    view! {
        <section id="over-years" class="history-part">
            <h2 class="section-title">{text::HISTORY.get(language)}</h2>
            {fold("over-years-fold", line, content)}
        </section>
    }
    .into_any()
}

fn figure(
    address: &PageAddress,
    data: &ProvincePageData,
    base: &FigureQuery,
    show: Show,
    view: &SeriesView,
) -> AnyView {
    let language = address.language;
    let query = FigureQuery {
        component: data.series.component.clone(),
        width: FigureWidth::Narrow,
        ..data.window.figure(base.clone(), show)
    };
    let series = series_query(data, base);
    let mut words = FigureWords::new::<LineChart>(view);
    // The table below says them in its rows.
    words.drop_notes(&view.breaks.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>());
    let id = match show {
        Show::Score => "history",
        Show::Rank => "history-rank",
    };
    let mut figure = Figure::new(id, ChartKind::Line, query, words, address.canonical());
    figure.csv = Some(at(format_args!("/api/v1/series.csv?{}", series.to_query_string())));
    figure.sources = Some(sources_address(
        language,
        ObservationQuery {
            index: Some(series.index),
            component: Some(series.component.clone()),
            province: series.provinces.first().cloned(),
            year: None,
            borders: data.profile.province.borders.in_address(),
        },
    ));
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
    figure.view()
}

/// The provinces behind the estimates of a unit, each with its own line.
fn members_figure(
    address: &PageAddress,
    data: &ProvincePageData,
    base: &FigureQuery,
    members: &SeriesAnswer,
) -> AnyView {
    let language = address.language;
    let view = series_view(members, &data.index, Show::Score, language);
    let query = FigureQuery {
        component: data.series.component.clone(),
        width: FigureWidth::Narrow,
        provinces: data.members.iter().map(|(slug, _)| slug.clone()).collect(),
        borders: None,
        ..data.window.figure(base.clone(), Show::Score)
    };
    let query = FigureQuery { borders: None, ..query };
    let mut words = FigureWords::new::<LineChart>(&view);
    words.drop_notes(&view.breaks.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>());
    let figure = Figure::new("history-members", ChartKind::Line, query, words, address.canonical());
    view! {
        <div>
            <h3>{text::MEMBERS_OVER_YEARS.get(language)}</h3>
            {figure.view()}
        </div>
    }
    .into_any()
}

fn series_query(data: &ProvincePageData, base: &FigureQuery) -> SeriesQuery {
    data.window
        .series(&data.index, data.series.component.clone(), base.provinces.clone())
}

fn filters(address: &PageAddress, data: &ProvincePageData, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let year = base.year.unwrap_or(data.index.opens_on);
    let chosen = &data.series.component;
    let fields = component_field(&data.index, chosen, language, &|component| {
        component.years.contains(&year)
    });
    // A component is told on a page of its own, whose address names the index.
    let mut of_index = address.clone();
    of_index.query.index = Some(data.index.id);
    let name = language.pick(&data.series.component_name_vi, &data.series.component_name_en);
    let state = format!(
        "{} · {}",
        component_name(chosen.is_overall(), name, language),
        data.window.words(language)
    );
    filter_fold(
        "history-filters",
        state,
        view! {
            <div class="filters">
                {page_form(&of_index, "component", common::COMPONENT.get(language), &["c"], fields, common::APPLY.get(language))}
                {data.window.form(address)}
            </div>
        },
    )
}
