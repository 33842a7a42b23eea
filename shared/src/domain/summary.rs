//! What sums up a table: its own figures, and those a publisher printed.

use serde::{Deserialize, Serialize};

/// Summary of a complete table. Quartiles by linear interpolation between order statistics (Hyndman and Fan's type 7).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Summary {
    /// Lowest score.
    pub min: f64,
    /// First quartile.
    pub q1: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub q3: f64,
    /// Highest score.
    pub max: f64,
    /// Arithmetic mean.
    pub mean: f64,
}

/// The national values a publisher printed for a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedNational {
    /// The national score, where the publisher prints one (PAR INDEX, SIPAS).
    pub score: Option<f64>,
    /// Lowest score.
    pub min: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Highest score.
    pub max: Option<f64>,
    /// Mean.
    pub mean: Option<f64>,
}

/// What the publisher printed for a region or the country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedValues {
    /// Lowest score.
    pub min: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Highest score.
    pub max: Option<f64>,
    /// Mean.
    pub mean: Option<f64>,
}
