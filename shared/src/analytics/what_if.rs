//! What a changed component would do to total and rank, and what it takes to reach a rank or a score.
//!
//! A new total is the published total plus Σ weight × change, so what the parts do not explain stays as it is. Ranks are
//! strictly by score; to pass a unit takes a score strictly above its own.

use super::rounding::{DIFFERENCE_DECIMALS, round_to};

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
