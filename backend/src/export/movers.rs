//! Movers between two years as a sheet.

use vithe_shared::{Text, api::movers::MoversAnswer};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 21] = [
    "index",
    "component",
    "from_year",
    "to_year",
    "province",
    "province_name",
    "region",
    "presence",
    "rank_from",
    "rank_n_from",
    "rank_basis_from",
    "rank_to",
    "rank_n_to",
    "rank_basis_to",
    "change_rank",
    "score_from",
    "score_to",
    "change_score",
    "comparability",
    "comparability_reason",
    "borders",
];

pub(crate) fn movers_sheet(answer: &MoversAnswer) -> Sheet {
    let rows = answer
        .rows
        .iter()
        .map(|row| {
            vec![
                Field::text(answer.index),
                Field::text(&answer.component),
                Field::number(answer.from.year.0),
                Field::number(answer.to.year.0),
                Field::text(&row.province),
                Field::text(&row.name_vi),
                Field::text(&row.region),
                Field::code(Some(row.presence)),
                Field::optional_number(row.rank_from),
                Field::optional_number(row.rank_n_from),
                Field::code(row.rank_basis_from),
                Field::optional_number(row.rank_to),
                Field::optional_number(row.rank_n_to),
                Field::code(row.rank_basis_to),
                Field::optional_number(row.rank_change),
                Field::optional_number(row.score_from),
                Field::optional_number(row.score_to),
                Field::optional_number(row.score_change),
                Field::code(Some(answer.comparability)),
                Field::optional_text(answer.reason.as_ref().map(|reason| &reason.code)),
                Field::text(answer.borders),
            ]
        })
        .collect();
    let area = answer.region.as_ref().map_or("vietnam", |region| region.as_str());
    Sheet {
        title: Text::new(
            "Tăng, giảm hạng và điểm giữa hai năm",
            "Places and points won and lost between two years",
        ),
        name: format!(
            "{}_{}_movers_{area}_{}-{}",
            answer.index, answer.component, answer.from.year, answer.to.year
        ),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: answer.sources.clone(),
    }
}
