//! `GET /api/v1/changes`: what a change of score and of rank is made of.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Comparability, ObservationStatus, RankBasis, Reason, Scale},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, Year},
};

/// What one part did to the total, in points of the total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePart {
    /// The part.
    pub component: ComponentId,
    /// What it is a part of.
    pub parent: Option<ComponentId>,
    /// Vietnamese name in the later year.
    pub name_vi: String,
    /// English name in the later year.
    pub name_en: String,
    /// Short Vietnamese name.
    pub short_vi: String,
    /// Short English name.
    pub short_en: String,
    /// Score in the earlier year.
    pub score_from: f64,
    /// Score in the later year.
    pub score_to: f64,
    /// Points of the total per point of the part, earlier year.
    pub weight_from: f64,
    /// Points of the total per point of the part, later year.
    pub weight_to: f64,
    /// Mean weight × change of the part.
    pub contribution: f64,
    /// Effect of the changed weight.
    pub weight_effect: f64,
    /// How far the part itself compares between the two years.
    pub comparability: Comparability,
    /// The same for its own parts, where they are on record; they add up to its contribution.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    pub parts: Vec<ChangePart>,
}

/// A rank change split into parts, in places won (positive) or lost (negative).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankChange {
    /// Change of the rank shown.
    pub total: i32,
    /// By the province's own score; a multiple of a sixth.
    pub own_score: f64,
    /// By the scores of the others; a multiple of a sixth.
    pub others: f64,
    /// By units that left or entered; a multiple of a sixth.
    pub membership: f64,
    /// Change of the rank shown minus change of the rank derived from the printed scores.
    pub tie_order: i32,
    /// Median change of the units present in both years, in points; information, not a part.
    pub national_shift: f64,
}

/// One of the two years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeEnd {
    /// The year.
    pub year: Year,
    /// The total as printed, or computed where the product computes it.
    pub score: Option<f64>,
    /// Status of the total.
    pub status: Option<ObservationStatus>,
    /// The rank shown.
    pub rank: Option<u16>,
    /// How many units are ranked.
    pub rank_n: Option<u16>,
    /// Where the rank comes from.
    pub rank_basis: Option<RankBasis>,
    /// The method version.
    pub method_version: String,
    /// Source of the total; `None` where the product computes it.
    pub source_id: Option<String>,
    /// Whether the weights of this year are those of another year, assumed to hold.
    pub weights_assumed: bool,
}

/// What a change is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangesAnswer {
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The province.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
    /// The scale of the total in the later year.
    pub scale: Scale,
    /// The earlier year.
    pub from: ChangeEnd,
    /// The later year.
    pub to: ChangeEnd,
    /// Later minus earlier total; `None` where one is missing or the years do not compare.
    pub score_change: Option<f64>,
    /// How far the two years compare.
    pub comparability: Comparability,
    /// Why they do not compare fully.
    pub reason: Option<Reason>,
    /// The parts in the publisher's order; empty where they are not all on record in both years, or the years do not compare.
    pub parts: Vec<ChangePart>,
    /// `score_change` minus all contributions and weight effects; `None` where there are no parts.
    pub residual: Option<f64>,
    /// Why there are no parts although there is a score change.
    pub parts_missing: Option<Reason>,
    /// What the rank change is made of; `None` where it is refused.
    pub rank_change: Option<RankChange>,
    /// Why the rank change is not split.
    pub rank_change_refused: Option<Reason>,
    /// The years in which the province has a total, ascending: what `from` and `to` can be.
    pub years: Vec<Year>,
    /// Revision of the dataset.
    pub revision: String,
}
