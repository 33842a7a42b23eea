//! Regions over the years as tables: how far provinces lie apart in one year, and the medians of all years.

use leptos::prelude::*;
use vithe_shared::{Language, Year};

use super::table::{
    Caption, Columns, DataTable, Row,
    cell::{NameCell, NumberCell, TextCell},
};
use crate::{
    text::{common, regions as text},
    view_model::{
        RegionsView,
        regions_view::{RegionCell, SpreadRow},
    },
};

/// Both tables.
pub(crate) fn regions_table(view: &RegionsView) -> AnyView {
    let language = view.frame.subject.language;
    let spread = view.spread_year.map(|year| spread(view, year, language));
    view! { <div class="regions-tables">{spread}{medians(view, language)}</div> }.into_any()
}

fn spread(view: &RegionsView, year: Year, language: Language) -> AnyView {
    let mut columns = Columns::<SpreadRow>::new();
    columns.words(common::REGION.get(language), |row| {
        view! { <NameCell name=row.name.clone()/> }.into_any()
    });
    columns.numbers(text::MEMBERS.get(language), |row| row.members.clone());
    columns.numbers(text::MEAN.get(language), |row| row.mean.clone());
    columns.numbers(text::MEDIAN.get(language), |row| row.median.clone());
    columns.numbers(text::MIDDLE_HALF.get(language), |row| row.middle_half.clone());
    columns.numbers(text::RANGE.get(language), |row| row.range.clone());
    if view.has_published_means {
        columns.numbers(text::PUBLISHED_MEAN.get(language), |row| row.published_mean.clone());
    }
    let rows = view
        .spread
        .iter()
        .enumerate()
        .map(|(position, spread)| {
            let row = columns.row(&spread.name, spread);
            if position + 1 == view.spread.len() {
                row.of_level(0)
            } else {
                row
            }
        })
        .collect();
    let title = format!("{} · {year}", text::SPREAD.get(language));
    view! { <DataTable id="table-spread" label=title.clone() caption=Caption::Shown(title) heads=columns.into_heads() rows/> }.into_any()
}

/// A region with its medians along the years of the table.
type Medians<'a> = (&'a str, &'a [RegionCell]);

fn medians(view: &RegionsView, language: Language) -> AnyView {
    let mut columns = Columns::<Medians<'_>>::new();
    columns.words(common::REGION.get(language), |(name, _)| {
        view! { <NameCell name=*name/> }.into_any()
    });
    for (position, (year, _)) in view.table_years.iter().enumerate() {
        columns.figures(&year.to_string(), move |(_, cells)| {
            view! { <NumberCell text=cells[position].median.clone()/> }.into_any()
        });
    }
    let country = language.pick("Cả nước", "Whole country");
    let regions = view.regions.iter().map(|region| {
        let medians = (region.short_name.as_str(), region.cells.as_slice());
        columns.row(&region.region, &medians)
    });
    let rows = regions
        .chain([columns
            .row(&"country", &(country, view.national_cells.as_slice()))
            .of_level(0)])
        .chain(comparability_row(view, language))
        .collect();
    let mut cells = view
        .regions
        .iter()
        .flat_map(|region| &region.cells)
        .chain(&view.national_cells);
    let caption = if cells.any(|cell| cell.is_incomplete) {
        format!("{}. {}", view.frame.text.kicker, text::INCOMPLETE.get(language))
    } else {
        view.frame.text.kicker.clone()
    };
    let caption = Caption::Shown(caption);
    view! { <DataTable id="table-medians" label=text::MEDIANS.get(language) caption heads=columns.into_heads() rows/> }
        .into_any()
}

/// How the years compare, where not all do fully.
fn comparability_row(view: &RegionsView, language: Language) -> Option<Row> {
    if view.table_years.iter().all(|(_, words)| words.is_empty()) {
        return None;
    }
    let head = view! { <NameCell name=text::WITH_PREVIOUS.get(language) class="muted"/> }.into_any();
    let years = view
        .table_years
        .iter()
        .map(|(_, words)| view! { <TextCell text=*words class="comparability small muted"/> }.into_any());
    Some(Row::new(&"comparability", std::iter::once(head).chain(years).collect()))
}
