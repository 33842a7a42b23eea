//! The indices, fully described.

use vithe_shared::{IndexId, api::IndexInfo};

use super::error::LookupError;
use crate::catalog::Catalog;

/// All four indices in their usual order.
pub fn list_indices(catalog: &Catalog) -> Vec<IndexInfo> {
    catalog.indices().map(|index| index.info().clone()).collect()
}

/// One index by the text that names it.
pub fn find_index(catalog: &Catalog, index: &str) -> Result<IndexInfo, LookupError> {
    let id: IndexId = index.parse().map_err(|_| LookupError::UnknownIndex(index.to_owned()))?;
    Ok(catalog.index(id).info().clone())
}
