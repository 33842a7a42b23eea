//! One index over the years: its description, its tables, and how far its years compare.

use std::collections::{BTreeMap, HashMap};

use vithe_shared::{
    ComponentId, IndexId, Year,
    analytics::{
        change::{Standing, change_between},
        comparability::PairComparability,
    },
    api::{BreakInfo, Change, Comparability, ComponentInfo, Evidence, IndexInfo, ObservationStatus, Scale},
};

use super::table::{Cell, SourceIndex, Table};

/// A span of years in which a component exists in one form.
#[derive(Clone, Debug)]
pub struct Span {
    /// First year.
    pub first_year: Year,
    /// Last year.
    pub last_year: Year,
    /// What it is a part of.
    pub parent: Option<ComponentId>,
    /// 0 for the total, 1 for its parts, 2 below.
    pub level: u8,
    /// The scale.
    pub scale: Scale,
    /// Whether it is the sum of its parts.
    pub computed: bool,
}

/// A figure of a unit as a source gives it; several sources may give one figure.
#[derive(Clone, Debug)]
pub struct Record {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// Position of the unit in the list of that year.
    pub unit: usize,
    /// `score`, `rank`, `regional_rank`, `group` or `tier`.
    pub measure: String,
    /// The value.
    pub value: f64,
    /// Status.
    pub status: ObservationStatus,
    /// How it is known.
    pub evidence: Evidence,
    /// Whether it is the preferred one.
    pub preferred: bool,
    /// The source's note.
    pub note: Option<String>,
    pub(crate) source: SourceIndex,
}

/// One index over the years.
#[derive(Debug)]
pub struct IndexCatalog {
    pub(super) info: IndexInfo,
    pub(super) spans: BTreeMap<ComponentId, Vec<Span>>,
    pub(super) tables: BTreeMap<ComponentId, BTreeMap<Year, Table>>,
    /// How far each year of `info.years` compares with the one before it in that list; the first entry is unused.
    pub(super) steps: HashMap<ComponentId, Vec<PairComparability>>,
    pub(super) records: Vec<Record>,
    /// The parts of every component, by year, in the publisher's order.
    pub(super) order: Vec<ComponentId>,
}

impl IndexCatalog {
    /// Which index it is.
    pub fn id(&self) -> IndexId {
        self.info.id
    }

    /// Everything that describes it.
    pub fn info(&self) -> &IndexInfo {
        &self.info
    }

    /// A component.
    pub fn component(&self, component: &ComponentId) -> Option<&ComponentInfo> {
        self.info.component(component)
    }

    /// The span in which a component exists in a year.
    pub fn span(&self, component: &ComponentId, year: Year) -> Option<&Span> {
        self.spans
            .get(component)?
            .iter()
            .find(|span| span.first_year <= year && year <= span.last_year)
    }

    /// The table of a component and year.
    pub fn table(&self, component: &ComponentId, year: Year) -> Option<&Table> {
        self.tables.get(component)?.get(&year)
    }

    /// The tables of a component, oldest first.
    pub fn tables(&self, component: &ComponentId) -> impl DoubleEndedIterator<Item = &Table> {
        self.tables.get(component).into_iter().flat_map(BTreeMap::values)
    }

    /// The figures of the sources.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The components that exist in a year, each followed by its parts, in the publisher's order.
    pub fn components_in(&self, year: Year) -> Vec<&ComponentId> {
        let mut ordered = Vec::new();
        for component in &self.order {
            if self.span(component, year).is_some_and(|span| span.parent.is_none()) {
                self.push_with_parts(component, year, &mut ordered);
            }
        }
        ordered
    }

    fn push_with_parts<'a>(&'a self, component: &'a ComponentId, year: Year, ordered: &mut Vec<&'a ComponentId>) {
        ordered.push(component);
        for part in self.parts(component, year) {
            self.push_with_parts(part, year, ordered);
        }
    }

    /// The parts of a component in a year, in the publisher's order.
    pub fn parts(&self, component: &ComponentId, year: Year) -> Vec<&ComponentId> {
        self.order
            .iter()
            .filter(|part| {
                self.span(part, year)
                    .is_some_and(|span| span.parent.as_ref() == Some(component))
            })
            .collect()
    }

    /// Whether a component has parts in a year, each with a complete table.
    pub fn has_complete_parts(&self, component: &ComponentId, year: Year) -> bool {
        let parts = self.parts(component, year);
        !parts.is_empty()
            && parts
                .iter()
                .all(|part| self.table(part, year).is_some_and(|table| table.complete))
    }

    /// The year a component opens on: the newest complete one; where none is complete, the one with most published ranks,
    /// then with most scores, then the newest.
    pub fn opening_year(&self, component: &ComponentId) -> Option<Year> {
        opening_year(self.tables(component))
    }

    /// The version of the method in a year.
    pub fn method_version(&self, year: Year) -> &str {
        self.info
            .method_versions
            .iter()
            .rev()
            .find(|version| version.first_year <= year)
            .or(self.info.method_versions.first())
            .map_or("", |version| version.version.as_str())
    }

    /// How far two years of a component compare; `from` is the earlier one.
    pub fn compare(&self, component: &ComponentId, from: Year, to: Year) -> PairComparability {
        let mut result = PairComparability {
            value: Comparability::Comparable,
            reason: None,
        };
        let Some(steps) = self.steps.get(component) else {
            return result;
        };
        for (year, step) in self.info.years.iter().zip(steps) {
            if from < *year && *year <= to && step.value > result.value {
                result = step.clone();
            }
        }
        result
    }

    /// The nearest earlier year in which a unit has a figure.
    pub fn previous(&self, component: &ComponentId, year: Year, unit: usize) -> Option<(&Table, &Cell)> {
        self.tables(component)
            .rev()
            .filter(|table| table.year < year)
            .find_map(|table| {
                table
                    .cells
                    .get(unit)
                    .filter(|cell| cell.has_figure())
                    .map(|cell| (table, cell))
            })
    }

    /// The change of a unit against the nearest earlier year on record; `None` without a figure in either year.
    pub fn change(&self, component: &ComponentId, table: &Table, unit: usize) -> Option<Change> {
        let cell = table.cells.get(unit).filter(|cell| cell.has_figure())?;
        let (earlier_table, earlier) = self.previous(component, table.year, unit)?;
        let comparability = self.compare(component, earlier_table.year, table.year);
        let mut change = change_between(&standing(earlier_table, earlier), &standing(table, cell), comparability);
        // The difference comes from unrounded values, the earlier score is the one that is shown.
        change.from_score = earlier.score.as_ref().map(|score| score.shown);
        Some(change)
    }

    /// Pairs of neighbouring years of a component that do not compare fully, by the component's own years on record.
    pub fn breaks(&self, component: &ComponentId) -> Vec<(Year, BreakInfo)> {
        let years: Vec<Year> = self.tables(component).map(|table| table.year).collect();
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
        rank: cell.rank.map(|rank| rank.rank),
        rank_n: cell.rank.map(|_| table.n),
    }
}

/// The year a set of tables opens on.
pub(super) fn opening_year<'a>(tables: impl Iterator<Item = &'a Table>) -> Option<Year> {
    tables
        .max_by_key(|table| {
            // A pilot in a few provinces is complete in itself, but no picture of the country.
            let is_national = usize::from(table.n) * 2 >= table.cells.len();
            if table.complete && is_national {
                (true, u16::MAX, u16::MAX, table.year)
            } else {
                (false, table.published_ranks, table.scores_on_record, table.year)
            }
        })
        .map(|table| table.year)
}
