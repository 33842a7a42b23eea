//! From a checked package to the normalized form that the engine answers from, `vithe_shared::dataset`: the figures of an
//! index are gathered by component, year and measure, the preferred ones go into its dataset, the others and the notes into
//! its notes, and what all indices have in common into the registry. Nothing is computed but what is on record of which year.

mod description;
mod form;
mod gather;
mod index;
mod indicators;
mod notes;
mod parts;
mod registry;

use std::collections::{BTreeMap, HashMap};

pub use form::to_form;
pub use parts::{PartsError, parts};
pub use registry::redistribute;
use vithe_shared::{
    IndexId,
    dataset::{IndexDataset, IndexNotes, IndicatorDataset, Registry},
    domain::{Redistribution, SourceInfo},
    engine::catalog::{Catalog, CatalogError, UnitLists},
};

use crate::package::Package;

/// What an operator has agreed with publishers, by index; the package's own terms hold for the others.
pub type RedistributionOverrides = BTreeMap<IndexId, Redistribution>;

/// A package in the form the engine takes in.
#[derive(Clone, Debug)]
pub struct NormalizedPackage {
    /// What all indices have in common.
    pub registry: Registry,
    /// The four indices in their usual order.
    pub indices: Vec<IndexDataset>,
    /// The indicators of those that have any.
    pub indicators: Vec<IndicatorDataset>,
    /// Their other claims and notes.
    pub notes: Vec<IndexNotes>,
}

impl NormalizedPackage {
    /// A catalog that holds all of it.
    pub fn into_catalog(self) -> Result<Catalog, CatalogError> {
        let catalog = Catalog::new(self.registry);
        for dataset in self.indices {
            catalog.insert(dataset)?;
        }
        for indicators in self.indicators {
            catalog.insert_indicators(indicators)?;
        }
        for notes in self.notes {
            catalog.insert_notes(notes);
        }
        Ok(catalog)
    }
}

/// Normalizes a package. One that passed its checks can always be normalized.
pub fn normalize(package: &Package) -> Result<NormalizedPackage, CatalogError> {
    let mut registry = registry::registry(package)?;
    let units = UnitLists::new(
        registry.provinces63.clone(),
        registry.units34.clone(),
        registry.populations.clone(),
    );
    let all_sources: HashMap<&str, SourceInfo> = registry::sources(package)
        .map(|row| (row.source_id.as_str(), registry::source(row)))
        .collect();
    let catalog = Catalog::new(registry.clone());
    let mut indices = Vec::new();
    let mut indicators: Vec<IndicatorDataset> = Vec::new();
    let mut notes = Vec::new();
    for id in IndexId::ALL {
        let mut sources = SourceList::new(&all_sources);
        let gathered = gather::gather(package, id, &units);
        let dataset = index::dataset(package, id, &units, &gathered, &mut sources)?;
        notes.push(notes::notes(package, id, &units, &gathered, &mut sources));
        indicators.extend(indicators::indicators(package, id, &units, &all_sources));
        indices.push(index::with_coverage(&catalog, dataset)?);
    }
    let is_known = |source: &SourceInfo| {
        let of_indices = indices.iter().flat_map(|dataset| &dataset.sources);
        let of_indicators = indicators.iter().flat_map(|dataset| &dataset.sources);
        let mut known = of_indices
            .chain(of_indicators)
            .chain(notes.iter().flat_map(|notes| &notes.sources));
        known.any(|known| known.id == source.id)
    };
    registry.sources.retain(|source| !is_known(source));
    Ok(NormalizedPackage {
        registry,
        indices,
        indicators,
        notes,
    })
}

/// The sources of an index, in the order in which they are named.
struct SourceList<'a> {
    all: &'a HashMap<&'a str, SourceInfo>,
    positions: HashMap<String, u16>,
    named: Vec<SourceInfo>,
}

impl<'a> SourceList<'a> {
    fn new(all: &'a HashMap<&'a str, SourceInfo>) -> Self {
        Self {
            all,
            positions: HashMap::new(),
            named: Vec::new(),
        }
    }

    /// The place of a source. A reference to a missing one is an error of the package check; it stands for the first.
    fn position(&mut self, id: &str) -> u16 {
        if let Some(position) = self.positions.get(id) {
            return *position;
        }
        let Some(source) = self.all.get(id) else {
            return 0;
        };
        let position = u16::try_from(self.named.len()).unwrap_or(u16::MAX);
        self.positions.insert(id.to_owned(), position);
        self.named.push(source.clone());
        position
    }

    /// Takes what was named since the list was last taken.
    fn take(&mut self) -> Vec<SourceInfo> {
        std::mem::take(&mut self.named)
    }
}
