//! `GET /api/v1/observations`: tidy rows, one figure each, and the sources they come from.

use serde::{Deserialize, Serialize};

use super::{
    index::{Comparability, ScoreUnit},
    ranking::RankBasis,
};
use crate::{
    domain::{Measure, SourceGrade},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, Year},
};

/// Status of a figure in SDMX codes (`CL_OBS_STATUS`). A missing figure has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ObservationStatus {
    /// Normal.
    #[serde(rename = "A")]
    Normal,
    /// Break in the time series.
    #[serde(rename = "B")]
    Break,
    /// The definition differs.
    #[serde(rename = "D")]
    DefinitionDiffers,
    /// Estimated.
    #[serde(rename = "E")]
    Estimated,
    /// Provisional.
    #[serde(rename = "P")]
    Provisional,
}

/// How a figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Printed as a number.
    Printed,
    /// From the order in which units are listed.
    ListedOrder,
    /// Worked out from other printed numbers.
    Derived,
    /// From a secondary data set.
    Secondary,
    /// From the news article that the acceptance story follows.
    Article,
    /// Computed by the product from its parts.
    Computed,
}

/// A source of figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SourceInfo {
    /// Stable identifier.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// The document.
    pub document: String,
    /// Its address; empty where none is on record.
    pub address: String,
    /// How strong it is.
    pub grade: SourceGrade,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Observation {
    /// The index.
    pub index: IndexId,
    /// The method version of the year.
    pub method_version: String,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// The unit.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub province_name: String,
    /// The component.
    pub component: ComponentId,
    /// What it gives.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// What the value counts; `None` for ranks, groups and tiers.
    pub unit: Option<ScoreUnit>,
    /// Status.
    pub status: ObservationStatus,
    /// How it is known.
    pub evidence: Evidence,
    /// Whether it is the preferred one among several sources.
    pub preferred: bool,
    /// The rank of the score, where there is one.
    pub rank: Option<u16>,
    /// How many units are ranked: beside `rank`, and where the value itself is a rank.
    pub rank_n: Option<u16>,
    /// Where the rank comes from.
    pub rank_basis: Option<RankBasis>,
    /// How far it compares with the year before on record.
    pub comparability_with_prev: Option<Comparability>,
    /// Source; `None` where the product computed it.
    pub source_id: Option<String>,
    /// What the collectors noted of it, in English.
    pub note: Option<String>,
    /// The same in Vietnamese.
    pub note_vi: Option<String>,
}
