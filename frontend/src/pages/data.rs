//! The data page: what is in the dataset, how it may be used, where it can be downloaded, and what words and codes mean.

use leptos::prelude::*;
use vithe_shared::{
    ComponentId, Language, Problem,
    api::{IndexInfo, Redistribution},
    query::{ApiQuery as _, ObservationQuery, RankingQuery},
};

use super::{Page, PageHead};
use crate::{
    address::{PageAddress, index_path, methods_path, sources_path},
    api::SharedSource,
    markup::Markup,
    text::{common, data as text, index as index_text, sources},
    view_model::coverage_view,
};

/// The four indices with coverage, terms and citation.
struct DataPageData {
    indices: Vec<IndexInfo>,
}

/// `/{lang}/data`
pub(super) async fn page(source: &SharedSource, address: &PageAddress) -> Result<Page, Problem> {
    let data = fetch(source, address).await?;
    Ok(show(address, &data))
}

async fn fetch(source: &SharedSource, address: &PageAddress) -> Result<DataPageData, Problem> {
    let indices = source.indices(address.language).await?;
    Ok(DataPageData { indices })
}

fn show(address: &PageAddress, data: &DataPageData) -> Page {
    let language = address.language;
    let head = PageHead {
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: None,
    };
    let mut markup = Markup::default();
    markup.element("h1", &[], text::TITLE.get(language));
    markup.element("p", &[("class", "lead")], text::LEAD.get(language));
    markup.element("h2", &[("id", "coverage")], text::COVERAGE.get(language));
    markup.element("p", &[("class", "muted")], text::COVERAGE_HINT.get(language));
    coverage(&mut markup, data, language);
    markup.element("h2", &[("id", "catalogue")], text::CATALOGUE.get(language));
    for index in &data.indices {
        catalogue_entry(&mut markup, index, language);
    }
    markup.element("p", &[("class", "muted")], text::EXCEL.get(language));
    markup.open("p", &[]);
    markup.link(&sources_path(language), sources::TITLE.get(language));
    markup.text(" – ");
    markup.text(sources::LEAD.get(language));
    markup.close("p");
    markup.element("h2", &[("id", "api")], text::API.get(language));
    markup.element("p", &[], text::API_TEXT.get(language));
    markup.open("ul", &[("class", "inline-list")]);
    for (address, name) in [
        ("/api/docs", text::API_LINK.get(language)),
        ("/api/v1/openapi.json", "OpenAPI 3.1"),
    ] {
        markup.open("li", &[]);
        markup.element("a", &[("href", address), ("rel", "external")], name);
        markup.close("li");
    }
    markup.close("ul");
    markup.element("h2", &[("id", "glossary")], text::GLOSSARY.get(language));
    markup.open("dl", &[]);
    for (word, meaning) in text::WORDS {
        markup.element("dt", &[], word.get(language));
        markup.element("dd", &[], meaning.get(language));
    }
    markup.close("dl");
    markup.element("h2", &[("id", "problems")], text::PROBLEMS.get(language));
    problems(&mut markup, language);
    Page::new(
        head,
        view! {
            {markup.view("wrap page-data")}
        },
    )
}

/// The codes of the API; a problem's `type` leads to its row.
fn problems(markup: &mut Markup, language: Language) {
    markup.open_frame("", text::PROBLEMS.get(language));
    markup.element("caption", &[("class", "visually-hidden")], text::PROBLEMS.get(language));
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", text::CODE.get(language));
    markup.column("num", text::STATUS.get(language));
    markup.column("", text::MEANING.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for code in text::PROBLEM_CODES {
        let name = code.as_str();
        markup.open("tr", &[("id", &format!("problem-{name}"))]);
        markup.open("th", &[("scope", "row")]);
        markup.element("code", &[], &name);
        markup.close("th");
        markup.number(&code.status().to_string());
        markup.element("td", &[], code.title().get(language));
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
}

/// Indices × years at a glance.
fn coverage(markup: &mut Markup, data: &DataPageData, language: Language) {
    let view = coverage_view(&data.indices, language);
    markup.open_frame("coverage", text::COVERAGE.get(language));
    markup.element("caption", &[("class", "visually-hidden")], text::COVERAGE.get(language));
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::INDEX.get(language));
    for year in &view.years {
        markup.column("num", &year.to_string());
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &view.rows {
        markup.open("tr", &[]);
        markup.element("th", &[("scope", "row")], &row.short_name);
        for cell in &row.cells {
            markup.open("td", &[("class", &format!("num {}", cell.fullness.css_class()))]);
            if cell.scores_text.is_empty() {
                markup.element("span", &[("class", "visually-hidden")], &cell.sentence);
            } else {
                let link = format!("{}?y={}", index_path(language, row.index), cell.year);
                markup.element("a", &[("href", &link), ("title", &cell.sentence)], &cell.scores_text);
            }
            markup.close("td");
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
}

fn catalogue_entry(markup: &mut Markup, index: &IndexInfo, language: Language) {
    markup.open(
        "section",
        &[
            ("class", &format!("catalogue-entry index-{}", index.id)),
            ("id", &format!("data-{}", index.id)),
        ],
    );
    markup.element(
        "h3",
        &[],
        &format!(
            "{} – {}",
            index.short_name,
            language.pick(&index.name_vi, &index.name_en)
        ),
    );
    markup.element("p", &[], language.pick(&index.measures_vi, &index.measures_en));
    markup.open("dl", &[("class", "facts")]);
    markup.element("dt", &[], text::PUBLISHER.get(language));
    markup.element("dd", &[], language.pick(&index.publisher_vi, &index.publisher_en));
    markup.element("dt", &[], text::WEBSITE.get(language));
    markup.open("dd", &[]);
    markup.element(
        "a",
        &[("href", &index.website), ("rel", "external noopener")],
        &index.website,
    );
    markup.close("dd");
    markup.element("dt", &[], text::TERMS.get(language));
    let terms = language.pick(&index.terms_vi, &index.terms_en);
    markup.element(
        "dd",
        &[],
        &format!("{terms} {}", text::redistribution(index.redistribution).get(language)),
    );
    markup.element("dt", &[], text::CITATION.get(language));
    markup.element("dd", &[], language.pick(&index.citation_vi, &index.citation_en));
    markup.element("dt", &[], text::DOWNLOADS.get(language));
    markup.open("dd", &[]);
    markup.open("ul", &[("class", "inline-list")]);
    for year in index.years.iter().rev() {
        let query = RankingQuery {
            index: index.id,
            component: ComponentId::overall(),
            year: Some(*year),
            region: None,
            borders: None,
            interval: None,
        };
        download(
            markup,
            &format!("/api/v1/rankings.csv?{}", query.to_query_string()),
            &year.to_string(),
        );
    }
    if index.redistribution == Redistribution::Full {
        let query = ObservationQuery {
            index: Some(index.id),
            component: None,
            province: None,
            year: None,
        };
        download(
            markup,
            &format!("/api/v1/observations.csv?{}", query.to_query_string()),
            text::DOWNLOAD_ALL.get(language),
        );
    }
    markup.close("ul");
    markup.close("dd");
    markup.close("dl");
    markup.link(&methods_path(language, index.id), index_text::METHOD_LINK.get(language));
    markup.close("section");
}

fn download(markup: &mut Markup, address: &str, name: &str) {
    markup.open("li", &[]);
    markup.element("a", &[("href", address), ("rel", "external")], name);
    markup.close("li");
}
