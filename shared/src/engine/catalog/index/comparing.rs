//! How far the years of an index compare, and the changes from one to another.

use super::{
    super::table::{Cell, Table},
    IndexCatalog,
};
use crate::{
    ComponentId, Year,
    analytics::{
        change::{Standing, change_between},
        comparability::PairComparability,
    },
    domain::{BreakInfo, Change, Comparability},
};

impl IndexCatalog {
    /// How far two years of a component compare, and why not fully; `from` is the earlier one.
    pub fn compare(&self, component: &ComponentId, from: Year, to: Year) -> PairComparability {
        self.worst_step(component, from, to)
            .cloned()
            .unwrap_or(PairComparability {
                value: Comparability::Comparable,
                reason: None,
            })
    }

    /// How far two years of a component compare; `from` is the earlier one.
    pub fn comparability(&self, component: &ComponentId, from: Year, to: Year) -> Comparability {
        self.worst_step(component, from, to)
            .map_or(Comparability::Comparable, |step| step.value)
    }

    /// The first of the steps between two years that compare worst, `None` where all compare fully.
    fn worst_step(&self, component: &ComponentId, from: Year, to: Year) -> Option<&PairComparability> {
        let steps = &self.frames.get(component)?.steps;
        let mut worst: Option<&PairComparability> = None;
        for (year, step) in self.info.years.iter().zip(steps) {
            let bound = worst.map_or(Comparability::Comparable, |worst| worst.value);
            if from < *year && *year <= to && step.value > bound {
                worst = Some(step);
            }
        }
        worst
    }

    /// The nearest earlier year in which a unit has a figure; years of another list of units tell nothing of it.
    pub fn previous(&self, component: &ComponentId, of: &Table, unit: usize) -> Option<(&Table, &Cell)> {
        let list = of.borders;
        // A published figure is not set against an estimate.
        let years = self.years_told(component, list).into_iter().rev();
        years
            .filter(|earlier| *earlier < of.year && (self.borders(*earlier) == self.borders(of.year)))
            .filter(|earlier| self.has_figure_told(component, *earlier, list, unit))
            .find_map(|earlier| {
                let table = self.table_told(component, earlier, list)?;
                Some((table, table.cells.get(unit)?))
            })
    }

    /// The change of a unit against the nearest earlier year on record; `None` without a figure in either year.
    pub fn change(&self, component: &ComponentId, table: &Table, unit: usize) -> Option<Change> {
        let cell = table.cells.get(unit).filter(|cell| cell.has_figure())?;
        let (earlier_table, earlier) = self.previous(component, table, unit)?;
        let comparability = self.compare(component, earlier_table.year, table.year);
        let mut change = change_between(&standing(earlier_table, earlier), &standing(table, cell), comparability);
        // The difference comes from unrounded values, the earlier score is the one that is shown.
        change.from_score = earlier.score.as_ref().map(|score| score.shown);
        Some(change)
    }

    /// Pairs of neighbouring years of a component that do not compare fully, by the component's own years on record.
    pub fn breaks(&self, component: &ComponentId) -> Vec<(Year, BreakInfo)> {
        let years: Vec<Year> = self.years(component).collect();
        years
            .windows(2)
            .filter_map(|pair| {
                let comparability = self.compare(component, pair[0], pair[1]);
                let reason = comparability.reason?;
                Some((
                    pair[0],
                    BreakInfo {
                        component: component.clone(),
                        year: pair[1],
                        comparability: comparability.value,
                        reason,
                    },
                ))
            })
            .collect()
    }
}

fn standing(table: &Table, cell: &Cell) -> Standing {
    Standing {
        year: table.year,
        score: cell.score.as_ref().map(|score| score.exact),
        status: cell.score.as_ref().map(|score| score.status),
        rank: cell.rank.map(|rank| rank.rank),
        rank_n: cell.rank.map(|_| table.n),
    }
}
