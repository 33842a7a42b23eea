//! The index page: the league table of a component and year with map, distribution, rank flow and heat map.

use futures_util::future::try_join4;
use leptos::prelude::*;
use vithe_shared::{
    Borders, ComponentId, Problem, ProvinceSlug, Year,
    api::{IndexInfo, Matrix, ProvinceList, Ranking},
    query::{
        ApiQuery as _, ChartKind, FigureQuery, FigureWidth, MatrixQuery, ObservationQuery, ProvinceListQuery,
        RankingQuery, SeriesQuery, Tab,
    },
};

use super::{
    Page, PageHead,
    analysis_links::analysis_links,
    choices::{Named, component_choices, pick_field, picked_list, region_choices, year_choices},
    interval_sections::{interval_bar, interval_figure, survey_facts, survey_note, table_with_intervals},
    sources::sources_address,
    trend::TrendData,
    unknown_index,
};
use crate::{
    address::{PageAddress, methods_path},
    api::SharedSource,
    charts::{BumpChart, DistributionChart, HeatmapChart, MapChart},
    components::{
        figure::{Figure, FigureTab, FigureWords, figure_address},
        league_table::{Trends, league_table, short_list},
        matrix_table::matrix_table,
        query_form::{page_form, select_field},
        rank_table::rank_table,
    },
    format::compare_vietnamese,
    text::{common, index as text},
    view_model::{RankingView, distribution_view, matrix_view, rank_flow_view, ranking_view},
};

/// The figures of the page.
struct IndexPageData {
    index: IndexInfo,
    regions: ProvinceList,
    ranking: Ranking,
    /// Why the rank intervals asked for are not there.
    interval_refused: Option<String>,
    /// What the sample behind the table can and cannot tell apart.
    survey: Vec<String>,
    trends: TrendData,
    distribution: FigureWords,
    flow: FigureWords,
    /// With its year, the newest up to that of the page whose components are complete; absent where there is none.
    heat_map: Option<(Year, FigureWords)>,
    /// The component scores on record of the year of the page, for the table view only.
    matrix: Option<Matrix>,
}

/// `/{lang}/index/{index}`
pub(super) async fn page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let data = fetch(source, address).await?;
    Ok(show(address, &data))
}

async fn fetch(source: &SharedSource, address: &PageAddress) -> Result<IndexPageData, Problem> {
    let language = address.language;
    let id = address.index().ok_or_else(|| unknown_index(address))?;
    let query = &address.query;
    let component = query.component.clone().unwrap_or_default();
    let ranking = table_with_intervals(
        source,
        RankingQuery {
            index: id,
            component: component.clone(),
            year: query.year,
            region: query.region.clone(),
            borders: None,
            interval: query.interval_choice(),
        },
        language,
    );
    let series = source.series(
        SeriesQuery {
            index: id,
            component,
            provinces: Vec::new(),
            from: None,
            to: None,
        },
        language,
    );
    let (index, provinces, (ranking, interval_refused), series) = try_join4(
        source.index(id, language),
        source.provinces(
            ProvinceListQuery {
                borders: Some(Borders::Provinces63),
            },
            language,
        ),
        ranking,
        series,
    )
    .await?;
    let survey = survey_facts(source, &ranking, &index, &provinces, language).await?;
    let is_table = query.tab == Some(Tab::Table);
    let matrix_year = if is_table {
        index.parts_in(ranking.year).next().map(|_| ranking.year)
    } else {
        newest_year_of_components(&index, ranking.year)
    };
    let matrix = match matrix_year {
        None => None,
        Some(year) => {
            let query = MatrixQuery {
                index: id,
                year: Some(year),
                provinces: Vec::new(),
            };
            let mut matrix = source.matrix(query, language).await?;
            if let Some(region) = &address.query.region {
                matrix.rows.retain(|row| &row.region == region);
            }
            Some(matrix)
        }
    };
    let highlighted = &query.provinces;
    let distribution = distribution_view(&ranking, &index, &provinces, highlighted, language);
    let flow = rank_flow_view(&series, &index, highlighted, language);
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
        heat_map,
        matrix: matrix.filter(|_| is_table),
        trends: TrendData::of(&series),
        ranking,
        regions: provinces,
        index,
    })
}

/// The newest year up to `last` in which every member has all component scores.
pub(super) fn newest_year_of_components(index: &IndexInfo, last: Year) -> Option<Year> {
    index
        .coverage
        .iter()
        .rev()
        .find(|coverage| {
            coverage.year <= last && coverage.with_components > 0 && coverage.with_components >= coverage.members
        })
        .map(|coverage| coverage.year)
}

fn show(address: &PageAddress, data: &IndexPageData) -> Page {
    let language = address.language;
    let index = &data.index;
    let highlighted = &address.query.provinces;
    let name = language.pick(&index.name_vi, &index.name_en);
    let table = ranking_view(&data.ranking, index, &data.regions, highlighted, language)
        .sorted(address.query.sort.unwrap_or_default());
    let tab = address.query.tab.unwrap_or_default();
    let base = FigureQuery {
        component: table.component.clone(),
        year: Some(table.year),
        provinces: highlighted.clone(),
        region: address.query.region.clone(),
        ..FigureQuery::new(index.id, language)
    };
    let head = PageHead {
        title: format!("{} {}", index.short_name, table.year),
        description: table.text.finding.clone(),
        image: Some(figure_address(ChartKind::Map, "png", &base)),
    };
    let main = main_figure(address, data, &table, &base, tab);
    let intervals = (tab == Tab::Chart)
        .then(|| interval_figure(address, &table, &base))
        .flatten();
    let more = match tab {
        Tab::Chart => more_figures(address, data, &base),
        Tab::Table => more_tables(address, data),
        Tab::Map => ().into_any(),
    };
    Page::new(
        head,
        view! {
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
                {survey_note(address, table.year, &data.survey)}
                {main}
                {intervals}
                {more}
            </div>
        },
    )
}

fn filter_bar(address: &PageAddress, data: &IndexPageData, table: &RankingView) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let component = index.component(&table.component);
    let years: &[Year] = component.map_or(&index.years, |component| &component.years);
    let component_choices = component_choices(index, &table.component, language, |component| {
        component.years.contains(&table.year)
    });
    let highlighted = &address.query.provinces;
    let mut names: Vec<Named> = table
        .rows
        .iter()
        .map(|row| (row.province.clone(), row.name.clone()))
        .collect();
    names.sort_by(|left, right| compare_vietnamese(&left.1, &right.1));
    let region = table.region.as_ref().map(|(id, _)| id);
    let fields = view! {
        {select_field("c", common::COMPONENT.get(language), component_choices)}
        {select_field("y", common::YEAR.get(language), year_choices(years, Some(table.year)))}
        {select_field("r", common::REGION.get(language), region_choices(&data.regions, region, language))}
        {pick_field(&names, highlighted, text::HIGHLIGHT.get(language), text::HIGHLIGHT_ADD.get(language))}
    }
    .into_any();
    view! {
        <div class="filters">
            {page_form(address, "filter-form", text::FILTERS.get(language), &["c", "y", "r", "p"], fields, common::APPLY.get(language))}
            <div class="filter-more">
                {year_stepper(address, years, table.year)}
                {picked_list(address, &names, None)}
            </div>
        </div>
    }
    .into_any()
}

/// Links to the years before and after, and in the browser a slider over all years.
pub(super) fn year_stepper(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let before = years.iter().rev().find(|other| **other < year).copied();
    let after = years.iter().find(|other| **other > year).copied();
    let step = |target: Option<Year>, label: &'static str, earlier: bool| {
        target.map(|target| {
            let text = if earlier {
                format!("← {target}")
            } else {
                format!("{target} →")
            };
            let link = address.with(|query| {
                query.year = Some(target);
                query.years = None;
            });
            view! { <a class="step" href=link data-noscroll="" aria-label=format!("{label}: {target}")>{text}</a> }
        })
    };
    view! {
        <div class="year-stepper">
            {step(before, text::EARLIER.get(language), true)}
            <strong>{year.0}</strong>
            {year_slider(address, years, year)}
            {step(after, text::LATER.get(language), false)}
        </div>
    }
    .into_any()
}

/// The slider works only in the browser and is shown only there.
fn year_slider(address: &PageAddress, years: &[Year], year: Year) -> AnyView {
    let language = address.language;
    let position = years.iter().position(|other| *other == year).unwrap_or_default();
    let targets: Vec<String> = years
        .iter()
        .map(|target| {
            address.with(|query| {
                query.year = Some(*target);
                query.years = None;
            })
        })
        .collect();
    view! {
        <input
            class="year-slider needs-script"
            type="range"
            min="0"
            max=years.len().saturating_sub(1)
            value=position
            aria-label=common::YEAR.get(language)
            aria-valuetext=year.to_string()
            data-targets=targets.join(" ")
        />
    }
    .into_any()
}

fn main_figure(
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
    figure.csv = Some(format!("/api/v1/rankings.csv?{}", rankings.to_query_string()));
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

fn more_figures(address: &PageAddress, data: &IndexPageData, base: &FigureQuery) -> AnyView {
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

fn more_tables(address: &PageAddress, data: &IndexPageData) -> AnyView {
    let language = address.language;
    let index = &data.index;
    let names: Vec<(ProvinceSlug, String)> = data
        .ranking
        .rows
        .iter()
        .map(|row| {
            (
                row.province.clone(),
                language.pick(&row.name_vi, &row.name_en).to_owned(),
            )
        })
        .collect();
    let ranks: Vec<(ProvinceSlug, String, &[Option<u16>])> = names
        .into_iter()
        .filter_map(|(slug, name)| {
            let ranks = data.trends.of_province(&slug)?;
            Some((slug, name, ranks))
        })
        .collect();
    let components = data.matrix.as_ref().map_or_else(
        || view! { <p class="muted">{text::NO_COMPONENTS.get(language)}</p> }.into_any(),
        |matrix| matrix_table(&matrix_view(matrix, index, &address.query.provinces, language)),
    );
    view! {
        <section id="ranks">
            <h2>{text::RANKS_BY_YEAR.get(language)}</h2>
            {rank_table(&data.trends.years, &ranks, language)}
        </section>
        <section id="components">
            <h2>{text::SCORES_BY_COMPONENT.get(language)}</h2>
            {components}
        </section>
    }
    .into_any()
}
