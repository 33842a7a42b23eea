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
