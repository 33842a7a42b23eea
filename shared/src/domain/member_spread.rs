//! The provinces behind an estimate of a unit of 2025.

use serde::{Deserialize, Serialize};

use crate::identifier::ProvinceSlug;

/// One of the provinces that a unit was formed of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberScore {
    /// The province, in the list of 63.
    pub province: ProvinceSlug,
    /// Its score in the year; `None` where none is on record, and then the unit has no estimate.
    pub score: Option<f64>,
}

/// The provinces that a unit was formed of, in a year of theirs, and how far they lie apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberSpread {
    /// The lowest score on record.
    pub min: Option<f64>,
    /// The highest score on record.
    pub max: Option<f64>,
    /// All of them, in the order of names.
    pub members: Vec<MemberScore>,
}
