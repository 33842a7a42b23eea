//! What a changed component would do to total and rank, and what it takes to reach a rank or a score.
//!
//! A new total is the published total plus Σ weight × change, so what the parts do not explain stays as it is. Ranks are
//! strictly by score; to pass a unit takes a score strictly above its own.

mod plan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use self::plan::{Lever, as_held, equal_lift, least_effort};
use super::rounding::{DIFFERENCE_DECIMALS, round_to};
use crate::{
    api::what_if::{AfterChanges, Needed, WhatIfAnswer, WhatIfComponent, WhatIfPlan, WhatIfRequest},
    domain::Scale,
    identifier::ComponentId,
    sorting::sort_by,
};

/// The step by which a target is passed: one unit of the last decimal that is printed.
pub const SMALLEST_STEP: f64 = 0.01;
/// The decimals of a change in an address.
const CHANGE_DECIMALS: u8 = 4;

/// The total after changes of components, given as pairs of weight and change.
pub fn total_after(published_total: f64, weighted_changes: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let change: f64 = weighted_changes
        .into_iter()
        .map(|(weight, change)| weight * change)
        .sum();
    round_to(published_total + change, DIFFERENCE_DECIMALS)
}

/// The rank of a total among the others: one more than the number strictly above.
pub fn rank_among(total: f64, totals_of_others: &[f64]) -> u16 {
    let above = totals_of_others.iter().filter(|other| **other - total > 1e-9).count();
    u16::try_from(above + 1).unwrap_or(u16::MAX)
}

/// The lowest total that is strictly above every other total but the `rank - 1` best ones; `None` where the rank is 0 or
/// needs no total at all (there are fewer others than that).
pub fn total_for_rank(rank: u16, totals_of_others: &[f64]) -> Option<f64> {
    let mut descending = totals_of_others.to_vec();
    sort_by(&mut descending, |left, right| right.total_cmp(left));
    let to_pass = descending.get(usize::from(rank.checked_sub(1)?))?;
    Some(round_to(to_pass + SMALLEST_STEP, DIFFERENCE_DECIMALS))
}

/// A question that has no answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WhatIfError {
    /// The index has no such component in that year.
    #[error("no component {component} among {}", allowed.iter().map(ComponentId::as_str).collect::<Vec<_>>().join(", "))]
    UnknownComponent {
        /// The member of the request: `changes` or `usual_changes`.
        member: &'static str,
        /// The component.
        component: ComponentId,
        /// The components of that year.
        allowed: Vec<ComponentId>,
    },
    /// A change that leads out of the component's scale, or is no number.
    #[error("{component} {score:?} {change:+} lies outside {min} to {max}")]
    OutsideScale {
        /// The component.
        component: ComponentId,
        /// The score now; `None` where it is not on record and the change alone is wider than the scale.
        score: Option<f64>,
        /// The change asked for.
        change: f64,
        /// Lowest possible score.
        min: f64,
        /// Highest possible score.
        max: f64,
    },
    /// A usual change that is not above 0.
    #[error("a usual change of {component} must be above 0")]
    UsualChangeNotPositive {
        /// The component.
        component: ComponentId,
    },
    /// A target rank outside the table.
    #[error("a target rank lies between 1 and {n}")]
    TargetRank {
        /// How many units are ranked.
        n: u16,
    },
    /// A target score outside the scale of the total.
    #[error("a target score lies between {min} and {max}")]
    TargetScore {
        /// Lowest possible total.
        min: f64,
        /// Highest possible total.
        max: f64,
    },
    /// Both a target rank and a target score.
    #[error("a target is a rank or a score, not both")]
    TwoTargets,
}

/// The lowest and the highest change of a component: within its scale from its own score, or, where that is not on record, by
/// the width of the scale.
pub fn reach(component: &WhatIfComponent) -> [f64; 2] {
    let Scale { min, max, .. } = component.scale;
    let [lowest, highest] = component.score.map_or([max, min], |score| [score, score]);
    [min - lowest, max - highest]
}

/// The distance from a score to another one, in hundredths as both are printed; below 0 where the other is lower.
pub fn distance(score: f64, other: f64) -> f64 {
    round_to(other - score, 2)
}

/// Answers a question from an unchanged starting point: `base` is the answer to the same question without changes and
/// target, so server and browser work from the same figures.
pub fn answer(base: &WhatIfAnswer, request: &WhatIfRequest) -> Result<WhatIfAnswer, WhatIfError> {
    let component = |member: &'static str, id: &ComponentId| -> Result<&WhatIfComponent, WhatIfError> {
        base.components
            .iter()
            .find(|component| &component.component == id)
            .ok_or_else(|| WhatIfError::UnknownComponent {
                member,
                component: id.clone(),
                allowed: base
                    .components
                    .iter()
                    .map(|component| component.component.clone())
                    .collect(),
            })
    };
    for (id, change) in &request.changes {
        let found = component("changes", id)?;
        let [lowest, highest] = reach(found);
        if !change.is_finite() || *change < lowest - 1e-9 || *change > highest + 1e-9 {
            return Err(WhatIfError::OutsideScale {
                component: id.clone(),
                score: found.score,
                change: *change,
                min: found.scale.min,
                max: found.scale.max,
            });
        }
    }
    let mut components = base.components.clone();
    for (id, usual_change) in &request.usual_changes {
        component("usual_changes", id)?;
        if !usual_change.is_finite() || *usual_change <= 0.0 {
            return Err(WhatIfError::UsualChangeNotPositive { component: id.clone() });
        }
        for edited in components.iter_mut().filter(|component| &component.component == id) {
            edited.usual_change = *usual_change;
        }
    }

    let question = Question {
        base,
        components: &components,
        totals: base.rivals.iter().map(|rival| rival.score).collect(),
    };
    let target = match (request.target_rank, request.target_score) {
        (None, None) => None,
        (Some(_), Some(_)) => return Err(WhatIfError::TwoTargets),
        (Some(rank), None) if rank >= 1 && rank <= base.rank_n => Some(Target::Rank(rank)),
        (Some(_), None) => return Err(WhatIfError::TargetRank { n: base.rank_n }),
        (None, Some(target)) if (base.scale.min..=base.scale.max).contains(&target) => Some(Target::Score(target)),
        (None, Some(_)) => {
            return Err(WhatIfError::TargetScore {
                min: base.scale.min,
                max: base.scale.max,
            });
        }
    };
    let score = question.total_after(&request.changes);
    let passed = |from: f64, to: f64| -> Vec<_> {
        base.rivals
            .iter()
            .filter(|rival| rival.score - from > -1e-9 && to - rival.score > 1e-9)
            .map(|rival| rival.province.clone())
            .collect()
    };
    Ok(WhatIfAnswer {
        score,
        rank: rank_among(score, &question.totals),
        overtaken: passed(base.score_before, score),
        overtaken_by: base
            .rivals
            .iter()
            .filter(|rival| base.score_before - rival.score > -1e-9 && rival.score - score > 1e-9)
            .map(|rival| rival.province.clone())
            .collect(),
        needed: target.map(|target| question.needed_for(target, &request.changes)),
        components,
        ..base.clone()
    })
}

/// What is to be reached.
#[derive(Clone, Copy)]
enum Target {
    Rank(u16),
    Score(f64),
}

/// The figures a question is answered from. Total, rank and whether a target is reached are told by these functions only, for
/// plans and for the changes asked for alike, so that the two never differ.
struct Question<'a> {
    base: &'a WhatIfAnswer,
    /// With the usual changes that the reader holds for right.
    components: &'a [WhatIfComponent],
    totals: Vec<f64>,
}

impl Question<'_> {
    fn total_after(&self, changes: &BTreeMap<ComponentId, f64>) -> f64 {
        let weighted = self.components.iter().filter_map(|component| {
            let change = changes.get(&component.component)?;
            Some((component.weight, *change))
        });
        total_after(self.base.score_before, weighted)
    }

    /// A target total is reached by any total that is shown as it is.
    fn is_reached(&self, target: Target, total: f64) -> bool {
        match target {
            Target::Rank(rank) => rank_among(total, &self.totals) <= rank,
            Target::Score(score) => total + SMALLEST_STEP / 2.0 - 1e-9 >= score,
        }
    }

    /// The total that reaches a target.
    fn total_for(&self, target: Target) -> f64 {
        match target {
            Target::Rank(rank) => total_for_rank(rank, &self.totals).unwrap_or(self.base.score_before),
            Target::Score(score) => score,
        }
    }

    fn points_missing(&self, target: Target, total: f64) -> f64 {
        if self.is_reached(target, total) {
            return 0.0;
        }
        round_to((self.total_for(target) - total).max(0.0), DIFFERENCE_DECIMALS)
    }

    fn plan(&self, target: Target, changes: BTreeMap<ComponentId, f64>) -> WhatIfPlan {
        let score = self.total_after(&changes);
        let effort = self
            .components
            .iter()
            .filter_map(|component| {
                let change = *changes.get(&component.component)?;
                (change > 0.0 && component.usual_change > 0.0).then(|| change / component.usual_change)
            })
            .sum();
        WhatIfPlan {
            score,
            rank: rank_among(score, &self.totals),
            points: round_to(score - self.base.score_before, DIFFERENCE_DECIMALS),
            effort: round_to(effort, DIFFERENCE_DECIMALS),
            reached: self.is_reached(target, score),
            changes,
        }
    }

    /// The levers after some changes. A plan of least effort wins at most the distance to the best of the region, where that
    /// is known.
    fn levers(&self, changes: &BTreeMap<ComponentId, f64>, stops_at_best: bool) -> Vec<Lever> {
        self.components
            .iter()
            .map(|component| {
                let [_, highest] = reach(component);
                let to_best = component.best_in_region.zip(component.compared_score);
                let room = to_best
                    .filter(|_| stops_at_best)
                    .map_or(highest, |(best, score)| highest.min(distance(score, best)));
                let change = changes.get(&component.component).copied().unwrap_or_default();
                Lever {
                    weight: component.weight,
                    room: (room - change).max(0.0),
                    usual_change: component.usual_change,
                }
            })
            .collect()
    }

    /// What a way adds to changes.
    fn changes_of(
        &self,
        way: fn(&[Lever], f64) -> Vec<f64>,
        levers: &[Lever],
        points: f64,
        from: &BTreeMap<ComponentId, f64>,
    ) -> BTreeMap<ComponentId, f64> {
        let mut changes = from.clone();
        let rises = way(levers, points);
        for ((component, lever), rise) in self.components.iter().zip(levers).zip(rises) {
            let rise = as_held(rise, lever.room);
            if rise > 0.0 {
                let change = changes.entry(component.component.clone()).or_default();
                *change = round_to(*change + rise, CHANGE_DECIMALS);
            }
        }
        changes
    }

    fn needed_for(&self, target: Target, changes: &BTreeMap<ComponentId, f64>) -> Needed {
        let points = self.points_missing(target, self.base.score_before);
        let none = BTreeMap::new();
        let from_now = |way: fn(&[Lever], f64) -> Vec<f64>, stops_at_best: bool| {
            let levers = self.levers(&none, stops_at_best);
            self.plan(target, self.changes_of(way, &levers, points, &none))
        };
        let total = self.total_after(changes);
        let missing = self.points_missing(target, total);
        let after_changes = (!changes.is_empty()).then(|| AfterChanges {
            points: missing,
            reached: self.is_reached(target, total),
            cheapest: self.plan(
                target,
                self.changes_of(least_effort, &self.levers(changes, true), missing, changes),
            ),
        });
        Needed {
            score: self.total_for(target),
            points,
            reached: self.is_reached(target, self.base.score_before),
            cheapest: from_now(least_effort, true),
            equal_lift: from_now(equal_lift, false),
            after_changes,
        }
    }
}
