//! Components that fall year after year, of all provinces.

use leptos::prelude::*;
use vithe_shared::{
    Language, Problem,
    address::at,
    api::{ProvinceList, declines::DeclinesAnswer},
    domain::IndexInfo,
    query::{ApiQuery as _, ChartKind, DeclinesQuery, FigureQuery, FigureWidth, StreakLength},
};

use super::{
    Page, PageHead,
    choices::{default_choice, name_of, named_provinces, province_choices, region_choices, year_choices},
    planner_sections::win_back_address,
};
use crate::{
    address::PageAddress,
    answers::Answers,
    charts::MultiplesChart,
    components::{
        declines_table::DeclinesTable,
        figure::{Figure, FigureWords, share_image},
        fold::filter_fold,
        index_tabs::index_tabs,
        query_form::{Choice, page_form, select_field},
    },
    format::format_count,
    routes::chosen_index,
    text::{common, planner as text},
    view_model::{
        DeclinesView, declines_view,
        declines_view::{DeclineRowView, declines_span_view},
    },
};

/// Most runs in the table: beyond them a reader filters. The file has all.
const MOST_ROWS: usize = 100;
/// The longest run that can be asked for in the form.
const LONGEST_CHOICE: u16 = 6;

/// The figures of the page.
struct DeclinesPageData {
    index: IndexInfo,
    regions: ProvinceList,
    answer: DeclinesAnswer,
    /// What fell over a span of years, where runs cannot be told of every province.
    span: Option<DeclinesAnswer>,
}

/// `/{lang}/declines`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn question(address: &PageAddress) -> DeclinesQuery {
    let query = &address.query;
    DeclinesQuery {
        index: chosen_index(address),
        until: query.year,
        streak: query.streak.unwrap_or_default(),
        province: query.provinces.first().cloned(),
        region: query.region.clone(),
        borders: query.borders,
        from: None,
    }
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<DeclinesPageData, Problem> {
    let query = question(address);
    let answer = answers.declines(&query)?;
    // Asked for by its own length, a run is what is looked for.
    let from = answer.span_from.filter(|_| address.query.streak.is_none());
    let span = from
        .map(|from| {
            answers.declines(&DeclinesQuery {
                from: Some(from),
                ..query.clone()
            })
        })
        .transpose()?;
    Ok(DeclinesPageData {
        span,
        index: answers.index(query.index)?,
        regions: answers.provinces(answer.borders),
        answer,
    })
}

fn show(address: &PageAddress, data: &DeclinesPageData) -> Page {
    let language = address.language;
    let query = question(address);
    let view = declines_view(&data.answer, &data.index, language);
    let words = FigureWords::new::<MultiplesChart>(&view);
    let runs = view.rows.len();
    let figure_query = FigureQuery {
        year: query.until,
        streak: query.streak,
        provinces: query.province.iter().cloned().collect(),
        region: query.region.clone(),
        borders: data.answer.borders.in_address(),
        width: FigureWidth::Wide,
        ..FigureQuery::new(query.index, language)
    };
    let has_runs = !view.rows.is_empty();
    let image = has_runs.then(|| {
        share_image(
            ChartKind::Multiples,
            &FigureQuery {
                width: FigureWidth::Medium,
                ..figure_query.clone()
            },
        )
    });
    let span = data.span.as_ref().and_then(|answer| {
        let view = declines_span_view(answer, &data.index, language)?;
        (!view.rows.is_empty()).then_some(view)
    });
    let title = match &span {
        Some(span) => format!("{}: {}", text::DECLINES_SPAN_TITLE.get(language), span.until_words),
        None => format!("{} – {}", text::DECLINES_TITLE.get(language), view.until_words),
    };
    let head = PageHead {
        title: title.clone(),
        description: text::DECLINES_LEAD.get(language).to_owned(),
        image,
    };
    let tabs = index_tabs(query.index, language, |index| {
        address.with(|query| {
            query.index = Some(index);
            query.year = None;
        })
    });
    let mut figure = Figure::new("runs", ChartKind::Multiples, figure_query, words, address.canonical());
    if !has_runs {
        figure.kind = None;
    }
    let win_back = |row: &DeclineRowView| win_back_address(&view, &data.index, row, language);
    figure.table = has_runs.then(|| {
        DeclinesTable {
            sorted_on: Some(address),
            has_province: true,
            most: MOST_ROWS,
            win_back: &win_back,
        }
        .view(&view)
    });
    figure.csv = has_runs.then(|| at(format_args!("/api/v1/declines.csv?{}", query.to_query_string())));
    figure.first = span.is_none();
    figure.stacked = true;
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
    let runs_heading = span
        .is_some()
        .then(|| view! { <h2 class="section-title">{text::RUNS.get(language)}</h2> });
    let span = span.map(|view| span_figure(address, data, &query, &view));
    let is_on_record = data.answer.provinces_on_record > 0;
    let nothing = (!has_runs && is_on_record).then(|| view! { <p role="status">{text::NO_DECLINES.get(language)}</p> });
    let coverage = is_on_record
        .then(|| view! { <p class="muted">{format!("{} · {}", query.index.short_name(), view.coverage)}</p> });
    let cut = (runs > MOST_ROWS).then(|| {
        let csv = at(format_args!("/api/v1/declines.csv?{}", query.to_query_string()));
        cut_words(runs, &csv, language)
    });
    let view = view! {
        <div class=format!("wrap page-declines index-{}", query.index)>
            <h1>{title}</h1>
            <p class="lead">{text::DECLINES_LEAD.get(language)}</p>
            {tabs}
            {filters(address, data, &query)}
            {span}
            {runs_heading}
            {coverage}
            {nothing}
            {figure.view()}
            {cut}
        </div>
    };
    Page::new(head, view.into_any())
}

/// What fell over the span, as a figure that is a table.
fn span_figure(address: &PageAddress, data: &DeclinesPageData, query: &DeclinesQuery, view: &DeclinesView) -> AnyView {
    let language = address.language;
    let csv = DeclinesQuery {
        from: data.answer.span_from,
        ..query.clone()
    };
    let csv = at(format_args!("/api/v1/declines.csv?{}", csv.to_query_string()));
    let figure_query = FigureQuery::new(query.index, language);
    let words = FigureWords::new::<MultiplesChart>(view);
    let mut figure = Figure::new("span", ChartKind::Multiples, figure_query, words, address.canonical());
    figure.kind = None;
    let win_back = |row: &DeclineRowView| win_back_address(view, &data.index, row, language);
    figure.table = Some(
        DeclinesTable {
            sorted_on: Some(address),
            has_province: true,
            most: MOST_ROWS,
            win_back: &win_back,
        }
        .view(view),
    );
    let cut = (view.rows.len() > MOST_ROWS).then(|| cut_words(view.rows.len(), &csv, language));
    figure.csv = Some(csv);
    figure.first = true;
    figure.stacked = true;
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
    view! {
        <p class="muted">{format!("{} · {}", query.index.short_name(), view.coverage)}</p>
        {figure.view()}
        {cut}
    }
    .into_any()
}

/// That a table has not all rows, and where all are.
fn cut_words(rows: usize, csv: &str, language: Language) -> AnyView {
    let (shown, all) = (format_count(MOST_ROWS, language), format_count(rows, language));
    let words = match language {
        Language::Vi => format!(
            "Bảng có {shown} trong {all} dòng theo thứ tự đang chọn; lọc để xem hẹp hơn, hoặc tải tất cả dưới dạng "
        ),
        Language::En => {
            format!("The table has {shown} of {all} rows in the order chosen; filter for less, or take all of them as ")
        }
    };
    let csv = csv.to_owned();
    view! { <p class="muted">{words}<a href=csv download="">"CSV"</a>"."</p> }.into_any()
}

fn filters(address: &PageAddress, data: &DeclinesPageData, query: &DeclinesQuery) -> AnyView {
    let language = address.language;
    let regions = region_choices(&data.regions, query.region.as_ref(), language);
    let names = named_provinces(&data.regions, language);
    let provinces = province_choices(&names, query.province.as_ref(), text::ALL_PROVINCES.get(language));
    let years = std::iter::once(default_choice(text::NEWEST.get(language), query.until.is_none()))
        .chain(year_choices(&data.answer.years, query.until))
        .collect();
    let longest = LONGEST_CHOICE.max(query.streak.0);
    let streaks = (1..=longest)
        .map(|falls| Choice {
            value: StreakLength(falls).to_string(),
            text: match language {
                Language::Vi => format!("từ {falls} năm"),
                Language::En => format!("{falls} or more"),
            },
            selected: query.streak.0 == falls,
        })
        .collect();
    let fields = view! {
        {select_field("filter-r", "r", common::REGION.get(language), regions)}
        {select_field("filter-p", "p", common::PROVINCE.get(language), provinces)}
        {select_field("filter-y", "y", text::UNTIL.get(language), years)}
        {select_field("filter-streak", "streak", text::STREAK.get(language), streaks)}
    }
    .into_any();
    let region = data
        .regions
        .regions
        .iter()
        .find(|region| Some(&region.id) == query.region.as_ref());
    let place = match (&query.province, region) {
        (Some(province), _) => name_of(&names, province),
        (None, Some(region)) => language.pick(&region.name_vi, &region.name_en),
        (None, None) => text::ALL_PROVINCES.get(language),
    };
    let falls = query.streak.0;
    let state = match language {
        Language::Vi => format!("{place} · giảm từ {falls} năm · tính đến {}", data.answer.until),
        Language::En => format!("{place} · {falls} or more falls · up to {}", data.answer.until),
    };
    let filters = view! {
        <div class="filters">
            {page_form(address, "filter", text::FILTERS.get(language), &["r", "p", "y", "streak"], fields, common::APPLY.get(language))}
        </div>
    };
    filter_fold("filters", state, filters)
}
