//! How the total of an index comes from its parts.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// How the total of an index comes from its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// Sum of the parts times their weights.
    WeightedSum,
    /// Plain sum of the parts.
    Sum,
    /// Points achieved of the maximum points.
    Points,
    /// Percent of satisfied answers.
    Percent,
}

impl Aggregation {
    /// All values.
    pub const ALL: [Self; 4] = [Self::WeightedSum, Self::Sum, Self::Points, Self::Percent];

    /// The spelling in files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WeightedSum => "weighted_sum",
            Self::Sum => "sum",
            Self::Points => "points",
            Self::Percent => "percent",
        }
    }
}

named_values!(
    Aggregation,
    "một trong weighted_sum, sum, points, percent",
    "one of weighted_sum, sum, points, percent"
);
