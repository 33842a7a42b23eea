//! The parts of the what-if page that move with the reader's choices. The server writes them into the page, and the browser
//! writes them anew while a slider moves: by this one function of the starting point and the address.

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, IndexId, ProvinceSlug,
    analytics::what_if::answer,
    api::what_if::{WhatIfAnswer, WhatIfRequest},
    query::PointsChange,
};

use crate::{
    address::PageAddress,
    format::{format_difference, format_score},
    markup::Markup,
    text::{common, planner as text},
    view_model::what_if_view::{OutcomeView, PlanView, TargetView, outcome_view, refusal, target_view},
};

/// The element that holds the starting point as JSON.
pub const BASE_ID: &str = "what-if-base";
/// The element of the answer to the changes.
pub const OUTCOME_ID: &str = "outcome";
/// The element of what a target takes.
pub const TARGET_ID: &str = "target";

/// What a component becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeverParts {
    /// The component.
    pub component: ComponentId,
    /// Its score after the change.
    pub new_score: String,
    /// Change and score after it, as a slider says them.
    pub spoken: String,
}

/// Everything that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The answer to the changes, as HTML.
    pub outcome: String,
    /// What the target takes, as HTML; empty where none is asked for.
    pub target: String,
    /// The components in the order of the starting point.
    pub levers: Vec<LeverParts>,
}

/// The index an address asks about.
pub fn chosen_index(address: &PageAddress) -> IndexId {
    address.query.index.unwrap_or(IndexId::Pci)
}

/// The question from which every answer on the page starts: no changes, no target.
pub fn base_request(address: &PageAddress, province: ProvinceSlug) -> WhatIfRequest {
    WhatIfRequest {
        index: chosen_index(address),
        province,
        year: address.query.year,
        changes: BTreeMap::new(),
        drift: address.query.drift,
        target_rank: None,
        target_score: None,
        usual_changes: BTreeMap::new(),
    }
}

/// The parts for the choices of an address.
pub fn parts(base: &WhatIfAnswer, address: &PageAddress) -> Parts {
    let language = address.language;
    let query = &address.query;
    let points = |changes: &BTreeMap<ComponentId, PointsChange>| {
        changes
            .iter()
            .map(|(component, change)| (component.clone(), change.points()))
            .collect()
    };
    let request = WhatIfRequest {
        changes: points(&query.changes),
        usual_changes: points(&query.usual_changes),
        target_rank: query.target,
        target_score: query.total.map(PointsChange::points),
        ..base_request(address, base.province.clone())
    };
    let answered = answer(base, &request);
    let mut outcome = Markup::default();
    let mut target = Markup::default();
    match &answered {
        Err(error) => outcome.element(
            "p",
            &[("class", "outcome-refused"), ("role", "alert")],
            &refusal(base, error, language),
        ),
        Ok(answer) => {
            outcome_part(&mut outcome, &outcome_view(answer, language), address);
            if let Some(needed) = &answer.needed {
                target_part(
                    &mut target,
                    &target_view(answer, needed, query.target, language),
                    address,
                );
            }
        }
    }
    let levers = base
        .components
        .iter()
        .map(|component| {
            let change = query
                .changes
                .get(&component.component)
                .map_or(0.0, |change| change.points());
            let new_score = format_score(component.score + change, 2, language);
            LeverParts {
                spoken: format!("{}, {new_score}", format_difference(change, 2, language)),
                component: component.component.clone(),
                new_score,
            }
        })
        .collect();
    Parts {
        outcome: outcome.into_html(),
        target: target.into_html(),
        levers,
    }
}

fn outcome_part(markup: &mut Markup, view: &OutcomeView, address: &PageAddress) {
    let language = address.language;
    markup.open("dl", &[("class", "outcome-figures")]);
    for (name, value, remark, id) in [
        (text::NEW_TOTAL, &view.score_text, &view.score_change_text, "new-total"),
        (text::NEW_RANK, &view.rank_text, &view.rank_change_text, "new-rank"),
    ] {
        markup.open("div", &[]);
        markup.element("dt", &[], name.get(language));
        markup.open("dd", &[("id", id)]);
        markup.element("strong", &[], value);
        markup.remark(remark);
        markup.close("dd");
        markup.close("div");
    }
    markup.close("dl");
    markup.element("p", &[("id", "outcome-sentence")], &view.sentence);
}

fn target_part(markup: &mut Markup, view: &TargetView, address: &PageAddress) {
    let language = address.language;
    markup.element("h2", &[], text::TARGET.get(language));
    markup.element("p", &[], &view.sentence);
    markup.open("div", &[("class", "two-columns")]);
    for plan in &view.plans {
        plan_part(markup, plan, address);
    }
    markup.close("div");
}

fn plan_part(markup: &mut Markup, plan: &PlanView, address: &PageAddress) {
    let language = address.language;
    markup.open("section", &[("class", "plan")]);
    markup.element("h3", &[], plan.title);
    markup.element("p", &[], &plan.result);
    markup.open_frame("", plan.title);
    markup.element("caption", &[], plan.method);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::COMPONENT.get(language));
    for name in [text::CHANGE_BY, text::TO_SCORE, text::WINS] {
        markup.column("num", name.get(language));
    }
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &plan.rows {
        markup.open("tr", &[]);
        markup.element("th", &[("scope", "row")], &row.name);
        for text in [&row.change_text, &row.to_text, &row.points_text] {
            markup.number(text);
        }
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    let link = address.with(|query| query.changes.clone_from(&plan.changes));
    markup.open("p", &[]);
    markup.element(
        "a",
        &[("href", &link), ("data-noscroll", "true")],
        text::APPLY_PLAN.get(language),
    );
    markup.close("p");
    markup.close("section");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::fixtures;

    #[test]
    fn the_parts_follow_the_choices_of_the_address() {
        let base = fixtures::what_if();
        let component = base.components[0].component.clone();
        let still = PageAddress::parse("/en/what-if", "");
        let moved = PageAddress::parse("/en/what-if", &format!("d={component}:0.5&target=1"));
        let (before, after) = (parts(&base, &still), parts(&base, &moved));
        assert!(before.target.is_empty() && after.target.contains("<h2>"));
        assert_ne!(before.outcome, after.outcome);
        assert!(before.levers[0].spoken.starts_with('0') && after.levers[0].spoken.starts_with("+0.5"));
        assert_eq!(before.levers[1..], after.levers[1..]);
    }

    #[test]
    fn a_target_is_a_rank_or_a_total_and_effort_is_the_planner_s() {
        let mut base = fixtures::what_if();
        base.scale.max = 80.0;
        let of = |query: &str| parts(&base, &PageAddress::parse("/en/what-if", query));
        let total = of("total=61.5");
        assert!(total.target.contains("To reach 61.50"), "{}", total.target);
        assert!(of("total=61.5&target=1").outcome.contains("one target only"));
        assert!(of("total=90").outcome.contains("between 0 and 80"));
        let edited = of("total=61.5&u=support:0.1");
        assert_ne!(edited.target, total.target);
        assert_eq!(edited.outcome, total.outcome);
    }

    #[test]
    fn a_choice_outside_the_scale_is_refused_in_words() {
        let base = fixtures::what_if();
        let component = base.components[0].component.clone();
        let address = PageAddress::parse("/vi/what-if", &format!("d={component}:50"));
        let parts = parts(&base, &address);
        assert!(parts.outcome.contains("role=\"alert\"") && parts.target.is_empty());
    }
}
