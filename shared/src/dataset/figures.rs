//! One index over the years: what describes it and its preferred figures.

use serde::{Deserialize, Serialize};

use super::column::CodedColumn;
use crate::{
    domain::{
        Comparability, ComponentName, IndicatorCount, MaximumPoints, Membership, MethodVersion, PublishedNational,
        PublishedValues, Scale, SourceInfo, WeightInfo, YearCoverage,
    },
    identifier::{ComponentId, IndexId, RegionId, Year},
};

/// One index: what describes it, and the figures that its tables are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexDataset {
    /// The index.
    pub index: IndexId,
    /// The year it opens on: the newest complete one, or the one with most published ranks.
    pub opens_on: Year,
    /// What is on record of the total, by year.
    pub coverage: Vec<YearCoverage>,
    /// Method versions, oldest first.
    pub method_versions: Vec<MethodVersion>,
    /// The components in the publisher's order, the total first; also those without a figure.
    pub components: Vec<ComponentHistory>,
    /// Changes of method that do not follow from the structure.
    pub breaks: Vec<MethodChange>,
    /// The years whose figures are of the 34 units; those of all others are of the 63 provinces.
    pub units34_years: Vec<Year>,
    /// The components with indicators below them, which are a part of their own.
    pub indicators: Vec<IndicatorCount>,
    /// Who is ranked.
    pub ranked_sets: Vec<RankedSet>,
    /// The preferred figures, as [`super::write_columns`] writes them.
    pub columns: Vec<CodedColumn>,
    /// Scores on which sources differ and none is preferred.
    pub disputed: Vec<Disputed>,
    /// What the publisher printed for the country and for regions.
    pub published: Vec<Published>,
    /// Published sampling errors.
    pub sampling_errors: Vec<SamplingColumn>,
    /// The documents that the figures come from.
    pub sources: Vec<SourceInfo>,
}

/// A component over the years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComponentHistory {
    /// The component.
    pub id: ComponentId,
    /// The years of which it has a table, ascending.
    pub years: Vec<Year>,
    /// The spans of years in which it exists in one form.
    pub spans: Vec<Span>,
    /// Its names, oldest first.
    pub names: Vec<ComponentName>,
    /// Its weights in the total, by year.
    pub weights: Vec<WeightInfo>,
    /// Its maximum points, by year.
    pub maximum_points: Vec<MaximumPoints>,
}

/// A span of years in which a component exists in one form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// First year.
    pub first_year: Year,
    /// Last year.
    pub last_year: Year,
    /// What it is a part of.
    pub parent: Option<ComponentId>,
    /// 0 for the total, 1 for its parts, 2 below.
    pub level: u8,
    /// Its place among the components of these years.
    pub order: u16,
    /// The scale.
    pub scale: Scale,
    /// Whether it is the sum of its parts.
    pub computed: bool,
}

impl Span {
    /// Whether it holds in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && year <= self.last_year
    }
}

/// A change of method of a component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MethodChange {
    /// The component.
    pub component: ComponentId,
    /// The later year of the pair.
    pub year: Year,
    /// How far the pair compares.
    pub comparability: Comparability,
    /// The code of the reason, which the registry tells.
    pub reason: String,
}

/// Who belongs to the ranked set of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankedSet {
    /// The year.
    pub year: Year,
    /// The component that differs from the set of its year; `None` for all others.
    pub component: Option<ComponentId>,
    /// By unit of the list of the year, one letter each: see [`Membership`].
    members: String,
}

impl RankedSet {
    /// The set of a year.
    pub fn new(year: Year, component: Option<ComponentId>, members: &[Membership]) -> Self {
        Self {
            year,
            component,
            members: members.iter().map(|membership| membership.letter()).collect(),
        }
    }

    /// By position of the unit in the list of the year.
    pub fn members(&self) -> Vec<Membership> {
        self.members.chars().map(Membership::of_letter).collect()
    }
}

/// Units whose score is disputed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disputed {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// Positions of the units, ascending.
    pub units: Vec<u16>,
}

/// What the publisher printed for the country or a region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// For the country.
    pub national: Option<PublishedNational>,
    /// For regions.
    pub regions: Vec<(RegionId, PublishedValues)>,
}

/// The sampling errors of one component and year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SamplingColumn {
    /// The component.
    pub component: ComponentId,
    /// The year.
    pub year: Year,
    /// Position of their source in the list of the dataset.
    pub source: u16,
    /// The standard error by position of the unit in the list of the year.
    pub standard_errors: Vec<Option<f64>>,
    /// What the |t| of a difference must exceed for all pairs of units to be judged at once. It takes longer to draw than any
    /// answer, so it comes with the errors.
    pub critical_value: f64,
}
