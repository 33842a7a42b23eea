//! `GET /api/v1/series`: one component of some or all units over the years.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Availability, Comparability, MemberSpread, ObservationStatus, RankBasis, Reason, Scale, Summary},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// One year of a series. Years without any figure have no point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeriesPoint {
    /// The year.
    pub year: Year,
    /// The score.
    pub score: Option<f64>,
    /// Whether the score is on record, and if not, why.
    pub availability: Availability,
    /// The rank, 1 is best.
    pub rank: Option<u16>,
    /// How many units are ranked.
    pub rank_n: Option<u16>,
    /// Where the rank comes from.
    pub rank_basis: Option<RankBasis>,
    /// The rank within the region.
    pub region_rank: Option<u16>,
    /// How many units of the region are ranked.
    pub region_n: Option<u16>,
    /// Status of the score.
    pub status: Option<ObservationStatus>,
    /// The provinces behind a back-cast of a merged unit, where units are asked for by name.
    pub spread: Option<MemberSpread>,
    /// The method version of the year.
    pub method_version: String,
}

/// The series of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Series {
    /// The unit.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// Points by year, ascending.
    pub points: Vec<SeriesPoint>,
}

/// A pair of neighbouring years that does not compare fully.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeriesBreak {
    /// The earlier year on record.
    pub from_year: Year,
    /// The later year.
    pub year: Year,
    /// How far the pair compares.
    pub comparability: Comparability,
    /// Why.
    pub reason: Reason,
}

/// The national summary of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearSummary {
    /// The year.
    pub year: Year,
    /// Units in the ranked set.
    pub n: u16,
    /// Whether every member has a score.
    pub complete: bool,
    /// Summary; `None` where the table is not complete.
    pub summary: Option<Summary>,
}

/// Series of one component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeriesAnswer {
    /// The index.
    pub index: IndexId,
    /// The component.
    pub component: ComponentId,
    /// Its newest Vietnamese name.
    pub component_name_vi: String,
    /// Its newest English name.
    pub component_name_en: String,
    /// Its newest scale.
    pub scale: Scale,
    /// The list of units.
    pub borders: Borders,
    /// One series per unit, in the order asked for, or by name.
    pub series: Vec<Series>,
    /// Every year of the component with figures, ascending, with its national summary.
    pub years: Vec<YearSummary>,
    /// Pairs of neighbouring years that do not compare fully.
    pub breaks: Vec<SeriesBreak>,
    /// Revision of the dataset.
    pub revision: String,
}
