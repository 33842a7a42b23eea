//! `GET /api/v1/declines`: components that fall year after year, and what they cost.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Comparability, Reason},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// One component of one province in a run of falls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclineRow {
    /// The province.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// The index.
    pub index: IndexId,
    /// The component.
    pub component: ComponentId,
    /// Vietnamese name of the component.
    pub component_name_vi: String,
    /// English name of the component.
    pub component_name_en: String,
    /// The component above it, where that one of the same province is listed too and the fall is counted there.
    pub part_of: Option<ComponentId>,
    /// How many falls in a row; 0 in a span, whose years between may not be on record.
    pub years: u16,
    /// The last year before the run.
    pub from_year: Year,
    /// The year the run ends in.
    pub until: Year,
    /// Change over the run, in points of the component: negative.
    pub total_change: f64,
    /// Change of the national median over the run; `None` where a table of the run's ends is not complete.
    pub median_change: Option<f64>,
    /// `total_change` minus `median_change`: the distance lost against the median where negative.
    pub distance_change: Option<f64>,
    /// Places lost in the component's own table; `None` where a rank is missing.
    pub rank_lost: Option<i32>,
    /// Score in `until`.
    pub latest_score: f64,
    /// Points of the total that the run costs; `None` where the weight is not on record.
    pub cost_in_total: Option<f64>,
    /// Places in the total's table that the run costs, others as observed; `None` where that table is not complete.
    pub cost_in_places: Option<u16>,
    /// Scores from the year before the run to its end, ascending by year, for a small chart.
    pub scores: Vec<f64>,
}

/// Runs of falls, longest and costliest first; the parts of a component that falls follow it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclinesAnswer {
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The year in which every run ends.
    pub until: Year,
    /// The years that can be asked for, ascending.
    pub years: Vec<Year>,
    /// The year before the span that was asked for; `None` where runs of falls were.
    pub from: Option<Year>,
    /// How far the years of the span compare: as far as that of its components which compares least. Components that do not
    /// compare at all are left out.
    pub comparability: Comparability,
    /// Why they do not compare fully.
    pub reason: Option<Reason>,
    /// The year before the span that tells of every province what runs tell of some: the newest complete one before `until`,
    /// where it is not the year before it.
    pub span_from: Option<Year>,
    /// The shortest run that is listed.
    pub streak: u16,
    /// How many provinces have components on record in `until`.
    pub provinces_on_record: u16,
    /// How many of them have components on record in the year before `until` too: of the others no run can be told.
    pub provinces_with_runs: u16,
    /// Units in the ranked set of `until`.
    pub n: u16,
    /// The runs; those of a span with the greatest loss of the total against the median first.
    pub rows: Vec<DeclineRow>,
    /// Revision of the dataset.
    pub revision: String,
}
