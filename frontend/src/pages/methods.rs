//! How an index is made: versions, breaks with their reasons, components with their names, weights and coverage.

use leptos::prelude::*;
use vithe_shared::{
    IndexId, Language, Problem,
    api::indicators::IndicatorsAnswer,
    domain::IndexInfo,
    query::{IndicatorsQuery, PageQuery},
};

use super::{Page, PageHead, unknown_index};
use crate::{
    address::{PageAddress, discrepancies_path, index_path, methods_path},
    answers::Answers,
    components::link_list::LinkList,
    text::{data as text, discrepancies, planner},
};

mod by_year;
mod components;
mod indicators;
mod versions;

use by_year::{coverage, maximum_points, weights};
use components::components;
use indicators::indicators;
use versions::{breaks, versions};

/// The description of the index.
struct MethodsPageData {
    index: IndexInfo,
    /// `None` where the index has none.
    indicators: Option<IndicatorsAnswer>,
}

/// `/{lang}/methods/{index}`
pub(super) fn page(answers: Answers<'_>, address: &PageAddress) -> Result<Page, Problem> {
    let data = ask(answers, address)?;
    Ok(show(address, &data))
}

fn ask(answers: Answers<'_>, address: &PageAddress) -> Result<MethodsPageData, Problem> {
    let id = address.index().ok_or_else(|| unknown_index(address))?;
    let index = answers.index(id)?;
    let indicators = (!index.indicators.is_empty()).then(|| {
        answers.indicators(&IndicatorsQuery {
            index: id,
            component: None,
            year: None,
            province: None,
        })
    });
    Ok(MethodsPageData {
        index,
        indicators: indicators.transpose()?,
    })
}

fn show(address: &PageAddress, data: &MethodsPageData) -> Page {
    let language = address.language;
    let index = &data.index;
    let title = format!("{} {}", text::METHODS_TITLE.get(language), index.short_name);
    let measures = language.pick(&index.measures_vi, &index.measures_en).to_owned();
    let head = PageHead {
        title: title.clone(),
        description: measures.clone(),
        image: None,
    };
    let lead = format!(
        "{} · {}. {measures} ",
        language.pick(&index.name_vi, &index.name_en),
        language.pick(&index.publisher_vi, &index.publisher_en)
    );
    let view = view! {
        <div class=format!("wrap page-methods index-{}", index.id)>
            <h1>{title}</h1>
            <p class="lead">
                {lead}
                <a href=index_path(language, index.id)>{text::TO_TABLE.get(language)}</a>
            </p>
            <h2 id="versions">{text::VERSIONS.get(language)}</h2>
            {versions(index, language)}
            <h2 id="breaks">{text::BREAKS.get(language)}</h2>
            <p class="muted">{text::BREAKS_HINT.get(language)}</p>
            {breaks(index, language)}
            <h2 id="components">{text::COMPONENTS.get(language)}</h2>
            {components(index, language)}
            {weights(index, language)}
            {maximum_points(index, language)}
            {data.indicators.as_ref().map(|answer| indicators(answer, language))}
            <h2 id="coverage">{text::COVERAGE_OF.get(language)}</h2>
            {coverage(index, language)}
            <p>
                <a href=discrepancies_address(index.id, language)>{discrepancies::TITLE.get(language)}</a>
                " – "
                {discrepancies::FROM_DATA.get(language)}
            </p>
            <h2 id="analyses">{planner::ANALYSES.get(language)}</h2>
            {analyses(language)}
            <h2>{text::OTHER_METHODS.get(language)}</h2>
            <LinkList links=other_methods(index, language)/>
        </div>
    };
    Page::new(head, view.into_any())
}

/// What does not agree among the figures of the index.
fn discrepancies_address(index: IndexId, language: Language) -> String {
    PageQuery {
        index: Some(index),
        ..PageQuery::default()
    }
    .address(&discrepancies_path(language))
}

/// How the analyses reckon.
fn analyses(language: Language) -> AnyView {
    planner::RULES
        .iter()
        .map(|(name, rule)| {
            view! {
                <h3>{name.get(language)}</h3>
                <p>{rule.get(language)}</p>
            }
        })
        .collect_view()
        .into_any()
}

fn other_methods(index: &IndexInfo, language: Language) -> Vec<(String, String)> {
    IndexId::ALL
        .into_iter()
        .filter(|other| *other != index.id)
        .map(|other| (methods_path(language, other), other.short_name().to_owned()))
        .collect()
}
