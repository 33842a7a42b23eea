//! One index over the years: its description, its tables, and how far its years compare.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use vithe_shared::{
    ComponentId, IndexId, Year,
    analytics::{
        change::{Standing, change_between},
        comparability::PairComparability,
        interval::{CONFIDENCE, SAMPLING_DRAWS, SEED, critical_value},
        rank_change::RankPair,
    },
    api::{BreakInfo, Change, Comparability, ComponentInfo, Evidence, IndexInfo, ObservationStatus, Scale},
    domain::Measure,
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
    /// What it gives.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// Status.
    pub status: ObservationStatus,
    /// How it is known.
    pub evidence: Evidence,
    /// Whether it is the preferred one.
    pub preferred: bool,
    /// The collector's note, in English and in Vietnamese.
    pub note: Option<[String; 2]>,
    pub(crate) source: SourceIndex,
}

/// The published sampling errors of the unweighted scores of one component and year.
#[derive(Clone, Debug)]
pub struct SamplingErrors {
    /// The standard error by position of the unit in the list of that year.
    pub standard_errors: Vec<Option<f64>>,
    pub(super) critical_value: OnceLock<f64>,
    pub(crate) source: SourceIndex,
}

impl SamplingErrors {
    /// What the |t| of a difference must exceed for all pairs of units to be judged at once. Drawn at the first question and
    /// kept: it is the same for every answer, and takes longer than any of them.
    pub fn critical_value(&self) -> f64 {
        *self.critical_value.get_or_init(|| {
            let errors: Vec<f64> = self.standard_errors.iter().copied().flatten().collect();
            critical_value(&errors, CONFIDENCE, SAMPLING_DRAWS, SEED)
        })
    }
}

/// What holds for a component in every province.
#[derive(Debug)]
pub(super) struct Frame {
    /// Its place among the described components; one without figures is not described.
    pub(super) position: Option<usize>,
    pub(super) spans: Vec<Span>,
    /// How far each year of `info.years` compares with the one before it in that list; the first entry is unused.
    pub(super) steps: Vec<PairComparability>,
    /// Its parts by year, in the publisher's order.
    pub(super) parts: HashMap<Year, Vec<ComponentId>>,
    /// Points of the total per point of it, by year.
    pub(super) weights: HashMap<Year, f64>,
}

/// One index over the years.
#[derive(Debug)]
pub struct IndexCatalog {
    pub(super) info: IndexInfo,
    pub(super) frames: HashMap<ComponentId, Frame>,
    pub(super) tables: HashMap<ComponentId, BTreeMap<Year, Table>>,
    /// Every two complete tables of the total, the earlier year first.
    pub(super) rank_pairs: HashMap<(Year, Year), RankPair<usize>>,
    pub(super) records: Vec<Record>,
    pub(super) sampling_errors: BTreeMap<(ComponentId, Year), SamplingErrors>,
    /// The components in the publisher's order.
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
        self.info.components.get(self.frames.get(component)?.position?)
    }

    /// The span in which a component exists in a year.
    pub fn span(&self, component: &ComponentId, year: Year) -> Option<&Span> {
        self.frames
            .get(component)?
            .spans
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

    /// The sampling errors of a component and year, where they are published.
    pub fn sampling_errors(&self, component: &ComponentId, year: Year) -> Option<&SamplingErrors> {
        self.sampling_errors.get(&(component.clone(), year))
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
    pub fn parts(&self, component: &ComponentId, year: Year) -> &[ComponentId] {
        self.frames
            .get(component)
            .and_then(|frame| frame.parts.get(&year))
            .map_or(&[], Vec::as_slice)
    }

    /// Points of the total per point of a component, or `None` where the weight of the year is not on record.
    ///
    /// PCI's total of 0–100 is ten times the weighted mean of parts of 1–10; PAPI's total is the plain sum of its dimensions
    /// and these of theirs; the points of PAR INDEX's parts add up as they are.
    pub fn total_weight(&self, component: &ComponentId, year: Year) -> Option<f64> {
        self.frames.get(component)?.weights.get(&year).copied()
    }

    /// Whether the weights of a year are those of another year, assumed to hold.
    pub fn weights_are_assumed(&self, year: Year) -> bool {
        let mut weights = self.info.components.iter().flat_map(|component| &component.weights);
        weights.any(|weight| weight.year == year && weight.assumed)
    }

    /// Two complete tables of the total, made ready to split changes of ranks; `from` is the earlier year.
    pub fn rank_pair(&self, from: Year, to: Year) -> Option<&RankPair<usize>> {
        self.rank_pairs.get(&(from, to))
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
