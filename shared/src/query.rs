//! Queries and their addresses: one type per resource, read from and written to a query string by the same code.
//!
//! The API reads strictly (an unknown key is an error that lists the allowed ones); pages read leniently (unknown keys are
//! kept, see [`PageQuery`]); both ignore the keys that others add to count readers. Defaults are left out when an address is written.

#[cfg(feature = "openapi")]
mod contract;
mod error;
mod figure;
mod page;
mod pairs;
mod parameter;
mod resources;
mod sort;
#[cfg(test)]
mod tests;
mod tracking;
mod values;
mod what_if;

#[cfg(feature = "openapi")]
pub use self::contract::{DescribedValue, QueryDescription};
pub use self::{
    error::QueryError,
    figure::{ChartKind, FigureQuery, FigureWidth, PictureSize, Theme},
    page::{MOST_PINS, PageQuery},
    pairs::QueryPairs,
    resources::{
        ChangesQuery, DatasetQuery, DeclinesQuery, DiscrepanciesQuery, IndicatorRankingQuery, IndicatorsQuery,
        MatrixQuery, MoversQuery, NoQuery, ObservationQuery, PeersQuery, ProfileQuery, ProvinceListQuery, RankingQuery,
        RegionsQuery, ScatterQuery, SeriesQuery,
    },
    sort::{Sort, SortOrder},
    tracking::without_tracking,
    values::{
        IntervalChoice, MapClasses, PointsChange, RankChoice, ReportForm, Show, StreakLength, Tab, YearRange,
        read_decimal,
    },
    what_if::{ComponentChange, Switch, TargetRank, WhatIfQuery},
};

/// What separates the members of a list in an address.
pub const LIST_SEPARATOR: char = '~';

/// A query of the JSON API: read strictly, written canonically.
pub trait ApiQuery: Sized {
    /// The keys it knows.
    const KEYS: &'static [&'static str];

    /// Takes its keys out of the pairs.
    fn take_from(pairs: &mut QueryPairs) -> Result<Self, QueryError>;

    /// The canonical query string: fixed order, defaults left out.
    fn to_query_string(&self) -> String;

    /// What the contract of the API says of it.
    #[cfg(feature = "openapi")]
    fn describe() -> QueryDescription;

    /// Reads a whole query string; a key it does not know is an error.
    fn parse(query: &str) -> Result<Self, QueryError> {
        Self::from_pairs(QueryPairs::parse(query), &[])
    }

    /// Reads all there is. `taken` are the keys that the address knows besides and that were taken out before: an error that
    /// lists the allowed keys names them too.
    fn from_pairs(mut pairs: QueryPairs, taken: &[&'static str]) -> Result<Self, QueryError> {
        let parsed = Self::take_from(&mut pairs)?;
        pairs.finish(Self::KEYS.iter().chain(taken).copied())?;
        Ok(parsed)
    }
}
