//! What holds for any plan.

use proptest::prelude::*;

use super::*;

fn levers() -> impl Strategy<Value = Vec<Lever>> {
    proptest::collection::vec((0.1_f64..2.0, 0.0_f64..3.0, 0.05_f64..1.0), 1..11).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(weight, room, usual)| lever(weight, room, usual))
            .collect()
    })
}

fn effort(levers: &[Lever], changes: &[f64]) -> f64 {
    levers
        .iter()
        .zip(changes)
        .map(|(lever, change)| change / lever.usual_change)
        .sum()
}

/// A question with figures as they are on record: totals and scores in hundredths (with more decimals where they are
/// computed), and whether the components are on record at all.
fn questions() -> impl Strategy<Value = WhatIfAnswer> {
    let component = (100_i32..1000, 0_i32..900, 1_i32..5, 10_i32..90);
    let parts = proptest::collection::vec(component, 1..11);
    let rivals = proptest::collection::vec(4_000_i32..8_000, 1..63);
    (4_000_i32..8_000, parts, rivals, any::<bool>(), 0_i32..100).prop_map(
        |(total, parts, rivals, is_on_record, fraction)| {
            let points = |hundredths: i32| f64::from(hundredths) / 100.0;
            let mut base = base();
            let pattern = base.components[0].clone();
            base.components = (0..)
                .zip(parts)
                .map(|(number, (score, gap, weight, usual))| {
                    let score = round_to(points(score) + f64::from(fraction) / 1e4, 4).min(10.0);
                    WhatIfComponent {
                        component: format!("part_{number}").parse().unwrap(),
                        score: is_on_record.then_some(score),
                        compared_score: is_on_record.then_some(score),
                        best_in_region: is_on_record.then_some((score + points(gap)).min(10.0)),
                        weight: f64::from(weight) / 2.0,
                        usual_change: points(usual),
                        ..pattern.clone()
                    }
                })
                .collect();
            let pattern = base.rivals[0].clone();
            base.rivals = rivals
                .into_iter()
                .map(|score| crate::api::what_if::Rival {
                    score: points(score),
                    ..pattern.clone()
                })
                .collect();
            base.rank_n = u16::try_from(base.rivals.len() + 1).unwrap();
            base.score_before = points(total);
            base
        },
    )
}

proptest! {
    /// What a plan says is what its changes do, once they stand in the address and come back from it.
    #[test]
    fn applying_a_plan_gives_exactly_its_total_and_rank(
        base in questions(),
        rank in 1_u16..63,
        first in -50_i32..50,
    ) {
        let rank = rank.min(base.rank_n);
        let from_address = |changes: &BTreeMap<ComponentId, f64>| -> BTreeMap<ComponentId, f64> {
            let held = |change: f64| crate::query::PointsChange::from_points(change).unwrap();
            let read = |change: f64| held(change).to_string().parse::<crate::query::PointsChange>().unwrap();
            changes.iter().map(|(id, change)| (id.clone(), read(*change).points())).collect()
        };
        let [lowest, highest] = reach(&base.components[0]);
        let first = (f64::from(first) / 20.0).clamp((lowest * 20.0).ceil() / 20.0, (highest * 20.0).floor() / 20.0);
        let question = WhatIfRequest {
            target_rank: Some(rank),
            changes: BTreeMap::from([(base.components[0].component.clone(), first)]),
            ..request()
        };
        let asked = answer(&base, &question).unwrap();
        let needed = asked.needed.unwrap();
        let after = needed.after_changes.unwrap();
        prop_assert_eq!(after.reached, asked.rank <= rank);
        prop_assert_eq!(after.points == 0.0, after.reached);
        for plan in [&needed.cheapest, &needed.equal_lift, &after.cheapest] {
            let applied = answer(&base, &WhatIfRequest { changes: from_address(&plan.changes), ..question.clone() }).unwrap();
            prop_assert_eq!((applied.score, applied.rank), (plan.score, plan.rank));
            prop_assert_eq!(plan.reached, applied.rank <= rank);
            let told = applied.needed.unwrap();
            prop_assert!(told.after_changes.is_none_or(|after| after.reached == plan.reached));
            // The plans from now stay as they are while sliders move.
            prop_assert_eq!((&told.cheapest, &told.equal_lift), (&needed.cheapest, &needed.equal_lift));
            // What is read is what is reckoned with: nothing hides behind the second decimal, except at the end of a scale.
            for component in base.components.iter().filter(|_| plan != &after.cheapest) {
                let change = plan.changes.get(&component.component).copied().unwrap_or_default();
                let is_at_end = component.score.is_some_and(|score| (10.0 - score - change).abs() < 1e-4);
                prop_assert!(is_at_end || round_to(change, 2) == change, "{} of {:?}", change, component);
            }
        }
    }

    #[test]
    fn plans_stay_within_the_room_and_win_what_is_needed(levers in levers(), needed in 0.0_f64..20.0) {
        for changes in [equal_lift(&levers, needed), least_effort(&levers, needed)] {
            for (lever, change) in levers.iter().zip(&changes) {
                prop_assert!(*change >= 0.0 && *change <= lever.room + 1e-9);
                prop_assert!(as_held(*change, lever.room) <= lever.room + 1e-6);
            }
            let most: f64 = levers.iter().map(|lever| lever.weight * lever.room).sum();
            let won = points_won(&levers, &changes);
            prop_assert!((won - needed.min(most)).abs() < 1e-6);
        }
    }

    #[test]
    fn no_plan_is_cheaper_than_least_effort(levers in levers(), needed in 0.0_f64..10.0) {
        let (cheapest, equal) = (least_effort(&levers, needed), equal_lift(&levers, needed));
        if points_won(&levers, &cheapest) >= needed - 1e-9 {
            prop_assert!(effort(&levers, &cheapest) <= effort(&levers, &equal) + 1e-6);
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
