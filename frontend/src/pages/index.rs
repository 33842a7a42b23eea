//! The index page: the league table of a component and year with map, distribution, rank flow and heat map.

use leptos::prelude::*;
use vithe_shared::{
    Borders, Problem, Year,
    api::{Matrix, ProvinceList, Ranking, SeriesAnswer},
    domain::IndexInfo,
    query::{ChartKind, FigureQuery, MapClasses, MatrixQuery, RankingQuery, SeriesQuery, Tab},
};

use super::{
    Page, PageHead,
    analysis_links::analysis_links,
    interval_sections::{interval_bar, interval_figure, survey_facts, survey_note, table_with_intervals},
    trend::TrendData,
    unknown_index,
    year_window::YearWindow,
};
use crate::{
    address::{PageAddress, methods_path},
    answers::Answers,
    charts::{BumpChart, DistributionChart, HeatmapChart},
    components::figure::{FigureWords, share_image},
    text::index as text,
    view_model::{RankingView, distribution_view, matrix_view, rank_flow_view, ranking_view},
};

mod figures;
mod filters;
mod tables;

use figures::{main_figure, more_figures};
use filters::filter_bar;
use tables::more_tables;

/// The figures of the page.
struct IndexPageData {
    index: IndexInfo,
    regions: ProvinceList,
    ranking: Ranking,
    /// The table of the whole country for the map, where that of the page is of a region.
    country: Option<Ranking>,
    /// Why the rank intervals asked for are not there.
    interval_refused: Option<String>,
    /// What the sample behind the table can and cannot tell apart.
    survey: Vec<String>,
    trends: TrendData,
    /// All years.
    series: SeriesAnswer,
    distribution: FigureWords,
    flow: FigureWords,
    /// The years of the flow.
    window: YearWindow,
    /// With its year, the newest up to that of the page whose components are complete; absent where there is none.
    heat_map: Option<(Year, FigureWords)>,
    /// The component scores on record of the year of the page, for the table view only.
    matrix: Option<Matrix>,
}

/// `/{lang}/index/{index}`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<IndexPageData, Problem> {
    let language = address.language;
    let id = address.index().ok_or_else(|| unknown_index(address))?;
    let query = &address.query;
    let component = query.component.clone().unwrap_or_default();
    let (ranking, interval_refused) = table_with_intervals(
        answers,
        RankingQuery {
            index: id,
            component: component.clone(),
            year: query.year,
            region: query.region.clone(),
            borders: query.borders,
            interval: query.interval_choice(),
            rank: None,
        },
    )?;
    let country = match &ranking.region {
        None => None,
        Some(_) => Some(answers.rankings(&RankingQuery {
            index: id,
            component: component.clone(),
            year: Some(ranking.year),
            region: None,
            borders: query.borders,
            interval: None,
            rank: None,
        })?),
    };
    let series = answers.series(&SeriesQuery {
        index: id,
        component,
        provinces: Vec::new(),
        from: None,
        to: None,
        borders: Some(ranking.borders),
    })?;
    let (index, provinces) = (answers.index(id)?, answers.provinces(ranking.borders));
    let survey = survey_facts(answers, &ranking, &index, &provinces, language)?;
    let is_table = query.tab == Some(Tab::Table);
    let matrix_year = if is_table {
        index.parts_in(ranking.year).next().map(|_| ranking.year)
    } else {
        newest_year_of_components(&index, ranking.borders, ranking.year)
    };
    let matrix = match matrix_year {
        None => None,
        Some(year) => {
            let query = MatrixQuery {
                index: id,
                year: Some(year),
                provinces: Vec::new(),
                region: address.query.region.clone(),
                borders: Some(ranking.borders),
            };
            Some(answers.matrix(&query)?)
        }
    };
    let highlighted = &address.kept_in_view();
    let distribution = distribution_view(&ranking, &index, &provinces, highlighted, language);
    let window = YearWindow::of(query, &index, &series.component, ranking.borders);
    let flow = rank_flow_view(
        &*window.part_of(&series, &index, answers)?,
        &index,
        highlighted,
        language,
    );
    let heat_map = matrix.as_ref().filter(|_| !is_table).map(|matrix| {
        let view = matrix_view(matrix, &index, highlighted, language);
        let mut words = FigureWords::new::<HeatmapChart>(&view);
        if matrix.year != ranking.year {
            words.add_note(text::other_year(ranking.year, matrix.year, language));
        }
        (matrix.year, words)
    });
    Ok(IndexPageData {
        interval_refused,
        survey,
        distribution: FigureWords::new::<DistributionChart>(&distribution),
        flow: FigureWords::new::<BumpChart>(&flow),
        window,
        heat_map,
        matrix: matrix.filter(|_| is_table),
        trends: TrendData::of(&series),
        series,
        ranking,
        country,
        regions: provinces,
        index,
    })
}

/// The newest year up to `last` in which every member of a list of units has all component scores.
pub(super) fn newest_year_of_components(index: &IndexInfo, borders: Borders, last: Year) -> Option<Year> {
    index
        .coverage
        .iter()
        .rev()
        .find(|coverage| {
            index.tells(borders, coverage.year)
                && coverage.year <= last
                && coverage.with_components > 0
                && coverage.with_components >= coverage.members
        })
        .map(|coverage| coverage.year)
}

fn show(address: &PageAddress, data: &IndexPageData) -> Page {
    let language = address.language;
    let index = &data.index;
    let highlighted = &address.kept_in_view();
    let name = language.pick(&index.name_vi, &index.name_en);
    let told = |ranking: &Ranking| {
        let view = ranking_view(ranking, index, &data.regions, highlighted, language);
        match address.query.classes {
            MapClasses::Year => view,
            MapClasses::Fixed => view.with_classes_of_all_years(&data.series),
        }
    };
    let table = told(&data.ranking);
    let map = data.country.as_ref().map(|country| RankingView {
        // The words are those of the region that is chosen.
        text: table.text.clone(),
        ..told(country)
    });
    let tab = address.query.tab.unwrap_or_default();
    let base = FigureQuery {
        component: table.component.clone(),
        year: Some(table.year),
        provinces: highlighted.clone(),
        region: address.query.region.clone(),
        classes: address.query.classes,
        borders: data.ranking.borders.in_address(),
        ..FigureQuery::new(index.id, language)
    };
    let head = PageHead {
        title: format!("{} {}", index.short_name, table.year),
        description: table.text.finding.clone(),
        image: Some(share_image(ChartKind::Map, &base)),
    };
    let main = main_figure(address, data, [&table, map.as_ref().unwrap_or(&table)], &base, tab);
    let intervals = (tab == Tab::Chart)
        .then(|| interval_figure(address, &table, &base))
        .flatten();
    let more = match tab {
        // Estimates are not ranked, and their parts are told on the pages of the units.
        Tab::Chart | Tab::Table if data.ranking.back_cast || data.ranking.estimated => ().into_any(),
        Tab::Chart => more_figures(address, data, &base),
        Tab::Table => more_tables(address, data),
        Tab::Map => ().into_any(),
    };
    let view = view! {
        <div class=format!("wrap page-index index-{}", index.id)>
            <h1>
                <span class="index-name">{index.short_name.clone()} " " {table.year.0}</span>
                " "
                <span class="h1-rest">{name.to_owned()}</span>
            </h1>
            <p class="lead">
                {language.pick(&index.measures_vi, &index.measures_en).to_owned()}
                " "
                <a href=methods_path(language, index.id)>{text::METHOD_LINK.get(language)}</a>
            </p>
            {filter_bar(address, data, &table)}
            {analysis_links(address, index, &base)}
            {interval_bar(address, &table, data.interval_refused.as_deref())}
            {main}
            {survey_note(address, table.year, &data.survey)}
            {intervals}
            {more}
        </div>
    };
    Page::new(head, view.into_any()).with_number_fields(vec!["points".to_owned()])
}
