//! `/api/v1/what-if`: what changed components would do, and what a target takes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::whole;
use crate::{
    domain::{Reason, Scale},
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, Year},
};

/// The question. Changes and a target may be asked together: the plans then start from the total now, and `after_changes` says
/// what is missing after the changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(utoipa::ToSchema),
    schema(examples(json!({
        "index": "pci", "province": "hau-giang", "year": 2022, "changes": { "support": 0.5 }, "target_rank": 30
    })))
)]
#[serde(deny_unknown_fields)]
pub struct WhatIfRequest {
    /// The index.
    pub index: IndexId,
    /// The province.
    pub province: ProvinceSlug,
    /// The year; the newest with a complete table of totals and known weights by default.
    #[serde(default, deserialize_with = "whole::optional")]
    pub year: Option<Year>,
    /// Changes of components, in points of the component's own scale.
    #[serde(default)]
    pub changes: BTreeMap<ComponentId, f64>,
    /// Others go on as last year: each rival's total moves once more by its last yearly change.
    #[serde(default)]
    pub drift: bool,
    /// The rank to reach.
    #[serde(default, deserialize_with = "whole::optional")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 63))]
    pub target_rank: Option<u16>,
    /// The total to reach, instead of a rank.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 100))]
    pub target_score: Option<f64>,
    /// Usual yearly changes that replace the observed ones, in points of the component's own scale.
    #[serde(default)]
    pub usual_changes: BTreeMap<ComponentId, f64>,
    /// A province whose component scores are told beside.
    #[serde(default)]
    pub peer: Option<ProvinceSlug>,
    /// The list of units; by default that of the year asked for, or else the 63 provinces.
    #[serde(default)]
    pub borders: Option<Borders>,
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
    /// The province's score; `null` where only the total of the year is on record. A change may then be as wide as the scale.
    pub score: Option<f64>,
    /// The year of the figures to compare with: that of the question, or where the province's score of it is not on record,
    /// the newest before that has it, as far as its scale and parts are the same.
    pub compared_year: Option<Year>,
    /// The province's score of that year.
    pub compared_score: Option<f64>,
    /// Points of the total per point of it.
    pub weight: f64,
    /// The best score on record in the region in the year of comparison, not below the province's own: a plan of least effort
    /// wins at most the distance up to it.
    pub best_in_region: Option<f64>,
    /// Who has it, the province itself where nobody has more.
    pub best_in_region_province: Option<ProvinceSlug>,
    /// How many provinces of the region have a score in that year.
    pub region_on_record: u16,
    /// How many provinces of the country have a score in that year.
    pub on_record: u16,
    /// The best score of the country in that year, where every member has one.
    pub best_in_country: Option<f64>,
    /// Who has it, the province itself where nobody has more.
    pub best_in_country_province: Option<ProvinceSlug>,
    /// The median of the country in that year, where every member has a score.
    pub national_median: Option<f64>,
    /// The score in that year of the peer that was asked for.
    pub peer_score: Option<f64>,
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
    /// Points of the total it wins, from the total now.
    pub points: f64,
    /// Sum of rises over usual yearly changes.
    pub effort: f64,
    /// Whether the target is reached.
    pub reached: bool,
    /// The total it leads to: that of the same changes.
    pub score: f64,
    /// The rank of that total.
    pub rank: u16,
}

/// What a target takes after the changes that were asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AfterChanges {
    /// Points missing after them; 0 where they reach the target.
    pub points: f64,
    /// Whether they reach the target.
    pub reached: bool,
    /// The same changes with what wins the missing points at least effort.
    pub cheapest: WhatIfPlan,
}

/// What a target takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Needed {
    /// The total that reaches the target.
    pub score: f64,
    /// Points missing now; 0 where it is reached already.
    pub points: f64,
    /// Whether it is reached already.
    pub reached: bool,
    /// Least effort from the scores now, each component at most to the best in its region where that is known.
    pub cheapest: WhatIfPlan,
    /// Every component raised by the same number of points from the scores now, each at most to the end of its scale.
    pub equal_lift: WhatIfPlan,
    /// What is missing after the changes, where some were asked for.
    pub after_changes: Option<AfterChanges>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WhatIfAnswer {
    /// The index.
    pub index: IndexId,
    /// The list of units.
    pub borders: Borders,
    /// The province.
    pub province: ProvinceSlug,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// Its English name.
    pub name_en: String,
    /// The year.
    pub year: Year,
    /// The years that can be asked for, ascending: with a complete table of totals and known weights.
    pub years: Vec<Year>,
    /// Those of them in which the province has all component scores, ascending.
    pub years_with_components: Vec<Year>,
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
    /// How many provinces of the region are ranked.
    pub region_n: u16,
    /// The peer whose scores are told.
    pub peer: Option<ProvinceSlug>,
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
