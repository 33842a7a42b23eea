//! The indicators below the components of an index.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use vithe_shared::{
    IndexId, IndicatorId, Year,
    dataset::{Column, Figure, IndicatorDataset, write_columns},
    domain::{Evidence, IndicatorCount, IndicatorInfo, Measure, ObservationStatus, SourceInfo},
    engine::catalog::UnitLists,
};

use super::SourceList;
use crate::package::{IndicatorRow, Package};

/// The years of which indicators of an index have values.
fn years(package: &Package, id: IndexId) -> Vec<Year> {
    let values = package.indicator_values.iter().filter(|row| row.index == id);
    let years: BTreeSet<Year> = values.map(|row| row.year).collect();
    years.into_iter().collect()
}

/// The components of an index that have indicators.
pub(super) fn counts(package: &Package, id: IndexId) -> Vec<IndicatorCount> {
    let mut counts: Vec<IndicatorCount> = Vec::new();
    for row in ordered(package, id) {
        match counts.iter_mut().find(|of| of.component == row.component) {
            Some(of) => of.count += 1,
            None => counts.push(IndicatorCount {
                component: row.component.clone(),
                first: row.indicator.clone(),
                count: 1,
                years: years(package, id),
            }),
        }
    }
    counts
}

/// The indicators of an index in the publisher's order.
fn ordered(package: &Package, id: IndexId) -> Vec<&IndicatorRow> {
    let mut rows: Vec<&IndicatorRow> = package.indicators.iter().filter(|row| row.index == id).collect();
    rows.sort_by_key(|row| row.order);
    rows
}

/// The indicators of an index with their values; `None` where it has none.
pub(super) fn indicators(
    package: &Package,
    id: IndexId,
    units: &UnitLists,
    all_sources: &HashMap<&str, SourceInfo>,
) -> Option<IndicatorDataset> {
    let rows = ordered(package, id);
    if rows.is_empty() {
        return None;
    }
    let positions: HashMap<&IndicatorId, u16> = rows.iter().map(|row| &row.indicator).zip(0..).collect();
    let mut sources = SourceList::new(all_sources);
    let mut columns: BTreeMap<(u16, Year), Vec<Figure>> = BTreeMap::new();
    for row in package.indicator_values.iter().filter(|row| row.index == id) {
        let unit = units.of(row.borders).position(&row.unit);
        let unit = unit.and_then(|position| u16::try_from(position).ok());
        // A reference that leads nowhere is an error of the package check.
        let (Some(indicator), Some(unit)) = (positions.get(&row.indicator), unit) else {
            continue;
        };
        columns.entry((*indicator, row.year)).or_default().push(Figure {
            unit,
            value: row.value,
            source: sources.position(row.source_id.as_str()),
            evidence: Evidence::Printed,
            status: ObservationStatus::Normal,
        });
    }
    let column = |((component, year), mut figures): ((u16, Year), Vec<Figure>)| {
        figures.sort_by_key(|figure| figure.unit);
        Column {
            component,
            year,
            measure: Measure::Score,
            figures,
        }
    };
    Some(IndicatorDataset {
        index: id,
        // No value refers to that of another year, so that it does not matter which list of units a year has.
        columns: write_columns(columns.into_iter().map(column).collect(), &years(package, id)),
        indicators: rows.into_iter().map(info).collect(),
        sources: sources.take(),
    })
}

fn info(row: &IndicatorRow) -> IndicatorInfo {
    IndicatorInfo {
        id: row.indicator.clone(),
        component: row.component.clone(),
        unit: row.unit,
        direction: row.direction,
        direction_evidence: row.direction_evidence,
        name_vi: row.name_vi.clone(),
        name_en: row.name_en.clone(),
        note_vi: row.note_vi.clone().unwrap_or_default(),
        note_en: row.note_en.clone().unwrap_or_default(),
    }
}
