//! The figures in memory: an immutable, indexed snapshot of one data package, with a content hash as revision. Whatever is
//! derived (PAPI sums, ranks, regional ranks, completeness, comparability) is derived once, when the snapshot is built.
//!
//! The query layer reads it; nothing writes to it. Publishing means building another one.

mod build;
mod index;
mod table;
mod units;

use std::collections::BTreeMap;

use axum::body::Bytes;
use vithe_shared::{Borders, IndexId, api::SourceInfo};

pub use build::{CatalogError, RedistributionOverrides};
pub use index::{IndexCatalog, Record, SamplingErrors};
pub use table::{Cell, Membership, Rank, Score, Table};
pub use units::UnitList;

use table::SourceIndex;
pub(crate) use table::to_count;

/// An immutable snapshot of the data package.
#[derive(Debug)]
pub struct Catalog {
    revision: String,
    version: String,
    indices: BTreeMap<IndexId, IndexCatalog>,
    provinces63: UnitList,
    units34: UnitList,
    sources: Vec<SourceInfo>,
    borders63: Bytes,
    borders34: Bytes,
}

impl Catalog {
    /// The content hash of everything the catalog was built from.
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The version of the data package.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The indices in their usual order.
    pub fn indices(&self) -> impl Iterator<Item = &IndexCatalog> {
        self.indices.values()
    }

    /// One index. A catalog that lacks one of the four is not built.
    #[expect(
        clippy::should_implement_trait,
        reason = "brackets would hide that a domain object is looked up"
    )]
    pub fn index(&self, index: IndexId) -> &IndexCatalog {
        &self.indices[&index]
    }

    /// A list of units.
    pub fn units(&self, borders: Borders) -> &UnitList {
        match borders {
            Borders::Provinces63 => &self.provinces63,
            Borders::Units34 => &self.units34,
        }
    }

    /// The outlines of a list of units, GeoJSON.
    pub fn outlines(&self, borders: Borders) -> Bytes {
        match borders {
            Borders::Provinces63 => self.borders63.clone(),
            Borders::Units34 => self.borders34.clone(),
        }
    }

    /// The documents that figures come from, by identifier.
    pub fn sources(&self) -> &[SourceInfo] {
        &self.sources
    }

    pub(crate) fn source(&self, source: SourceIndex) -> &SourceInfo {
        &self.sources[source]
    }
}
