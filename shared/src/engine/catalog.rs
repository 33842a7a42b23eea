//! The figures in memory: the registry, and the indices that are here. Whatever is derived (PAPI sums, ranks, regional ranks,
//! completeness) is derived once, when it is first asked for; nothing that was derived changes.
//!
//! [`crate::engine::answers`] reads it. An index is added, never replaced: publishing means building another catalog.

mod back_cast;
mod coverage;
mod describe;
mod figures;
mod frame;
mod index;
mod indicators;
mod sums;
mod table;
mod units;

use std::sync::{Arc, OnceLock};

pub use coverage::coverage_of;
pub use index::{IndexCatalog, SamplingErrors};
pub use indicators::{IndicatorCatalog, IndicatorTable};
pub use table::{Cell, Rank, Score, SourceIndex, Table, opening_year};
pub use units::{UnitList, UnitLists};

use crate::{
    Borders, IndexId, Year,
    dataset::{
        GrdpFifths, IndexDataset, IndexNotes, IndexTitle, IndicatorDataset, MalformedColumn, Part, Population, Registry,
    },
    domain::{DataVersion, Reason, SourceInfo},
};
pub(crate) use figures::to_ordinal;
pub(crate) use table::to_count;

/// Why a dataset cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// The registry does not describe the index.
    #[error("the registry has no index {0}")]
    MissingIndex(IndexId),
    /// An index has no hues of one of the themes.
    #[error("there are no hues of {0}")]
    MissingHues(IndexId),
    /// A reason that the comparison of years needs.
    #[error("the registry has no reason {0:?}")]
    MissingReason(&'static str),
    /// A column of a dataset is damaged.
    #[error("the dataset of {index} is damaged")]
    Malformed {
        /// The index.
        index: IndexId,
        /// Which column.
        source: MalformedColumn,
    },
    /// The total has no figures.
    #[error("there are no figures of the total of {0}")]
    NoTotal(IndexId),
}

/// A part that was asked for before it was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not here yet")]
pub struct NotHereYet(pub Part);

/// The registry with the indices that are here. Indices are taken in through a shared reference.
#[derive(Debug)]
pub struct Catalog {
    revision: String,
    version: String,
    date: String,
    versions: Vec<DataVersion>,
    titles: Vec<IndexTitle>,
    reasons: Vec<Reason>,
    units: Arc<UnitLists>,
    sources: Vec<SourceInfo>,
    grdp_fifths: Vec<GrdpFifths>,
    context_sources: Vec<SourceInfo>,
    indices: [OnceLock<IndexCatalog>; IndexId::ALL.len()],
    indicators: [OnceLock<IndicatorCatalog>; IndexId::ALL.len()],
    notes: [OnceLock<IndexNotes>; IndexId::ALL.len()],
}

impl Catalog {
    /// A catalog without indices.
    pub fn new(registry: Registry) -> Self {
        Self {
            revision: registry.revision,
            version: registry.version,
            date: registry.date,
            versions: registry.versions,
            titles: registry.indices,
            reasons: registry.reasons,
            units: Arc::new(UnitLists::new(
                registry.provinces63,
                registry.units34,
                registry.populations,
            )),
            sources: registry.sources,
            grdp_fifths: registry.grdp_fifths,
            context_sources: registry.context_sources,
            indices: Default::default(),
            indicators: Default::default(),
            notes: Default::default(),
        }
    }

    /// Takes in an index. One that is here already stays as it is.
    pub fn insert(&self, dataset: IndexDataset) -> Result<(), CatalogError> {
        let id = dataset.index;
        let slot = &self.indices[place(id)];
        if slot.get().is_none() {
            let title = self.titles.iter().find(|title| title.id == id);
            let title = title.ok_or(CatalogError::MissingIndex(id))?;
            let index = IndexCatalog::new(&self.units, title, &self.reasons, dataset)?;
            // Whoever came first has taken in the same figures.
            let _ = slot.set(index);
        }
        Ok(())
    }

    /// Takes in the indicators of an index. Those that are here already stay as they are.
    pub fn insert_indicators(&self, dataset: IndicatorDataset) -> Result<(), CatalogError> {
        let index = dataset.index;
        let malformed = |source| CatalogError::Malformed { index, source };
        let indicators = IndicatorCatalog::new(dataset).map_err(malformed)?;
        let _ = self.indicators[place(index)].set(indicators);
        Ok(())
    }

    /// Takes in the other claims and the notes of an index. Those that are here already stay as they are.
    pub fn insert_notes(&self, notes: IndexNotes) {
        let _ = self.notes[place(notes.index)].set(notes);
    }

    /// The content hash of everything the catalog was built from.
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The version of the data package.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The date of that version, `2026-11-29`.
    pub fn date(&self) -> &str {
        &self.date
    }

    /// All versions of the data package that can be asked for, oldest first; this one is the last.
    pub fn versions(&self) -> &[DataVersion] {
        &self.versions
    }

    /// The names and terms of the indices in their usual order, whether they are here or not.
    pub fn titles(&self) -> &[IndexTitle] {
        &self.titles
    }

    /// All indices in their usual order.
    pub fn indices(&self) -> Result<Vec<&IndexCatalog>, NotHereYet> {
        IndexId::ALL.into_iter().map(|index| self.index(index)).collect()
    }

    /// One index.
    pub fn index(&self, index: IndexId) -> Result<&IndexCatalog, NotHereYet> {
        self.indices[place(index)].get().ok_or(NotHereYet(Part::Index(index)))
    }

    /// The indicators of an index; `None` where it has none.
    pub fn indicators(&self, index: IndexId) -> Result<Option<&IndicatorCatalog>, NotHereYet> {
        if self.index(index)?.info().indicators.is_empty() {
            return Ok(None);
        }
        let here = self.indicators[place(index)].get();
        here.map(Some).ok_or(NotHereYet(Part::Indicators(index)))
    }

    /// The other claims and the notes of an index.
    pub fn notes(&self, index: IndexId) -> Result<&IndexNotes, NotHereYet> {
        self.notes[place(index)].get().ok_or(NotHereYet(Part::Notes(index)))
    }

    /// A list of units.
    pub fn units(&self, borders: Borders) -> &UnitList {
        self.units.of(borders)
    }

    /// The populations of the newest year on record up to a year.
    pub fn populations_up_to(&self, year: Year) -> Option<&Population> {
        let populations = self.units.formation().populations();
        populations.iter().rev().find(|population| population.year <= year)
    }

    /// Where the provinces stand by GRDP per head in the newest year on record up to a year.
    pub fn grdp_fifths_up_to(&self, year: Year) -> Option<&GrdpFifths> {
        self.grdp_fifths.iter().rev().find(|fifths| fifths.year <= year)
    }

    /// A document behind populations and GRDP.
    pub fn context_source(&self, id: &str) -> Option<&SourceInfo> {
        self.context_sources.iter().find(|source| source.id == id)
    }

    /// The documents that no figure of the indices comes from.
    pub fn other_sources(&self) -> &[SourceInfo] {
        &self.sources
    }
}

/// Where an index stands among all.
const fn place(index: IndexId) -> usize {
    index as usize
}
