//! `GET /api/v1/indicators` and `/api/v1/indicators/rankings`: the level below the components, in units of their own.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{IndicatorInfo, SourceInfo, StandsOut, Summary},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// What is best in a region, and who has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BestInRegion {
    /// The value.
    pub value: f64,
    /// Those who have it, in Vietnamese alphabetical order.
    pub provinces: Vec<ProvinceSlug>,
}

/// Where a province stands on an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorStanding {
    /// The value, in the unit of the indicator.
    pub value: f64,
    /// The rank among all units with a value, 1 is best; `None` where a unit has none.
    pub rank: Option<u16>,
    /// How many units are ranked.
    pub rank_n: u16,
    /// How many others have the same rank.
    pub tied: u16,
    /// Distance from the median in ranges between the quartiles, positive on the good side; `None` where half of all values are
    /// equal.
    pub distance: Option<f64>,
    /// `good` or `bad` where the value is beyond the quartile of that side.
    pub stands_out: Option<StandsOut>,
    /// The best value of the region.
    pub region_best: BestInRegion,
}

/// One indicator over all units, with one province picked out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorRow {
    /// What describes it.
    pub indicator: IndicatorInfo,
    /// Units with a value.
    pub n: u16,
    /// Summary of all values, in the unit of the indicator; `None` where a unit has none.
    pub summary: Option<Summary>,
    /// Where the province asked for stands; `None` where none was asked for or it has no value.
    pub standing: Option<IndicatorStanding>,
    /// The source of the values.
    pub source_id: Option<String>,
}

/// The indicators of a component, or of all components of an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorsAnswer {
    /// The index.
    pub index: IndexId,
    /// The component asked for.
    pub component: Option<ComponentId>,
    /// The year.
    pub year: Year,
    /// The years with indicators on record, ascending.
    pub years: Vec<Year>,
    /// The list of units.
    pub borders: Borders,
    /// The province asked for.
    pub province: Option<ProvinceSlug>,
    /// The indicators: those of a province from the one farthest on the bad side of the median to the farthest on the good
    /// side, without a province in the publisher's order.
    pub rows: Vec<IndicatorRow>,
    /// The sources of the values.
    pub sources: Vec<SourceInfo>,
    /// Revision of the dataset.
    pub revision: String,
}

/// One unit's line of the table of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorRankingRow {
    /// The unit.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// The value, in the unit of the indicator; `None` where none is on record.
    pub value: Option<f64>,
    /// The rank, 1 is best; `None` where a unit has no value.
    pub rank: Option<u16>,
    /// How many units are ranked.
    pub rank_n: Option<u16>,
    /// How many others have the same rank.
    pub tied: u16,
    /// The rank within the region.
    pub region_rank: Option<u16>,
    /// How many units of the region are ranked.
    pub region_n: Option<u16>,
    /// Distance from the median in ranges between the quartiles, positive on the good side.
    pub distance: Option<f64>,
    /// `good` or `bad` where the value is beyond the quartile of that side.
    pub stands_out: Option<StandsOut>,
}

/// The table of one indicator and year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorRanking {
    /// The index.
    pub index: IndexId,
    /// The indicator.
    pub indicator: IndicatorInfo,
    /// The year.
    pub year: Year,
    /// The years with values on record, ascending.
    pub years: Vec<Year>,
    /// The list of units.
    pub borders: Borders,
    /// The region the rows are limited to; n and ranks stay national.
    pub region: Option<RegionId>,
    /// Units in the ranked set of the component.
    pub n: u16,
    /// Units with a value on record.
    pub on_record: u16,
    /// Summary of all values, in the unit of the indicator; `None` where a unit has none.
    pub summary: Option<Summary>,
    /// Best first, units without a value last, equals by name.
    pub rows: Vec<IndicatorRankingRow>,
    /// The sources of the values.
    pub sources: Vec<SourceInfo>,
    /// Revision of the dataset.
    pub revision: String,
}
