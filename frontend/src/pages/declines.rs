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
        figure::{Figure, FigureWords, figure_address},
        fold::filter_fold,
        index_tabs::index_tabs,
        query_form::{Choice, page_form, select_field},
    },
    format::format_count,
    routes::chosen_index,
    text::{common, planner as text},
    view_model::{declines_view, declines_view::DeclineRowView},
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
    }
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<DeclinesPageData, Problem> {
    let query = question(address);
    let answer = answers.declines(&query)?;
    Ok(DeclinesPageData {
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
        figure_address(
            ChartKind::Multiples,
            "png",
            &FigureQuery {
                width: FigureWidth::Medium,
                ..figure_query.clone()
            },
        )
    });
    let title = format!("{} – {}", text::DECLINES_TITLE.get(language), view.until_words);
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
    figure.first = true;
    figure.stacked = true;
    figure.citation = Some(
        language
            .pick(&data.index.citation_vi, &data.index.citation_en)
            .to_owned(),
    );
    let is_on_record = data.answer.provinces_on_record > 0;
    let nothing = (!has_runs && is_on_record).then(|| view! { <p role="status">{text::NO_DECLINES.get(language)}</p> });
    let coverage = is_on_record
        .then(|| view! { <p class="muted">{format!("{} · {}", query.index.short_name(), view.coverage)}</p> });
    let cut = (runs > MOST_ROWS).then(|| {
        let (shown, all) = (format_count(MOST_ROWS, language), format_count(runs, language));
        let words = match language {
            Language::Vi => format!("Bảng có {shown} trong {all} chuỗi giảm theo thứ tự đang chọn; lọc để xem hẹp hơn, hoặc tải tất cả dưới dạng "),
            Language::En => format!("The table has {shown} of {all} runs in the order chosen; filter for less, or take all of them as "),
        };
        let address = at(format_args!("/api/v1/declines.csv?{}", query.to_query_string()));
        view! { <p class="muted">{words}<a href=address download="">"CSV"</a>"."</p> }
    });
    let view = view! {
        <div class=format!("wrap page-declines index-{}", query.index)>
            <h1>{title}</h1>
            <p class="lead">{text::DECLINES_LEAD.get(language)}</p>
            {tabs}
            {filters(address, data, &query)}
            {coverage}
            {nothing}
            {figure.view()}
            {cut}
        </div>
    };
    Page::new(head, view.into_any())
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
