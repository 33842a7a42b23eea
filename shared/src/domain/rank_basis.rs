//! Where a rank comes from.

use serde::{Deserialize, Serialize};

/// Where a rank comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RankBasis {
    /// Printed by the publisher or in a report about it.
    Published,
    /// Worked out from a complete table of scores.
    Derived,
    /// From back-casts of the 34 units, and only where it is asked for.
    Estimated,
}
