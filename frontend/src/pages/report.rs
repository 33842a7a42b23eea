//! The page of a review report: the same blocks as its files, with live figures and links.

use leptos::prelude::*;
use vithe_shared::{
    Problem, Year,
    address::at,
    query::{FigureQuery, FigureWidth, ReportForm},
};

use super::{Page, PageHead};
use crate::{
    address::{PageAddress, province_path},
    answers::Answers,
    components::{
        choice_links::{ChoiceLink, choice_links},
        figure::{Figure, share_image},
        query_form::{Choice, page_form, select_field},
        table::{Caption, Columns, DataTable, Row},
    },
    report::{self, Block, Column, Heading, Report, Run, Table, views::views},
    text::{common, report as text},
};

/// The anchors of the figures, in order.
const FIGURES: [&str; 16] = [
    "figure-1",
    "figure-2",
    "figure-3",
    "figure-4",
    "figure-5",
    "figure-6",
    "figure-7",
    "figure-8",
    "figure-9",
    "figure-10",
    "figure-11",
    "figure-12",
    "figure-13",
    "figure-14",
    "figure-15",
    "figure-16",
];

/// `/{lang}/report/{slug}`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let report = report::report(answers, address, "")?;
    let first = report.figures().next();
    let head = PageHead {
        title: report.title.clone(),
        description: report.description.clone(),
        image: first.map(|figure| share_image(figure.chart, &figure.query)),
    };
    let content = blocks(&report, answers, address)?;
    let imprint = report
        .imprint
        .iter()
        .map(|(label, value)| view! { <dt>{label.clone()}</dt><dd>{value.clone()}</dd> })
        .collect_view();
    let view = view! {
        <article class="wrap page-report">
            <p class="kicker">{report.kind.clone()}</p>
            <h1>{report.title.clone()}</h1>
            <dl class="imprint">{imprint}</dl>
            {choices(address, &report)}
            {files(address)}
            {contents(&report)}
            {content}
        </article>
    };
    Ok(Page::new(head, view.into_any()))
}

/// Which report is told, and of which years.
fn choices(address: &PageAddress, report: &Report) -> AnyView {
    let language = address.language;
    let forms = [(ReportForm::Review, text::REVIEW), (ReportForm::Brief, text::BRIEF)].map(|(form, name)| ChoiceLink {
        name: form.as_str(),
        text: name.get(language),
        href: address.with(|query| query.form = form),
        is_chosen: address.query.form == form,
    });
    let year_field = |id, name: &'static str, chosen: Year| {
        let choices = report.years_on_record.iter().rev().map(|year| Choice {
            value: year.to_string(),
            text: year.to_string(),
            selected: *year == chosen,
        });
        select_field(id, "y", name, choices.collect())
    };
    let fields = view! {
        {year_field("report-from", text::FROM.get(language), report.years.from)}
        {year_field("report-to", text::TO.get(language), report.years.to)}
    }
    .into_any();
    view! {
        <div class="filters">
            {choice_links("form", text::FORM.get(language), forms)}
            {page_form(address, "period", text::CHOOSE.get(language), &["y"], fields, common::APPLY.get(language))}
        </div>
    }
    .into_any()
}

/// The files, and the page of the province.
fn files(address: &PageAddress) -> AnyView {
    let language = address.language;
    let file = |suffix: &str| {
        let path = at(format_args!("{}.{suffix}", address.path));
        address.query.address(&path)
    };
    let province = address.province().map(|slug| {
        let mut page = PageAddress::of_address(&province_path(language, &slug), "");
        page.query.borders = address.query.borders;
        view! { <li><a href=page.canonical()>{text::PROVINCE_PAGE.get(language)}</a></li> }
    });
    view! {
        <ul class="actions report-files" aria-label=text::FILES.get(language)>
            <li><a id="report-pdf" class="button" href=file("pdf") download="">{text::PDF.get(language)}</a></li>
            <li><a id="report-docx" class="button" href=file("docx") download="">{text::DOCX.get(language)}</a></li>
            {province}
        </ul>
    }
    .into_any()
}

/// The parts, as links within the page.
fn contents(report: &Report) -> AnyView {
    let links = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) if heading.level == 1 => Some(heading),
            _ => None,
        })
        .map(|heading| view! { <li><a href=format!("#{}", heading.anchor) rel="external">{heading.text.clone()}</a></li> })
        .collect_view();
    let line = text::CONTENTS.get(report.language);
    view! { <nav class="contents" aria-label=line><ul class="inline-list">{links}</ul></nav> }.into_any()
}

fn blocks(report: &Report, answers: Answers<'_>, address: &PageAddress) -> Result<AnyView, Problem> {
    let mut anchors = FIGURES.into_iter();
    let mut tables = 0;
    let mut views = Vec::with_capacity(report.blocks.len());
    let is_figure = |block: &Block| matches!(block, Block::Figure(_));
    // Figures that follow one another stand side by side where there is room.
    for group in report
        .blocks
        .chunk_by(|left, right| is_figure(left) && is_figure(right))
    {
        match &group[0] {
            Block::Heading(heading) => views.push(heading_view(heading)),
            Block::Paragraph { runs } => views.push(view! { <p class="prose">{runs_view(runs)}</p> }.into_any()),
            Block::List { items } => {
                let items = items
                    .iter()
                    .map(|runs| view! { <li>{runs_view(runs)}</li> })
                    .collect_view();
                views.push(view! { <ul class="prose">{items}</ul> }.into_any());
            }
            Block::Table(table) => {
                tables += 1;
                views.push(table_view(table, tables));
            }
            Block::Figure(_) => {
                let is_pair = |block: &Block| matches!(block, Block::Figure(figure) if figure.is_half);
                let width = if group.iter().all(is_pair) {
                    FigureWidth::Narrow
                } else {
                    FigureWidth::Wide
                };
                let figures = group.iter().filter_map(|block| match block {
                    Block::Figure(figure) => Some(figure),
                    _ => None,
                });
                let figures = figures
                    .zip(anchors.by_ref())
                    .map(|(figure, id)| figure_view((id, width), figure, answers, address))
                    .collect::<Result<Vec<AnyView>, Problem>>()?;
                let class = if group.iter().all(is_pair) {
                    "history-figures"
                } else {
                    ""
                };
                views.push(view! { <div class=class>{figures}</div> }.into_any());
            }
        }
    }
    Ok(views.into_any())
}

fn heading_view(heading: &Heading) -> AnyView {
    let (anchor, words) = (heading.anchor.clone(), heading.text.clone());
    if heading.level == 1 {
        view! { <h2 id=anchor class="section-title">{words}</h2> }.into_any()
    } else {
        view! { <h3 id=anchor>{words}</h3> }.into_any()
    }
}

fn runs_view(runs: &[Run]) -> AnyView {
    runs.iter().map(run_view).collect_view().into_any()
}

fn run_view(run: &Run) -> AnyView {
    let words = run.text.clone();
    match (&run.href, run.is_strong) {
        (Some(href), _) => view! { <a href=href.clone()>{words}</a> }.into_any(),
        (None, true) => view! { <strong>{words}</strong> }.into_any(),
        (None, false) => words.into_any(),
    }
}

fn cell_class(run: &Run, column: &Column) -> &'static str {
    /// From this share of the width on, a column holds sentences.
    const SENTENCES: u8 = 8;
    match (column.is_number, run.text.is_empty()) {
        (_, true) => "blank",
        (true, false) => "num",
        (false, false) if column.share >= SENTENCES => "sentences",
        (false, false) => "",
    }
}

fn table_view(table: &Table, number: usize) -> AnyView {
    let mut columns = Columns::<Vec<Run>>::new();
    for (position, column) in table.columns.iter().enumerate() {
        let cell = move |row: &Vec<Run>| {
            let run = &row[position];
            match position {
                0 => view! { <th scope="row">{run_view(run)}</th> }.into_any(),
                _ => view! { <td class=cell_class(run, column)>{run_view(run)}</td> }.into_any(),
            }
        };
        if column.is_number {
            columns.figures(&column.name, cell);
        } else {
            columns.words(&column.name, cell);
        }
    }
    let rows: Vec<Row> = table
        .rows
        .iter()
        .enumerate()
        .map(|(position, row)| columns.row(&position, row))
        .collect();
    let notes = table
        .notes
        .iter()
        .map(|note| view! { <p class="source muted small">{note.clone()}</p> })
        .collect_view();
    let caption = Caption::Shown(table.caption.clone());
    let heads = columns.into_heads();
    view! {
        <div class="report-table">
            <DataTable id=format!("table-{number}") label=table.caption.clone() caption heads rows/>
            {notes}
        </div>
    }
    .into_any()
}

fn figure_view(
    (id, width): (&'static str, FigureWidth),
    figure: &report::Figure,
    answers: Answers<'_>,
    address: &PageAddress,
) -> Result<AnyView, Problem> {
    let words = (views().figure)(figure.chart, &figure.query, answers)?.with_notes(figure.text.notes.clone());
    let query = FigureQuery {
        width,
        ..figure.query.clone()
    };
    Ok(Figure::new(id, figure.chart, query, words, address.canonical()).view())
}
