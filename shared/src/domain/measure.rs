//! Which property of a unit a figure gives.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// Which property of a unit a figure gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A score.
    Score,
    /// The score of an area in points as printed, beside or in place of the percentage of its maximum.
    Points,
    /// A published rank among all ranked units.
    Rank,
    /// A published rank within the region.
    RegionalRank,
    /// A published group, an ordinal.
    Group,
    /// A published tier, an ordinal.
    Tier,
    /// The lowest score of the country or region.
    Min,
    /// The highest score of the country or region.
    Max,
    /// The median score of the country or region.
    Median,
    /// The mean score of the country or region.
    Mean,
}

impl Measure {
    /// All values.
    pub const ALL: [Self; 10] = [
        Self::Score,
        Self::Points,
        Self::Rank,
        Self::RegionalRank,
        Self::Group,
        Self::Tier,
        Self::Min,
        Self::Max,
        Self::Median,
        Self::Mean,
    ];

    /// The spelling in files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Points => "points",
            Self::Rank => "rank",
            Self::RegionalRank => "regional_rank",
            Self::Group => "group",
            Self::Tier => "tier",
            Self::Min => "min",
            Self::Max => "max",
            Self::Median => "median",
            Self::Mean => "mean",
        }
    }

    /// Whether the value is on the scale of the component.
    pub const fn is_on_scale(self) -> bool {
        matches!(self, Self::Score | Self::Min | Self::Max | Self::Median | Self::Mean)
    }

    /// Whether the value is a place among others, which is never told without their number.
    pub const fn is_rank(self) -> bool {
        matches!(self, Self::Rank | Self::RegionalRank)
    }
}

named_values!(
    Measure,
    "một trong score, points, rank, regional_rank, group, tier, min, max, median, mean",
    "one of score, points, rank, regional_rank, group, tier, min, max, median, mean"
);
