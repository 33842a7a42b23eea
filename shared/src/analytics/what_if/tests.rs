mod properties;

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
