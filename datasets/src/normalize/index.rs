//! The dataset of one index.

use std::collections::{BTreeMap, BTreeSet};

use vithe_shared::{
    ComponentId, IndexId, Year,
    analytics::interval::{CONFIDENCE, SAMPLING_DRAWS, SEED, critical_value},
    dataset::{
        Column, ComponentHistory, Disputed, Figure, IndexDataset, Published, RankedSet, SamplingColumn, write_columns,
    },
    domain::{Measure, Membership, PublishedNational, PublishedValues},
    engine::catalog::{Catalog, CatalogError, UnitList, UnitLists, coverage_of, opening_year},
};

use super::{
    SourceList, description,
    gather::{Gathered, Sheet},
    indicators,
};
use crate::package::{self, ObservationRow, Package, Unit, Weighting};

/// The dataset, without what only its tables tell: the year it opens on, and what is on record.
pub(super) fn dataset(
    package: &Package,
    id: IndexId,
    units: &UnitLists,
    gathered: &Gathered<'_>,
    sources: &mut SourceList<'_>,
) -> Result<IndexDataset, CatalogError> {
    let mut rows = package.indices.iter();
    let row = rows.find(|row| row.index == id).ok_or(CatalogError::MissingIndex(id))?;
    let mut components = description::components(package, row, id);
    let tables = years_with_tables(&components, gathered);
    for component in &mut components {
        component.years = tables.get(&component.id).cloned().unwrap_or_default();
    }
    let opens_on = tables
        .get(&ComponentId::overall())
        .and_then(|years| years.last().copied());
    let has_table =
        |component: &ComponentId, year: Year| tables.get(component).is_some_and(|years| years.contains(&year));
    let shown: Vec<(&ComponentId, Year, &Sheet<'_>)> = gathered
        .sheets
        .iter()
        .map(|((component, year), sheet)| (component, *year, sheet))
        .filter(|(component, year, _)| has_table(component, *year))
        .collect();
    Ok(IndexDataset {
        index: id,
        opens_on: opens_on.ok_or(CatalogError::NoTotal(id))?,
        coverage: Vec::new(),
        method_versions: description::method_versions(package, row),
        breaks: description::breaks(package, id),
        ranked_sets: ranked_sets(package, id, gathered, units),
        columns: write_columns(columns(&components, &shown, sources), &gathered.units34_years),
        units34_years: gathered.units34_years.clone(),
        indicators: indicators::counts(package, id),
        disputed: disputed(&shown),
        published: published(&shown, gathered, units),
        sampling_errors: sampling_errors(package, id, units, sources),
        components,
        sources: sources.take(),
    })
}

/// Fills in the year an index opens on and what is on record, which its own tables tell: a catalog without it takes it in.
pub(super) fn with_coverage(catalog: &Catalog, mut dataset: IndexDataset) -> Result<IndexDataset, CatalogError> {
    catalog.insert(dataset.clone())?;
    let missing = || CatalogError::NoTotal(dataset.index);
    let index = catalog.index(dataset.index).map_err(|_| missing())?;
    let total = ComponentId::overall();
    let opens_on = opening_year(index.tables(&total)).ok_or_else(missing)?;
    dataset.opens_on = opens_on;
    dataset.coverage = index
        .years(&total)
        .filter_map(|year| coverage_of(index, year))
        .collect();
    Ok(dataset)
}

/// The years of which each component has a table: those in which it exists and anything is on record, or its parts add up.
fn years_with_tables(components: &[ComponentHistory], gathered: &Gathered<'_>) -> BTreeMap<ComponentId, Vec<Year>> {
    let years: BTreeSet<Year> = gathered.sheets.keys().map(|(_, year)| *year).collect();
    let mut tables: BTreeMap<ComponentId, Vec<Year>> = BTreeMap::new();
    for component in components {
        for year in &years {
            let exists = component.spans.iter().any(|span| span.covers(*year));
            let sheet = gathered.sheets.get(&(component.id.clone(), *year));
            let is_on_record =
                || sheet.is_some_and(Sheet::has_figure) || !scored(components, gathered, component, *year).is_empty();
            if exists && is_on_record() {
                tables.entry(component.id.clone()).or_default().push(*year);
            }
        }
    }
    tables
}

/// The units with a score in a year, on record or as the sum of the parts.
fn scored(
    components: &[ComponentHistory],
    gathered: &Gathered<'_>,
    component: &ComponentHistory,
    year: Year,
) -> BTreeSet<u16> {
    let sheet = gathered.sheets.get(&(component.id.clone(), year));
    let mut units = sheet.map(Sheet::scored).unwrap_or_default();
    let is_computed = component.spans.iter().any(|span| span.covers(year) && span.computed);
    if is_computed {
        let is_part = |part: &&ComponentHistory| {
            let mut spans = part.spans.iter();
            spans.any(|span| span.covers(year) && span.parent.as_ref() == Some(&component.id))
        };
        let parts = components.iter().filter(is_part);
        let of_parts = parts.map(|part| scored(components, gathered, part, year));
        units.extend(of_parts.reduce(|all, part| &all & &part).unwrap_or_default());
    }
    units
}

/// The preferred figures.
fn columns(
    components: &[ComponentHistory],
    shown: &[(&ComponentId, Year, &Sheet<'_>)],
    sources: &mut SourceList<'_>,
) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (component, year, sheet) in shown {
        let position = components.iter().position(|known| &known.id == *component);
        let Some(position) = position.and_then(|position| u16::try_from(position).ok()) else {
            continue;
        };
        for (measure, figures) in &sheet.preferred {
            columns.push(Column {
                component: position,
                year: *year,
                measure: *measure,
                figures: figures.iter().map(|(unit, row)| figure(*unit, row, sources)).collect(),
            });
        }
    }
    columns
}

fn figure(unit: u16, row: &ObservationRow, sources: &mut SourceList<'_>) -> Figure {
    Figure {
        unit,
        value: row.value,
        source: sources.position(row.source_id.as_str()),
        evidence: row.evidence,
        status: row.status,
    }
}

fn disputed(shown: &[(&ComponentId, Year, &Sheet<'_>)]) -> Vec<Disputed> {
    shown
        .iter()
        .filter(|(_, _, sheet)| !sheet.disputed.is_empty())
        .map(|(component, year, sheet)| Disputed {
            component: (*component).clone(),
            year: *year,
            units: sheet.disputed.iter().copied().collect(),
        })
        .collect()
}

/// What the publisher printed for the country and for regions.
fn published(shown: &[(&ComponentId, Year, &Sheet<'_>)], gathered: &Gathered<'_>, units: &UnitLists) -> Vec<Published> {
    shown
        .iter()
        .filter_map(|(component, year, sheet)| {
            let value = |unit: &Unit, measure| {
                let mut rows = sheet.published.iter();
                rows.find(|row| &row.unit == unit && row.measure == measure)
                    .map(|row| row.value)
            };
            let national = PublishedNational {
                score: value(&Unit::Country, Measure::Score),
                min: value(&Unit::Country, Measure::Min),
                median: value(&Unit::Country, Measure::Median),
                max: value(&Unit::Country, Measure::Max),
                mean: value(&Unit::Country, Measure::Mean),
            };
            let regions = units.of(gathered.list_of(*year)).regions();
            let regional = |id: &vithe_shared::RegionId| {
                let region = Unit::Region(id.clone());
                PublishedValues {
                    min: value(&region, Measure::Min),
                    median: value(&region, Measure::Median),
                    max: value(&region, Measure::Max),
                    mean: value(&region, Measure::Mean),
                }
            };
            let published = Published {
                component: (*component).clone(),
                year: *year,
                national: (national != PublishedNational::default()).then_some(national),
                regions: regions
                    .iter()
                    .map(|region| (region.id.clone(), regional(&region.id)))
                    .filter(|(_, values)| *values != PublishedValues::default())
                    .collect(),
            };
            (published.national.is_some() || !published.regions.is_empty()).then_some(published)
        })
        .collect()
}

/// Who belongs to the ranked sets of an index. A row with a component overrides the one unit it names: the others belong to
/// the set of the year.
fn ranked_sets(package: &Package, id: IndexId, gathered: &Gathered<'_>, units: &UnitLists) -> Vec<RankedSet> {
    let mut sets: BTreeMap<(Year, Option<ComponentId>), Vec<Membership>> = BTreeMap::new();
    let rows = || {
        package
            .ranked_sets
            .iter()
            .filter(|row| row.index == id && row.borders == gathered.list_of(row.year))
    };
    let of_years = rows().filter(|row| row.component.is_none());
    for row in of_years.chain(rows().filter(|row| row.component.is_some())) {
        let units = units.of(row.borders);
        let of_year = sets.get(&(row.year, None)).cloned();
        let set = sets
            .entry((row.year, row.component.clone()))
            .or_insert_with(|| of_year.unwrap_or_else(|| vec![Membership::Outside; units.provinces().len()]));
        if let Some(position) = units.position(&row.unit) {
            set[position] = match row.membership {
                package::Membership::Member => Membership::Member,
                package::Membership::Withheld => Membership::Withheld,
            };
        }
    }
    sets.into_iter()
        .map(|((year, component), members)| RankedSet::new(year, component, &members))
        .collect()
}

/// The errors of unweighted scores: those are the scores that the index is made of.
fn sampling_errors(
    package: &Package,
    id: IndexId,
    units: &UnitLists,
    sources: &mut SourceList<'_>,
) -> Vec<SamplingColumn> {
    let mut errors: BTreeMap<(ComponentId, Year), SamplingColumn> = BTreeMap::new();
    for row in package.sampling_errors.iter().filter(|row| {
        row.index == id && row.weighting == Weighting::Unweighted && row.measure.as_str() == "standard_error"
    }) {
        let units: &UnitList = units.of(row.borders);
        let Some(position) = units.position(&row.unit) else {
            continue;
        };
        let column = errors
            .entry((row.component.clone(), row.year))
            .or_insert_with(|| SamplingColumn {
                component: row.component.clone(),
                year: row.year,
                source: sources.position(row.source_id.as_str()),
                standard_errors: vec![None; units.provinces().len()],
                critical_value: 0.0,
            });
        column.standard_errors[position] = Some(row.value);
    }
    let with_critical_value = |column: SamplingColumn| {
        let errors: Vec<f64> = column.standard_errors.iter().copied().flatten().collect();
        SamplingColumn {
            critical_value: critical_value(&errors, CONFIDENCE, SAMPLING_DRAWS, SEED),
            ..column
        }
    };
    errors.into_values().map(with_critical_value).collect()
}
