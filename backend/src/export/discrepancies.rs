//! The register of discrepancies as a sheet: one line per claim, so that every value stands beside its source; what belongs
//! to the discrepancy is repeated on each of its lines, which its identifier holds together.

use vithe_shared::{
    IndexId, ProvinceSlug, Text,
    api::discrepancies::{DiscrepanciesAnswer, Discrepancy, DiscrepancyClaim},
    domain::DiscrepancyKind,
    query::DiscrepanciesQuery,
};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 36] = [
    "id",
    "kind",
    "index",
    "year",
    "borders",
    "province",
    "region",
    "unit_name",
    "unit_name_en",
    "component",
    "component_name",
    "component_name_en",
    "measure",
    "unit",
    "rank_n",
    "claim_measure",
    "claim_value",
    "claim_preferred",
    "claim_evidence",
    "claim_status",
    "claim_source_id",
    "claim_note",
    "claim_note_vi",
    "shown",
    "computed",
    "computed_from",
    "tolerance",
    "place_best",
    "place_worst",
    "same_rank",
    "difference",
    "state",
    "note",
    "note_vi",
    "data_version",
    "revision",
];

pub(crate) fn discrepancies_sheet(answer: &DiscrepanciesAnswer, query: &DiscrepanciesQuery) -> Sheet {
    let rows = answer
        .rows
        .iter()
        .flat_map(|row| row.claims.iter().map(move |claim| line(answer, row, claim)));
    let index = query.index.map_or("all", IndexId::as_str);
    let kind = query.kind.map_or("all", DiscrepancyKind::as_str);
    let area = query.province.as_ref().map_or("vietnam", ProvinceSlug::as_str);
    let year = query.year.map_or_else(|| "all".to_owned(), |year| year.to_string());
    Sheet {
        title: Text::new("Những số liệu không khớp", "Known discrepancies"),
        name: format!("{index}_discrepancies_{kind}_{area}_{year}"),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        sources: answer.sources.clone(),
    }
}

fn line(answer: &DiscrepanciesAnswer, row: &Discrepancy, claim: &DiscrepancyClaim) -> Vec<Field> {
    let (computed, places) = (row.computed.as_ref(), row.places);
    let same_rank: Vec<&str> = row.same_rank.iter().map(|unit| unit.province.as_str()).collect();
    vec![
        Field::text(&row.id),
        Field::text(row.kind),
        Field::text(row.index),
        Field::number(row.year.0),
        Field::text(row.borders),
        Field::optional_text(row.province.as_ref()),
        Field::optional_text(row.region.as_ref()),
        Field::text(&row.name_vi),
        Field::text(&row.name_en),
        Field::text(&row.component),
        Field::text(&row.component_name_vi),
        Field::text(&row.component_name_en),
        Field::text(row.measure),
        Field::code(row.unit),
        Field::optional_number(row.rank_n),
        Field::text(claim.measure),
        Field::number(claim.value),
        Field::Flag(claim.preferred),
        Field::code(Some(claim.evidence)),
        Field::code(Some(claim.status)),
        Field::text(&claim.source_id),
        Field::optional_text(claim.note.as_ref().map(|note| &note.en)),
        Field::optional_text(claim.note.as_ref().map(|note| &note.vi)),
        Field::optional_number(row.shown),
        Field::optional_number(computed.map(|computed| computed.value)),
        Field::code(computed.map(|computed| computed.from)),
        Field::optional_number(computed.map(|computed| computed.tolerance)),
        Field::optional_number(places.map(|places| places.best)),
        Field::optional_number(places.map(|places| places.worst)),
        Field::text(same_rank.join("~")),
        Field::optional_number(row.difference),
        Field::code(Some(row.state)),
        Field::optional_text(row.note.as_ref().map(|note| &note.en)),
        Field::optional_text(row.note.as_ref().map(|note| &note.vi)),
        Field::text(&answer.version),
        Field::text(&answer.revision),
    ]
}
