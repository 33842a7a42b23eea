//! Tidy rows, one figure each: those of the sources, all of them, and the scores the product computes.

use std::collections::{BTreeMap, HashMap};

use crate::{
    Borders, ComponentId, Year,
    api::Observation,
    dataset::{IndexNotes, Remark},
    domain::{Comparability, Evidence, Measure, ObservationStatus, Redistribution, SourceInfo},
    engine::catalog::{Catalog, IndexCatalog, Table},
    query::ObservationQuery,
    sorting::{gather, sort_by_key},
};

use super::error::{LookupError, positions, units_asked};

/// How many rows one answer may have where the terms allow only what a page displays.
pub const MAXIMUM_OBSERVATIONS: usize = 1_000;

/// The figures of a selection, by year, component, unit and measure.
pub fn list_observations(catalog: &Catalog, query: &ObservationQuery) -> Result<Vec<Observation>, LookupError> {
    let indices: Vec<&IndexCatalog> = match query.index {
        Some(index) => vec![catalog.index(index)?],
        None => catalog.indices()?,
    };
    let restricted = indices
        .iter()
        .any(|index| index.info().redistribution == Redistribution::Displayed);
    if restricted {
        let narrow = query.province.is_some() || (query.year.is_some() && query.component.is_some());
        if query.index.is_none() || !narrow {
            return Err(LookupError::RedistributionRestricted { index: query.index });
        }
    }
    let mut rows = Vec::new();
    for index in indices {
        check_selection(index, query)?;
        let component = query.component.clone().unwrap_or_default();
        let units = units_asked(catalog, index, &component, query.borders, query.year);
        let unit = match &query.province {
            Some(province) => positions(units, std::slice::from_ref(province))?.first().copied(),
            None => None,
        };
        // Where no list is asked for, a table is told whatever its list; a unit has a name within its own only.
        let list = query.borders.or(unit.map(|_| units.borders()));
        let asked = Asked { query, unit, list };
        push_observations(catalog, index, &asked, &mut rows)?;
    }
    if restricted && rows.len() > MAXIMUM_OBSERVATIONS {
        return Err(LookupError::TooManyRows {
            rows: rows.len(),
            maximum: MAXIMUM_OBSERVATIONS,
        });
    }
    Ok(rows)
}

/// The documents that figures come from, by identifier.
pub fn list_sources(catalog: &Catalog) -> Result<Vec<SourceInfo>, LookupError> {
    let mut lists = vec![catalog.other_sources()];
    for index in catalog.indices()? {
        lists.extend([index.sources(), &catalog.notes(index.id())?.sources]);
    }
    // A document may be among the sources of two indices.
    let sources: BTreeMap<&str, &SourceInfo> =
        gather(lists.into_iter().flatten().map(|source| (source.id.as_str(), source)));
    Ok(sources.into_values().cloned().collect())
}

/// Whether what the query names exists in an index.
fn check_selection(index: &IndexCatalog, query: &ObservationQuery) -> Result<(), LookupError> {
    if query.index.is_none() {
        // Over all indices a component or year need not exist in each of them.
        return Ok(());
    }
    if let Some(component) = &query.component {
        super::error::table(index, component, query.year)?;
    } else if let Some(year) = query.year.filter(|year| !index.info().years.contains(year)) {
        return Err(LookupError::UnknownYear {
            of: Some((index.id(), ComponentId::overall())),
            year,
            allowed: index.info().years.clone(),
        });
    }
    Ok(())
}

/// What is asked of an index.
struct Asked<'a> {
    query: &'a ObservationQuery,
    /// One unit, by its position in the list.
    unit: Option<usize>,
    /// The list of units; `None` for that of each year.
    list: Option<Borders>,
}

fn push_observations(
    catalog: &Catalog,
    index: &IndexCatalog,
    asked: &Asked<'_>,
    rows: &mut Vec<Observation>,
) -> Result<(), LookupError> {
    let notes = catalog.notes(index.id())?;
    let query = asked.query;
    let matches = |component: &ComponentId, year: Year, candidate: usize| {
        query.component.as_ref().is_none_or(|wanted| wanted == component)
            && query.year.is_none_or(|wanted| wanted == year)
            && asked.list.is_none_or(|list| list == index.borders(year))
            && asked.unit.is_none_or(|wanted| wanted == candidate)
    };
    let first = rows.len();
    push_preferred(catalog, index, notes, &matches, rows);
    for claim in &notes.claims {
        let unit = usize::from(claim.unit);
        if !matches(&claim.component, claim.year, unit) {
            continue;
        }
        let Some(table) = index.table(&claim.component, claim.year) else {
            continue;
        };
        let figure = OnRecord {
            unit,
            measure: claim.measure,
            value: claim.value,
            status: claim.status,
            evidence: claim.evidence,
            preferred: claim.preferred,
            source: &claim.source,
            note: claim.note.and_then(|note| notes.texts.get(usize::from(note))),
        };
        rows.push(told(catalog, index, &claim.component, table, &figure));
    }
    for component in &index.info().components {
        for table in index.tables(&component.id) {
            for (candidate, cell) in table.cells.iter().enumerate() {
                let Some(score) = cell.score.as_ref().filter(|score| score.evidence == Evidence::Computed) else {
                    continue;
                };
                if matches(&component.id, table.year, candidate) {
                    let mut row = blank(catalog, index, &component.id, table, candidate);
                    row.value = score.shown;
                    row.status = score.status;
                    rows.push(row);
                }
            }
        }
    }
    if query.borders == Some(Borders::Units34) {
        push_back_casts(catalog, index, asked, rows);
    }
    let place = |component: &ComponentId| index.info().components.iter().position(|known| &known.id == component);
    sort_by_key(&mut rows[first..], |row| {
        let units = catalog.units(row.borders);
        (
            row.year,
            place(&row.component),
            units.position(&row.province),
            row.measure.as_str(),
            !row.preferred,
        )
    });
    Ok(())
}

/// The figures of the 34 units in years of the 63 provinces: estimates of merged units, and those that a unit which is one
/// province unchanged has of it.
fn push_back_casts(catalog: &Catalog, index: &IndexCatalog, asked: &Asked<'_>, rows: &mut Vec<Observation>) {
    let query = asked.query;
    let components = index.info().components.iter().map(|component| &component.id);
    for component in components.filter(|id| query.component.as_ref().is_none_or(|wanted| wanted == *id)) {
        let years = index.years_of(component, Borders::Provinces63);
        for year in years
            .into_iter()
            .filter(|year| query.year.is_none_or(|wanted| wanted == *year))
        {
            let Some(table) = index.table_told(component, year, Borders::Units34) else {
                continue;
            };
            for (unit, cell) in table.cells.iter().enumerate() {
                let Some(score) = cell.score.as_ref() else { continue };
                if asked.unit.is_none_or(|wanted| wanted == unit) {
                    let mut row = blank(catalog, index, component, table, unit);
                    row.value = score.shown;
                    row.status = score.status;
                    row.evidence = score.evidence;
                    row.source_id = match score.sources.as_slice() {
                        [only] => Some(index.source(*only).id.clone()),
                        _ => None,
                    };
                    rows.push(row);
                }
            }
        }
    }
}

/// A figure as a source gives it.
struct OnRecord<'a> {
    unit: usize,
    measure: Measure,
    value: f64,
    status: ObservationStatus,
    evidence: Evidence,
    preferred: bool,
    source: &'a str,
    note: Option<&'a [String; 2]>,
}

/// The figures that tables show.
fn push_preferred(
    catalog: &Catalog,
    index: &IndexCatalog,
    notes: &IndexNotes,
    matches: &impl Fn(&ComponentId, Year, usize) -> bool,
    rows: &mut Vec<Observation>,
) {
    let remarks: HashMap<_, &Remark> = notes
        .remarks
        .iter()
        .map(|remark| ((&remark.component, remark.year, remark.unit, remark.measure), remark))
        .collect();
    for component in &index.info().components {
        for year in index.years(&component.id) {
            for (measure, figures) in index.on_record(&component.id, year) {
                for figure in figures {
                    let unit = usize::from(figure.unit);
                    if !matches(&component.id, year, unit) {
                        continue;
                    }
                    let Some(table) = index.table(&component.id, year) else {
                        continue;
                    };
                    let remark = remarks.get(&(&component.id, year, figure.unit, *measure));
                    let figure = OnRecord {
                        unit,
                        measure: *measure,
                        value: figure.value,
                        status: figure.status,
                        evidence: figure.evidence,
                        preferred: true,
                        source: &index.source(usize::from(figure.source)).id,
                        note: remark.and_then(|remark| notes.texts.get(usize::from(remark.note))),
                    };
                    rows.push(told(catalog, index, &component.id, table, &figure));
                }
            }
        }
    }
}

/// The row of a figure of a source.
fn told(
    catalog: &Catalog,
    index: &IndexCatalog,
    component: &ComponentId,
    table: &Table,
    figure: &OnRecord<'_>,
) -> Observation {
    let mut row = blank(catalog, index, component, table, figure.unit);
    row.measure = figure.measure;
    row.value = figure.value;
    row.unit = (figure.measure == Measure::Score).then_some(table.scale.unit);
    row.status = figure.status;
    row.evidence = figure.evidence;
    row.preferred = figure.preferred;
    row.source_id = Some(figure.source.to_owned());
    if let Some([en, vi]) = figure.note {
        row.note = Some(en.clone());
        row.note_vi = Some(vi.clone());
    }
    if figure.measure != Measure::Score || !figure.preferred {
        (row.rank, row.rank_n, row.rank_basis) = (None, None, None);
    }
    // A rank is never told without the number of units it is among.
    let units = catalog.units(table.borders);
    match figure.measure {
        Measure::Rank => row.rank_n = Some(table.n),
        Measure::RegionalRank => row.rank_n = Some(table.region_n(units, &units.provinces()[figure.unit].region)),
        _ => {}
    }
    row
}

/// A computed score's row; the figures of sources overwrite what differs.
fn blank(catalog: &Catalog, index: &IndexCatalog, component: &ComponentId, table: &Table, unit: usize) -> Observation {
    let province = &catalog.units(table.borders).provinces()[unit];
    let cell = &table.cells[unit];
    let comparability_with_prev: Option<Comparability> = index
        .previous(component, table, unit)
        .map(|(earlier, _)| index.comparability(component, earlier.year, table.year));
    Observation {
        index: index.id(),
        method_version: index.method_version(table.year).to_owned(),
        year: table.year,
        borders: table.borders,
        province: province.slug.clone(),
        province_name: province.name_vi.clone(),
        component: component.clone(),
        measure: Measure::Score,
        value: 0.0,
        unit: Some(table.scale.unit),
        status: ObservationStatus::Normal,
        evidence: Evidence::Computed,
        preferred: true,
        rank: cell.rank.map(|rank| rank.rank),
        rank_n: cell.rank.map(|_| table.n),
        rank_basis: cell.rank.map(|rank| rank.basis),
        comparability_with_prev,
        source_id: None,
        note: None,
        note_vi: None,
    }
}
