//! The versions of the data package, and what each of them changed.

use serde::{Deserialize, Serialize};

use crate::identifier::IndexId;

/// A version of the data package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DataVersion {
    /// The version, `2.2.0`: what `v` takes.
    pub version: String,
    /// The date of it, `2026-11-29`.
    pub date: String,
    /// Why it was made; empty for the first one.
    pub reasons: Vec<VersionReason>,
    /// What it changed against the version before, by table and index; empty for the first one.
    pub changes: Vec<TableChanges>,
}

/// Why a version changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionReason {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// How many rows of a table a version changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TableChanges {
    /// The table: the name of its file in the package.
    pub table: String,
    /// The index of the rows; `None` for rows of no single index.
    pub index: Option<IndexId>,
    /// Rows that were not there before.
    pub added: u32,
    /// Rows that are no longer there.
    pub removed: u32,
    /// Rows with another value in some column.
    pub changed: u32,
}
