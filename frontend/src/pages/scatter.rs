//! Two figures set against each other.

use std::cmp::Reverse;

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Indicator, Language, Problem, Year,
    address::at,
    api::{
        ProvinceList,
        scatter::{ScatterAnswer, ScatterAxis},
    },
    domain::IndexInfo,
    identifier::year_spans,
    query::{ApiQuery as _, ChartKind, FigureQuery, FigureWidth, ScatterQuery},
};

use super::{
    Page, PageHead,
    choices::{default_choice, indicator_field, named_provinces, pin_field, pinned_list, region_choices, year_choices},
};
use crate::{
    address::{Aspect, PageAddress},
    answers::Answers,
    charts::ScatterChart,
    components::{
        figure::{Figure, FigureWords, share_image},
        fold::filter_fold,
        query_form::{Choice, page_form, select_field},
        scatter_table::scatter_table,
    },
    text::{common, scatter as text},
    view_model::{scatter_view, wording::component_name},
};

/// The figures of the page.
struct ScatterPageData {
    /// All indices: what an axis can show.
    all: Vec<IndexInfo>,
    /// The indices of the two axes.
    indices: [IndexInfo; 2],
    provinces: ProvinceList,
    answer: ScatterAnswer,
}

/// `/{lang}/scatter`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

/// What the axes show: PCI against PAPI unless asked otherwise.
fn axes(address: &PageAddress) -> [Indicator; 2] {
    let x = address
        .query
        .x
        .clone()
        .unwrap_or_else(|| Indicator::total(IndexId::Pci));
    let other = if x.index == IndexId::Pci {
        IndexId::Papi
    } else {
        IndexId::Pci
    };
    let y = address.query.versus.clone().unwrap_or_else(|| Indicator::total(other));
    [x, y]
}

/// The years the reader asks for: one stands for both axes.
fn wanted_years(address: &PageAddress) -> [Option<Year>; 2] {
    [address.query.year, address.query.versus_year.or(address.query.year)]
}

/// The year of a list nearest to a wanted one, the later of two.
fn nearest(years: &[Year], wanted: Year) -> Option<Year> {
    years
        .iter()
        .copied()
        .min_by_key(|year| (year.0.abs_diff(wanted.0), Reverse(*year)))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<ScatterPageData, Problem> {
    let indices = answers.indices()?;
    let [x, y] = axes(address);
    // A year that a figure lacks (another one was chosen, the year was kept) becomes its nearest, which the page says.
    let year_of = |indicator: &Indicator, wanted: Option<Year>| {
        let index = indices.iter().find(|index| index.id == indicator.index)?;
        nearest(&index.component(&indicator.component)?.years, wanted?)
    };
    let [x_wanted, y_wanted] = wanted_years(address);
    let query = ScatterQuery {
        x_year: year_of(&x, x_wanted),
        y_year: year_of(&y, y_wanted),
        x,
        y,
        region: address.query.region.clone(),
    };
    let answer = answers.scatter(&query)?;
    Ok(ScatterPageData {
        all: indices,
        indices: [answers.index(query.x.index)?, answers.index(query.y.index)?],
        provinces: answers.provinces(answer.borders),
        answer,
    })
}

fn show(address: &PageAddress, data: &ScatterPageData) -> Page {
    let language = address.language;
    let answer = &data.answer;
    let [x_index, y_index] = &data.indices;
    let highlighted = &address.kept_in_view();
    let view = scatter_view(answer, [x_index, y_index], &data.provinces, highlighted, language);
    let query = ScatterQuery {
        x: Indicator {
            index: answer.x.index,
            component: answer.x.component.clone(),
        },
        y: Indicator {
            index: answer.y.index,
            component: answer.y.component.clone(),
        },
        x_year: Some(answer.x.year),
        y_year: Some(answer.y.year),
        region: answer.region.clone(),
    };
    let figure_query = FigureQuery {
        component: query.x.component.clone(),
        year: query.x_year,
        provinces: highlighted.clone(),
        region: query.region.clone(),
        y: Some(query.y.clone()),
        borders: answer.borders.in_address(),
        y_year: query.y_year.filter(|year| Some(*year) != query.x_year),
        width: FigureWidth::Wide,
        ..FigureQuery::new(query.x.index, language)
    };
    let has_points = !view.points.is_empty();
    let image = has_points.then(|| {
        let query = FigureQuery {
            width: FigureWidth::Medium,
            ..figure_query.clone()
        };
        share_image(ChartKind::Scatter, &query)
    });
    let title = format!("{} – {}", view.x.label, view.y.label);
    let head = PageHead {
        title: title.clone(),
        description: view.text.finding.clone(),
        image,
    };
    let words = FigureWords::new::<ScatterChart>(&view);
    // Beside the choice and above the figure: another year than the one asked for is never shown in silence.
    let other_years: Vec<AnyView> = wanted_years(address)
        .into_iter()
        .zip([(&answer.x, &view.x), (&answer.y, &view.y)])
        .filter_map(|(wanted, (axis, shown))| {
            let wanted = wanted.filter(|wanted| *wanted != axis.year)?;
            let note = other_year(&shown.name, wanted, axis, language);
            Some(view! { <p class="notice" role="status">{note}</p> }.into_any())
        })
        .collect();
    let mut figure = Figure::new("scatter", ChartKind::Scatter, figure_query, words, address.canonical());
    if !has_points {
        figure.kind = None;
    }
    figure.first = true;
    figure.stacked = true;
    let aspect = Aspect {
        indicator: Some(query.x.clone()),
        year: query.x_year,
        borders: answer.borders.in_address(),
    };
    figure.table = Some(scatter_table(&view, &aspect));
    figure.csv = Some(at(format_args!("/api/v1/scatter.csv?{}", query.to_query_string())));
    figure.citation = Some(citation(&data.indices, language));
    let view = view! {
        <div class="wrap page-scatter">
            <h1>{text::TITLE.get(language)}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            {filters(address, data, &query)}
            {other_years}
            {figure.view()}
        </div>
    };
    Page::new(head, view.into_any())
}

fn other_year(name: &str, wanted: Year, axis: &ScatterAxis, language: Language) -> String {
    let (shown, years) = (axis.year, year_spans(&axis.years));
    match language {
        Language::Vi => {
            format!(
                "{name} không có số liệu năm {wanted}: hình dùng năm gần nhất, {shown}. Các năm có số liệu: {years}."
            )
        }
        Language::En => format!(
            "{name} has no figures for {wanted}: the figure shows the nearest year, {shown}. Years on record: {years}."
        ),
    }
}

/// How both sources are cited.
fn citation([x, y]: &[IndexInfo; 2], language: Language) -> String {
    let of = |index: &IndexInfo| language.pick(&index.citation_vi, &index.citation_en).to_owned();
    if x.id == y.id {
        of(x)
    } else {
        format!("{} {}", of(x), of(y))
    }
}

fn filters(address: &PageAddress, data: &ScatterPageData, query: &ScatterQuery) -> AnyView {
    let language = address.language;
    let is_same = query.x_year == query.y_year;
    // Only a year of the figure can be chosen.
    let can_be_same = data.answer.y.years.contains(&data.answer.x.year);
    let same = can_be_same.then(|| default_choice(text::SAME_YEAR.get(language), is_same));
    let mut vertical_years: Vec<Choice> = same.into_iter().collect();
    vertical_years.extend(year_choices(&data.answer.y.years, query.y_year.filter(|_| !is_same)));
    let names = named_provinces(&data.provinces, language);
    let fields = view! {
        {indicator_field("filter-x", "x", text::HORIZONTAL.get(language), &data.all, &query.x, language)}
        {select_field("filter-y", "y", text::HORIZONTAL_YEAR.get(language), year_choices(&data.answer.x.years, query.x_year))}
        {indicator_field("filter-vs", "vs", text::VERTICAL.get(language), &data.all, &query.y, language)}
        {select_field("filter-vs-y", "vs_y", text::VERTICAL_YEAR.get(language), vertical_years)}
        {select_field("filter-r", "r", common::REGION.get(language), region_choices(&data.provinces, query.region.as_ref(), language))}
        {pin_field(&names, &address.kept_in_view(), language)}
    }
    .into_any();
    let exchanged = address.with(|page| {
        page.x = Some(query.y.clone());
        page.versus = Some(query.x.clone());
        page.year = query.y_year;
        page.versus_year = query.x_year.filter(|_| !is_same);
    });
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["x", "y", "vs", "vs_y", "r", "p", "pin"], fields, common::APPLY.get(language))}
            <div class="filter-more">
                <a id="exchange" href=exchanged data-noscroll="">{text::EXCHANGE.get(language)}</a>
                {pinned_list(address, &names)}
            </div>
        </div>
    };
    let name = |indicator: &Indicator| -> String {
        let index = data.all.iter().find(|index| index.id == indicator.index);
        let info = index.and_then(|index| index.component(&indicator.component));
        let name = info.map_or("", |info| language.pick(&info.name_vi, &info.name_en));
        let name = component_name(indicator.component.is_overall(), name, language);
        format!("{} · {name}", indicator.index.short_name())
    };
    filter_fold("filters", format!("{} – {}", name(&query.x), name(&query.y)), filters)
}
