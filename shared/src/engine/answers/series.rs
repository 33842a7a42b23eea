//! One component over the years.

use crate::{
    ComponentId, Year,
    api::{Series, SeriesAnswer, SeriesBreak, SeriesPoint, YearSummary},
    domain::{Availability, Membership},
    engine::catalog::{Catalog, IndexCatalog, Table, UnitList},
    query::SeriesQuery,
};

use super::{
    error::{LookupError, missing_year, positions, units_asked},
    row::{is_computed, member_spread, shown_summary},
};

/// Series of the units asked for, or of all that have a figure.
pub fn list_series(catalog: &Catalog, query: &SeriesQuery) -> Result<SeriesAnswer, LookupError> {
    let index = catalog.index(query.index)?;
    let Some(component) = index.component(&query.component) else {
        return Err(LookupError::unknown_component(index, &query.component));
    };
    let units = units_asked(catalog, index, &query.component, query.borders, None);
    let tables = tables_within(index, &query.component, units, query.from, query.to)?;
    let asked = positions(units, &query.provinces)?;
    let everyone = asked.is_empty();
    let selected = if everyone {
        (0..units.provinces().len()).collect()
    } else {
        asked
    };
    let series = selected
        .into_iter()
        .map(|unit| series_of(catalog, index, (&query.component, &tables), units, (unit, !everyone)))
        .filter(|series| !everyone || !series.points.is_empty())
        .collect();
    Ok(SeriesAnswer {
        index: query.index,
        component: query.component.clone(),
        component_name_vi: component.name_vi.clone(),
        component_name_en: component.name_en.clone(),
        scale: component.scale,
        borders: units.borders(),
        series,
        years: tables
            .iter()
            .map(|table| YearSummary {
                year: table.year,
                n: table.n,
                complete: table.complete,
                summary: table
                    .summary
                    .as_ref()
                    .map(|summary| shown_summary(summary, is_computed(index, &query.component, table))),
            })
            .collect(),
        breaks: breaks_within(index, &query.component, &tables),
        revision: catalog.revision().to_owned(),
    })
}

/// The tables of a component that are of a list of units, within a span of years, oldest first; at least one where a span is
/// asked for.
pub(crate) fn tables_within<'a>(
    index: &'a IndexCatalog,
    component: &ComponentId,
    units: &UnitList,
    from: Option<Year>,
    to: Option<Year>,
) -> Result<Vec<&'a Table>, LookupError> {
    if index.component(component).is_none() {
        return Err(LookupError::unknown_component(index, component));
    }
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(LookupError::ReversedSpan { from, to });
    }
    let mut tables = index.tables_told(component, units.borders());
    tables.retain(|table| from.is_none_or(|from| from <= table.year) && to.is_none_or(|to| table.year <= to));
    if tables.is_empty()
        && let Some(year) = from.or(to)
    {
        let allowed = index.years_told(component, units.borders());
        return Err(missing_year(index, component, units, year, &allowed));
    }
    Ok(tables)
}

/// The breaks of a component between tables that are given oldest first.
pub(crate) fn breaks_within(index: &IndexCatalog, component: &ComponentId, tables: &[&Table]) -> Vec<SeriesBreak> {
    let (first, last) = (
        tables.first().map(|table| table.year),
        tables.last().map(|table| table.year),
    );
    index
        .breaks(component)
        .into_iter()
        .filter(|(from_year, entry)| {
            first.is_some_and(|first| first <= *from_year) && last.is_some_and(|last| entry.year <= last)
        })
        .map(|(from_year, entry)| SeriesBreak {
            from_year,
            year: entry.year,
            comparability: entry.comparability,
            reason: entry.reason,
        })
        .collect()
}

/// The series of a unit, with the provinces behind its estimates where it is asked for by name.
fn series_of(
    catalog: &Catalog,
    index: &IndexCatalog,
    tables: (&ComponentId, &[&Table]),
    units: &UnitList,
    (unit, is_named): (usize, bool),
) -> Series {
    let (component, tables) = tables;
    let province = &units.provinces()[unit];
    let points = tables
        .iter()
        .filter_map(|table| {
            let cell = table.cells.get(unit)?;
            // A figure that is withheld or disputed is told, not left out.
            let is_told = cell.has_figure()
                || cell.membership == Membership::Withheld
                || cell.availability == Availability::Disputed;
            is_told.then(|| SeriesPoint {
                year: table.year,
                score: cell.score.as_ref().map(|score| score.shown),
                availability: cell.availability,
                rank: cell.rank.map(|rank| rank.rank),
                rank_n: cell.rank.map(|_| table.n),
                rank_basis: cell.rank.map(|rank| rank.basis),
                region_rank: cell.region_rank.map(|rank| rank.rank),
                region_n: cell.region_rank.map(|_| table.region_n(units, &province.region)),
                status: cell.score.as_ref().map(|score| score.status),
                spread: is_named
                    .then(|| member_spread(catalog, index, component, table, unit))
                    .flatten(),
                method_version: index.method_version(table.year).to_owned(),
            })
        })
        .collect();
    Series {
        province: province.slug.clone(),
        name_vi: province.name_vi.clone(),
        name_en: province.name_en.clone(),
        region: province.region.clone(),
        points,
    }
}
