//! The components of an index, with names, weights and maximum points over the years.

use serde::{Deserialize, Serialize};

use super::Scale;
use crate::identifier::{ComponentId, Year};

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

impl ComponentInfo {
    /// The name in force in a year; the newest one outside the spans on record.
    pub fn name_in(&self, year: Year) -> Option<&ComponentName> {
        self.names
            .iter()
            .find(|name| name.first_year <= year && year <= name.last_year)
            .or_else(|| self.names.last())
    }
}
