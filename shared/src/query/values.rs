//! Values of queries that are no identifiers of the data.

use std::{ops::RangeInclusive, str::FromStr};

use crate::{
    domain::IntervalKind,
    identifier::{IdentifierError, Year, named_values},
    language::Text,
};

/// A rank interval as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IntervalChoice {
    /// What is allowed to vary.
    pub kind: IntervalKind,
    /// Points up and down of [`IntervalKind::Perturbation`]; a point, or a tenth of one on scales of ten, by default.
    pub points: Option<PointsChange>,
}

/// How many falls in a row, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreakLength(pub u16);

impl StreakLength {
    /// The lengths that are read.
    pub(super) const READ: RangeInclusive<u16> = 1..=20;
}

impl Default for StreakLength {
    fn default() -> Self {
        Self(2)
    }
}

impl std::fmt::Display for StreakLength {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for StreakLength {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse::<u16>() {
            Ok(length) if Self::READ.contains(&length) => Ok(Self(length)),
            _ => Err(IdentifierError {
                value: text.to_owned(),
                expected: Text::new("một số từ 1 đến 20", "a number from 1 to 20"),
            }),
        }
    }
}

/// Which side of a figure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The chart.
    #[default]
    Chart,
    /// The table behind it.
    Table,
    /// The map.
    Map,
}

impl Tab {
    /// All sides.
    pub const ALL: [Self; 3] = [Self::Chart, Self::Table, Self::Map];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Table => "table",
            Self::Map => "map",
        }
    }
}

named_values!(Tab, "một trong chart, table, map", "one of chart, table, map");

/// Which ranks are asked for beside those that a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RankChoice {
    /// Those of back-casts.
    Estimated,
}

impl RankChoice {
    /// All choices.
    pub const ALL: [Self; 1] = [Self::Estimated];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Estimated => "estimated",
        }
    }
}

named_values!(RankChoice, "estimated", "estimated");

/// What a chart over the years shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// Scores.
    #[default]
    Score,
    /// Ranks, the first at the top.
    Rank,
}

impl Show {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Score, Self::Rank];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Rank => "rank",
        }
    }
}

named_values!(Show, "score hoặc rank", "score or rank");

/// Where the classes of a map are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MapClasses {
    /// Into fifths of the year that is shown.
    #[default]
    Year,
    /// Once over all years, so that a colour means the same score in each of them.
    Fixed,
}

impl MapClasses {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Year, Self::Fixed];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Fixed => "fixed",
        }
    }
}

named_values!(MapClasses, "year hoặc fixed", "year or fixed");

/// Which report is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReportForm {
    /// The review of several years.
    #[default]
    Review,
    /// Two pages for a meeting.
    Brief,
}

impl ReportForm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Review, Self::Brief];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Brief => "brief",
        }
    }
}

named_values!(ReportForm, "review hoặc brief", "review or brief");

/// A span of years, both ends included: `2018..2022`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearRange {
    /// First year.
    pub from: Year,
    /// Last year, not before the first.
    pub to: Year,
}

impl std::fmt::Display for YearRange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}..{}", self.from, self.to)
    }
}

impl FromStr for YearRange {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || IdentifierError {
            value: text.to_owned(),
            expected: Text::new(
                "một khoảng năm, ví dụ 2018..2022",
                "a range of years such as 2018..2022",
            ),
        };
        let (from, to) = text.split_once("..").ok_or_else(error)?;
        let range = Self {
            from: from.parse().map_err(|_| error())?,
            to: to.parse().map_err(|_| error())?,
        };
        if range.from <= range.to {
            Ok(range)
        } else {
            Err(error())
        }
    }
}

/// A change of a component in ten-thousandths of a point: the finest that is shown anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointsChange(pub i32);

impl PointsChange {
    /// The nearest one; `None` for what is no number or larger than any scale.
    pub fn from_points(points: f64) -> Option<Self> {
        let units = (points * 1e4).round();
        #[expect(clippy::cast_possible_truncation, reason = "within a million, checked before")]
        (units.abs() <= 1e6).then_some(Self(units as i32))
    }

    /// In points.
    pub fn points(self) -> f64 {
        f64::from(self.0) / 1e4
    }
}

impl std::fmt::Display for PointsChange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.points().fmt(formatter)
    }
}

impl FromStr for PointsChange {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read_decimal(text)
            .or_else(|| read_exponent(text))
            .and_then(Self::from_points)
            .ok_or_else(|| IdentifierError {
                value: text.to_owned(),
                expected: Text::new(
                    "một số điểm từ −100 đến 100, ví dụ 0.5",
                    "a number of points from −100 to 100 such as 0.5",
                ),
            })
    }
}

/// Reads a decimal number as people type it here: with a comma or a point, with either minus sign. Only one separator is
/// taken, so that `1.234,5` is refused instead of misread.
///
/// ```
/// use vithe_shared::query::read_decimal;
/// assert_eq!(read_decimal("\u{2212}0,3"), Some(-0.3));
/// assert_eq!(read_decimal("1.234,5"), None);
/// ```
pub fn read_decimal(text: &str) -> Option<f64> {
    let text = text.trim().replace('\u{2212}', "-").replace(',', ".");
    let digits = text.trim_start_matches(['+', '-']);
    let is_decimal = text.len() - digits.len() <= 1
        && digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    text.parse().ok().filter(|_| is_decimal)
}

/// Reads a number as programs write small ones: `5e-05`.
fn read_exponent(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E'])?;
    exponent.parse::<i16>().ok()?;
    read_decimal(digits)?;
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for (text, units) in [
            ("0,2", 2_000),
            ("0.2", 2_000),
            ("-0,3", -3_000),
            ("\u{2212}0,3", -3_000),
            ("+1", 10_000),
            (" 12,5 ", 125_000),
            ("3.", 30_000),
            ("2.5e-1", 2_500),
            ("1e-07", 0),
        ] {
            assert_eq!(text.parse(), Ok(PointsChange(units)), "{text}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for text in [
            "", "-", "1.234,5", "1,234.5", ",5", "1e3", "e1", "1e", "inf", "NaN", "--1", "0x1", "2 3",
        ] {
            assert!(text.parse::<PointsChange>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for units in [-12_345, -1, 1, 5_000, 999_999] {
            let change = PointsChange(units);
            assert_eq!(change.to_string().parse(), Ok(change));
        }
    }
}
