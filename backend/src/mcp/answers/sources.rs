//! The document behind each figure.

use rmcp::schemars::JsonSchema;
use serde::Serialize;
use vithe_frontend::{address::sources_path, format::format_typed, text::sources as text};
use vithe_shared::{
    Language, Problem, Text,
    api::Observation,
    domain::ObservationStatus,
    engine::answers::list_observations,
    query::{ObservationQuery, PageQuery},
};

use super::{
    Frame, Question, Reply, Source,
    figure::{basis_code, comparability_code, unit_code},
};
use crate::mcp::arguments;

/// How many figures an answer holds.
pub(in crate::mcp) const LIMIT: arguments::Limit = arguments::Limit {
    default: 30,
    most: 200,
    expected: Text::new("một số từ 1 đến 200", "a number from 1 to 200"),
};

/// Figures with their documents.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
pub(in crate::mcp) struct SourcesAnswer {
    /// By year (the newest first), component, unit and measure.
    figures: Vec<OneFigure>,
    /// Figures that were left out.
    figures_left_out: usize,
}

/// A figure of a document, or one that is computed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars")]
struct OneFigure {
    index: &'static str,
    province: String,
    component: String,
    year: u16,
    /// score, points, rank, `regional_rank`, group, tier, min, max, median or mean.
    measure: &'static str,
    value: f64,
    /// points, percent or `percent_of_maximum`; null for ranks, groups and tiers.
    unit: Option<&'static str>,
    estimated: bool,
    /// How many units are ranked.
    n: Option<u16>,
    /// Where the rank beside a score comes from: published or derived.
    rank_basis: Option<&'static str>,
    /// With the year before on record.
    comparability_with_prev: Option<&'static str>,
    /// Whether it is the one in use among several documents.
    in_use: bool,
    /// How it is known, where it is not simply printed.
    evidence: Option<&'static str>,
    /// Null where it is computed.
    source_id: Option<String>,
    note: Option<String>,
}

/// Answers the documents of a selection.
pub(in crate::mcp) fn sources(mut question: Question<'_>) -> Result<Reply, Problem> {
    let limit = question.arguments.take_limit(&LIMIT)?;
    let frame = Frame::of(&question);
    let query: ObservationQuery = question.arguments.query(frame.catalog, &[], &[arguments::LIMIT])?;
    let mut rows = frame.ask(list_observations(frame.catalog, &query))?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.year));
    let shown = &rows[..rows.len().min(limit)];
    let sources = frame.sources(shown.iter().map(|row| row.source_id.as_deref()))?;
    let mut lines: Vec<String> = shown.iter().map(|row| line(frame, row, &sources)).collect();
    if lines.is_empty() {
        lines.push(text::NOTHING.get(frame.language).to_owned());
    }
    let page = PageQuery {
        provinces: query.province.iter().cloned().collect(),
        index: query.index,
        component: query.component.clone(),
        year: query.year,
        borders: query.borders,
        ..PageQuery::default()
    }
    .address(&sources_path(frame.language));
    let cited: Vec<_> = query.index.into_iter().map(|index| (index, query.year)).collect();
    let body = SourcesAnswer {
        figures: shown.iter().map(|row| figure(frame, row)).collect(),
        figures_left_out: rows.len() - shown.len(),
    };
    frame.reply(body, lines, &cited, sources, &page)
}

fn figure(frame: Frame<'_>, row: &Observation) -> OneFigure {
    let note = match frame.language {
        Language::Vi => &row.note_vi,
        Language::En => &row.note,
    };
    OneFigure {
        index: row.index.as_str(),
        province: row.province.to_string(),
        component: row.component.to_string(),
        year: row.year.0,
        measure: row.measure.as_str(),
        value: row.value,
        unit: row.unit.map(unit_code),
        estimated: row.status == ObservationStatus::Estimated,
        n: row.rank_n,
        rank_basis: row.rank_basis.map(basis_code),
        comparability_with_prev: row.comparability_with_prev.map(comparability_code),
        in_use: row.preferred,
        evidence: text::evidence(row.evidence).map(|words| words.get(frame.language)),
        source_id: row.source_id.clone(),
        note: note.clone(),
    }
}

fn line(frame: Frame<'_>, row: &Observation, sources: &[Source]) -> String {
    let measure = text::measure(row.measure).get(frame.language);
    let source = row
        .source_id
        .as_ref()
        .and_then(|id| sources.iter().find(|source| &source.id == id));
    let source = source.map_or_else(
        || text::COMPUTED.get(frame.language).to_owned(),
        |source| format!("{}, {}", source.publisher, source.document),
    );
    let used = if row.preferred {
        text::IS_USED
    } else {
        text::IS_NOT_USED
    };
    let value = format_typed(row.value, frame.language);
    let n = row.rank_n.map_or_else(String::new, |n| format!(" (n = {n})"));
    let name = format!(
        "{} {} {}, {}",
        row.index.short_name(),
        row.year,
        row.province_name,
        row.component
    );
    let estimated = if row.status == ObservationStatus::Estimated {
        frame.pick(", ước tính", ", an estimate")
    } else {
        ""
    };
    format!(
        "{name}: {measure} {value}{n}{estimated} – {source} ({})",
        used.get(frame.language)
    )
}
