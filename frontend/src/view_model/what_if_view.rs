//! What changed components would do, and what a target takes, in words.

mod facts;
mod words;

pub use self::words::refusal;

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Text, Year,
    api::what_if::{Needed, WhatIfAnswer, WhatIfPlan},
    query::PointsChange,
};

use self::{
    facts::planned_changes,
    words::{
        EQUAL_LIFT, LEAST_EFFORT, caveats, drift_sentence, name_of, passing_sentence, plan_result, start_sentence,
        target_sentence,
    },
};
use super::wording::score_text;
use crate::format::{format_count, format_difference, format_rank, format_score, rank_change};

/// A component that can be moved.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverView {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// Its score on record.
    pub score: f64,
    /// The same as text.
    pub score_text: String,
    /// Points of the total per point of it.
    pub weight_text: String,
    /// Lowest possible score.
    pub min: f64,
    /// Highest possible score.
    pub max: f64,
    /// The best of the region.
    pub best_text: String,
    /// The usual yearly change on record.
    pub usual_text: String,
    /// How many changes it was taken over: `n = 715`.
    pub usual_n_text: String,
}

/// The answer to changed components.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeView {
    /// The new total.
    pub score_text: String,
    /// The difference to the total on record, with its sign.
    pub score_change_text: String,
    /// `31/63`
    pub rank_text: String,
    /// The rank change in words.
    pub rank_change_text: String,
    /// Who is passed and who passes.
    pub sentence: String,
}

/// A change within a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRowView {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// The change with its sign.
    pub change_text: String,
    /// The score it leads to.
    pub to_text: String,
    /// Points of the total it wins.
    pub points_text: String,
}

/// A way to the target.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// Its name.
    pub title: &'static str,
    /// How it was found.
    pub method: &'static str,
    /// What it reaches, in a sentence.
    pub result: String,
    /// The changes, as an address holds them.
    pub changes: BTreeMap<ComponentId, PointsChange>,
    /// The changes, largest gain first.
    pub rows: Vec<PlanRowView>,
}

/// What a target takes.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetView {
    /// What is missing, in a sentence.
    pub sentence: String,
    /// The ways; none where the target is reached already.
    pub plans: Vec<PlanView>,
}

/// A what-if question with its starting point.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfView {
    /// The language of all texts.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The province.
    pub province: ProvinceSlug,
    /// Its name.
    pub name: String,
    /// The year.
    pub year: Year,
    /// The total and rank on record, in a sentence.
    pub start: String,
    /// The components in the publisher's order.
    pub levers: Vec<LeverView>,
    /// How many units are ranked.
    pub rank_n: u16,
    /// Why drift is refused, or that it is in force.
    pub drift: Option<String>,
    /// What must be known to read the answer rightly.
    pub caveats: Vec<String>,
}

/// Tells the starting point of a question.
pub fn what_if_view(base: &WhatIfAnswer, language: Language) -> WhatIfView {
    let name = language.pick(&base.name_vi, &base.name_en).to_owned();
    let number = |value: f64| format_score(value, 2, language);
    WhatIfView {
        language,
        index: base.index,
        province: base.province.clone(),
        start: start_sentence(base, &name, language),
        name,
        year: base.year,
        levers: base
            .components
            .iter()
            .map(|component| LeverView {
                component: component.component.clone(),
                name: name_of(component, language),
                is_cost: component.scale.cost,
                score: component.score,
                score_text: number(component.score),
                weight_text: number(component.weight),
                min: component.scale.min,
                max: component.scale.max,
                best_text: number(component.best_in_region),
                usual_text: number(component.usual_change),
                usual_n_text: format!("n = {}", format_count(component.usual_change_n as usize, language)),
            })
            .collect(),
        rank_n: base.rank_n,
        drift: drift_sentence(base, language),
        caveats: caveats(base, language),
    }
}

/// Tells what the changes do.
pub fn outcome_view(answer: &WhatIfAnswer, language: Language) -> OutcomeView {
    let places = i32::from(answer.rank_before) - i32::from(answer.rank);
    OutcomeView {
        score_text: score_text(answer.score, answer.scale, language),
        score_change_text: format_difference(answer.score - answer.score_before, 2, language),
        rank_text: format_rank(answer.rank, answer.rank_n),
        rank_change_text: rank_change(places, language).words,
        sentence: passing_sentence(answer, language),
    }
}

/// Tells what a target takes: a rank, or where none is given the total that was asked for.
pub fn target_view(answer: &WhatIfAnswer, needed: &Needed, rank: Option<u16>, language: Language) -> TargetView {
    TargetView {
        sentence: target_sentence(answer, needed, rank, language),
        plans: if needed.points <= 0.0 {
            Vec::new()
        } else {
            vec![
                plan_view(answer, &needed.equal_lift, EQUAL_LIFT, language),
                plan_view(answer, &needed.cheapest, LEAST_EFFORT, language),
            ]
        },
    }
}

fn plan_view(answer: &WhatIfAnswer, plan: &WhatIfPlan, [title, method]: [Text; 2], language: Language) -> PlanView {
    PlanView {
        title: title.get(language),
        method: method.get(language),
        result: plan_result(answer, plan, language),
        changes: plan
            .changes
            .iter()
            .filter_map(|(component, change)| Some((component.clone(), PointsChange::from_points(*change)?)))
            .collect(),
        rows: planned_changes(answer, plan)
            .into_iter()
            .map(|planned| PlanRowView {
                component: planned.component.component.clone(),
                name: name_of(planned.component, language),
                change_text: format_difference(planned.change, 2, language),
                to_text: format_score(planned.component.score + planned.change, 2, language),
                points_text: format_difference(planned.won, 2, language),
            })
            .collect(),
    }
}
