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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lever(weight: f64, score: f64, ceiling: f64, usual_change: f64) -> Lever {
        Lever {
            weight,
            score,
            ceiling,
            usual_change,
        }
    }

    #[test]
    fn a_tie_with_the_target_is_not_enough() {
        let others = [70.0, 65.0, 60.0];
        assert_eq!(rank_among(65.0, &others), 2);
        let total = total_for_rank(2, &others).unwrap();
        assert_eq!(total, 65.01);
        assert_eq!(rank_among(total, &others), 2);
        assert_eq!(total_for_rank(4, &others), None);
    }

    #[test]
    fn least_effort_takes_the_cheapest_lever_first() {
        let levers = [lever(0.5, 5.0, 9.0, 0.2), lever(2.0, 5.0, 6.0, 0.5)];
        let plan = least_effort(&levers, 2.5);
        assert_eq!(plan.changes, [1.0, 1.0]);
        assert!(plan.reached);
    }

    #[test]
    fn an_unreachable_target_says_how_far_it_gets() {
        let plan = least_effort(&[lever(1.0, 9.0, 10.0, 0.5)], 3.0);
        assert_eq!((plan.points, plan.reached), (1.0, false));
        let plan = equal_lift(&[lever(1.0, 9.0, 10.0, 0.5)], 3.0);
        assert_eq!((plan.points, plan.reached), (1.0, false));
    }

    fn base() -> WhatIfAnswer {
        let scale = |min, max| crate::domain::Scale {
            min,
            max,
            unit: crate::domain::ScoreUnit::Points,
            decimals: crate::presentation::ShownDecimals { least: 2, most: 2 },
            cost: false,
        };
        let component = |id: &str, score, weight, best| WhatIfComponent {
            component: id.parse().unwrap(),
            name_vi: id.to_owned(),
            name_en: id.to_owned(),
            scale: scale(1.0, 10.0),
            score,
            weight,
            best_in_region: best,
            usual_change: 0.5,
            usual_change_n: 100,
        };
        let rival = |slug: &str, score| crate::api::what_if::Rival {
            province: slug.parse().unwrap(),
            name_vi: slug.to_owned(),
            name_en: slug.to_owned(),
            score,
        };
        WhatIfAnswer {
            index: crate::IndexId::Pci,
            province: "own".parse().unwrap(),
            name_vi: String::new(),
            name_en: String::new(),
            year: crate::Year(2019),
            years: vec![crate::Year(2019)],
            scale: scale(0.0, 100.0),
            score_before: 60.0,
            rank_before: 3,
            score: 60.0,
            rank: 3,
            rank_n: 4,
            overtaken: Vec::new(),
            overtaken_by: Vec::new(),
            needed: None,
            components: vec![component("entry", 6.0, 2.0, 8.0), component("land", 6.0, 4.0, 6.5)],
            rivals: vec![rival("a", 65.0), rival("b", 61.0), rival("c", 58.0)],
            drift: false,
            drift_refused: None,
            weights_assumed: false,
            revision: String::new(),
        }
    }

    fn request() -> WhatIfRequest {
        serde_json::from_str(r#"{"index":"pci","province":"own"}"#).unwrap()
    }

    fn with_change(component: &str, change: f64) -> WhatIfRequest {
        WhatIfRequest {
            changes: BTreeMap::from([(component.parse().unwrap(), change)]),
            ..request()
        }
    }

    #[test]
    fn a_rise_overtakes_and_a_fall_is_overtaken() {
        let up = answer(&base(), &with_change("entry", 1.0)).unwrap();
        assert_eq!((up.score, up.rank), (62.0, 2));
        assert_eq!(up.overtaken, ["b".parse().unwrap()]);
        let down = answer(&base(), &with_change("land", -1.0)).unwrap();
        assert_eq!((down.score, down.rank), (56.0, 4));
        assert_eq!(down.overtaken_by, ["c".parse().unwrap()]);
    }

    #[test]
    fn a_change_out_of_the_scale_and_an_unknown_component_are_refused() {
        assert!(matches!(
            answer(&base(), &with_change("entry", 5.0)),
            Err(WhatIfError::OutsideScale { max: 10.0, .. })
        ));
        assert!(matches!(
            answer(&base(), &with_change("entry", f64::NAN)),
            Err(WhatIfError::OutsideScale { .. })
        ));
        assert!(matches!(
            answer(&base(), &with_change("legal", 1.0)),
            Err(WhatIfError::UnknownComponent { member: "changes", .. })
        ));
    }

    #[test]
    fn a_plan_reaches_the_rank_it_promises() {
        let target = WhatIfRequest {
            target_rank: Some(1),
            ..request()
        };
        let needed = answer(&base(), &target).unwrap().needed.unwrap();
        assert_eq!((needed.score, needed.points), (65.01, 5.01));
        assert!(needed.equal_lift.reached && needed.equal_lift.rank == 1);
        assert!(needed.cheapest.reached && needed.cheapest.rank == 1);
        // Land is worth twice as much per unit of effort, but stops at the best of the region.
        assert_eq!(needed.cheapest.changes["land"], 0.5);
    }

    #[test]
    fn an_unreachable_target_names_the_best_rank_within_reach() {
        let target = WhatIfRequest {
            target_score: Some(90.0),
            ..request()
        };
        let needed = answer(&base(), &target).unwrap().needed.unwrap();
        assert!(!needed.cheapest.reached);
        assert_eq!((needed.cheapest.points, needed.cheapest.rank), (6.0, 1));
    }

    #[test]
    fn an_edited_usual_change_makes_its_component_the_cheapest() {
        let target = |usual_changes: BTreeMap<ComponentId, f64>| WhatIfRequest {
            target_score: Some(62.0),
            usual_changes,
            ..request()
        };
        // Both move by 0.5 a year: a year of land wins 2 points, a year of entry 1.
        let observed = answer(&base(), &target(BTreeMap::new())).unwrap();
        let changes = observed.needed.unwrap().cheapest.changes;
        assert_eq!((changes["land"], changes.contains_key("entry")), (0.5, false));
        // If entry moves by 2 a year, a year of it wins 4 points.
        let edited = answer(&base(), &target(BTreeMap::from([("entry".parse().unwrap(), 2.0)]))).unwrap();
        assert_eq!(edited.components[0].usual_change, 2.0);
        let cheapest = edited.needed.unwrap().cheapest;
        assert_eq!((cheapest.changes["entry"], cheapest.effort), (1.0, 0.5));
        assert!(!cheapest.changes.contains_key("land"));
    }

    #[test]
    fn a_usual_change_of_nothing_and_two_targets_are_refused() {
        let edited = WhatIfRequest {
            usual_changes: BTreeMap::from([("entry".parse().unwrap(), 0.0)]),
            ..request()
        };
        assert!(matches!(
            answer(&base(), &edited),
            Err(WhatIfError::UsualChangeNotPositive { .. })
        ));
        let both = WhatIfRequest {
            target_rank: Some(1),
            target_score: Some(70.0),
            ..request()
        };
        assert_eq!(answer(&base(), &both), Err(WhatIfError::TwoTargets));
    }

    fn levers() -> impl Strategy<Value = Vec<Lever>> {
        proptest::collection::vec((0.1_f64..2.0, 1.0_f64..9.0, 0.0_f64..3.0, 0.05_f64..1.0), 1..11).prop_map(|parts| {
            parts
                .into_iter()
                .map(|(weight, score, room, usual)| lever(weight, score, score + room, usual))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn plans_stay_within_the_ceilings_and_win_what_they_say(levers in levers(), needed in 0.0_f64..20.0) {
            for plan in [equal_lift(&levers, needed), least_effort(&levers, needed)] {
                for (lever, change) in levers.iter().zip(&plan.changes) {
                    prop_assert!(*change >= 0.0 && lever.score + change <= lever.ceiling + 1e-9);
                }
                let most: f64 = levers.iter().map(|lever| lever.weight * (lever.ceiling - lever.score)).sum();
                prop_assert_eq!(plan.reached, most >= needed - 1e-9);
                if plan.reached {
                    prop_assert!((plan.points - needed).abs() < 1e-6);
                }
            }
        }

        #[test]
        fn no_plan_is_cheaper_than_least_effort(levers in levers(), needed in 0.0_f64..10.0) {
            let cheapest = least_effort(&levers, needed);
            let equal = equal_lift(&levers, needed);
            if cheapest.reached {
                prop_assert!(cheapest.effort <= equal.effort + 1e-6);
            }
        }

        #[test]
        fn a_higher_total_never_ranks_worse(
            others in proptest::collection::vec(30.0_f64..80.0, 1..63),
            total in 30.0_f64..80.0,
            lift in 0.0_f64..10.0,
        ) {
            prop_assert!(rank_among(total + lift, &others) <= rank_among(total, &others));
        }

        #[test]
        fn the_total_for_a_rank_reaches_it(others in proptest::collection::vec(30_i32..80, 1..63), rank in 1_u16..63) {
            let others: Vec<f64> = others.into_iter().map(f64::from).collect();
            if let Some(total) = total_for_rank(rank, &others) {
                prop_assert!(rank_among(total, &others) <= rank);
            }
        }
    }
}
