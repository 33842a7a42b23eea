//! `GET /api/v1/movers`: which provinces won or lost most between two years.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Comparability, MoverCounts, Presence, RankBasis, Reason, Scale, SourceInfo},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// One of the two years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoversEnd {
    /// The year.
    pub year: Year,
    /// Units in the ranked set.
    pub n: u16,
    /// Members with a rank, published or derived.
    pub ranks_on_record: u16,
    /// Whether every member has a score. Where not, all ranks of the year are published ones.
    pub complete: bool,
    /// The method version.
    pub method_version: String,
}

/// A province between the two years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoverRow {
    /// The province.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// Whether it is ranked in both years, and if not, why.
    pub presence: Presence,
    /// Score in the earlier year, with the decimals of its source.
    pub score_from: Option<f64>,
    /// Score in the later year.
    pub score_to: Option<f64>,
    /// Later minus earlier score, from unrounded values; `None` where one is missing or the years do not compare.
    pub score_change: Option<f64>,
    /// Rank in the earlier year.
    pub rank_from: Option<u16>,
    /// How many units were ranked in the earlier year.
    pub rank_n_from: Option<u16>,
    /// Where that rank comes from.
    pub rank_basis_from: Option<RankBasis>,
    /// Rank in the later year.
    pub rank_to: Option<u16>,
    /// How many units were ranked in the later year.
    pub rank_n_to: Option<u16>,
    /// Where that rank comes from.
    pub rank_basis_to: Option<RankBasis>,
    /// Places won (positive) or lost (negative); `None` where a rank is missing.
    pub rank_change: Option<i32>,
}

/// Who moved how far between two years of a component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoversAnswer {
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The component.
    pub component: ComponentId,
    /// Its name in the later year, Vietnamese.
    pub component_name_vi: String,
    /// Its name in the later year, English.
    pub component_name_en: String,
    /// The scale of the component in the later year.
    pub scale: Scale,
    /// The earlier year.
    pub from: MoversEnd,
    /// The later year.
    pub to: MoversEnd,
    /// The region the rows and counts are limited to; n and ranks stay national.
    pub region: Option<RegionId>,
    /// How far the two years compare: as far as the worst step between them.
    pub comparability: Comparability,
    /// Why they do not compare fully.
    pub reason: Option<Reason>,
    /// Provinces of the country that are ranked in both years.
    pub ranked_in_both: u16,
    /// Which way the provinces went; `None` where `refused`.
    pub counts: Option<MoverCounts>,
    /// Why nothing is said of movers: fewer than half of the later year's ranked set have ranks in both years.
    pub refused: Option<Reason>,
    /// Most places won first; provinces that are not ranked in both years last. Empty where `refused`.
    pub rows: Vec<MoverRow>,
    /// The years that can be asked for, ascending.
    pub years: Vec<Year>,
    /// Those of them in which at least half of the ranked set have a rank: between other years nothing is said of movers.
    pub ranked_years: Vec<Year>,
    /// The sources of the rows.
    pub sources: Vec<SourceInfo>,
    /// Revision of the dataset.
    pub revision: String,
}
