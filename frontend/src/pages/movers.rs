//! Which provinces won or lost most between any two years of an index.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Problem, Year,
    address::at,
    api::{ProvinceList, movers::MoversAnswer},
    domain::IndexInfo,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, MoversQuery, PageQuery},
};

use super::{
    Page, PageHead,
    choices::{component_field, named_provinces, pin_field, pinned_list, region_choices, year_choices},
};
use crate::{
    address::{PageAddress, index_path, movers_path},
    answers::Answers,
    charts::SlopeChart,
    components::{
        figure::{Figure, FigureWords, share_image},
        fold::filter_fold,
        index_tabs::index_tabs,
        movers_table::movers_table,
        query_form::{page_form, select_field},
    },
    routes::chosen_index,
    text::{common, movers as text},
    view_model::{MoversView, movers_view, wording::component_name},
};

/// The figures of the page.
struct MoversPageData {
    index: IndexInfo,
    provinces: ProvinceList,
    answer: MoversAnswer,
}

/// `/{lang}/movers`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn question(address: &PageAddress) -> MoversQuery {
    let query = &address.query;
    MoversQuery {
        index: chosen_index(address),
        component: query.component.clone().unwrap_or_default(),
        from: query.years.map(|years| years.from),
        to: query.years.map(|years| years.to).or(query.year),
        region: query.region.clone(),
        borders: query.borders,
    }
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<MoversPageData, Problem> {
    let query = question(address);
    let answer = answers.movers(&query)?;
    Ok(MoversPageData {
        index: answers.index(query.index)?,
        provinces: answers.provinces(answer.borders),
        answer,
    })
}

fn show(address: &PageAddress, data: &MoversPageData) -> Page {
    let language = address.language;
    let index = data.answer.index;
    let view = movers_view(
        &data.answer,
        &data.index,
        &data.provinces,
        &address.kept_in_view(),
        language,
    );
    let words = FigureWords::new::<SlopeChart>(&view);
    let figure_query = FigureQuery {
        component: view.component.clone(),
        from: Some(data.answer.from.year),
        to: Some(data.answer.to.year),
        provinces: address.kept_in_view(),
        region: data.answer.region.clone(),
        borders: data.answer.borders.in_address(),
        width: FigureWidth::Wide,
        ..FigureQuery::new(index, language)
    };
    let is_told = view.counts.is_some();
    let title = format!("{}: {} {}", text::TITLE.get(language), index.short_name(), view.span);
    let image = is_told.then(|| {
        let query = FigureQuery {
            width: FigureWidth::Medium,
            ..figure_query.clone()
        };
        share_image(ChartKind::Slope, &query)
    });
    let head = PageHead {
        title: title.clone(),
        description: view.text.finding.clone(),
        image,
    };
    let tabs = index_tabs(index, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.component = None;
            query.year = None;
            query.years = None;
        })
    });
    let view = view! {
        <div class=format!("wrap page-movers index-{index}")>
            <h1>{title}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {tabs}
            {filters(address, data)}
            {summary(&view, index)}
            {figure(address, data, &view, figure_query, words).view()}
        </div>
    };
    Page::new(head, view.into_any())
}

/// How many went which way, and the same in points; or what to do where too few ranks are on record.
fn summary(view: &MoversView, index: IndexId) -> AnyView {
    let language = view.language;
    let counts = view
        .counts
        .as_ref()
        .map(|counts| view! { <p>{format!("{counts}.")}</p> });
    let hint = view.hint.clone().map(|hint| {
        view! {
            <p role="status">
                {hint}
                " "
                <a href=index_path(language, index)>{index.short_name()}</a>
            </p>
        }
    });
    let points = view.points.clone().map(|points| view! { <p>{points}</p> });
    view! {
        <div class="movers-summary">
            {counts}
            {hint}
            {points}
        </div>
    }
    .into_any()
}

fn figure(
    address: &PageAddress,
    data: &MoversPageData,
    view: &MoversView,
    figure_query: FigureQuery,
    words: FigureWords,
) -> Figure {
    let language = address.language;
    let rows = MoversQuery {
        index: data.answer.index,
        component: view.component.clone(),
        from: figure_query.from,
        to: figure_query.to,
        region: figure_query.region.clone(),
        borders: data.answer.borders.in_address(),
    };
    let mut figure = Figure::new("movers", ChartKind::Slope, figure_query, words, address.canonical());
    if view.counts.is_none() {
        // Why nothing is told is the headline, not an empty picture.
        figure.kind = None;
    } else {
        figure.table = Some(movers_table(view, address));
        figure.csv = Some(at(format_args!("/api/v1/movers.csv?{}", rows.to_query_string())));
    }
    figure.first = true;
    figure.stacked = true;
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
    figure
}

fn filters(address: &PageAddress, data: &MoversPageData) -> AnyView {
    let language = address.language;
    let answer = &data.answer;
    let (from, to) = (answer.from.year, answer.to.year);
    let (first, last) = (answer.years.first().copied(), answer.years.last().copied());
    // The first year cannot end a span, the last one cannot begin one.
    let without = |left_out: Option<Year>| -> Vec<Year> {
        let kept = answer.years.iter().copied();
        kept.filter(|year| Some(*year) != left_out).collect()
    };
    // A component that begins later would lead to a year without figures.
    let component_field = component_field(&data.index, &answer.component, language, &|component| {
        component.years.contains(&from) && component.years.contains(&to)
    });
    let names = named_provinces(&data.provinces, language);
    let fields = view! {
        {component_field}
        {select_field("filter-from", "y", text::FROM.get(language), year_choices(&without(last), Some(from)))}
        {select_field("filter-to", "y", text::TO.get(language), year_choices(&without(first), Some(to)))}
        {select_field("filter-r", "r", common::REGION.get(language), region_choices(&data.provinces, answer.region.as_ref(), language))}
        {pin_field(&names, &address.kept_in_view(), language)}
    }
    .into_any();
    let info = data.index.component(&answer.component);
    let name = info.map_or("", |info| language.pick(&info.name_vi, &info.name_en));
    let name = component_name(answer.component.is_overall(), name, language);
    let state = format!("{} · {name} · {from}–{to}", data.index.short_name);
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["c", "y", "r", "p", "pin"], fields, common::APPLY.get(language))}
            <div class="filter-more">{pinned_list(address, &names)}</div>
        </div>
    };
    filter_fold("filters", state, filters)
}

/// The movers of an index with component, region and provinces of the page one comes from, up to its year; `None` where
/// movers are never told, because fewer than two years are complete.
pub(super) fn movers_address(address: &PageAddress, index: &IndexInfo) -> Option<String> {
    let complete_years = index.coverage.iter().filter(|coverage| coverage.complete).count();
    if complete_years < 2 {
        return None;
    }
    let component = address.query.component.clone().unwrap_or_default();
    let years = index.component(&component).map_or(&index.years, |info| &info.years);
    let query = PageQuery {
        index: Some(index.id),
        component: address.query.component.clone(),
        // No span ends in the first year on record.
        year: address.query.year.filter(|year| Some(year) != years.first()),
        region: address.query.region.clone(),
        provinces: address.kept_in_view(),
        ..PageQuery::default()
    };
    Some(query.address(&movers_path(address.language)))
}
