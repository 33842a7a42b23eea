//! `POST /api/v1/what-if`: what changed components would do, and what a target takes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    domain::{Reason, Scale},
    identifier::{ComponentId, IndexId, ProvinceSlug, Year},
};

/// The question. Changes and a target may be asked together: the target is then planned from the total now, not after the
/// changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WhatIfRequest {
    /// The index.
    pub index: IndexId,
    /// The province.
    pub province: ProvinceSlug,
    /// The year; the newest with the province's components and a complete table of totals by default.
    #[serde(default)]
    pub year: Option<Year>,
    /// Changes of components, in points of the component's own scale.
    #[serde(default)]
    pub changes: BTreeMap<ComponentId, f64>,
    /// Others go on as last year: each rival's total moves once more by its last yearly change.
    #[serde(default)]
    pub drift: bool,
    /// The rank to reach.
    #[serde(default)]
    pub target_rank: Option<u16>,
    /// The total to reach, instead of a rank.
    #[serde(default)]
    pub target_score: Option<f64>,
    /// Usual yearly changes that replace the observed ones, in points of the component's own scale.
    #[serde(default)]
    pub usual_changes: BTreeMap<ComponentId, f64>,
}

/// A component as the question starts from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhatIfComponent {
    /// The component.
    pub component: ComponentId,
    /// Vietnamese name in that year.
    pub name_vi: String,
    /// English name in that year.
    pub name_en: String,
    /// Its scale.
    pub scale: Scale,
    /// Its score.
    pub score: f64,
    /// Points of the total per point of it.
    pub weight: f64,
    /// The best score on record in the region: the ceiling of a plan. Not below the province's own.
    pub best_in_region: f64,
    /// Median absolute yearly change over comparable pairs, all provinces: one unit of effort.
    pub usual_change: f64,
    /// How many changes that median is taken over.
    pub usual_change_n: u32,
}

/// A province's total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rival {
    /// The province.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its total, after drift where asked for.
    pub score: f64,
}

/// A way to a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhatIfPlan {
    /// Changes of components that are not 0, in points of the component's own scale.
    pub changes: BTreeMap<ComponentId, f64>,
    /// Points of the total it wins.
    pub points: f64,
    /// Sum of changes over usual yearly changes.
    pub effort: f64,
    /// Whether the target is reached.
    pub reached: bool,
    /// The rank it reaches.
    pub rank: u16,
}

/// What a target takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Needed {
    /// The total that reaches the target.
    pub score: f64,
    /// Points missing; 0 where it is reached already.
    pub points: f64,
    /// Every component raised by the same number of points, each at most to the end of its scale.
    pub equal_lift: WhatIfPlan,
    /// Least effort, each component at most to the best in its region.
    pub cheapest: WhatIfPlan,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhatIfAnswer {
    /// The index.
    pub index: IndexId,
    /// The province.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
    /// The year.
    pub year: Year,
    /// The years that can be asked for, ascending.
    pub years: Vec<Year>,
    /// The scale of the total.
    pub scale: Scale,
    /// The total on record.
    pub score_before: f64,
    /// The rank of that total, derived from the complete table; the published one may differ where printed totals are equal.
    pub rank_before: u16,
    /// The total after the changes.
    pub score: f64,
    /// Its rank.
    pub rank: u16,
    /// How many units are ranked.
    pub rank_n: u16,
    /// Units passed, best first.
    pub overtaken: Vec<ProvinceSlug>,
    /// Units that pass the province, best first.
    pub overtaken_by: Vec<ProvinceSlug>,
    /// What the target takes, where one was asked for.
    pub needed: Option<Needed>,
    /// The components, in the publisher's order.
    pub components: Vec<WhatIfComponent>,
    /// The totals of all others, best first.
    pub rivals: Vec<Rival>,
    /// Whether the others moved on.
    pub drift: bool,
    /// Why drift is not possible, where the last pair of years is not fully comparable.
    pub drift_refused: Option<Reason>,
    /// Whether the weights of the year are those of another year, assumed to hold.
    pub weights_assumed: bool,
    /// Revision of the dataset.
    pub revision: String,
}
