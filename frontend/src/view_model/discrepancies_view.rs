//! Figures that do not agree, row by row: what the documents say, what is shown and why, how far it lies apart.

mod words;

use vithe_shared::{
    IndexId, Language, ProvinceSlug, Year,
    api::discrepancies::{DiscrepanciesAnswer, Discrepancy, DiscrepancyClaim},
    domain::{DiscrepancyKind, DiscrepancyState, SourceInfo},
    query::ObservationQuery,
};

use crate::text::{discrepancies as text, sources as source_text};

/// A document that gives a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDocument {
    /// Its title and publisher.
    pub title: String,
    /// Its address; empty where none is on record.
    pub address: String,
    /// How the value is known from it, and what the collectors noted.
    pub remarks: Vec<String>,
}

/// A value with the documents that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedValue {
    /// `86,77 điểm`, `hạng 34/63`.
    pub value: String,
    /// Whether it is the one that is shown.
    pub is_shown: bool,
    /// The documents.
    pub documents: Vec<ClaimDocument>,
}

/// One discrepancy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscrepancyRowView {
    /// The identifier, which is the anchor of the row.
    pub id: String,
    /// The index.
    pub index: IndexId,
    /// The province; `None` for the country and regions.
    pub province: Option<ProvinceSlug>,
    /// The name of the unit.
    pub name: String,
    /// Index, component, year and measure.
    pub figure: String,
    /// The values, that which is shown first.
    pub values: Vec<ClaimedValue>,
    /// The value that is shown; `None` where none is.
    pub shown: Option<String>,
    /// Why, and what it is held against.
    pub why: Vec<String>,
    /// How far the values lie apart, with their unit; empty where that is no number.
    pub difference: String,
    /// Whether nothing decides.
    pub is_open: bool,
    /// The page that tells all documents of the figure; of provinces only.
    pub documents: Option<ObservationQuery>,
}

/// The rows of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscrepancyGroupView {
    /// The kind.
    pub kind: DiscrepancyKind,
    /// Its rows, the newest year first.
    pub rows: Vec<DiscrepancyRowView>,
}

/// The register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscrepanciesView {
    /// How many rows there are, by kind, and how many of them are open.
    pub finding: String,
    /// The kinds that have rows.
    pub groups: Vec<DiscrepancyGroupView>,
    /// How to cite a row.
    pub citation: String,
}

/// Builds the register; `page` is the address of the page, which a citation names.
pub fn discrepancies_view(answer: &DiscrepanciesAnswer, page: &str, language: Language) -> DiscrepanciesView {
    let groups = DiscrepancyKind::ALL
        .into_iter()
        .map(|kind| DiscrepancyGroupView {
            kind,
            rows: answer
                .rows
                .iter()
                .filter(|row| row.kind == kind)
                .map(|row| row_view(row, &answer.sources, language))
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect();
    let example = answer.rows.first().map(|row| row.id.as_str());
    DiscrepanciesView {
        finding: words::finding(&answer.counts, language),
        groups,
        citation: example.map_or_else(String::new, |id| words::citation(id, page, &answer.version, language)),
    }
}

fn row_view(row: &Discrepancy, sources: &[SourceInfo], language: Language) -> DiscrepancyRowView {
    let mut values: Vec<(&DiscrepancyClaim, Vec<&DiscrepancyClaim>)> = Vec::new();
    for claim in &row.claims {
        let same = values
            .iter_mut()
            .find(|(first, _)| (first.measure, first.value) == (claim.measure, claim.value));
        match same {
            Some((_, same)) => same.push(claim),
            None => values.push((claim, vec![claim])),
        }
    }
    let values = values
        .into_iter()
        .map(|(first, same)| ClaimedValue {
            value: words::value(first.measure, first.value, row, language),
            is_shown: same.iter().any(|claim| claim.preferred),
            documents: same.iter().map(|claim| document(claim, sources, language)).collect(),
        })
        .collect();
    DiscrepancyRowView {
        id: row.id.clone(),
        index: row.index,
        province: row.province.clone(),
        name: language.pick(&row.name_vi, &row.name_en).to_owned(),
        figure: words::figure(row, language),
        values,
        shown: row.shown.map(|value| words::value(row.measure, value, row, language)),
        why: words::why(row, language),
        difference: words::difference(row, language),
        is_open: row.state == DiscrepancyState::Open,
        documents: row.province.as_ref().map(|province| ObservationQuery {
            index: Some(row.index),
            component: Some(row.component.clone()),
            province: Some(province.clone()),
            year: Some(row.year),
            borders: row.borders.in_address(),
        }),
    }
}

fn document(claim: &DiscrepancyClaim, sources: &[SourceInfo], language: Language) -> ClaimDocument {
    let source = sources.iter().find(|source| source.id == claim.source_id);
    let note = claim.note.as_ref().map(|note| language.pick(&note.vi, &note.en));
    let evidence = source_text::evidence(claim.evidence).filter(|_| note.is_none());
    let status = source_text::status(claim.status);
    ClaimDocument {
        title: source.map_or_else(
            || claim.source_id.clone(),
            |source| format!("{} ({})", source.document, source.publisher),
        ),
        address: source.map_or_else(String::new, |source| source.address.clone()),
        remarks: [evidence, status]
            .into_iter()
            .flatten()
            .map(|words| words.get(language))
            .chain(note)
            .map(str::to_owned)
            .collect(),
    }
}

/// The line that folded filters show.
pub fn filters_line(
    index: Option<IndexId>,
    kind: Option<DiscrepancyKind>,
    year: Option<Year>,
    language: Language,
) -> String {
    let index = index.map_or(text::ALL_INDICES.get(language), IndexId::short_name);
    let kind = kind.map_or(text::ALL_KINDS, text::kind).get(language);
    let year = year.map_or_else(|| text::ALL_YEARS.get(language).to_owned(), |year| year.to_string());
    format!("{index} · {kind} · {year}")
}

#[cfg(test)]
mod tests;
