//! How a component of a province stands against the country and against its overall rank.

use serde::{Deserialize, Serialize};

/// How far a score lies from the median of its table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Margin {
    /// Score minus median, in points of the component; negative below the median.
    pub points: f64,
    /// The same in interquartile ranges of the table; `None` where that range is 0.
    pub quartile_ranges: Option<f64>,
}

/// How the rank in a component stands against the overall rank of the same province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AgainstOverall {
    /// Better by at least a quarter of the table.
    Stronger,
    /// Within a quarter of the table.
    Similar,
    /// Worse by at least a quarter of the table.
    Weaker,
}
