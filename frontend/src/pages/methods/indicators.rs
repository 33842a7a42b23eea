//! The indicators below the components: what is told of them, and how it is known which values are good.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    api::indicators::{IndicatorRow, IndicatorsAnswer},
    domain::DirectionEvidence,
    query::PageQuery,
};

use crate::{
    address::index_path, components::link_list::LinkList, text::indicators as text,
    view_model::indicator_words::direction_words,
};

/// The rule, the counts by evidence, and the indicators whose values speak against their wording, each with the reason.
pub(super) fn indicators(answer: &IndicatorsAnswer, language: Language) -> AnyView {
    let count = |evidence: DirectionEvidence| {
        let rows = answer.rows.iter();
        rows.filter(|row| row.indicator.direction_evidence == evidence).count()
    };
    let counts = text::evidence_counts(
        answer.rows.len(),
        [
            DirectionEvidence::Correlation,
            DirectionEvidence::Wording,
            DirectionEvidence::Disagrees,
        ]
        .map(count),
        language,
    );
    let noted: Vec<&IndicatorRow> = answer
        .rows
        .iter()
        .filter(|row| !row.indicator.note_vi.is_empty())
        .collect();
    let links = noted
        .iter()
        .map(|row| {
            let query = PageQuery {
                component: Some(row.indicator.id.clone().into()),
                year: Some(answer.year),
                ..PageQuery::default()
            };
            let indicator = &row.indicator;
            let words = format!(
                "{} ({}): {}",
                language.pick(&indicator.name_vi, &indicator.name_en),
                direction_words(indicator.direction, language),
                language.pick(&indicator.note_vi, &indicator.note_en)
            );
            (query.address(&index_path(language, answer.index)), words)
        })
        .collect();
    view! {
        <h2 id="indicators">{text::BELOW_COMPONENTS.get(language)}</h2>
        <p>{text::METHOD.get(language)}</p>
        <p>{text::RULE.get(language)}</p>
        <p>{counts}</p>
        <LinkList links class="plain"/>
    }
    .into_any()
}
