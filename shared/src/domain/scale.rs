//! The range a score can lie in.

use serde::{Deserialize, Serialize};

use crate::presentation::ShownDecimals;

/// What the numbers of a scale count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ScoreUnit {
    /// Points on a scale of the publisher.
    Points,
    /// Percent, 0 to 100.
    Percent,
    /// Percent of the maximum points of an area.
    PercentOfMaximum,
}

/// The range a score can lie in, and how it is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Scale {
    /// The lowest possible score.
    pub min: f64,
    /// The highest possible score.
    pub max: f64,
    /// What is counted.
    pub unit: ScoreUnit,
    /// The decimals a score is shown with.
    pub decimals: ShownDecimals,
    /// Whether a cost is measured: a higher score stands for a lower cost.
    pub cost: bool,
}
