//! Regions over the years as a sheet: one line per region and year, the country under `vn`, a break told on the line of its
//! later year.

use vithe_shared::{
    Text,
    api::regions::{RegionYear, RegionsAnswer},
    domain::Comparability,
};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 20] = [
    "index",
    "year",
    "borders",
    "component",
    "region",
    "region_name",
    "members",
    "count",
    "mean",
    "median",
    "q1",
    "q3",
    "min",
    "max",
    "published_mean",
    "published_median",
    "published_min",
    "published_max",
    "comparability_with_prev",
    "region_name_en",
];

pub(crate) fn regions_sheet(answer: &RegionsAnswer) -> Sheet {
    let first_year = answer.national.first().map(|year| year.year);
    let row = |region: &str, [name, name_en]: [&str; 2], found: &RegionYear| {
        let summary = found.summary.as_ref();
        let published = found.published.as_ref();
        let broken = answer.breaks.iter().find(|entry| entry.year == found.year);
        let comparability = (Some(found.year) != first_year)
            .then(|| broken.map_or(Comparability::Comparable, |entry| entry.comparability));
        vec![
            Field::text(answer.index),
            Field::number(found.year.0),
            Field::text(answer.borders),
            Field::text(&answer.component),
            Field::text(region),
            Field::text(name),
            Field::number(found.members),
            Field::number(found.count),
            Field::optional_number(summary.map(|summary| summary.mean)),
            Field::optional_number(summary.map(|summary| summary.median)),
            Field::optional_number(summary.map(|summary| summary.q1)),
            Field::optional_number(summary.map(|summary| summary.q3)),
            Field::optional_number(summary.map(|summary| summary.min)),
            Field::optional_number(summary.map(|summary| summary.max)),
            Field::optional_number(published.and_then(|values| values.mean)),
            Field::optional_number(published.and_then(|values| values.median)),
            Field::optional_number(published.and_then(|values| values.min)),
            Field::optional_number(published.and_then(|values| values.max)),
            Field::code(comparability),
            Field::text(name_en),
        ]
    };
    let national = answer
        .national
        .iter()
        .map(|found| row("vn", ["Cả nước", "Whole country"], found));
    let regions = answer.regions.iter().flat_map(|region| {
        region
            .years
            .iter()
            .map(|found| row(region.region.as_str(), [&region.name_vi, &region.name_en], found))
    });
    let years = match (answer.national.first(), answer.national.last()) {
        (Some(first), Some(last)) if first.year != last.year => format!("{}-{}", first.year, last.year),
        (Some(only), _) => only.year.to_string(),
        (None, _) => String::new(),
    };
    Sheet {
        title: Text::new("Các vùng qua các năm", "Regions over the years"),
        name: format!("{}_{}_regions_{years}", answer.index, answer.component),
        rows: national.chain(regions).collect(),
        header: COLUMNS.map(str::to_owned).to_vec(),
        sources: Vec::new(),
    }
}
