//! `GET /api/v1/discrepancies`: figures that do not agree with each other, each under an identifier that can be cited.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{DiscrepancyKind, DiscrepancyState, Evidence, Measure, ObservationStatus, ScoreUnit, SourceInfo},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Note {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiscrepancyClaim {
    /// What it gives: that of the discrepancy; beside a rank also the score that it is held against.
    pub measure: Measure,
    /// The value.
    pub value: f64,
    /// Its source.
    pub source_id: String,
    /// How it is known.
    pub evidence: Evidence,
    /// Status.
    pub status: ObservationStatus,
    /// Whether it is the value that is shown.
    pub preferred: bool,
    /// What the collectors noted of it.
    pub note: Option<Note>,
}

/// What a score is computed from to be held against the printed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ComputedFrom {
    /// The components, each times its weight of the year.
    WeightedSum,
    /// The parts as they are.
    Sum,
    /// A tenth of the SIPAS of the same year, for the SIPAS part of the PAR INDEX.
    TenthOfSipas,
}

/// What the parts of a score add up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComputedScore {
    /// The value.
    pub value: f64,
    /// What it is computed from.
    pub from: ComputedFrom,
    /// How far the printed score may lie from it by rounding.
    pub tolerance: f64,
}

/// The places that the ranks and scores of the others leave for a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlacesByScore {
    /// The best of them: one after the worst rank of a higher score.
    pub best: u16,
    /// The worst of them: one before the best rank of a lower score, or the last.
    pub worst: u16,
}

/// A unit that has the same rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SameRank {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
}

/// Figures that do not agree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Discrepancy {
    /// Kind, index, year, unit, component and measure joined by dots, such as `sources.par.2023.ca-mau.overall.rank`. It stays
    /// the same from edition to edition, and is the anchor of the row on the page.
    pub id: String,
    /// What does not agree with what.
    pub kind: DiscrepancyKind,
    /// The index.
    pub index: IndexId,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// The province; `None` for the country and for regions.
    pub province: Option<ProvinceSlug>,
    /// The region, where the figure is of one; `None` for the country and for provinces.
    pub region: Option<RegionId>,
    /// Vietnamese name of the unit.
    pub name_vi: String,
    /// English name of the unit.
    pub name_en: String,
    /// The component.
    pub component: ComponentId,
    /// Vietnamese name of the component in the year.
    pub component_name_vi: String,
    /// English name of the component in the year.
    pub component_name_en: String,
    /// What the figure gives.
    pub measure: Measure,
    /// What its scores count; `None` where none of its values is a score.
    pub unit: Option<ScoreUnit>,
    /// How many units are ranked, where it is a rank.
    pub rank_n: Option<u16>,
    /// What the sources say, the preferred value first.
    pub claims: Vec<DiscrepancyClaim>,
    /// The value that is shown; `None` where none is.
    pub shown: Option<f64>,
    /// Of kind `parts`: what the parts add up to.
    pub computed: Option<ComputedScore>,
    /// Of kind `rank`: the places that the score would have.
    pub places: Option<PlacesByScore>,
    /// Of kind `rank`: the others that have the same rank, where their scores are not on record as equal.
    pub same_rank: Vec<SameRank>,
    /// `sources`: how far the values lie apart. `parts`: the printed score less the computed one. `rank`: how many places the
    /// rank lies from the nearest one by score, negative where it is better. `None` where there is no such distance.
    pub difference: Option<f64>,
    /// What has become of it.
    pub state: DiscrepancyState,
    /// Why it is so, where that is on record.
    pub note: Option<Note>,
}

/// How many rows there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiscrepancyCounts {
    /// All.
    pub total: u16,
    /// Of kind `sources`.
    pub sources: u16,
    /// Of kind `parts`.
    pub parts: u16,
    /// Of kind `rank`.
    pub rank: u16,
    /// In state `preferred`.
    pub preferred: u16,
    /// In state `open`.
    pub open: u16,
    /// In state `explained`.
    pub explained: u16,
}

/// Answer of `GET /api/v1/discrepancies`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiscrepanciesAnswer {
    /// The index asked for; `None` for all.
    pub index: Option<IndexId>,
    /// The year asked for; `None` for all.
    pub year: Option<Year>,
    /// The province asked for; `None` for all, with regions and the country.
    pub province: Option<ProvinceSlug>,
    /// The kind asked for; `None` for all.
    pub kind: Option<DiscrepancyKind>,
    /// The years in which the rows without the filter of the year are, newest first.
    pub years: Vec<Year>,
    /// How many rows there are.
    pub counts: DiscrepancyCounts,
    /// By kind, within it the newest year first, then by index, unit, component and measure.
    pub rows: Vec<Discrepancy>,
    /// The documents that the claims come from, by identifier.
    pub sources: Vec<SourceInfo>,
    /// The version of the data package.
    pub version: String,
    /// The data revision.
    pub revision: String,
}
