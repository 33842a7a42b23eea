//! Series as a sheet: one line per province and year, a break told on the line of its later year.

use vithe_shared::{Text, Year, api::SeriesAnswer, domain::Comparability};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 18] = [
    "index",
    "method_version",
    "year",
    "borders",
    "component",
    "province",
    "province_name",
    "score",
    "availability",
    "rank",
    "rank_n",
    "rank_basis",
    "region_rank",
    "region_n",
    "status",
    "members_min",
    "members_max",
    "comparability_with_prev",
];

/// `asked` is the number of provinces that were named; 0 for all.
pub(crate) fn series_sheet(answer: &SeriesAnswer, asked: usize) -> Sheet {
    let first_year = answer.years.first().map(|year| year.year);
    let comparability = |year: Year| {
        if Some(year) == first_year {
            return None;
        }
        let broken = answer.breaks.iter().find(|entry| entry.year == year);
        Some(broken.map_or(Comparability::Comparable, |entry| entry.comparability))
    };
    let rows = answer
        .series
        .iter()
        .flat_map(|series| series.points.iter().map(move |point| (series, point)))
        .map(|(series, point)| {
            vec![
                Field::text(answer.index),
                Field::text(&point.method_version),
                Field::number(point.year.0),
                Field::text(answer.borders),
                Field::text(&answer.component),
                Field::text(&series.province),
                Field::text(&series.name_vi),
                Field::optional_number(point.score),
                Field::code(Some(point.availability)),
                Field::optional_number(point.rank),
                Field::optional_number(point.rank_n),
                Field::code(point.rank_basis),
                Field::optional_number(point.region_rank),
                Field::optional_number(point.region_n),
                Field::code(point.status),
                Field::optional_number(point.spread.as_ref().and_then(|spread| spread.min)),
                Field::optional_number(point.spread.as_ref().and_then(|spread| spread.max)),
                Field::code(comparability(point.year)),
            ]
        })
        .collect();
    let area = match (asked, answer.series.as_slice()) {
        (0, _) => "vietnam".to_owned(),
        (_, [one]) => one.province.to_string(),
        (_, several) => format!("{}-provinces", several.len()),
    };
    let years = match (answer.years.first(), answer.years.last()) {
        (Some(first), Some(last)) if first.year != last.year => format!("{}-{}", first.year, last.year),
        (Some(only), _) => only.year.to_string(),
        (None, _) => String::new(),
    };
    Sheet {
        title: Text::new("Điểm và thứ hạng qua các năm", "Scores and ranks over the years"),
        name: format!("{}_{}_{area}_{years}", answer.index, answer.component),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: Vec::new(),
    }
}
