//! The indices, fully described.

use crate::{IndexId, domain::IndexInfo, engine::catalog::Catalog};

use super::error::LookupError;

/// All four indices in their usual order.
pub fn list_indices(catalog: &Catalog) -> Result<Vec<IndexInfo>, LookupError> {
    let indices = catalog.indices()?;
    Ok(indices.into_iter().map(|index| index.info().clone()).collect())
}

/// One index by the text that names it.
pub fn find_index(catalog: &Catalog, index: &str) -> Result<IndexInfo, LookupError> {
    let id: IndexId = index.parse().map_err(|_| LookupError::UnknownIndex(index.to_owned()))?;
    Ok(catalog.index(id)?.info().clone())
}
