//! One index over the years: its description, its tables, and how far its years compare.

mod comparing;

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use super::{
    CatalogError,
    describe::{describe, history},
    figures::Figures,
    frame::{Frame, frames},
    table::{SourceIndex, Table, opening_year},
    units::UnitLists,
};
use crate::{
    Borders, ComponentId, IndexId, Year,
    analytics::rank_change::RankPair,
    dataset::{Figure, IndexDataset, IndexTitle, SamplingColumn, Span},
    domain::{ComponentInfo, IndexInfo, Measure, Reason, SourceInfo},
    sorting::gather,
};

/// The published sampling errors of the unweighted scores of one component and year.
#[derive(Clone, Debug)]
pub struct SamplingErrors {
    /// The standard error by position of the unit in the list of that year.
    pub standard_errors: Vec<Option<f64>>,
    /// What the |t| of a difference must exceed for all pairs of units to be judged at once.
    pub critical_value: f64,
    pub(crate) source: SourceIndex,
}

/// One index over the years.
#[derive(Debug)]
pub struct IndexCatalog {
    info: IndexInfo,
    frames: HashMap<ComponentId, Frame>,
    figures: Figures,
    /// Every two years of the total with one list of units, the earlier year first; `None` inside where one of them is not complete.
    rank_pairs: BTreeMap<(Year, Year), OnceLock<Option<RankPair<usize>>>>,
    sampling_errors: BTreeMap<(ComponentId, Year), SamplingErrors>,
    /// The components in the publisher's order.
    order: Vec<ComponentId>,
    sources: Vec<SourceInfo>,
}

impl IndexCatalog {
    /// Takes in a dataset.
    pub(super) fn new(
        units: &Arc<UnitLists>,
        title: &IndexTitle,
        reasons: &[Reason],
        mut dataset: IndexDataset,
    ) -> Result<Self, CatalogError> {
        let info = describe(title, &dataset)?;
        let history = history(&dataset, &info.years, reasons)?;
        let frames = frames(&dataset.components, &info, &history);
        let order = dataset
            .components
            .iter()
            .map(|component| component.id.clone())
            .collect();
        let sources = std::mem::take(&mut dataset.sources);
        let sampling_errors = std::mem::take(&mut dataset.sampling_errors).into_iter().map(sampling);
        let sampling_errors = gather(sampling_errors);
        let malformed = |source| CatalogError::Malformed {
            index: title.id,
            source,
        };
        let figures = Figures::new(units, dataset).map_err(malformed)?;
        let years: Vec<Year> = figures.years(&ComponentId::overall()).collect();
        let are_of_one_list = |(from, to): &(Year, Year)| figures.borders(*from) == figures.borders(*to);
        let pairs = pairs(&years).filter(are_of_one_list);
        let mut index = Self {
            rank_pairs: gather(pairs.map(|pair| (pair, OnceLock::new()))),
            info,
            frames,
            figures,
            sampling_errors,
            order,
            sources,
        };
        index.info.breaks = index
            .order
            .iter()
            .flat_map(|component| index.breaks(component))
            .map(|(_, entry)| entry)
            .collect();
        Ok(index)
    }

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
        self.frames.get(component)?.span(year)
    }

    /// The table of a component and year.
    pub fn table(&self, component: &ComponentId, year: Year) -> Option<&Table> {
        self.figures.table(component, year)
    }

    /// The years of which a component has a table, oldest first. Cheaper than the tables.
    pub fn years(&self, component: &ComponentId) -> impl DoubleEndedIterator<Item = Year> {
        self.figures.years(component)
    }

    /// The list of units that the figures of a year are of.
    pub fn borders(&self, year: Year) -> Borders {
        self.figures.borders(year)
    }

    /// The years of which a component has a table of a list of units, oldest first.
    pub fn years_of(&self, component: &ComponentId, borders: Borders) -> Vec<Year> {
        let mut years = self.years_told(component, borders);
        years.retain(|year| self.borders(*year) == borders);
        years
    }

    /// The tables of a component that are of a list of units, oldest first.
    pub fn tables_of(&self, component: &ComponentId, borders: Borders) -> Vec<&Table> {
        self.tables_in(component, self.years_of(component, borders), borders)
    }

    /// The tables of a component that can be told of a list of units, oldest first.
    pub fn tables_told(&self, component: &ComponentId, borders: Borders) -> Vec<&Table> {
        self.tables_in(component, self.years_told(component, borders), borders)
    }

    fn tables_in(&self, component: &ComponentId, years: Vec<Year>, borders: Borders) -> Vec<&Table> {
        let mut tables = Vec::with_capacity(years.len());
        for year in years {
            tables.extend(self.table_told(component, year, borders));
        }
        tables
    }

    /// The years of which a table of a list of units can be told, oldest first: those of the list, and for the 34 units past
    /// years by back-cast.
    pub fn years_told(&self, component: &ComponentId, borders: Borders) -> Vec<Year> {
        let mut years: Vec<Year> = self.years(component).collect();
        years.retain(|year| self.info.tells(borders, *year));
        years
    }

    /// The table of a list of units: that of the year, or for the 34 units in a year of the 63 provinces a back-cast.
    pub fn table_told(&self, component: &ComponentId, year: Year, borders: Borders) -> Option<&Table> {
        match borders {
            _ if self.borders(year) == borders => self.table(component, year),
            Borders::Units34 => self.figures.back_cast(component, year),
            Borders::Provinces63 => None,
        }
    }

    /// Whether a unit of a list has a figure in a year that can be told of the list. Cheaper than the table.
    pub fn has_figure_told(&self, component: &ComponentId, year: Year, borders: Borders, unit: usize) -> bool {
        match borders {
            _ if self.borders(year) == borders => self.figures.has_figure(component, year, unit),
            Borders::Units34 => self.figures.has_back_cast(component, year, unit),
            Borders::Provinces63 => false,
        }
    }

    /// The provinces that a unit of the 34 was formed of, positions in their list.
    pub fn members_of_unit(&self, unit: usize) -> &[usize] {
        self.figures.members_of_unit(unit)
    }

    /// The tables of a component, oldest first.
    pub fn tables(&self, component: &ComponentId) -> impl DoubleEndedIterator<Item = &Table> {
        self.years(component).filter_map(|year| self.table(component, year))
    }

    /// The preferred figures of the sources for a component and year, by measure.
    pub fn on_record(&self, component: &ComponentId, year: Year) -> &[(Measure, Vec<Figure>)] {
        self.figures.on_record(component, year)
    }

    /// Whether a unit of the list of a year has a score or a rank in it. Cheaper than the table.
    pub fn has_figure(&self, component: &ComponentId, year: Year, unit: usize) -> bool {
        self.figures.has_figure(component, year, unit)
    }

    /// A document that figures come from.
    pub fn source(&self, source: SourceIndex) -> &SourceInfo {
        &self.sources[source]
    }

    /// The documents that figures come from.
    pub fn sources(&self) -> &[SourceInfo] {
        &self.sources
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
        let pair = self.rank_pairs.get(&(from, to))?;
        pair.get_or_init(|| {
            let total = ComponentId::overall();
            let scores = |year: Year| -> Option<BTreeMap<usize, f64>> {
                let table = self.table(&total, year).filter(|table| table.complete)?;
                Some(gather(table.member_scores()))
            };
            RankPair::new(&scores(from)?, &scores(to)?)
        })
        .as_ref()
    }

    /// Whether a component has parts in a year, each with a complete table.
    pub fn has_complete_parts(&self, component: &ComponentId, year: Year) -> bool {
        let parts = self.parts(component, year);
        !parts.is_empty()
            && parts
                .iter()
                .all(|part| self.table(part, year).is_some_and(|table| table.complete))
    }

    /// The year a component opens on, as [`opening_year`] finds it among the years of the list of units that the index opens on.
    pub fn opening_year(&self, component: &ComponentId) -> Option<Year> {
        if component.is_overall() {
            // The dataset says it, since finding it builds every table.
            Some(self.info.opens_on)
        } else {
            let list = self.borders(self.info.opens_on);
            opening_year(self.tables_of(component, list).into_iter()).or_else(|| opening_year(self.tables(component)))
        }
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
}

fn sampling(column: SamplingColumn) -> ((ComponentId, Year), SamplingErrors) {
    let errors = SamplingErrors {
        standard_errors: column.standard_errors,
        critical_value: column.critical_value,
        source: usize::from(column.source),
    };
    ((column.component, column.year), errors)
}

/// Every two years, the earlier one first.
fn pairs(years: &[Year]) -> impl Iterator<Item = (Year, Year)> {
    years
        .iter()
        .enumerate()
        .flat_map(|(later, to)| years[..later].iter().map(|from| (*from, *to)))
}
