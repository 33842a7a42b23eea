//! What a changed component would do to total and rank, and what it takes to reach a rank or a score.
//!
//! A new total is the published total plus Σ weight × change, so what the parts do not explain stays as it is. Ranks are
//! strictly by score; to pass a unit takes a score strictly above its own.

use std::collections::BTreeMap;

use super::rounding::{DIFFERENCE_DECIMALS, round_to};
use crate::{
    api::what_if::{Needed, WhatIfAnswer, WhatIfComponent, WhatIfPlan, WhatIfRequest},
    identifier::ComponentId,
};

#[cfg(test)]
mod tests;

/// The step by which a target is passed: one unit of the last decimal that is printed.
pub const SMALLEST_STEP: f64 = 0.01;

/// A component that can be moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// Points of the total per point of the component.
    pub weight: f64,
    /// The score now.
    pub score: f64,
    /// The highest score it may be raised to.
    pub ceiling: f64,
    /// The component's usual yearly change, in its own points: what one unit of effort moves it by.
    pub usual_change: f64,
}

impl Lever {
    fn room(&self) -> f64 {
        (self.ceiling - self.score).max(0.0)
    }
}

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
    descending.sort_by(|left, right| right.total_cmp(left));
    let to_pass = descending.get(usize::from(rank.checked_sub(1)?))?;
    Some(round_to(to_pass + SMALLEST_STEP, DIFFERENCE_DECIMALS))
}

/// A way to win points: the change of each lever, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Change of each lever, in its own points.
    pub changes: Vec<f64>,
    /// Points of the total it wins.
    pub points: f64,
    /// Sum of the efforts: change divided by usual yearly change.
    pub effort: f64,
    /// Whether it wins all points asked for.
    pub reached: bool,
}

impl Plan {
    fn of(levers: &[Lever], changes: Vec<f64>, needed: f64) -> Self {
        let points: f64 = levers
            .iter()
            .zip(&changes)
            .map(|(lever, change)| lever.weight * change)
            .sum();
        let effort = levers
            .iter()
            .zip(&changes)
            .filter(|(lever, change)| **change > 0.0 && lever.usual_change > 0.0)
            .map(|(lever, change)| change / lever.usual_change)
            .sum();
        Self {
            changes,
            points,
            effort,
            reached: points >= needed - 1e-9,
        }
    }
}

/// Raises every lever by the same number of its own points, each at most to its ceiling, until `needed` points are won.
pub fn equal_lift(levers: &[Lever], needed: f64) -> Plan {
    let lifted = |lift: f64| -> Vec<f64> { levers.iter().map(|lever| lift.min(lever.room())).collect() };
    let won = |lift: f64| -> f64 {
        levers
            .iter()
            .zip(lifted(lift))
            .map(|(lever, change)| lever.weight * change)
            .sum()
    };
    // Points won are piecewise linear in the lift, with corners where a lever meets its ceiling.
    let mut corners: Vec<f64> = levers.iter().map(Lever::room).collect();
    corners.sort_by(f64::total_cmp);
    let mut below = 0.0;
    for corner in corners {
        if won(corner) >= needed {
            let slope: f64 = levers
                .iter()
                .filter(|lever| lever.room() > below)
                .map(|lever| lever.weight)
                .sum();
            let lift = if slope > 0.0 {
                below + (needed - won(below)).max(0.0) / slope
            } else {
                below
            };
            return Plan::of(levers, lifted(lift), needed);
        }
        below = corner;
    }
    Plan::of(levers, lifted(below), needed)
}

/// Wins `needed` points with least effort. Effort is linear in each lever, so levers are taken in the order of points won
/// per unit of effort, each up to its ceiling; a lever without a usual change on record is left alone.
pub fn least_effort(levers: &[Lever], needed: f64) -> Plan {
    let gain = |lever: &Lever| lever.weight * lever.usual_change;
    let mut order: Vec<usize> = (0..levers.len())
        .filter(|position| gain(&levers[*position]) > 0.0)
        .collect();
    order.sort_by(|left, right| gain(&levers[*right]).total_cmp(&gain(&levers[*left])));
    let mut changes = vec![0.0; levers.len()];
    let mut missing = needed.max(0.0);
    for position in order {
        let lever = &levers[position];
        let change = lever.room().min(missing / lever.weight);
        changes[position] = change;
        missing -= lever.weight * change;
        if missing <= 1e-12 {
            break;
        }
    }
    Plan::of(levers, changes, needed)
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
    #[error("{component} {score} {change:+} lies outside {min} to {max}")]
    OutsideScale {
        /// The component.
        component: ComponentId,
        /// The score now.
        score: f64,
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
    let mut weighted_changes = Vec::new();
    for (id, change) in &request.changes {
        let found = component("changes", id)?;
        let after = found.score + change;
        if !after.is_finite() || after < found.scale.min - 1e-9 || after > found.scale.max + 1e-9 {
            return Err(WhatIfError::OutsideScale {
                component: id.clone(),
                score: found.score,
                change: *change,
                min: found.scale.min,
                max: found.scale.max,
            });
        }
        weighted_changes.push((found.weight, *change));
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

    let totals: Vec<f64> = base.rivals.iter().map(|rival| rival.score).collect();
    let score = total_after(base.score_before, weighted_changes);
    let target = match (request.target_rank, request.target_score) {
        (None, None) => None,
        (Some(_), Some(_)) => return Err(WhatIfError::TwoTargets),
        (Some(rank), None) if rank >= 1 && rank <= base.rank_n => {
            Some(total_for_rank(rank, &totals).unwrap_or(base.score_before))
        }
        (Some(_), None) => return Err(WhatIfError::TargetRank { n: base.rank_n }),
        (None, Some(target)) if (base.scale.min..=base.scale.max).contains(&target) => Some(target),
        (None, Some(_)) => {
            return Err(WhatIfError::TargetScore {
                min: base.scale.min,
                max: base.scale.max,
            });
        }
    };
    let passed = |from: f64, to: f64| -> Vec<_> {
        base.rivals
            .iter()
            .filter(|rival| rival.score - from > -1e-9 && to - rival.score > 1e-9)
            .map(|rival| rival.province.clone())
            .collect()
    };
    Ok(WhatIfAnswer {
        score,
        rank: rank_among(score, &totals),
        overtaken: passed(base.score_before, score),
        overtaken_by: base
            .rivals
            .iter()
            .filter(|rival| base.score_before - rival.score > -1e-9 && rival.score - score > 1e-9)
            .map(|rival| rival.province.clone())
            .collect(),
        needed: target.map(|target| needed_for(base.score_before, target, &components, &totals)),
        components,
        ..base.clone()
    })
}

/// Plans for a target total.
fn needed_for(total: f64, target: f64, components: &[WhatIfComponent], totals: &[f64]) -> Needed {
    let points = round_to((target - total).max(0.0), DIFFERENCE_DECIMALS);
    let levers = |ceiling: fn(&WhatIfComponent) -> f64| -> Vec<Lever> {
        components
            .iter()
            .map(|component| Lever {
                weight: component.weight,
                score: component.score,
                ceiling: ceiling(component),
                usual_change: component.usual_change,
            })
            .collect()
    };
    let told = |plan: Plan| {
        // Rounded up, so that the rounded plan still reaches what it says; the ceilings have as few decimals themselves.
        let changes: BTreeMap<ComponentId, f64> = components
            .iter()
            .zip(&plan.changes)
            .filter(|(_, change)| **change > 0.0)
            .map(|(component, change)| {
                let room = component.scale.max - component.score;
                (
                    component.component.clone(),
                    ((change * 1e4 - 1e-6).ceil() / 1e4).min(room),
                )
            })
            .collect();
        let won = components
            .iter()
            .filter_map(|component| Some(component.weight * changes.get(&component.component)?))
            .sum::<f64>();
        WhatIfPlan {
            rank: rank_among(total + won, totals),
            points: round_to(won, DIFFERENCE_DECIMALS),
            effort: round_to(plan.effort, DIFFERENCE_DECIMALS),
            reached: plan.reached,
            changes,
        }
    };
    Needed {
        score: target,
        points,
        equal_lift: told(equal_lift(&levers(|component| component.scale.max), points)),
        cheapest: told(least_effort(&levers(|component| component.best_in_region), points)),
    }
}
