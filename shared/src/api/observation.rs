//! `GET /api/v1/observations`: tidy rows, one figure each, and the sources they come from.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Comparability, Evidence, Measure, ObservationStatus, RankBasis, ScoreUnit},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, Year},
};

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
