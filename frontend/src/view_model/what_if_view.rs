//! What changed components would do, and what a target takes, in words.

mod facts;
mod starts;
mod words;

pub use self::{
    starts::{StartCell, StartView},
    words::refusal,
};

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, IndexId, Language, ProvinceSlug, Text, Year,
    analytics::what_if::reach,
    api::what_if::{Needed, WhatIfAnswer, WhatIfPlan},
    query::{PageQuery, PointsChange},
};

use self::{
    facts::{address_changes, planned_changes},
    starts::starts,
    words::{
        EQUAL_LIFT, LEAST_EFFORT, bounds_note, caveats, drift_sentence, goal_words, missing_words, name_of,
        no_scores_sentence, no_starts_sentence, passing_sentence, plan_result, rest_words, start_sentence,
        target_sentence,
    },
};
use super::wording::score_text;
use crate::{
    format::{NO_FIGURE, format_count, format_difference, format_rank, format_score, rank_change},
    text::planner,
};

/// A component that can be moved.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverView {
    /// The component.
    pub component: ComponentId,
    /// Its name.
    pub name: String,
    /// Whether a higher score means a lower cost.
    pub is_cost: bool,
    /// Its score on record; where that of the year is not, the newest before with its year.
    pub score_text: String,
    /// Points of the total per point of it.
    pub weight_text: String,
    /// The lowest and the highest change.
    pub reach: [f64; 2],
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
    /// Whether the target is reached, where there is one.
    pub verdict: Option<VerdictView>,
    /// Who is passed and who passes.
    pub sentence: String,
}

/// What the sliders mean for the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictView {
    /// The target: `Mục tiêu: hạng 30/63`.
    pub goal: String,
    /// Whether it is reached, or what is missing.
    pub words: String,
    /// What would win the missing points beside the changes that stand, with what it is called.
    pub rest: Option<(&'static str, BTreeMap<ComponentId, PointsChange>)>,
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
    /// What tells it from the other in anchors.
    pub key: &'static str,
    /// Its name.
    pub title: &'static str,
    /// How it was found.
    pub method: String,
    /// Whether the sliders stand as it says.
    pub is_applied: bool,
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
    /// Whether the scores of the components are on record; otherwise changes are added to the total alone.
    pub has_scores: bool,
    /// Why there are no scores, where they are not on record.
    pub no_scores: Option<String>,
    /// The newest year with the scores of all components, where the chosen one has none.
    pub year_with_scores: Option<Year>,
    /// Values that components may be brought up to.
    pub starts: Vec<StartView>,
    /// Which of them are missing, and why.
    pub no_starts: Option<String>,
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
    let has_scores = base.components.iter().all(|component| component.score.is_some());
    let year_with_scores = base.years_with_components.last().copied().filter(|_| !has_scores);
    WhatIfView {
        language,
        index: base.index,
        province: base.province.clone(),
        start: start_sentence(base, &name, language),
        has_scores,
        no_scores: (!has_scores).then(|| no_scores_sentence(base, &name, language)),
        year_with_scores,
        starts: starts(base, language),
        no_starts: no_starts_sentence(base, language),
        name,
        year: base.year,
        levers: base
            .components
            .iter()
            .map(|component| LeverView {
                component: component.component.clone(),
                name: name_of(component, language),
                is_cost: component.scale.cost,
                score_text: match (component.score, component.compared_score.zip(component.compared_year)) {
                    (Some(score), _) => number(score),
                    (None, Some((score, year))) => format!("{} ({year})", number(score)),
                    (None, None) => NO_FIGURE.to_owned(),
                },
                weight_text: number(component.weight),
                reach: reach(component),
                usual_text: number(component.usual_change),
                usual_n_text: format!("n = {}", format_count(component.usual_change_n as usize, language)),
            })
            .collect(),
        rank_n: base.rank_n,
        drift: drift_sentence(base, language),
        caveats: caveats(base, language),
    }
}

/// Tells what the changes of a page do.
pub fn outcome_view(answer: &WhatIfAnswer, query: &PageQuery, language: Language) -> OutcomeView {
    let places = i32::from(answer.rank_before) - i32::from(answer.rank);
    OutcomeView {
        score_text: score_text(answer.score, answer.scale, language),
        score_change_text: format_difference(answer.score - answer.score_before, 2, language),
        rank_text: format_rank(answer.rank, answer.rank_n),
        rank_change_text: rank_change(places, language).words,
        verdict: (answer.needed.as_ref()).map(|needed| verdict_view(answer, needed, query, language)),
        sentence: passing_sentence(answer, language),
    }
}

fn verdict_view(answer: &WhatIfAnswer, needed: &Needed, query: &PageQuery, language: Language) -> VerdictView {
    let after = needed.after_changes.as_ref();
    let (points, is_reached) = after.map_or((needed.points, needed.reached), |after| (after.points, after.reached));
    let rest = after.filter(|after| !after.reached).and_then(|after| {
        let changes = address_changes(&after.cheapest);
        (changes != query.changes).then(|| (rest_words(after.cheapest.reached, language), changes))
    });
    VerdictView {
        goal: format!(
            "{}: {}",
            planner::GOAL.get(language),
            goal_words(answer, needed, query.target, language)
        ),
        words: missing_words(points, is_reached, language),
        rest,
    }
}

/// Tells what the target of a page takes, a rank or a total.
pub fn target_view(answer: &WhatIfAnswer, needed: &Needed, query: &PageQuery, language: Language) -> TargetView {
    TargetView {
        sentence: target_sentence(answer, needed, query.target, language),
        plans: if needed.reached {
            Vec::new()
        } else {
            let bounds = bounds_note(answer, language);
            let cheapest = plan_view(answer, &needed.cheapest, query, ("cheapest", LEAST_EFFORT), language);
            vec![
                PlanView {
                    method: [Some(cheapest.method.clone()), bounds]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" "),
                    ..cheapest
                },
                plan_view(answer, &needed.equal_lift, query, ("equal", EQUAL_LIFT), language),
            ]
        },
    }
}

fn plan_view(
    answer: &WhatIfAnswer,
    plan: &WhatIfPlan,
    query: &PageQuery,
    (key, [title, method]): (&'static str, [Text; 2]),
    language: Language,
) -> PlanView {
    let changes = address_changes(plan);
    PlanView {
        key,
        title: title.get(language),
        method: method.get(language).to_owned(),
        is_applied: changes == query.changes,
        result: plan_result(answer, plan, language),
        changes,
        rows: planned_changes(answer, plan)
            .into_iter()
            .map(|planned| PlanRowView {
                component: planned.component.component.clone(),
                name: name_of(planned.component, language),
                change_text: format_difference(planned.change, 2, language),
                to_text: (planned.component.score)
                    .map(|score| format_score(score + planned.change, 2, language))
                    .unwrap_or_default(),
                points_text: format_difference(planned.won, 2, language),
            })
            .collect(),
    }
}
