//! `GET /api/v1/rankings`: the table of one component and year.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        Availability, Change, IntervalKind, MemberSpread, ObservationStatus, PublishedNational, RankBasis,
        RankInterval, Scale, SourceInfo, Summary,
    },
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// One unit's line of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RankingRow {
    /// The unit.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// The score, with the decimals of its source; computed PAPI scores have four.
    pub score: Option<f64>,
    /// Whether the score is on record, and if not, why.
    pub availability: Availability,
    /// The rank, 1 is best.
    pub rank: Option<u16>,
    /// How many units are ranked.
    pub rank_n: Option<u16>,
    /// Where the rank comes from.
    pub rank_basis: Option<RankBasis>,
    /// How far the rank carries, where it was asked for and the kind says something about this rank.
    pub rank_interval: Option<RankInterval>,
    /// The other units on the same rank.
    pub tied_with: Vec<ProvinceSlug>,
    /// The rank within the region.
    pub region_rank: Option<u16>,
    /// How many units of the region are ranked.
    pub region_n: Option<u16>,
    /// Where the regional rank comes from.
    pub region_rank_basis: Option<RankBasis>,
    /// The publisher's group or tier, 1 is best.
    pub group: Option<u8>,
    /// Change against the year before.
    pub change: Option<Change>,
    /// Status of the score.
    pub status: Option<ObservationStatus>,
    /// The provinces behind a back-cast of a merged unit; `None` for every other figure.
    pub spread: Option<MemberSpread>,
    /// Source of the score, or of the rank where there is no score.
    pub source_id: Option<String>,
}

/// The table of one component and year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ranking {
    /// The index.
    pub index: IndexId,
    /// The component.
    pub component: ComponentId,
    /// Its name in that year, Vietnamese.
    pub component_name_vi: String,
    /// Its name in that year, English.
    pub component_name_en: String,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// Whether it is of the 34 units in a year of the 63 provinces: merged units are estimates from those they were formed of.
    pub back_cast: bool,
    /// Whether the score of a member is estimated; then nothing is ranked unless `rank=estimated` asks for it.
    pub estimated: bool,
    /// The region the rows are limited to; n and ranks stay national.
    pub region: Option<RegionId>,
    /// The method version of the year.
    pub method_version: String,
    /// The scale of the component in that year.
    pub scale: Scale,
    /// Units in the ranked set.
    pub n: u16,
    /// Members with a score on record.
    pub scores_on_record: u16,
    /// Members with a rank, published or derived.
    pub ranks_on_record: u16,
    /// Whether every member has a score; ranks are derived and the table summed up only then.
    pub complete: bool,
    /// The kinds of rank intervals that can be asked of this table.
    pub intervals: Vec<IntervalKind>,
    /// Best first; units without a rank by score, then by name.
    pub rows: Vec<RankingRow>,
    /// Summary over all members; `None` where the table is not complete.
    pub summary: Option<Summary>,
    /// What the publisher printed for the country.
    pub published_national: Option<PublishedNational>,
    /// The sources of the rows.
    pub sources: Vec<SourceInfo>,
    /// Revision of the dataset.
    pub revision: String,
}
