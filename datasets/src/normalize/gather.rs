//! The figures of an index by component and year: which one of each unit and measure is preferred, and what else is said.

use std::collections::{BTreeMap, BTreeSet};

use vithe_shared::{Borders, ComponentId, IndexId, Year, domain::Measure, engine::catalog::UnitLists};

use crate::package::{ObservationRow, Package, Unit};

/// The claims of one component and year.
#[derive(Debug, Default)]
pub(super) struct Sheet<'a> {
    /// The preferred figures that tables show, by measure and unit.
    pub(super) preferred: BTreeMap<Measure, BTreeMap<u16, &'a ObservationRow>>,
    /// What the publisher printed for the country and regions, preferred figures only.
    pub(super) published: Vec<&'a ObservationRow>,
    /// Figures of units that no table shows, in the order of the package.
    pub(super) others: Vec<(u16, &'a ObservationRow)>,
    /// Units with scores of which none is preferred.
    pub(super) disputed: BTreeSet<u16>,
}

/// The claims of an index.
#[derive(Debug)]
pub(super) struct Gathered<'a> {
    /// By component and year.
    pub(super) sheets: BTreeMap<(ComponentId, Year), Sheet<'a>>,
}

/// Gathers the figures of an index.
pub(super) fn gather<'a>(package: &'a Package, id: IndexId, units: &UnitLists) -> Gathered<'a> {
    let mut sheets: BTreeMap<(ComponentId, Year), Sheet<'a>> = BTreeMap::new();
    for row in package.observations.iter().filter(|row| row.index == id) {
        let sheet = sheets.entry((row.component.clone(), row.year)).or_default();
        let Unit::Province(slug) = &row.unit else {
            if row.preferred {
                sheet.published.push(row);
            }
            continue;
        };
        // Figures of a year are those of the list in force; another list would be an error of the package check.
        let list = units.of(Borders::in_force(row.year));
        let Some(unit) = list.position(slug).and_then(|position| u16::try_from(position).ok()) else {
            continue;
        };
        let is_shown = row.preferred && row.measure != Measure::Points;
        let shown = is_shown.then(|| sheet.preferred.entry(row.measure).or_default());
        match shown {
            Some(figures) if !figures.contains_key(&unit) => {
                figures.insert(unit, row);
            }
            _ => sheet.others.push((unit, row)),
        }
    }
    for sheet in sheets.values_mut() {
        let has_score = sheet.preferred.get(&Measure::Score);
        sheet.disputed = sheet
            .others
            .iter()
            .filter(|(unit, row)| {
                row.measure == Measure::Score && has_score.is_none_or(|scores| !scores.contains_key(unit))
            })
            .map(|(unit, _)| *unit)
            .collect();
    }
    Gathered { sheets }
}

impl Sheet<'_> {
    /// Whether anything is on record of a unit.
    pub(super) fn has_figure(&self) -> bool {
        let points = |(_, row): &(u16, &ObservationRow)| row.measure == Measure::Points;
        !self.preferred.is_empty() || !self.disputed.is_empty() || self.others.iter().any(points)
    }

    /// The units with a preferred score.
    pub(super) fn scored(&self) -> BTreeSet<u16> {
        let scores = self.preferred.get(&Measure::Score);
        scores.into_iter().flat_map(BTreeMap::keys).copied().collect()
    }
}
