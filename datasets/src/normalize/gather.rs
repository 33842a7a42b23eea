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
    /// All that sources say of the country and regions, in the order of the package.
    pub(super) areas: Vec<&'a ObservationRow>,
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
    /// The years whose figures are of the 34 units, ascending.
    pub(super) units34_years: Vec<Year>,
}

/// Gathers the figures of an index.
pub(super) fn gather<'a>(package: &'a Package, id: IndexId, units: &UnitLists) -> Gathered<'a> {
    let mut sheets: BTreeMap<(ComponentId, Year), Sheet<'a>> = BTreeMap::new();
    let units34_years = units34_years(package, id);
    // Figures of a year are those of its list; rows of the other one would be an error of the package check.
    let is_of_list = |row: &&ObservationRow| row.index == id && row.borders == list_of(row.year, &units34_years);
    for row in package.observations.iter().filter(is_of_list) {
        let sheet = sheets.entry((row.component.clone(), row.year)).or_default();
        let Unit::Province(slug) = &row.unit else {
            if row.preferred {
                sheet.published.push(row);
            }
            sheet.areas.push(row);
            continue;
        };
        let list = units.of(row.borders);
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
    Gathered { sheets, units34_years }
}

fn list_of(year: Year, units34_years: &[Year]) -> Borders {
    if units34_years.contains(&year) {
        Borders::Units34
    } else {
        Borders::Provinces63
    }
}

impl Gathered<'_> {
    /// The list of units that the figures of a year are of.
    pub(super) fn list_of(&self, year: Year) -> Borders {
        list_of(year, &self.units34_years)
    }
}

/// The years of an index whose figures are of the 34 units: their ranked set says so, or else their figures.
fn units34_years(package: &Package, id: IndexId) -> Vec<Year> {
    let sets = package.ranked_sets.iter().filter(|row| row.index == id);
    let figures = package.observations.iter().filter(|row| row.index == id);
    let mut lists: BTreeMap<Year, Borders> = BTreeMap::new();
    for (year, borders) in sets
        .map(|row| (row.year, row.borders))
        .chain(figures.map(|row| (row.year, row.borders)))
    {
        lists.entry(year).or_insert(borders);
    }
    let is_units34 = |(_, borders): &(Year, Borders)| *borders == Borders::Units34;
    lists.into_iter().filter(is_units34).map(|(year, _)| year).collect()
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
