//! `GET /api/v1/indices`: the indices, their components, method versions, comparability and coverage.

use serde::{Deserialize, Serialize};

use crate::{
    domain::Aggregation,
    identifier::{Borders, ComponentId, IndexId, Year},
    presentation::{IndexHues, ShownDecimals},
};

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

/// How far two years of one component can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparability {
    /// Same definition of it and of all below.
    Comparable,
    /// Same parts, scale and weights; indicators of it or of a part were renewed.
    Limited,
    /// Same parts, other weights.
    Reweighted,
    /// Parts or scale differ.
    NotComparable,
}

/// A reason in both languages, under a stable code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reason {
    /// Stable code.
    pub code: String,
    /// Vietnamese text, one sentence.
    pub vi: String,
    /// English text, one sentence.
    pub en: String,
}

/// Whether a name is the publisher's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NameStatus {
    /// The publisher's wording.
    Official,
    /// A plain translation.
    Translated,
}

/// Whether whole tables may be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Redistribution {
    /// Everything.
    Full,
    /// Only what a page displays: one component and year, or one province.
    Displayed,
}

/// The name of a component over a span of years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComponentName {
    /// First year of the name.
    pub first_year: Year,
    /// Last year of the name.
    pub last_year: Year,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Vietnamese name for a chart label.
    pub short_vi: String,
    /// English name for a chart label.
    pub short_en: String,
    /// Whether the name is the publisher's.
    pub status: NameStatus,
}

/// The weight of a component in the total of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WeightInfo {
    /// The year.
    pub year: Year,
    /// A fraction; the weights of a year add to 1.
    pub weight: f64,
    /// `true` where the weight of another year is assumed to hold.
    pub assumed: bool,
}

/// The maximum points of an area in one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MaximumPoints {
    /// The year.
    pub year: Year,
    /// Points.
    pub maximum: f64,
}

/// A component of an index, over all years in which it exists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComponentInfo {
    /// The component.
    pub id: ComponentId,
    /// What it is a part of; `None` for the total and for components outside the sum.
    pub parent: Option<ComponentId>,
    /// 0 for the total, 1 for its parts, 2 below.
    pub level: u8,
    /// The newest Vietnamese name.
    pub name_vi: String,
    /// The newest English name.
    pub name_en: String,
    /// The newest short Vietnamese name, for a chart label.
    pub short_vi: String,
    /// The newest short English name, for a chart label.
    pub short_en: String,
    /// Names over the years, oldest first.
    pub names: Vec<ComponentName>,
    /// The years with figures on record, ascending.
    pub years: Vec<Year>,
    /// The newest scale.
    pub scale: Scale,
    /// Whether the product computes it as the sum of its parts.
    pub computed: bool,
    /// Weights in the total, by year; empty where the total is no weighted sum.
    pub weights: Vec<WeightInfo>,
    /// Maximum points by year; empty where there are none.
    pub maximum_points: Vec<MaximumPoints>,
}

/// A version of an index's method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MethodVersion {
    /// The version, `pci-2021`.
    pub version: String,
    /// First year.
    pub first_year: Year,
    /// Last year, `None` for the version in force.
    pub last_year: Option<Year>,
    /// The scale of the total.
    pub scale: Scale,
    /// How the total comes from the parts.
    pub aggregation: Aggregation,
    /// How it compares with the version before; `None` for the first.
    pub comparable_with_previous: Option<Comparability>,
    /// What changed, in Vietnamese.
    pub reason_vi: String,
    /// What changed, in English.
    pub reason_en: String,
}

/// A change of method between a year and the year before on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BreakInfo {
    /// The component.
    pub component: ComponentId,
    /// The later year of the pair.
    pub year: Year,
    /// How far the pair compares.
    pub comparability: Comparability,
    /// Why.
    pub reason: Reason,
}

/// How much of one year is on record, for the total of an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearCoverage {
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// Units in the ranked set.
    pub members: u16,
    /// Units the publisher withholds.
    pub withheld: u16,
    /// Totals on record.
    pub scores: u16,
    /// Published ranks of the total on record.
    pub ranks: u16,
    /// Units of which every component is on record.
    pub with_components: u16,
    /// Whether every member has a total.
    pub complete: bool,
    /// The method version of the year.
    pub method_version: String,
}

/// An index with all that describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexInfo {
    /// The index.
    pub id: IndexId,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Short name, the same in both languages.
    pub short_name: String,
    /// Publisher, in Vietnamese.
    pub publisher_vi: String,
    /// Publisher, in English.
    pub publisher_en: String,
    /// What it measures: one Vietnamese sentence.
    pub measures_vi: String,
    /// What it measures: one English sentence.
    pub measures_en: String,
    /// The newest scale of the total.
    pub scale: Scale,
    /// Its hues on pages and in charts.
    pub hues: IndexHues,
    /// The years with figures on record, ascending.
    pub years: Vec<Year>,
    /// The year it opens on: the newest complete one, or the one with most published ranks.
    pub opens_on: Year,
    /// What is on record, by year.
    pub coverage: Vec<YearCoverage>,
    /// Method versions, oldest first.
    pub method_versions: Vec<MethodVersion>,
    /// Changes of method of every component, by year.
    pub breaks: Vec<BreakInfo>,
    /// Components in the order of the publisher, the total first.
    pub components: Vec<ComponentInfo>,
    /// How to cite it, in Vietnamese.
    pub citation_vi: String,
    /// How to cite it, in English.
    pub citation_en: String,
    /// Terms of use, in Vietnamese.
    pub terms_vi: String,
    /// Terms of use, in English.
    pub terms_en: String,
    /// Whether whole tables may be handed out.
    pub redistribution: Redistribution,
    /// The publisher's site.
    pub website: String,
}

impl IndexInfo {
    /// A component by its identifier.
    pub fn component(&self, id: &ComponentId) -> Option<&ComponentInfo> {
        self.components.iter().find(|component| &component.id == id)
    }

    /// Whether a component measures a cost, so that its score must not be taken for the cost itself.
    pub fn is_cost(&self, id: &ComponentId) -> bool {
        self.component(id).is_some_and(|component| component.scale.cost)
    }

    /// What is on record for a year.
    pub fn coverage_of(&self, year: Year) -> Option<&YearCoverage> {
        self.coverage.iter().find(|coverage| coverage.year == year)
    }

    /// The parts of the total in a year, in the publisher's order.
    pub fn parts_in(&self, year: Year) -> impl Iterator<Item = &ComponentInfo> {
        self.components.iter().filter(move |component| {
            component.level == 1 && component.parent.is_some() && component.years.contains(&year)
        })
    }
}

impl ComponentInfo {
    /// The name in force in a year; the newest one outside the spans on record.
    pub fn name_in(&self, year: Year) -> Option<&ComponentName> {
        self.names
            .iter()
            .find(|name| name.first_year <= year && year <= name.last_year)
            .or_else(|| self.names.last())
    }
}
