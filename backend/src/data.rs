//! What is served: the catalog of a data package, and its outlines.

use axum::body::Bytes;
use vithe_datasets::{Package, RedistributionOverrides, normalize};
use vithe_shared::{
    Borders,
    engine::catalog::{Catalog, CatalogError},
};

/// An immutable snapshot of a data package.
#[derive(Debug)]
pub struct Data {
    catalog: Catalog,
    borders63: Bytes,
    borders34: Bytes,
}

impl Data {
    /// The snapshot of a package.
    pub fn new(package: &Package, overrides: &RedistributionOverrides) -> Result<Self, CatalogError> {
        let outlines = |borders| Bytes::from(package.borders(borders).to_owned());
        Ok(Self {
            catalog: normalize(package, overrides)?.into_catalog()?,
            borders63: outlines(Borders::Provinces63),
            borders34: outlines(Borders::Units34),
        })
    }

    /// The figures; all indices are here.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The outlines of a list of units, GeoJSON.
    pub fn outlines(&self, borders: Borders) -> Bytes {
        match borders {
            Borders::Provinces63 => self.borders63.clone(),
            Borders::Units34 => self.borders34.clone(),
        }
    }
}
