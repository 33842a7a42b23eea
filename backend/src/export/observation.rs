//! Observations as a sheet: the columns of the JSON answer, in the same order.

use vithe_shared::{Text, api::Observation, query::ObservationQuery};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 20] = [
    "index",
    "method_version",
    "year",
    "borders",
    "province",
    "province_name",
    "component",
    "measure",
    "value",
    "unit",
    "status",
    "evidence",
    "preferred",
    "rank",
    "rank_n",
    "rank_basis",
    "comparability_with_prev",
    "source_id",
    "note",
    "note_vi",
];

pub(crate) fn observation_sheet(observations: &[Observation], query: &ObservationQuery) -> Sheet {
    let rows = observations
        .iter()
        .map(|row| {
            vec![
                Field::text(row.index),
                Field::text(&row.method_version),
                Field::number(row.year.0),
                Field::text(row.borders),
                Field::text(&row.province),
                Field::text(&row.province_name),
                Field::text(&row.component),
                Field::text(row.measure),
                Field::number(row.value),
                Field::code(row.unit),
                Field::code(Some(row.status)),
                Field::code(Some(row.evidence)),
                Field::Flag(row.preferred),
                Field::optional_number(row.rank),
                Field::optional_number(row.rank_n),
                Field::code(row.rank_basis),
                Field::code(row.comparability_with_prev),
                Field::optional_text(row.source_id.as_ref()),
                Field::optional_text(row.note.as_ref()),
                Field::optional_text(row.note_vi.as_ref()),
            ]
        })
        .collect();
    let index = query.index.map_or("all", vithe_shared::IndexId::as_str);
    let component = query
        .component
        .as_ref()
        .map_or("components", |component| component.as_str());
    let area = query.province.as_ref().map_or("vietnam", |province| province.as_str());
    let years = observations.iter().map(|row| row.year);
    let years = match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) if first != last => format!("{first}-{last}"),
        (Some(only), _) => only.to_string(),
        (None, _) => query.year.map_or_else(|| "none".to_owned(), |year| year.to_string()),
    };
    Sheet {
        title: Text::new("Số liệu theo từng nguồn", "Figures with the source of each"),
        name: format!("{index}_{component}_{area}_{years}"),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: Vec::new(),
    }
}
