//! How far two years can be compared.

use serde::{Deserialize, Serialize};

/// How far two years of one component can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparability {
    /// Same definition of it and of all below.
    Comparable,
    /// Same parts, scale and weights; indicators of it or of a part were renewed.
    Limited,
    /// Same parts, other weights.
    Reweighted,
    /// Parts or scale differ.
    NotComparable,
}
