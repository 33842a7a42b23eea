//! Two figures set against each other as a sheet: one line per province, also of those that lack a figure.

use vithe_shared::{
    ProvinceSlug, RegionId, Text,
    api::scatter::{ScatterAnswer, ScatterAxis},
    domain::{MissingScore, ObservationStatus},
};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 16] = [
    "borders",
    "province",
    "province_name",
    "region",
    "x_index",
    "x_component",
    "x_year",
    "x_score",
    "x_missing",
    "y_index",
    "y_component",
    "y_year",
    "y_score",
    "y_missing",
    "x_status",
    "y_status",
];

/// A line of the sheet: the unit, its name and region, and on each axis its score with its status, or why there is none.
type Line<'a> = (
    &'a ProvinceSlug,
    &'a str,
    &'a RegionId,
    [(Option<f64>, Option<ObservationStatus>, Option<MissingScore>); 2],
);

pub(crate) fn scatter_sheet(answer: &ScatterAnswer) -> Sheet {
    let points = answer.points.iter().map(|point| -> Line<'_> {
        let scores = [
            (Some(point.x), Some(point.x_status), None),
            (Some(point.y), Some(point.y_status), None),
        ];
        (&point.province, &point.name_vi, &point.region, scores)
    });
    let left_out = answer.left_out.iter().map(|unit| -> Line<'_> {
        let scores = [
            (unit.x, unit.x_status, unit.missing_x),
            (unit.y, unit.y_status, unit.missing_y),
        ];
        (&unit.province, &unit.name_vi, &unit.region, scores)
    });
    let rows = points
        .chain(left_out)
        .map(|(province, name, region, scores)| {
            let mut fields = vec![
                Field::text(answer.borders),
                Field::text(province),
                Field::text(name),
                Field::text(region),
            ];
            for (axis, (score, _, missing)) in [&answer.x, &answer.y].into_iter().zip(scores) {
                fields.extend([
                    Field::text(axis.index),
                    Field::text(&axis.component),
                    Field::number(axis.year.0),
                    Field::optional_number(score),
                    Field::code(missing),
                ]);
            }
            fields.extend(scores.map(|(_, status, _)| Field::code(status)));
            fields
        })
        .collect();
    let area = answer.region.as_ref().map_or("vietnam", |region| region.as_str());
    let named = |axis: &ScatterAxis| format!("{}_{}_{}", axis.index, axis.component, axis.year);
    Sheet {
        title: Text::new("Đặt hai chỉ số cạnh nhau", "Two figures against each other"),
        name: format!("{}_{}_{area}", named(&answer.x), named(&answer.y)),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: answer.sources.clone(),
    }
}
