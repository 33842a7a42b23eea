//! `GET /api/v1/overview`: the four indices at a glance, each on the year it opens on.

use serde::{Deserialize, Serialize};

use super::ranking::RankingRow;
use crate::identifier::{Borders, IndexId, Year};

/// One index at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexOverview {
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The year it opens on.
    pub year: Year,
    /// Units in the ranked set.
    pub n: u16,
    /// Totals on record.
    pub scores_on_record: u16,
    /// Ranks, published or derived.
    pub ranks_on_record: u16,
    /// Whether every member has a total.
    pub complete: bool,
    /// The five best.
    pub top: Vec<RankingRow>,
    /// The five last, the last one last; empty unless the last places are on record.
    pub bottom: Vec<RankingRow>,
    /// The five with most places won; empty where fewer than half of the provinces have ranks in both years.
    pub risers: Vec<RankingRow>,
    /// The five with most places lost; empty likewise.
    pub fallers: Vec<RankingRow>,
    /// The earlier year of the movers.
    pub movers_from: Option<Year>,
}

/// The four indices at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview {
    /// One entry per index, in the usual order.
    pub indices: Vec<IndexOverview>,
    /// Revision of the dataset.
    pub revision: String,
}
