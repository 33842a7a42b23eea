//! The register of figures that do not agree: source against source, parts against totals, rank against score. Nothing is
//! entered by hand; the rules and tolerances are those of the check of the data package.

mod parts;
mod ranks;
mod register;
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Borders, ComponentId, IndexId, ProvinceSlug, Year,
    api::discrepancies::{DiscrepanciesAnswer, Discrepancy, DiscrepancyCounts},
    domain::{DiscrepancyKind, DiscrepancyState, SourceInfo},
    engine::catalog::{Catalog, IndexCatalog, to_count},
    query::DiscrepanciesQuery,
    sorting::{gather, sort_by_key},
};

use super::error::LookupError;
use register::Register;

/// The figures of a selection that do not agree.
pub fn list_discrepancies(catalog: &Catalog, query: &DiscrepanciesQuery) -> Result<DiscrepanciesAnswer, LookupError> {
    let indices: Vec<&IndexCatalog> = match query.index {
        Some(index) => vec![catalog.index(index)?],
        None => catalog.indices()?,
    };
    check_year(&indices, query)?;
    check_province(catalog, query.province.as_ref())?;
    let mut rows = Vec::new();
    for index in &indices {
        let register = Register::new(catalog, index)?;
        for kind in DiscrepancyKind::ALL {
            if query.kind.is_none_or(|wanted| wanted == kind) {
                rows.extend(match kind {
                    DiscrepancyKind::Sources => sources::rows(&register),
                    DiscrepancyKind::Parts => parts::rows(&register)?,
                    DiscrepancyKind::Rank => ranks::rows(&register),
                });
            }
        }
    }
    rows.retain(|row| query.province.is_none() || row.province == query.province);
    let mut years: Vec<Year> = gather::<_, BTreeSet<Year>>(rows.iter().map(|row| row.year))
        .into_iter()
        .collect();
    years.reverse();
    rows.retain(|row| query.year.is_none_or(|year| year == row.year));
    sort(catalog, &indices, &mut rows);
    Ok(DiscrepanciesAnswer {
        index: query.index,
        year: query.year,
        province: query.province.clone(),
        kind: query.kind,
        years,
        counts: counts(&rows),
        sources: named_sources(catalog, &indices, &rows)?,
        rows,
        version: catalog.version().to_owned(),
        revision: catalog.revision().to_owned(),
    })
}

/// A year in which none of the indices asked for has figures is refused.
fn check_year(indices: &[&IndexCatalog], query: &DiscrepanciesQuery) -> Result<(), LookupError> {
    let years: BTreeSet<Year> = gather(indices.iter().flat_map(|index| &index.info().years).copied());
    match query.year.filter(|year| !years.contains(year)) {
        Some(year) => Err(LookupError::UnknownYear {
            of: query.index.map(|index| (index, ComponentId::overall())),
            year,
            allowed: years.into_iter().collect(),
        }),
        None => Ok(()),
    }
}

/// A province that is in neither list is refused.
fn check_province(catalog: &Catalog, province: Option<&ProvinceSlug>) -> Result<(), LookupError> {
    let is_unknown = |slug: &&ProvinceSlug| {
        let mut lists = Borders::ALL.into_iter();
        lists.all(|borders| catalog.units(borders).position(slug).is_none())
    };
    match province.filter(is_unknown) {
        Some(slug) => Err(LookupError::unknown_province(
            catalog.units(Borders::Provinces63),
            slug.as_str(),
        )),
        None => Ok(()),
    }
}

/// By kind, within it the newest year first, then by index, unit, component and measure; the country and regions come before
/// provinces.
fn sort(catalog: &Catalog, indices: &[&IndexCatalog], rows: &mut [Discrepancy]) {
    let components: BTreeMap<IndexId, &IndexCatalog> = gather(indices.iter().map(|index| (index.id(), *index)));
    sort_by_key(rows, |row| {
        let unit = row
            .province
            .as_ref()
            .and_then(|slug| catalog.units(row.borders).position(slug));
        let component = components.get(&row.index).and_then(|index| {
            let mut known = index.info().components.iter();
            known.position(|component| component.id == row.component)
        });
        (
            row.kind,
            u16::MAX - row.year.0,
            row.index,
            unit,
            row.region.clone(),
            component,
            row.measure,
        )
    });
}

fn counts(rows: &[Discrepancy]) -> DiscrepancyCounts {
    let of_kind = |kind: DiscrepancyKind| to_count(rows.iter().filter(|row| row.kind == kind).count());
    let in_state = |state: DiscrepancyState| to_count(rows.iter().filter(|row| row.state == state).count());
    DiscrepancyCounts {
        total: to_count(rows.len()),
        sources: of_kind(DiscrepancyKind::Sources),
        parts: of_kind(DiscrepancyKind::Parts),
        rank: of_kind(DiscrepancyKind::Rank),
        preferred: in_state(DiscrepancyState::Preferred),
        open: in_state(DiscrepancyState::Open),
        explained: in_state(DiscrepancyState::Explained),
    }
}

/// The documents that the claims name.
fn named_sources(
    catalog: &Catalog,
    indices: &[&IndexCatalog],
    rows: &[Discrepancy],
) -> Result<Vec<SourceInfo>, LookupError> {
    let mut known: BTreeMap<&str, &SourceInfo> = BTreeMap::new();
    for index in indices {
        let notes = catalog.notes(index.id())?;
        let sources = index.sources().iter().chain(&notes.sources);
        known.extend(sources.map(|source| (source.id.as_str(), source)));
    }
    let claims = rows.iter().flat_map(|row| &row.claims);
    let named: BTreeSet<&str> = gather(claims.map(|claim| claim.source_id.as_str()));
    Ok(named
        .into_iter()
        .filter_map(|id| known.get(id).copied().cloned())
        .collect())
}
