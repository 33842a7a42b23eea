//! The versions of the data package.

use crate::{domain::DataVersion, engine::catalog::Catalog};

/// All versions that can be asked for, oldest first, with what each changed.
pub fn list_versions(catalog: &Catalog) -> Vec<DataVersion> {
    catalog.versions().to_vec()
}
