//! The indicators below a component: what a survey or an administration counts, in its own unit.

use serde::{Deserialize, Serialize};

use crate::identifier::{ComponentId, IndicatorId, Year, named_values};

/// What the value of an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorUnit {
    /// Per cent of the firms that were asked.
    PercentOfFirms,
    /// Per cent of something else, which the name says.
    Percent,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// A mean of grades from 1 to 5.
    Grade,
    /// Points of a rating of its own, not of the component.
    Points,
    /// Cases per 100 firms.
    #[serde(rename = "cases_per_100_firms")]
    CasesPer100Firms,
}

impl IndicatorUnit {
    /// All values.
    pub const ALL: [Self; 7] = [
        Self::PercentOfFirms,
        Self::Percent,
        Self::Days,
        Self::Hours,
        Self::Grade,
        Self::Points,
        Self::CasesPer100Firms,
    ];

    /// The spelling in files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PercentOfFirms => "percent_of_firms",
            Self::Percent => "percent",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Grade => "grade",
            Self::Points => "points",
            Self::CasesPer100Firms => "cases_per_100_firms",
        }
    }

    /// Whether it is a percentage, which lies between 0 and 100.
    pub const fn is_percentage(self) -> bool {
        matches!(self, Self::PercentOfFirms | Self::Percent)
    }
}

named_values!(
    IndicatorUnit,
    "một trong percent_of_firms, percent, days, hours, grade, points, cases_per_100_firms",
    "one of percent_of_firms, percent, days, hours, grade, points, cases_per_100_firms"
);

/// Which values of an indicator are good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = IndicatorDirection))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The higher, the better.
    Higher,
    /// The lower, the better.
    Lower,
}

impl Direction {
    /// All values.
    pub const ALL: [Self; 2] = [Self::Higher, Self::Lower];

    /// The spelling in files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
        }
    }
}

named_values!(Direction, "higher hoặc lower", "higher or lower");

/// What speaks for the direction, which the wording gives: the correlation with the component's score over all provinces, where
/// it is at least 0.25 either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DirectionEvidence {
    /// The sign of the correlation agrees with the wording.
    Correlation,
    /// The wording alone: the correlation is weak.
    Wording,
    /// The sign of the correlation disagrees; a note says why the wording was followed.
    Disagrees,
}

impl DirectionEvidence {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Correlation, Self::Wording, Self::Disagrees];

    /// The spelling in files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Correlation => "correlation",
            Self::Wording => "wording",
            Self::Disagrees => "disagrees",
        }
    }
}

named_values!(
    DirectionEvidence,
    "một trong correlation, wording, disagrees",
    "one of correlation, wording, disagrees"
);

/// On which side of all units a value stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StandsOut {
    /// Better than the quartile of the good side.
    Good,
    /// Worse than the quartile of the bad side.
    Bad,
}

/// An indicator. It has no published weight: how much it counts in its component is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorInfo {
    /// The indicator: `entry.01`.
    pub id: IndicatorId,
    /// The component that it lies below.
    pub component: ComponentId,
    /// What its value counts.
    pub unit: IndicatorUnit,
    /// Which values are good.
    pub direction: Direction,
    /// What speaks for that.
    pub direction_evidence: DirectionEvidence,
    /// Vietnamese name: the publisher's wording.
    pub name_vi: String,
    /// English name: a plain translation.
    pub name_en: String,
    /// What has to be known to read it, in Vietnamese; empty for most.
    pub note_vi: String,
    /// The same in English.
    pub note_en: String,
}

/// That a component has indicators, told without them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorCount {
    /// The component.
    pub component: ComponentId,
    /// Its first indicator in the publisher's order.
    pub first: IndicatorId,
    /// How many it has.
    pub count: u16,
    /// The years with values on record, ascending.
    pub years: Vec<Year>,
}
