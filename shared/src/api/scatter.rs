//! `GET /api/v1/scatter`: two figures set against each other, province by province, with their rank correlation.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{MissingScore, ObservationStatus, Reason, Scale, SourceInfo},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// What one axis shows. Counts are those of the region, where the answer is limited to one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScatterAxis {
    /// The index.
    pub index: IndexId,
    /// The component.
    pub component: ComponentId,
    /// Its Vietnamese name in that year.
    pub component_name_vi: String,
    /// Its English name in that year.
    pub component_name_en: String,
    /// The year.
    pub year: Year,
    /// The years that can be asked for, ascending.
    pub years: Vec<Year>,
    /// The method version of the year.
    pub method_version: String,
    /// The scale of the component in that year.
    pub scale: Scale,
    /// Units in the ranked set.
    pub n: u16,
    /// Members with a score on record.
    pub scores_on_record: u16,
    /// Whether every member has a score.
    pub complete: bool,
    /// Median over all members; `None` where the table is not complete.
    pub median: Option<f64>,
    /// The sources of its scores.
    pub source_ids: Vec<String>,
}

/// A province with both figures on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScatterPoint {
    /// The unit.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// Its score on the horizontal axis.
    pub x: f64,
    /// Status of that score.
    pub x_status: ObservationStatus,
    /// Its score on the vertical axis.
    pub y: f64,
    /// Status of that score.
    pub y_status: ObservationStatus,
}

/// A province that lacks a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScatterLeftOut {
    /// The unit.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// Its score on the horizontal axis, if it has one as a member of the ranked set.
    pub x: Option<f64>,
    /// Status of that score.
    pub x_status: Option<ObservationStatus>,
    /// Its score on the vertical axis, if it has one as a member of the ranked set.
    pub y: Option<f64>,
    /// Status of that score.
    pub y_status: Option<ObservationStatus>,
    /// Why there is no score on the horizontal axis; `None` where there is one.
    pub missing_x: Option<MissingScore>,
    /// Why there is no score on the vertical axis; `None` where there is one.
    pub missing_y: Option<MissingScore>,
}

/// A rank correlation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankCorrelation {
    /// Spearman's coefficient, −1 to 1, with mid-ranks for ties, on the scores as answered; four decimals.
    pub spearman: f64,
    /// The provinces it is told of.
    pub n: u16,
}

/// Two figures set against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScatterAnswer {
    /// The horizontal axis.
    pub x: ScatterAxis,
    /// The vertical axis.
    pub y: ScatterAxis,
    /// The list of units.
    pub borders: Borders,
    /// The region the answer is limited to.
    pub region: Option<RegionId>,
    /// Provinces with both figures, by name.
    pub points: Vec<ScatterPoint>,
    /// Provinces of either table that lack a figure, by name.
    pub left_out: Vec<ScatterLeftOut>,
    /// The rank correlation; `None` where it must not be told.
    pub correlation: Option<RankCorrelation>,
    /// Why there is no correlation: `same_figure`, `incomplete_table`, `too_few_pairs` or `no_variation`.
    pub correlation_refused: Option<Reason>,
    /// Why the two figures go together by construction: `part_of_the_other` or `shares_a_part`; `None` where they do not.
    pub overlap: Option<Reason>,
    /// The sources of both axes.
    pub sources: Vec<SourceInfo>,
    /// Revision of the dataset.
    pub revision: String,
}
