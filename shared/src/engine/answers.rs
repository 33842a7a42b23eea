//! The questions of the API, answered from the catalog: one file per resource, each a pure function of the catalog and
//! the query. Routes, pages and figures all ask here; nothing in it knows HTTP.

mod changes;
mod data_version;
mod declines;
mod discrepancies;
mod error;
mod index;
mod indicators;
mod interval;
mod matrix;
mod movers;
mod observation;
mod overview;
mod peers;
mod profile;
mod province;
mod ranking;
mod reason;
mod regions;
mod row;
mod scatter;
mod series;
mod strengths;
mod what_if;

pub use changes::find_changes;
pub use data_version::list_versions;
pub use declines::list_declines;
pub use discrepancies::list_discrepancies;
pub use error::LookupError;
pub use index::{find_index, list_indices};
pub use indicators::{find_indicator_ranking, list_indicators};
pub use matrix::find_matrix;
pub use movers::list_movers;
pub use observation::{MAXIMUM_OBSERVATIONS, list_observations, list_sources};
pub use overview::find_overview;
pub use peers::find_peers;
pub use profile::find_profile;
pub use province::list_provinces;
pub use ranking::list_rankings;
pub use regions::list_regions;
pub use scatter::find_scatter;
pub use series::list_series;
pub use what_if::{WhatIfFault, answer_what_if};
