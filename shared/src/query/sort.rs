//! The order of a table in an address: `sort=change`, and `sort=-change` the other way round.

use std::{fmt, str::FromStr};

use crate::identifier::{IdentifierError, named_values};

/// A column that a table can be ordered by. Each table has some of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The order the table is made in: by rank, by places won, or the longest falls first.
    #[default]
    Rank,
    /// By name.
    Name,
    /// By how far the rank carries.
    Interval,
    /// By score.
    Score,
    /// By points won or lost.
    Points,
    /// By places won or lost.
    Change,
    /// By rank within the region.
    RegionRank,
    /// By region.
    Region,
    /// By the publisher's group.
    Group,
    /// By rank in the earlier of two years.
    FromRank,
    /// By rank in the later of two years.
    ToRank,
    /// By score in the earlier of two years.
    FromScore,
    /// By score in the later of two years.
    ToScore,
    /// By component.
    Component,
    /// By the change of the median.
    Median,
    /// By the distance to the median.
    Distance,
    /// By what a decline costs in the total.
    Cost,
    /// By what a decline costs in places.
    CostPlaces,
    /// By the change of the score over the newest years that compare with each other.
    Trend,
}

impl Sort {
    /// All columns.
    pub const ALL: [Self; 19] = [
        Self::Rank,
        Self::Name,
        Self::Interval,
        Self::Score,
        Self::Points,
        Self::Change,
        Self::RegionRank,
        Self::Region,
        Self::Group,
        Self::FromRank,
        Self::ToRank,
        Self::FromScore,
        Self::ToScore,
        Self::Component,
        Self::Median,
        Self::Distance,
        Self::Cost,
        Self::CostPlaces,
        Self::Trend,
    ];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Interval => "interval",
            Self::Score => "score",
            Self::Points => "points",
            Self::Change => "change",
            Self::RegionRank => "region-rank",
            Self::Region => "region",
            Self::Group => "group",
            Self::FromRank => "from-rank",
            Self::ToRank => "to-rank",
            Self::FromScore => "from-score",
            Self::ToScore => "to-score",
            Self::Component => "component",
            Self::Median => "median",
            Self::Distance => "distance",
            Self::Cost => "cost",
            Self::CostPlaces => "cost-places",
            Self::Trend => "trend",
        }
    }
}

named_values!(
    Sort,
    "một trong rank, name, interval, score, points, change, region-rank, region, group, from-rank, to-rank, from-score, \
     to-score, component, median, distance, cost, cost-places, trend",
    "one of rank, name, interval, score, points, change, region-rank, region, group, from-rank, to-rank, from-score, \
     to-score, component, median, distance, cost, cost-places, trend"
);

/// A column, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SortOrder {
    /// The column.
    pub by: Sort,
    /// Whether it runs against the way that is usual for its column: those who fell most first, the last rank first.
    pub is_reversed: bool,
}

impl From<Sort> for SortOrder {
    fn from(by: Sort) -> Self {
        Self { by, is_reversed: false }
    }
}

impl fmt::Display for SortOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_reversed { "-" } else { "" };
        write!(formatter, "{sign}{}", self.by)
    }
}

impl FromStr for SortOrder {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let by = text.strip_prefix('-');
        Ok(Self {
            by: by.unwrap_or(text).parse()?,
            is_reversed: by.is_some(),
        })
    }
}
