//! The data page: what is in the dataset, how it may be used, where it can be downloaded, and what words and codes mean.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use vithe_shared::{
    ComponentId, Language,
    api::{IndexInfo, Redistribution},
    query::{ApiQuery as _, ObservationQuery, PageQuery, RankingQuery},
};

use super::{
    address::{PageAddress, PageKind, index_path, methods_path},
    load::{Loading, PageLoader},
    slim::slim_catalogue,
};
use crate::{
    api::SharedSource,
    components::head::PageHead,
    text::{data as text, index as index_text},
    view_model::coverage_view,
};

/// The four indices with coverage, terms and citation.
#[derive(Clone, Serialize, Deserialize)]
struct DataPageData {
    indices: Vec<IndexInfo>,
}

/// `/{lang}/data`
#[component]
pub fn DataPage() -> impl IntoView {
    PageLoader { kind: PageKind::Data, key, fetch, show }.view()
}

fn key(mut address: PageAddress) -> PageAddress {
    address.query = PageQuery::default();
    address
}

fn fetch(source: SharedSource, PageAddress { language, .. }: PageAddress) -> Loading<DataPageData> {
    Box::pin(async move {
        let indices = source.indices(language).await?;
        Ok(DataPageData { indices: indices.into_iter().map(|index| slim_catalogue(index, language)).collect() })
    })
}

fn show(address: &PageAddress, data: &DataPageData) -> AnyView {
    let language = address.language;
    let head = PageHead {
        address,
        title: text::TITLE.get(language).to_owned(),
        description: text::LEAD.get(language).to_owned(),
        image: None,
    }
    .view();
    let entries = data.indices.iter().map(|index| catalogue_entry(index, language)).collect_view();
    let words = text::WORDS
        .into_iter()
        .map(|(word, meaning)| view! { <dt>{word.get(language)}</dt><dd>{meaning.get(language)}</dd> })
        .collect_view();
    let problems = text::PROBLEM_CODES
        .into_iter()
        .map(|code| {
            let name = code.as_str();
            let anchor = format!("problem-{name}");
            view! {
                <tr id=anchor>
                    <th scope="row"><code>{name}</code></th>
                    <td class="num">{code.status()}</td>
                    <td>{code.title().get(language)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        {head}
        <div class="wrap page-data">
            <h1>{text::TITLE.get(language)}</h1>
            <p class="lead">{text::LEAD.get(language)}</p>
            <section id="coverage">
                <h2>{text::COVERAGE.get(language)}</h2>
                <p class="muted">{text::COVERAGE_HINT.get(language)}</p>
                {coverage(data, language)}
            </section>
            <section id="catalogue">
                <h2>{text::CATALOGUE.get(language)}</h2>
                {entries}
                <p class="muted">{text::EXCEL.get(language)}</p>
            </section>
            <section id="api">
                <h2>{text::API.get(language)}</h2>
                <p>{text::API_TEXT.get(language)}</p>
                <ul class="inline-list">
                    <li><a href="/api/docs" rel="external">{text::API_LINK.get(language)}</a></li>
                    <li><a href="/api/v1/openapi.json" rel="external">"OpenAPI 3.1"</a></li>
                </ul>
            </section>
            <section id="glossary">
                <h2>{text::GLOSSARY.get(language)}</h2>
                <dl class="glossary">{words}</dl>
            </section>
            <section id="problems">
                <h2>{text::PROBLEMS.get(language)}</h2>
                <div class="table-frame" tabindex="0" role="region" aria-label=text::PROBLEMS.get(language)>
                    <table class="data">
                        <caption class="visually-hidden">{text::PROBLEMS.get(language)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{text::CODE.get(language)}</th>
                                <th scope="col" class="num">{text::STATUS.get(language)}</th>
                                <th scope="col">{text::MEANING.get(language)}</th>
                            </tr>
                        </thead>
                        <tbody>{problems}</tbody>
                    </table>
                </div>
            </section>
        </div>
    }
    .into_any()
}

/// Indices × years at a glance.
fn coverage(data: &DataPageData, language: Language) -> AnyView {
    let view = coverage_view(&data.indices, language);
    let columns = view.years.iter().map(|year| view! { <th scope="col" class="num">{year.0}</th> }).collect_view();
    let rows = view
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|cell| {
                    let content = if cell.scores_text.is_empty() {
                        view! { <span class="visually-hidden">{cell.sentence.clone()}</span> }.into_any()
                    } else {
                        let link = format!("{}?y={}", index_path(language, row.index), cell.year);
                        view! { <a href=link title=cell.sentence.clone() aria-label=cell.sentence.clone()>{cell.scores_text.clone()}</a> }.into_any()
                    };
                    view! { <td class=format!("num {}", cell.fullness.css_class())>{content}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{row.short_name.clone()}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=text::COVERAGE.get(language)>
            <table class="data coverage">
                <caption class="visually-hidden">{text::COVERAGE.get(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{crate::text::common::INDEX.get(language)}</th>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn catalogue_entry(index: &IndexInfo, language: Language) -> AnyView {
    let pick = |vi: &str, en: &str| language.pick(vi, en).to_owned();
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
            };
            view! { <li><a href=format!("/api/v1/rankings.csv?{}", query.to_query_string()) download="">{year.0}</a></li> }
        })
        .collect_view();
    let everything = (index.redistribution == Redistribution::Full).then(|| {
        let query = ObservationQuery { index: Some(index.id), component: None, province: None, year: None };
        view! { <p><a href=format!("/api/v1/observations.csv?{}", query.to_query_string()) download="">{text::DOWNLOAD_ALL.get(language)}</a></p> }
    });
    view! {
        <section class=format!("catalogue-entry index-{}", index.id) id=format!("data-{}", index.id)>
            <h3>{index.short_name.clone()}" – "{pick(&index.name_vi, &index.name_en)}</h3>
            <p>{pick(&index.measures_vi, &index.measures_en)}</p>
            <dl class="facts">
                <dt>{text::PUBLISHER.get(language)}</dt>
                <dd>{pick(&index.publisher_vi, &index.publisher_en)}</dd>
                <dt>{text::WEBSITE.get(language)}</dt>
                <dd><a href=index.website.clone() rel="external noopener">{index.website.clone()}</a></dd>
                <dt>{text::TERMS.get(language)}</dt>
                <dd>{pick(&index.terms_vi, &index.terms_en)}" "{text::redistribution(index.redistribution).get(language)}</dd>
                <dt>{text::CITATION.get(language)}</dt>
                <dd>{pick(&index.citation_vi, &index.citation_en)}</dd>
                <dt>{text::DOWNLOADS.get(language)}</dt>
                <dd><ul class="inline-list">{years}</ul>{everything}</dd>
            </dl>
            <p><a href=methods_path(language, index.id)>{index_text::METHOD_LINK.get(language)}</a></p>
        </section>
    }
    .into_any()
}
