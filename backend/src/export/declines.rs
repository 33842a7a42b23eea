//! Runs of falls, or what fell over a span, as a sheet: one line per province and component.

use vithe_shared::{ProvinceSlug, RegionId, Text, api::declines::DeclinesAnswer, query::DeclinesQuery};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 19] = [
    "index",
    "until",
    "province",
    "province_name",
    "region",
    "component",
    "component_name",
    "part_of",
    "falls",
    "from_year",
    "score",
    "change_score",
    "median_change",
    "distance_change",
    "change_rank",
    "cost_in_total",
    "cost_in_places",
    "n",
    "borders",
];

pub(crate) fn declines_sheet(answer: &DeclinesAnswer, query: &DeclinesQuery) -> Sheet {
    let rows = answer
        .rows
        .iter()
        .map(|row| {
            vec![
                Field::text(answer.index),
                Field::number(row.until.0),
                Field::text(&row.province),
                Field::text(&row.name_vi),
                Field::text(&row.region),
                Field::text(&row.component),
                Field::text(&row.component_name_vi),
                Field::optional_text(row.part_of.as_ref()),
                Field::number(row.years),
                Field::number(row.from_year.0),
                Field::number(row.latest_score),
                Field::number(row.total_change),
                Field::optional_number(row.median_change),
                Field::optional_number(row.distance_change),
                Field::optional_number(row.rank_lost.map(|lost| -lost)),
                Field::optional_number(row.cost_in_total),
                Field::optional_number(row.cost_in_places),
                Field::number(answer.n),
                Field::text(answer.borders),
            ]
        })
        .collect();
    let province = query.province.as_ref().map(ProvinceSlug::as_str);
    let region = query.region.as_ref().map(RegionId::as_str);
    let area = province.or(region).unwrap_or("vietnam");
    let years = answer
        .from
        .map_or_else(|| answer.until.to_string(), |from| format!("{from}-{}", answer.until));
    Sheet {
        title: Text::new("Các thành phần giảm điểm", "Components that fall"),
        name: format!("{}_declines_{area}_{years}", answer.index),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: Vec::new(),
    }
}
