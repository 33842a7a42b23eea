//! `GET /api/v1/peers/{slug}`: the provinces that are alike by their components, those that do better first.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{PeerLens, Reason, SourceInfo},
    identifier::{ComponentId, IndexId, ProvinceSlug, RegionId, Year},
    sorting::sort_by,
};

/// What is told of a province beside its scores: how many live there, and how much they produce.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeerContext {
    /// The average population, thousands of persons.
    pub population_thousands: Option<f64>,
    /// The year of the population: the newest on record up to the year of the scores.
    pub population_year: Option<Year>,
    /// The fifth of all provinces by GRDP per head, 1 is the highest. The figures behind it come from a secondary source.
    pub grdp_fifth: Option<u8>,
    /// The year of the GRDP: the newest on record up to the year of the scores.
    pub grdp_year: Option<Year>,
}

/// The province asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeersOwn {
    /// Its region.
    pub region: RegionId,
    /// Its total.
    pub score: Option<f64>,
    /// Its rank.
    pub rank: Option<u16>,
    /// What is told beside its scores.
    pub context: PeerContext,
}

/// A component in which a peer does better.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComponentLead {
    /// The component.
    pub component: ComponentId,
    /// Its score minus the own, above 0.
    pub difference: f64,
}

/// Another province beside the one asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Peer {
    /// The province.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// Whether that is the region of the province asked for.
    pub same_region: bool,
    /// Its total.
    pub score: Option<f64>,
    /// Its rank, as in the table of the year.
    pub rank: Option<u16>,
    /// How many provinces are ranked.
    pub rank_n: Option<u16>,
    /// Its total minus the own.
    pub score_difference: Option<f64>,
    /// The distance by components, in standard deviations.
    pub distance: f64,
    /// Whether it is among the nearest quarter.
    pub is_like: bool,
    /// Whether it has the better rank.
    pub is_better: bool,
    /// The two first-level components with the largest lead over the province asked for, largest first.
    pub leads: Vec<ComponentLead>,
    /// What is told beside its scores.
    pub context: PeerContext,
    /// Its population as a multiple of the own.
    pub population_ratio: Option<f64>,
}

/// Why no peers are told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeersMissing {
    /// `incomplete_table`, `not_ranked`, `estimated` or `units_2025`.
    pub reason: Reason,
    /// Provinces with all first-level components on record, of `n`.
    pub with_components: u16,
    /// Provinces in the ranked set of the year.
    pub n: u16,
}

/// The peers of a province on an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeersAnswer {
    /// The index.
    pub index: IndexId,
    /// The year.
    pub year: Year,
    /// The years of which peers can be told, ascending.
    pub years: Vec<Year>,
    /// The province asked for.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
    /// Which peers come first.
    pub by: PeerLens,
    /// Where the province itself stands; `None` where no peers are told.
    pub own: Option<PeersOwn>,
    /// The provinces compared, the one asked for among them; 0 where no peers are told.
    pub n: u16,
    /// The components that the distance is made of, in the publisher's order.
    pub components: Vec<ComponentId>,
    /// The others in the order of `by`: by itself those that are alike and better, then alike, then the rest, nearest first.
    pub rows: Vec<Peer>,
    /// Why there are none.
    pub missing: Option<PeersMissing>,
    /// The sources of all figures.
    pub sources: Vec<SourceInfo>,
    /// Those of the sources that populations and GRDP come from.
    pub context_source_ids: Vec<String>,
    /// Revision of the dataset.
    pub revision: String,
}

impl PeersAnswer {
    /// Those that are alike and better, nearest first in whatever order the rows stand.
    pub fn better_and_like(&self) -> Vec<&Peer> {
        let mut peers: Vec<&Peer> = self.rows.iter().filter(|peer| peer.is_like && peer.is_better).collect();
        sort_by(&mut peers, |one, other| one.distance.total_cmp(&other.distance));
        peers
    }
}
