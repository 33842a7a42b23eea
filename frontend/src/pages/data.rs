//! The data page: what is in the dataset, how it may be used, where it can be downloaded, and what words and codes mean.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId, IndexId, Language, Problem, ProblemCode,
    address::at,
    domain::{IndexInfo, Redistribution},
    query::{ApiQuery as _, ObservationQuery, RankingQuery},
};

use super::{Page, PageHead};
use crate::{
    address::{PageAddress, discrepancies_path, feed_path, index_path, methods_path, sources_path, versions_path},
    answers::Answers,
    components::table::{
        Caption, Columns, DataTable,
        cell::{NameCell, TextCell},
        part::number,
    },
    text::{common, data as text, discrepancies, index as index_text, sources, versions},
    view_model::{
        coverage_view,
        coverage_view::{CoverageCell, CoverageRow},
    },
};

/// The four indices with coverage, terms and citation.
struct DataPageData {
    indices: Vec<IndexInfo>,
}

/// `/{lang}/data`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>) -> Result<DataPageData, Problem> {
    let indices = answers.indices()?;
    Ok(DataPageData { indices })
}

fn show(address: &PageAddress, data: &DataPageData) -> Page {
    let language = address.language;
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: None,
    };
    let entries = data
        .indices
        .iter()
        .map(|index| catalogue_entry(index, language))
        .collect_view();
    let view = view! {
        <div class="wrap page-data">
            <h1>{text::TITLE.get(language)}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            <h2 id="coverage">{text::COVERAGE.get(language)}</h2>
            <p class="muted">{text::COVERAGE_HINT.get(language)}</p>
            {coverage(data, language)}
            <h2 id="catalogue">{text::CATALOGUE.get(language)}</h2>
            {entries}
            {everything(data, language)}
            <p class="muted">{text::EXCEL.get(language)}</p>
            <p>
                <a href=sources_path(language)>{sources::TITLE.get(language)}</a>
                " – "
                {sources::LEAD.get(language)}
            </p>
            <p>
                <a href=discrepancies_path(language)>{discrepancies::TITLE.get(language)}</a>
                " – "
                {discrepancies::FROM_DATA.get(language)}
            </p>
            <p>
                <a href=versions_path(language)>{versions::TITLE.get(language)}</a>
                " – "
                {versions::LEAD.get(language)}
            </p>
            <h2 id="api">{text::API.get(language)}</h2>
            <p>{text::API_TEXT.get(language)}</p>
            <ul class="inline-list">
                {file(at("/api/docs"), text::API_LINK.get(language).to_owned())}
                {file(at("/api/v1/openapi.json"), "OpenAPI 3.1".to_owned())}
                {file(feed_path(language), versions::FEED_LINK.get(language).to_owned())}
            </ul>
            <h2 id="glossary">{text::GLOSSARY.get(language)}</h2>
            {glossary(language)}
            <h2 id="problems">{text::PROBLEMS.get(language)}</h2>
            {problems(language)}
        </div>
    };
    Page::new(head, view.into_any())
}

/// What words mean.
fn glossary(language: Language) -> AnyView {
    let words = text::WORDS
        .iter()
        .map(|(word, meaning)| {
            view! {
                <dt>{word.get(language)}</dt>
                <dd>{meaning.get(language)}</dd>
            }
        })
        .collect_view();
    view! { <dl>{words}</dl> }.into_any()
}

/// The codes of the API, by status; a problem's `type` leads to its row.
fn problems(language: Language) -> AnyView {
    let mut columns = Columns::<ProblemCode>::new();
    columns.words(text::CODE.get(language), |code| {
        view! { <th scope="row"><code>{code.as_str()}</code></th> }.into_any()
    });
    columns.numbers(text::STATUS.get(language), |code| code.status().to_string());
    columns.words(text::MEANING.get(language), move |code| {
        view! { <TextCell text=code.title().get(language)/> }.into_any()
    });
    let mut codes: Vec<ProblemCode> = ProblemCode::ALL.into_iter().filter(|code| code.status() > 0).collect();
    codes.sort_by_key(|code| code.status());
    let rows = codes
        .iter()
        .map(|code| {
            columns
                .row(&code.as_str(), code)
                .with_id(format!("problem-{}", code.as_str()))
        })
        .collect();
    let label = text::PROBLEMS.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable label caption heads=columns.into_heads() rows/> }.into_any()
}

/// Indices × years at a glance.
fn coverage(data: &DataPageData, language: Language) -> AnyView {
    let view = coverage_view(&data.indices, language);
    let mut columns = Columns::<CoverageRow>::new();
    columns.words(common::INDEX.get(language), |row| {
        view! { <NameCell name=row.short_name.clone()/> }.into_any()
    });
    for (position, year) in view.years.iter().enumerate() {
        columns.figures(&year.to_string(), move |row| {
            coverage_cell(row.index, &row.cells[position], language)
        });
    }
    let rows = view.rows.iter().map(|row| columns.row(&row.index, row)).collect();
    let label = text::COVERAGE.get(language);
    let caption = Caption::Hidden(label.to_owned());
    view! { <DataTable label caption heads=columns.into_heads() rows frame="coverage"/> }.into_any()
}

/// How many scores of a year are on record, as a link to them.
fn coverage_cell(index: IndexId, cell: &CoverageCell, language: Language) -> AnyView {
    let sentence = cell.sentence.clone();
    let figure = if cell.scores_text.is_empty() {
        view! { <span class="visually-hidden">{sentence}</span> }.into_any()
    } else {
        let link = format!("{}?y={}", index_path(language, index), cell.year);
        view! { <a href=link title=sentence>{number(cell.scores_text.clone())}</a> }.into_any()
    };
    view! { <td class=format!("num {}", cell.fullness.css_class())>{figure}</td> }.into_any()
}

/// What an index is, how it may be used, and its files.
fn catalogue_entry(index: &IndexInfo, language: Language) -> AnyView {
    let title = format!(
        "{} – {}",
        index.short_name,
        language.pick(&index.name_vi, &index.name_en)
    );
    let terms = format!(
        "{} {}",
        language.pick(&index.terms_vi, &index.terms_en),
        text::redistribution(index.redistribution).get(language)
    );
    let website = view! { <a href=index.website.clone() rel="external noopener">{index.website.clone()}</a> };
    view! {
        <section class=format!("catalogue-entry index-{}", index.id) id=format!("data-{}", index.id)>
            <h3>{title}</h3>
            <p>{language.pick(&index.measures_vi, &index.measures_en).to_owned()}</p>
            <dl class="facts">
                <dt>{text::PUBLISHER.get(language)}</dt>
                <dd>{language.pick(&index.publisher_vi, &index.publisher_en).to_owned()}</dd>
                <dt>{text::WEBSITE.get(language)}</dt>
                <dd>{website}</dd>
                <dt>{text::TERMS.get(language)}</dt>
                <dd>{terms}</dd>
                <dt>{text::CITATION.get(language)}</dt>
                <dd>{language.pick(&index.citation_vi, &index.citation_en).to_owned()}</dd>
                <dt>{text::DOWNLOADS.get(language)}</dt>
                <dd>{downloads(index, language)}</dd>
            </dl>
            <a href=methods_path(language, index.id)>{index_text::METHOD_LINK.get(language)}</a>
        </section>
    }
    .into_any()
}

/// The table of every year as a file, and where it may be passed on everything in one.
fn downloads(index: &IndexInfo, language: Language) -> AnyView {
    let years = index
        .years
        .iter()
        .rev()
        .map(|year| {
            let query = RankingQuery {
                index: index.id,
                component: ComponentId::overall(),
                year: Some(*year),
                region: None,
                borders: None,
                interval: None,
                rank: None,
            };
            file(
                at(format_args!("/api/v1/rankings.csv?{}", query.to_query_string())),
                year.to_string(),
            )
        })
        .collect_view();
    let all = (index.redistribution == Redistribution::Full).then(|| {
        let query = ObservationQuery {
            index: Some(index.id),
            component: None,
            province: None,
            year: None,
            borders: None,
        };
        let figures = at(format_args!("/api/v1/observations.csv?{}", query.to_query_string()));
        let package = at(format_args!("/api/v1/indices/{}.zip", index.id));
        view! {
            {file(figures, text::DOWNLOAD_ALL.get(language).to_owned())}
            {file(package, text::DOWNLOAD_PACKAGE.get(language).to_owned())}
        }
    });
    view! {
        <ul class="inline-list">
            {years}
            {all}
        </ul>
    }
    .into_any()
}

/// All indices in one file, or why there is none.
fn everything(data: &DataPageData, language: Language) -> AnyView {
    let is_free = data
        .indices
        .iter()
        .all(|index| index.redistribution == Redistribution::Full);
    if is_free {
        let name = text::DOWNLOAD_EVERYTHING.get(language).to_owned();
        view! { <ul class="inline-list">{file(at("/api/v1/indices.zip"), name)}</ul> }.into_any()
    } else {
        view! { <p class="muted">{text::NO_PACKAGE.get(language)}</p> }.into_any()
    }
}

/// A link to what is no page of the site.
fn file(address: String, name: String) -> AnyView {
    view! { <li><a href=address rel="external">{name}</a></li> }.into_any()
}
