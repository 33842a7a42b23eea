//! The strengths and weaknesses of a province on one index, part of its profile.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{AgainstOverall, Margin, Reason},
    identifier::{ComponentId, Year},
};

/// A component in which a province stands at an end of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standout {
    /// The component, one of those of the profile.
    pub component: ComponentId,
    /// Rank in the component's complete table.
    pub rank: u16,
    /// How many units are ranked.
    pub rank_n: u16,
    /// Distance from the national median.
    pub margin: Margin,
    /// The weight in the total, a fraction; `None` where the total is no weighted sum or the weights are not on record.
    pub weight: Option<f64>,
    /// The same rank against the overall one; `None` where no overall rank is on record.
    pub against_overall: Option<AgainstOverall>,
}

/// Why strengths and weaknesses are not told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StandoutsMissing {
    /// `incomplete_table`.
    pub reason: Reason,
    /// Members with all first-level components on record, of `n`.
    pub with_components: u16,
    /// Units in the ranked set of the year.
    pub n: u16,
    /// The newest year in which the component tables are complete and hold the province; `None` where there is none.
    pub newest_year: Option<Year>,
}
