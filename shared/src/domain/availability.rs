//! Whether a score is on record, and if not, why.

use serde::{Deserialize, Serialize};

/// Whether a score is on record, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// On record.
    OnRecord,
    /// The publisher withholds it; the unit takes no part in n.
    Withheld,
    /// Not in the sources that were collected.
    NotOnRecord,
    /// Two sources differ and none is preferred.
    Disputed,
}

/// Why a province has no score on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MissingScore {
    /// The publisher withholds it; the unit takes no part in n.
    Withheld,
    /// Not in the sources that were collected.
    NotOnRecord,
    /// Two sources differ and none is preferred.
    Disputed,
    /// The unit does not belong to the ranked set of that year.
    NotInSet,
}
