//! A component of a province: where it stands, the indicators or parts below it, and its years.

use leptos::prelude::*;
use vithe_shared::{
    Borders, ComponentId, Problem, ProvinceSlug, Year,
    address::at,
    api::{ProvinceList, Ranking, SeriesAnswer, indicators::IndicatorsAnswer},
    domain::{IndexInfo, Province},
    query::{
        ApiQuery as _, ChartKind, FigureQuery, FigureWidth, IndicatorsQuery, ObservationQuery, PageQuery, RankingQuery,
        SeriesQuery, Show,
    },
};

use super::{
    Page, PageHead,
    choices::{component_field, year_choices},
    sources::sources_address,
    year_window::YearWindow,
};
use crate::{
    address::{Aspect, PageAddress, index_path, province_address, unknown_unit},
    answers::Answers,
    charts::LineChart,
    components::{
        figure::{Figure, FigureWords, share_image},
        fold::{filter_fold, fold},
        history_table::history_table,
        indicators_table::indicators_table,
        link_list::LinkList,
        parts_table::parts_table,
        query_form::{page_form, select_field},
    },
    format::capitalise,
    routes::{Below, below},
    text::{common, indicators as text, province as province_text},
    view_model::{
        ComponentView, IndicatorsView, RankingView, component_view, indicators_view, ranking_view, series_view,
    },
};

/// The figures of the page.
struct ComponentPageData {
    province: Province,
    region: String,
    provinces: ProvinceList,
    index: IndexInfo,
    ranking: Ranking,
    /// The tables of its parts, where it has any in the year.
    parts: Vec<Ranking>,
    window: YearWindow,
    series: SeriesAnswer,
    /// `None` where the year, or the list of units, has none.
    indicators: Option<IndicatorsAnswer>,
}

/// `/{lang}/province/{slug}?i=…&c=…`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<ComponentPageData, Problem> {
    let language = address.language;
    let (slug, borders) = address.unit()?;
    let Some(Below::Component(id, component)) = below(address) else {
        return Err(unknown_unit(language));
    };
    // An unknown province is answered with the nearest ones.
    let series_of = |from, to| {
        answers.series(&SeriesQuery {
            index: id,
            component: component.clone(),
            provinces: vec![slug.clone()],
            from,
            to,
            borders: Some(borders),
        })
    };
    let index = answers.index(id)?;
    let window = YearWindow::of(&address.query, &index, &component, borders);
    let query = window.series(&index, component.clone(), Vec::new());
    let series = series_of(query.from, query.to)?;
    let year = year_shown(address, &index, &component, borders);
    let ranking_of = |component: &ComponentId, year| {
        answers.rankings(&RankingQuery {
            index: id,
            component: component.clone(),
            year,
            region: None,
            borders: Some(borders),
            interval: None,
            rank: None,
        })
    };
    let ranking = ranking_of(&component, year)?;
    let mut parts = Vec::new();
    for part in index
        .components
        .iter()
        .filter(|part| part.parent.as_ref() == Some(&component))
    {
        if part.years.contains(&ranking.year) {
            parts.push(ranking_of(&part.id, Some(ranking.year))?);
        }
    }
    let has_indicators = index
        .indicators_of(&component)
        .is_some_and(|of| of.years.contains(&ranking.year) && index.borders_in(ranking.year) == borders);
    let indicators = has_indicators.then(|| {
        answers.indicators(&IndicatorsQuery {
            index: id,
            component: Some(component.clone()),
            year: Some(ranking.year),
            province: Some(slug.clone()),
        })
    });
    let provinces = answers.provinces(borders);
    let province = provinces.provinces.iter().find(|province| province.slug == slug);
    let province = province.cloned().ok_or_else(|| unknown_unit(language))?;
    let mut regions = provinces.regions.iter();
    let region = regions.find(|region| region.id == province.region);
    Ok(ComponentPageData {
        region: region.map_or_else(String::new, |region| {
            language.pick(&region.name_vi, &region.name_en).to_owned()
        }),
        province,
        provinces,
        index,
        ranking,
        parts,
        window,
        series,
        indicators: indicators.transpose()?,
    })
}

/// The year asked for, or else the newest one before it that the component has; `None` leaves it to the engine.
fn year_shown(address: &PageAddress, index: &IndexInfo, component: &ComponentId, borders: Borders) -> Option<Year> {
    let asked = address.query.year.or(address.query.years.map(|years| years.to))?;
    let years = &index.component(component)?.years;
    let told = years
        .iter()
        .filter(|year| index.tells(borders, **year) && **year <= asked);
    told.max().copied()
}

fn show(address: &PageAddress, data: &ComponentPageData) -> Page {
    let language = address.language;
    let (index, ranking) = (&data.index, &data.ranking);
    let name = language.pick(&data.province.name_vi, &data.province.name_en);
    let view = component_view(ranking, index, &data.province.slug, [name, &data.region], language);
    let indicators = data
        .indicators
        .as_ref()
        .map(|answer| indicators_view(answer, index, &data.provinces, [name, &view.name], language));
    let base = FigureQuery {
        component: ranking.component.clone(),
        provinces: vec![data.province.slug.clone()],
        year: Some(ranking.year),
        borders: data.province.borders.in_address(),
        ..FigureQuery::new(index.id, language)
    };
    let title = format!("{name}: {}, {} {}", view.name, index.short_name, ranking.year);
    let head = PageHead {
        title,
        description: description(&view, indicators.as_ref()),
        image: Some(share_image(
            ChartKind::Line,
            &data.window.figure(base.clone(), Show::Score),
        )),
    };
    let estimates = (ranking.back_cast || ranking.estimated)
        .then(|| view! { <p class="muted estimates">{common::MARKED_ESTIMATES.get(language)}</p> });
    let content = view! {
        <div class=format!("wrap page-component index-{}", index.id)>
            <h1>
                {name.to_owned()}
                " "
                <span class="h1-rest">{format!("{} · {} {}", view.name, index.short_name, ranking.year)}</span>
            </h1>
            {links(address, data)}
            <p class="narrative">{view.sentences.join(" ")}</p>
            {estimates}
            {filters(address, data, &view)}
            {indicators_section(address, data, indicators.as_ref())}
            {parts_section(address, data)}
            {history_section(address, data, &base)}
            <p class="source muted small">{view.source.clone()}</p>
        </div>
    };
    Page::new(head, content.into_any())
}

fn description(view: &ComponentView, indicators: Option<&IndicatorsView>) -> String {
    let mut sentences = view.sentences.clone();
    sentences.extend(indicators.map(|indicators| format!("{}.", indicators.finding)));
    sentences.join(" ")
}

/// To the page of the province, and to the table of the component.
fn links(address: &PageAddress, data: &ComponentPageData) -> AnyView {
    let language = address.language;
    let (index, year) = (&data.index, data.ranking.year);
    let borders = data.province.borders;
    let province = Aspect::of(index.id, &ComponentId::overall(), year).within(borders);
    let table = PageQuery {
        component: Some(data.ranking.component.clone()),
        year: Some(year),
        borders: borders.in_address(),
        ..PageQuery::default()
    };
    let links = vec![
        (
            province_address(language, &data.province.slug, &province),
            text::BACK.get(language).to_owned(),
        ),
        (
            table.address(&index_path(language, index.id)),
            text::LEAGUE.get(language).to_owned(),
        ),
    ];
    view! { <LinkList links/> }.into_any()
}

fn filters(address: &PageAddress, data: &ComponentPageData, view: &ComponentView) -> AnyView {
    let language = address.language;
    let (index, ranking) = (&data.index, &data.ranking);
    let borders = data.province.borders;
    let is_told = |year: &Year| index.tells(borders, *year);
    let years: Vec<Year> = index
        .component(&ranking.component)
        .map(|component| component.years.iter().copied().filter(is_told).collect())
        .unwrap_or_default();
    let fields = view! {
        {component_field(index, &ranking.component, language, &|component| component.years.contains(&ranking.year))}
        {select_field("filter-y", "y", common::YEAR.get(language), year_choices(&years, Some(ranking.year)))}
    }
    .into_any();
    filter_fold(
        "filters",
        format!("{} · {}", view.name, ranking.year),
        view! {
            <div class="filters">
                {page_form(address, "filter", text::FILTERS.get(language), &["c", "y"], fields, common::APPLY.get(language))}
            </div>
        },
    )
}

fn indicators_section(
    address: &PageAddress,
    data: &ComponentPageData,
    indicators: Option<&IndicatorsView>,
) -> Option<AnyView> {
    let language = address.language;
    let Some(view) = indicators else {
        let of = data.index.indicators_of(&data.ranking.component)?;
        let link = address.with(|query| {
            query.year = of.years.last().copied();
            query.years = None;
            query.borders = None;
        });
        let words = text::of_other_years(&vithe_shared::identifier::year_spans(&of.years), language);
        let is_province = data.province.borders == Borders::Provinces63;
        let words = if is_province {
            view! { <a href=link>{words}</a> }.into_any()
        } else {
            // The 34 units have none, and their slugs are names of another list.
            view! { {words} }.into_any()
        };
        return Some(view! { <p class="muted">{words}</p> }.into_any());
    };
    let csv = IndicatorsQuery {
        index: view.index,
        component: Some(data.ranking.component.clone()),
        year: Some(view.year),
        province: Some(data.province.slug.clone()),
    };
    Some(indicators_table(
        view,
        &data.province.slug,
        data.indicators.as_ref().map_or(&[], |answer| &answer.sources),
        &at(format_args!("/api/v1/indicators.csv?{}", csv.to_query_string())),
    ))
}

fn parts_section(address: &PageAddress, data: &ComponentPageData) -> Option<AnyView> {
    let language = address.language;
    if data.parts.is_empty() {
        return None;
    }
    let kept = [data.province.slug.clone()];
    let told = |ranking: &Ranking| ranking_view(ranking, &data.index, &data.provinces, &kept, language);
    let tables: Vec<RankingView> = data.parts.iter().map(told).collect();
    let table = parts_table(&tables, &data.province.slug, language);
    Some(
        view! {
            <section id="parts">
                <h2 class="section-title">{text::PARTS.get(language)}</h2>
                {table}
            </section>
        }
        .into_any(),
    )
}

fn history_section(address: &PageAddress, data: &ComponentPageData, base: &FigureQuery) -> AnyView {
    let language = address.language;
    let view = series_view(&data.series, &data.index, Show::Score, language);
    let query = FigureQuery {
        width: FigureWidth::Medium,
        ..data.window.figure(base.clone(), Show::Score)
    };
    let mut words = FigureWords::new::<LineChart>(&view);
    // The table below says them in its rows.
    words.drop_notes(&view.breaks.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>());
    let province: ProvinceSlug = data.province.slug.clone();
    let series = data
        .window
        .series(&data.index, base.component.clone(), vec![province.clone()]);
    let mut figure = Figure::new("history", ChartKind::Line, query, words, address.canonical());
    figure.csv = Some(at(format_args!("/api/v1/series.csv?{}", series.to_query_string())));
    figure.sources = Some(sources_address(
        language,
        ObservationQuery {
            index: Some(series.index),
            component: Some(series.component.clone()),
            province: Some(province),
            year: None,
            borders: data.province.borders.in_address(),
        },
    ));
    let citation = language.pick(&data.index.citation_vi, &data.index.citation_en);
    figure.citation = Some(citation.to_owned());
    let line = format!("{} ({})", text::HISTORY_TABLE.get(language), view.years.len());
    view! {
        <section id="over-years" class="history-part">
            <h2 class="section-title">{capitalise(province_text::HISTORY.get(language))}</h2>
            {figure.view()}
            {fold("history-table", line, history_table(&view))}
        </section>
    }
    .into_any()
}
