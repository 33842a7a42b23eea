//! The documents that figures come from.

use serde::{Deserialize, Serialize};

use super::SourceGrade;

/// A source of figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SourceInfo {
    /// Stable identifier.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// The document.
    pub document: String,
    /// Its address; empty where none is on record.
    pub address: String,
    /// How strong it is.
    pub grade: SourceGrade,
}
