//! A what-if question as a sheet: one line per component of the changes that were asked for and of each plan for a target.

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, Text,
    analytics::rounding::{DIFFERENCE_DECIMALS, round_to},
    api::what_if::{WhatIfAnswer, WhatIfComponent},
    query::{PointsChange, TargetRank, WhatIfQuery},
};

use super::sheet::{Field, Sheet};

const COLUMNS: [&str; 26] = [
    "index",
    "year",
    "province",
    "province_name",
    "province_name_en",
    "target_rank",
    "target_total",
    "total_before",
    "rank_before",
    "plan",
    "plan_total",
    "plan_rank",
    "n",
    "reached",
    "component",
    "component_name",
    "component_name_en",
    "score",
    "change_score",
    "new_score",
    "weight",
    "wins_in_total",
    "best_in_region",
    "national_median",
    "usual_change",
    "borders",
];

/// Changes with the total and the rank that they lead to.
struct Plan<'a> {
    name: &'static str,
    changes: &'a BTreeMap<ComponentId, f64>,
    score: f64,
    rank: u16,
    /// Whether the target is reached, where there is one.
    reached: Option<bool>,
}

pub(crate) fn what_if_sheet(answer: &WhatIfAnswer, query: &WhatIfQuery) -> Sheet {
    let asked = query.request().changes;
    let needed = answer.needed.as_ref();
    let after = needed.and_then(|needed| needed.after_changes.as_ref());
    let own = Plan {
        name: "asked_for",
        changes: &asked,
        score: answer.score,
        rank: answer.rank,
        reached: needed.map(|needed| after.map_or(needed.reached, |after| after.reached)),
    };
    let ways = needed.map(|needed| [("cheapest", &needed.cheapest), ("equal_lift", &needed.equal_lift)]);
    let rest = after.map(|after| ("asked_for_and_cheapest", &after.cheapest));
    let plans = ways.into_iter().flatten().chain(rest).map(|(name, plan)| Plan {
        name,
        changes: &plan.changes,
        score: plan.score,
        rank: plan.rank,
        reached: Some(plan.reached),
    });
    let rows = std::iter::once(own)
        .chain(plans)
        .flat_map(|plan| {
            let line = move |component| line(answer, query, &plan, component);
            answer.components.iter().map(line).collect::<Vec<_>>()
        })
        .collect();
    Sheet {
        title: Text::new("Nếu các thành phần thay đổi", "What changed components would do"),
        name: format!("{}_what-if_{}_{}", answer.index, answer.province, answer.year),
        header: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        sources: Vec::new(),
    }
}

fn line(answer: &WhatIfAnswer, query: &WhatIfQuery, plan: &Plan<'_>, component: &WhatIfComponent) -> Vec<Field> {
    let change = plan.changes.get(&component.component).copied().unwrap_or_default();
    // A sum of decimals has no more decimals than its parts, whatever binary arithmetic makes of it.
    let exact = |value: f64| Field::number(round_to(value, DIFFERENCE_DECIMALS));
    vec![
        Field::text(answer.index),
        Field::number(answer.year.0),
        Field::text(&answer.province),
        Field::text(&answer.name_vi),
        Field::text(&answer.name_en),
        Field::optional_number(query.target.map(|TargetRank(rank)| rank)),
        Field::optional_number(query.total.map(PointsChange::points)),
        Field::number(answer.score_before),
        Field::number(answer.rank_before),
        Field::text(plan.name),
        Field::number(plan.score),
        Field::number(plan.rank),
        Field::number(answer.rank_n),
        plan.reached.map_or(Field::Empty, Field::Flag),
        Field::text(&component.component),
        Field::text(&component.name_vi),
        Field::text(&component.name_en),
        Field::optional_number(component.score),
        exact(change),
        component.score.map_or(Field::Empty, |score| exact(score + change)),
        Field::number(component.weight),
        exact(component.weight * change),
        Field::optional_number(component.best_in_region),
        Field::optional_number(component.national_median),
        Field::number(component.usual_change),
        Field::text(answer.borders),
    ]
}
