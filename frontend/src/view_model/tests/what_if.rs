//! What could change: plans and sliders.

use super::*;

/// The page of a query string, asked from a starting point.
fn what_if_of(
    base: &vithe_shared::api::what_if::WhatIfAnswer,
    query: &str,
    language: Language,
) -> crate::what_if::Parts {
    let address = crate::address::PageAddress::parse(&format!("/{language}/what-if"), query);
    crate::what_if::parts(base, &address)
}

#[test]
fn changed_components_are_told_with_who_is_passed() {
    let base = fixtures::what_if();
    let told = |change: &str, language| {
        let parts = what_if_of(&base, &format!("d=support:{change}&target=1"), language);
        parts.outcome.map(|outcome| outcome.sentence)
    };
    assert_eq!(told("0.75", Language::Vi).unwrap(), "Vượt Tỉnh B.");
    assert_eq!(
        told("0", Language::En).unwrap(),
        "No province changes places with this one."
    );
    assert_eq!(told("-4", Language::Vi).unwrap(), "Bị Tỉnh C vượt.");
    assert_eq!(
        told("5", Language::Vi).unwrap_err(),
        "Dịch vụ hỗ trợ: 10,50 nằm ngoài thang điểm 1–10."
    );
}

#[test]
fn a_target_says_where_its_plans_start_and_the_sliders_whether_they_reach_it() {
    let base = fixtures::what_if();
    let still = what_if_of(&base, "target=1", Language::En);
    let moved = what_if_of(&base, "d=support:0.75&target=1", Language::En);
    let target = moved.target.unwrap();
    assert!(
        target.sentence.starts_with(
            "To reach 1st of 4 takes 62.01\u{a0}points: 2.01\u{a0}points more than now (60.00\u{a0}points)."
        ),
        "{}",
        target.sentence
    );
    assert_eq!(still.target.as_ref(), Some(&target));
    assert_eq!(target.plans[0].rows[0].name, "Business support");
    let verdict = moved.outcome.unwrap().verdict.unwrap();
    assert_eq!(
        (verdict.goal.as_str(), verdict.words.as_str()),
        ("Target: 1st of 4", "0.51\u{a0}points short")
    );
    // What wins the rest is an address like any other: it reaches the target.
    let (_, changes) = verdict.rest.unwrap();
    let list: Vec<String> = changes
        .iter()
        .map(|(component, change)| format!("{component}:{change}"))
        .collect();
    let applied = what_if_of(&base, &format!("target=1&d={}", list.join("~")), Language::En);
    let verdict = applied.outcome.unwrap().verdict.unwrap();
    assert_eq!((verdict.words.as_str(), verdict.rest), ("Reached", None));
}

#[test]
fn a_plan_on_the_sliders_is_marked() {
    let base = fixtures::what_if();
    let plans = what_if_of(&base, "target=1", Language::Vi).target.unwrap().plans;
    for (place, plan) in plans.iter().enumerate() {
        let list: Vec<String> = (plan.changes.iter())
            .map(|(component, change)| format!("{component}:{change}"))
            .collect();
        let parts = what_if_of(&base, &format!("target=1&d={}", list.join("~")), Language::Vi);
        let applied: Vec<bool> = parts.target.unwrap().plans.iter().map(|plan| plan.is_applied).collect();
        assert_eq!(applied, [place == 0, place == 1]);
        let outcome = parts.outcome.unwrap();
        assert!(
            plan.result.contains(&outcome.score_text) && plan.result.contains(&format!("hạng {}", outcome.rank_text)),
            "{} and {outcome:?}",
            plan.result
        );
    }
}

#[test]
fn start_values_are_distances_upwards_and_missing_ones_are_named() {
    let mut base = fixtures::what_if();
    base.peer = Some(slug('B'));
    base.components[0].peer_score = Some(5.0);
    base.components[1].peer_score = Some(6.25);
    let view = what_if_view(&base, Language::Vi);
    let keys: Vec<&str> = view.starts.iter().map(|start| start.key).collect();
    assert_eq!(keys, ["peer", "median", "region", "country"]);
    let peer = &view.starts[0];
    assert_eq!(peer.title, "Tỉnh B");
    assert_eq!((peer.cells[0].text.as_str(), &peer.cells[0].gap), ("5,00", &None));
    assert_eq!(peer.changes.len(), 1);
    assert_eq!(peer.changes["informal"].points(), 0.25);
    let region = &view.starts[2];
    assert_eq!(region.remark.as_deref(), Some("trong 3 tỉnh có điểm, vùng có 4"));
    let (_, text, label) = region.cells[0].gap.clone().unwrap();
    assert_eq!(
        (text.as_str(), label.as_str()),
        ("+2,50", "Dịch vụ hỗ trợ: +2,50, Cao nhất vùng (Tỉnh A)")
    );
    for component in &mut base.components {
        (
            component.national_median,
            component.best_in_country,
            component.peer_score,
        ) = (None, None, None);
        component.on_record = 3;
    }
    let view = what_if_view(&base, Language::En);
    assert_eq!(view.starts.len(), 1);
    let missing = view.no_starts.unwrap();
    assert!(
        missing.contains("3 of 4 provinces") && missing.contains("Province B"),
        "{missing}"
    );
}

#[test]
fn a_year_without_component_scores_counts_in_changes() {
    let mut base = fixtures::what_if();
    for component in &mut base.components {
        component.compared_year = Some(Year(2019));
        component.compared_score = component.score.take();
    }
    base.years_with_components = vec![Year(2019)];
    let view = what_if_view(&base, Language::Vi);
    assert!(!view.has_scores);
    let words = view.no_scores.unwrap();
    assert!(
        words.starts_with("Chưa có điểm thành phần năm 2021") && words.contains("theo năm 2019"),
        "{words}"
    );
    assert_eq!(view.year_with_scores, Some(Year(2019)));
    assert_eq!(
        (view.levers[0].score_text.as_str(), view.levers[0].reach),
        ("5,50 (2019)", [-9.0, 9.0])
    );
    assert_eq!(view.starts[0].title, "Trung vị cả nước (2019)");
    let parts = what_if_of(&base, "d=support:0.5&target=1", Language::Vi);
    assert_eq!(
        (parts.levers[0].new_score.as_str(), parts.levers[0].spoken.as_str()),
        ("", "+0,50")
    );
    let plan = &parts.target.unwrap().plans[0];
    assert!(
        plan.method.ends_with("nên lấy khoảng cách của năm 2019."),
        "{}",
        plan.method
    );
    assert!(plan.rows.iter().all(|row| row.to_text.is_empty()));
    for component in &mut base.components {
        (
            component.compared_year,
            component.compared_score,
            component.best_in_region,
        ) = (None, None, None);
        (component.national_median, component.best_in_country) = (None, None);
    }
    let view = what_if_view(&base, Language::Vi);
    assert!(view.starts.is_empty() && view.levers[0].score_text == "–");
    let plan = &what_if_of(&base, "target=1", Language::Vi).target.unwrap().plans[0];
    assert!(
        plan.method.ends_with("chỉ giới hạn bởi bề rộng thang điểm."),
        "{}",
        plan.method
    );
}
