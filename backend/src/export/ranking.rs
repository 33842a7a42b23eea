//! The table of one component and year as a sheet.

use vithe_shared::{Text, api::Ranking};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 28] = [
    "index",
    "method_version",
    "year",
    "borders",
    "component",
    "province",
    "province_name",
    "region",
    "score",
    "availability",
    "rank",
    "rank_n",
    "rank_basis",
    "rank_interval",
    "rank_interval_parameter",
    "rank_best",
    "rank_worst",
    "region_rank",
    "region_n",
    "region_rank_basis",
    "change_from_year",
    "change_score",
    "change_rank",
    "comparability",
    "status",
    "members_min",
    "members_max",
    "source_id",
];

pub(crate) fn ranking_sheet(ranking: &Ranking) -> Sheet {
    let rows = ranking
        .rows
        .iter()
        .map(|row| {
            let change = row.change.as_ref();
            let interval = row.rank_interval;
            vec![
                Field::text(ranking.index),
                Field::text(&ranking.method_version),
                Field::number(ranking.year.0),
                Field::text(ranking.borders),
                Field::text(&ranking.component),
                Field::text(&row.province),
                Field::text(&row.name_vi),
                Field::text(&row.region),
                Field::optional_number(row.score),
                Field::code(Some(row.availability)),
                Field::optional_number(row.rank),
                Field::optional_number(row.rank_n),
                Field::code(row.rank_basis),
                Field::code(interval.map(|interval| interval.kind)),
                Field::optional_number(interval.map(|interval| interval.parameter)),
                Field::optional_number(interval.map(|interval| interval.best)),
                Field::optional_number(interval.map(|interval| interval.worst)),
                Field::optional_number(row.region_rank),
                Field::optional_number(row.region_n),
                Field::code(row.region_rank_basis),
                Field::optional_number(change.map(|change| change.from_year.0)),
                Field::optional_number(change.and_then(|change| change.score)),
                Field::optional_number(change.and_then(|change| change.rank)),
                Field::code(change.map(|change| change.comparability)),
                Field::code(row.status),
                Field::optional_number(row.spread.as_ref().and_then(|spread| spread.min)),
                Field::optional_number(row.spread.as_ref().and_then(|spread| spread.max)),
                Field::optional_text(row.source_id.as_ref()),
            ]
        })
        .collect();
    let area = ranking.region.as_ref().map_or("vietnam", |region| region.as_str());
    Sheet {
        title: Text::new("Bảng xếp hạng", "League table"),
        name: format!("{}_{}_{area}_{}", ranking.index, ranking.component, ranking.year),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: ranking.sources.clone(),
    }
}
