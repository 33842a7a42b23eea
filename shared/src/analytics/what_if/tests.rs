use proptest::prelude::*;

use super::{plan::points_won, *};

fn lever(weight: f64, room: f64, usual_change: f64) -> Lever {
    Lever {
        weight,
        room,
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
    let levers = [lever(0.5, 4.0, 0.2), lever(2.0, 1.0, 0.5)];
    assert_eq!(least_effort(&levers, 2.5), [1.0, 1.0]);
}

#[test]
fn an_unreachable_target_goes_as_far_as_there_is_room() {
    for way in [least_effort, equal_lift] {
        assert_eq!(way(&[lever(1.0, 1.0, 0.5)], 3.0), [1.0]);
    }
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
        score: Some(score),
        compared_year: Some(crate::Year(2019)),
        compared_score: Some(score),
        weight,
        best_in_region: Some(best),
        best_in_region_province: None,
        region_on_record: 4,
        on_record: 4,
        best_in_country: None,
        best_in_country_province: None,
        national_median: None,
        peer_score: None,
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
        borders: crate::Borders::Provinces63,
        index: crate::IndexId::Pci,
        province: "own".parse().unwrap(),
        name_vi: String::new(),
        name_en: String::new(),
        year: crate::Year(2019),
        years: vec![crate::Year(2019)],
        years_with_components: vec![crate::Year(2019)],
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
        region_n: 4,
        peer: None,
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

#[test]
fn a_target_already_reached_with_an_equal_total_takes_nothing() {
    let mut base = base();
    base.rivals[1].score = 60.0;
    base.rank = 2;
    let target = WhatIfRequest {
        target_rank: Some(2),
        ..request()
    };
    let answer = answer(&base, &target).unwrap();
    let needed = answer.needed.unwrap();
    assert_eq!((answer.rank, needed.reached, needed.points), (2, true, 0.0));
}

#[test]
fn what_is_missing_after_changes_is_told_beside_the_plans_from_now() {
    let target = WhatIfRequest {
        target_score: Some(63.0),
        ..with_change("entry", 0.5)
    };
    let moved = answer(&base(), &target).unwrap();
    let still = WhatIfRequest {
        changes: BTreeMap::new(),
        ..target
    };
    let (moved, still) = (moved.needed.unwrap(), answer(&base(), &still).unwrap().needed.unwrap());
    assert_eq!(still.after_changes, None);
    assert_eq!(
        (&moved.cheapest, &moved.equal_lift),
        (&still.cheapest, &still.equal_lift)
    );
    let after = moved.after_changes.unwrap();
    assert_eq!((after.points, after.reached), (2.0, false));
    // Land wins most per effort and has room for it; the change asked for stays.
    assert_eq!(
        (after.cheapest.changes["land"], after.cheapest.changes["entry"]),
        (0.5, 0.5)
    );
    assert_eq!((after.cheapest.score, after.cheapest.reached), (63.0, true));
}

/// Where only the total is on record, a change is as wide as the scale at most; a plan is bounded by the distance of an earlier
/// year, where there is one.
#[test]
fn a_component_without_a_score_moves_within_the_width_of_its_scale() {
    let mut base = base();
    for component in &mut base.components {
        (component.score, component.compared_score, component.best_in_region) = (None, None, None);
    }
    assert_eq!(reach(&base.components[0]), [-9.0, 9.0]);
    assert_eq!(answer(&base, &with_change("entry", 1.0)).unwrap().score, 62.0);
    assert!(matches!(
        answer(&base, &with_change("entry", 9.5)),
        Err(WhatIfError::OutsideScale { score: None, .. })
    ));
    let target = WhatIfRequest {
        target_rank: Some(1),
        ..request()
    };
    let cheapest = answer(&base, &target).unwrap().needed.unwrap().cheapest;
    assert_eq!((cheapest.changes["land"], cheapest.rank), (1.26, 1));
    (base.components[1].compared_score, base.components[1].best_in_region) = (Some(6.0), Some(6.5));
    let cheapest = answer(&base, &target).unwrap().needed.unwrap().cheapest;
    assert_eq!(
        (cheapest.changes["land"], cheapest.changes["entry"], cheapest.rank),
        (0.5, 1.51, 1)
    );
}

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
