//! The page of an indicator: its map and table, and the other indicators of its component.

use leptos::prelude::*;
use vithe_shared::{
    Problem, ProblemCode,
    address::at,
    api::{
        ProvinceList,
        indicators::{IndicatorRanking, IndicatorsAnswer},
    },
    domain::IndexInfo,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, IndicatorRankingQuery, IndicatorsQuery, PageQuery},
    sorting::sort_by,
    vietnamese,
};

use super::{
    Page, PageHead,
    choices::{Named, pin_field, pinned_list, region_choices, year_choices},
    unknown_index,
};
use crate::{
    address::{PageAddress, index_path},
    answers::Answers,
    charts::MapChart,
    components::{
        chooser::{GroupedChoice, chooser},
        figure::{Figure, FigureWords, share_image},
        fold::filter_fold,
        indicator_table::{component_indicators, indicator_table},
        indicators_table::documents,
        link_list::LinkList,
        query_form::{page_form, select_field},
    },
    routes::{Below, below},
    text::{common, index as index_text, indicators as text},
    view_model::{IndicatorView, indicator_view},
};

/// The figures of the page.
struct IndicatorPageData {
    index: IndexInfo,
    provinces: ProvinceList,
    /// The table that is shown.
    ranking: IndicatorRanking,
    /// That of the whole country for the map, where the table is of a region.
    country: Option<IndicatorRanking>,
    /// All indicators of the index, for the choice.
    all: IndicatorsAnswer,
    /// Those of the component.
    siblings: IndicatorsAnswer,
}

/// `/{lang}/index/{index}?c=entry.01`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<IndicatorPageData, Problem> {
    let Some(Below::Indicator(id, indicator)) = below(address) else {
        return Err(unknown_index(address));
    };
    let query = &address.query;
    let ranking_of = |region| {
        answers.indicator_ranking(&IndicatorRankingQuery {
            index: id,
            indicator: indicator.clone(),
            year: query.year,
            region,
        })
    };
    let ranking = ranking_of(query.region.clone())?;
    let country = ranking.region.is_some().then(|| ranking_of(None)).transpose()?;
    let list = |component| {
        answers.indicators(&IndicatorsQuery {
            index: id,
            component,
            year: Some(ranking.year),
            province: None,
        })
    };
    let index = answers.index(id)?;
    if index.component(&ranking.indicator.component).is_none() {
        let detail = format!("{}: {}", index.short_name, ranking.indicator.component);
        return Err(Problem::new(ProblemCode::UnknownComponent, address.language, detail));
    }
    Ok(IndicatorPageData {
        provinces: answers.provinces(ranking.borders),
        all: list(None)?,
        siblings: list(Some(ranking.indicator.component.clone()))?,
        index,
        ranking,
        country,
    })
}

fn show(address: &PageAddress, data: &IndicatorPageData) -> Page {
    let language = address.language;
    let (index, ranking) = (&data.index, &data.ranking);
    let pins = address.kept_in_view();
    let told = |ranking: &IndicatorRanking| indicator_view(ranking, index, &data.provinces, &pins, language);
    let view = told(ranking);
    let map = data
        .country
        .as_ref()
        .map_or_else(|| view.map(), |country| told(country).map());
    let base = FigureQuery {
        component: ranking.indicator.id.clone().into(),
        year: Some(ranking.year),
        provinces: pins.clone(),
        borders: ranking.borders.in_address(),
        ..FigureQuery::new(index.id, language)
    };
    let head = PageHead {
        title: format!("{} ({} {})", view.name, index.short_name, ranking.year),
        description: format!("{}. {}.", view.name, view.text.finding),
        image: Some(share_image(ChartKind::Map, &base)),
    };
    let rankings = IndicatorRankingQuery {
        index: index.id,
        indicator: ranking.indicator.id.clone(),
        year: Some(ranking.year),
        region: address.query.region.clone(),
    };
    let query = FigureQuery {
        width: FigureWidth::Narrow,
        ..base
    };
    let words = FigureWords::new::<MapChart>(&map);
    let mut figure = Figure::new("league", ChartKind::Map, query, words, address.canonical());
    figure.first = true;
    figure.table = Some(indicator_table(&view, address));
    figure.csv = Some(at(format_args!(
        "/api/v1/indicators/rankings.csv?{}",
        rankings.to_query_string()
    )));
    figure.citation = Some(language.pick(&index.citation_vi, &index.citation_en).to_owned());
    let content = view! {
        <div class=format!("wrap page-indicator index-{}", index.id)>
            <h1 class="long-title">{view.name.clone()}</h1>
            <p class="lead">{format!("{} {} · {}", index.short_name, ranking.year, view.component_name)}</p>
            {links(address, data, &view)}
            {filters(address, data, &view)}
            {figure.view()}
            <p class="source muted small">{documents(&ranking.sources, language)}</p>
            <section id="indicators">
                <h2 class="section-title">{format!("{}: {}", text::ALL_OF_COMPONENT.get(language), view.component_name)}</h2>
                {component_indicators(&data.siblings, index.id, language)}
            </section>
        </div>
    };
    Page::new(head, content.into_any())
}

/// To the table of the component.
fn links(address: &PageAddress, data: &IndicatorPageData, view: &IndicatorView) -> AnyView {
    let language = address.language;
    let query = PageQuery {
        component: Some(view.indicator.component.clone()),
        year: Some(view.year),
        ..PageQuery::default()
    };
    let links = vec![(
        query.address(&index_path(language, data.index.id)),
        format!("{}: {}", text::LEAGUE.get(language), view.component_name),
    )];
    view! { <LinkList links/> }.into_any()
}

fn filters(address: &PageAddress, data: &IndicatorPageData, view: &IndicatorView) -> AnyView {
    let language = address.language;
    let component_name = |id: &vithe_shared::ComponentId| {
        let component = data.index.component(id);
        component.map_or_else(
            || id.to_string(),
            |component| language.pick(&component.name_vi, &component.name_en).to_owned(),
        )
    };
    let choices: Vec<GroupedChoice> = data
        .all
        .rows
        .iter()
        .map(|row| GroupedChoice {
            group: component_name(&row.indicator.component),
            value: row.indicator.id.to_string(),
            text: language.pick(&row.indicator.name_vi, &row.indicator.name_en).to_owned(),
            note: String::new(),
            is_part: false,
            selected: row.indicator.id == view.indicator.id,
        })
        .collect();
    let mut names: Vec<Named> = view
        .rows
        .iter()
        .map(|row| (row.province.clone(), row.name.clone()))
        .collect();
    sort_by(&mut names, |left, right| vietnamese::compare(&left.1, &right.1));
    let region = address.query.region.as_ref();
    let years = year_choices(&data.ranking.years, Some(view.year));
    let fields = view! {
        {chooser("filter-c", "c", text::CHOOSE.get(language), &choices)}
        {select_field("filter-y", "y", common::YEAR.get(language), years)}
        {select_field("filter-r", "r", common::REGION.get(language), region_choices(&data.provinces, region, language))}
        {pin_field(&names, &address.kept_in_view(), language)}
    }
    .into_any();
    filter_fold(
        "filters",
        format!("{} · {}", view.component_name, view.year),
        view! {
            <div class="filters">
                {page_form(address, "filter", index_text::FILTERS.get(language), &["c", "y", "r", "p", "pin"], fields, common::APPLY.get(language))}
                <div class="filter-more">{pinned_list(address, &names)}</div>
            </div>
        },
    )
}
