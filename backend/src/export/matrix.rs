//! Provinces × components as a sheet: three columns per component: its score, its rank and what that is out of.

use vithe_shared::{Text, api::Matrix, query::MatrixQuery};

use super::sheet::{Field, Sheet};

const FIXED: [&str; 9] = [
    "index",
    "year",
    "borders",
    "province",
    "province_name",
    "region",
    "overall_score",
    "overall_rank",
    "overall_rank_n",
];

/// `query` is what was asked for.
pub(crate) fn matrix_sheet(matrix: &Matrix, query: &MatrixQuery) -> Sheet {
    let mut header: Vec<String> = FIXED.map(str::to_owned).to_vec();
    for column in &matrix.columns {
        header.push(format!("{}_score", column.component));
        header.push(format!("{}_rank", column.component));
        header.push(format!("{}_rank_n", column.component));
    }
    let rows = matrix
        .rows
        .iter()
        .map(|row| {
            let mut fields = vec![
                Field::text(matrix.index),
                Field::number(matrix.year.0),
                Field::text(matrix.borders),
                Field::text(&row.province),
                Field::text(&row.name_vi),
                Field::text(&row.region),
                Field::optional_number(row.overall_score),
                Field::optional_number(row.overall_rank),
                Field::optional_number(row.overall_rank.map(|_| matrix.overall_n)),
            ];
            for ((score, rank), column) in row.scores.iter().zip(&row.ranks).zip(&matrix.columns) {
                fields.push(Field::optional_number(*score));
                fields.push(Field::optional_number(*rank));
                fields.push(Field::optional_number(rank.map(|_| column.n)));
            }
            fields
        })
        .collect();
    let area = match (query.provinces.len(), matrix.rows.as_slice()) {
        (0, _) => query
            .region
            .as_ref()
            .map_or("vietnam", |region| region.as_str())
            .to_owned(),
        (_, [one]) => one.province.to_string(),
        (_, several) => format!("{}-provinces", several.len()),
    };
    Sheet {
        title: Text::new("Các chỉ số thành phần theo tỉnh", "Components by province"),
        name: format!("{}_components_{area}_{}", matrix.index, matrix.year),
        header,
        rows,
        sources: Vec::new(),
    }
}
