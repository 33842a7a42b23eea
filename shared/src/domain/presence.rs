//! Which provinces are ranked at both ends of a span, and how many went which way.

use serde::{Deserialize, Serialize};

/// Whether a province is ranked in both years, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Ranked in both years.
    Ranked,
    /// Belongs to the ranked set of the later year only.
    Entered,
    /// Belongs to the ranked set of the earlier year only.
    Left,
    /// Belongs to both ranked sets, but a rank is not on record.
    NotOnRecord,
}

/// How many provinces went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoverCounts {
    /// Won places.
    pub risen: u16,
    /// Lost places.
    pub fallen: u16,
    /// Kept their rank.
    pub unchanged: u16,
    /// Belong to the ranked set of the later year only.
    pub entrants: u16,
    /// Belong to the ranked set of the earlier year only.
    pub leavers: u16,
    /// Belong to both ranked sets, but a rank is not on record.
    pub not_on_record: u16,
}
