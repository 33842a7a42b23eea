//! `GET /api/v1/provinces/{slug}/profile`: one province on all four indices, each with its components.

use serde::{Deserialize, Serialize};

use super::{
    ranking::RankingRow,
    strengths::{Standout, StandoutsMissing},
};
use crate::{
    domain::{IntervalKind, Province, Reason, Scale, SourceInfo},
    identifier::{ComponentId, IndexId, ProvinceSlug, Year},
};

/// The best score of a complete table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BestValue {
    /// The score.
    pub score: f64,
    /// The unit; the first by name where several share the score.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
}

/// One component (or the total) of a province in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComponentProfile {
    /// The component.
    pub component: ComponentId,
    /// What it is a part of.
    pub parent: Option<ComponentId>,
    /// 0 for the total, 1 for its parts, 2 below.
    pub level: u8,
    /// Its name in that year, Vietnamese.
    pub name_vi: String,
    /// Its name in that year, English.
    pub name_en: String,
    /// Short Vietnamese name.
    pub short_vi: String,
    /// Short English name.
    pub short_en: String,
    /// The scale in that year.
    pub scale: Scale,
    /// The weight in the total, a fraction.
    pub weight: Option<f64>,
    /// Maximum points of the area.
    pub maximum_points: Option<f64>,
    /// Score, ranks and change.
    pub row: RankingRow,
    /// Median over all members; `None` where the table is not complete.
    pub national_median: Option<f64>,
    /// Median over the region's members; `None` where the table is not complete.
    pub region_median: Option<f64>,
    /// The best score; `None` where the table is not complete.
    pub best: Option<BestValue>,
    /// The best score of the region; `None` where the table is not complete.
    pub region_best: Option<BestValue>,
    /// Members with a score on record, of `n`.
    pub scores_on_record: u16,
    /// Units in the ranked set.
    pub n: u16,
}

/// A province on one index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexProfile {
    /// The index.
    pub index: IndexId,
    /// The year: the one asked for, or the newest before it in which the province has a figure.
    pub year: Year,
    /// Whether `year` is the year asked for.
    pub is_year_asked: bool,
    /// The method version of the year.
    pub method_version: String,
    /// Whether the figures are back-casts: those of the 34 units in a year of the 63 provinces.
    pub back_cast: bool,
    /// Whether the press is the only source of the total's score and rank.
    pub is_press_only: bool,
    /// The kinds of rank intervals that can be asked of the table of totals.
    pub intervals: Vec<IntervalKind>,
    /// Why the total has no rank interval of the kind asked for; `None` where it has one or none was asked for.
    pub interval_refused: Option<Reason>,
    /// The total.
    pub overall: ComponentProfile,
    /// Components in the publisher's order, each followed by its parts; only those of the year's method.
    pub components: Vec<ComponentProfile>,
    /// First-level components whose score rose over a pair that is not `not_comparable`, largest rise first.
    pub risen: Vec<ComponentId>,
    /// First-level components whose score fell, largest fall first.
    pub fallen: Vec<ComponentId>,
    /// First-level components in which the province ranks in the top quarter, above the median; best place first. `None`
    /// where the component tables of the year are not all complete.
    pub strengths: Option<Vec<Standout>>,
    /// First-level components in which the province ranks in the bottom quarter, below the median; worst place first.
    pub weaknesses: Option<Vec<Standout>>,
    /// Why `strengths` and `weaknesses` are not told.
    pub standouts_missing: Option<StandoutsMissing>,
}

/// A province on all four indices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// The province.
    pub province: Province,
    /// Vietnamese name of its region.
    pub region_name_vi: String,
    /// English name of its region.
    pub region_name_en: String,
    /// The unit of 2025 it became part of; `None` for a unit of 2025.
    pub successor: Option<Province>,
    /// The other provinces of its region, by name.
    pub region_peers: Vec<ProvinceSlug>,
    /// The year asked for, or the newest in which any index has a figure for the province.
    pub year: Year,
    /// Years in which any index has a figure for the province, ascending.
    pub years: Vec<Year>,
    /// One entry per index on which the province has a figure in `year` or before.
    pub indices: Vec<IndexProfile>,
    /// The sources of all figures.
    pub sources: Vec<SourceInfo>,
    /// Revision of the dataset.
    pub revision: String,
}

impl Profile {
    /// The province on one index.
    pub fn index(&self, index: IndexId) -> Option<&IndexProfile> {
        self.indices.iter().find(|profile| profile.index == index)
    }
}
