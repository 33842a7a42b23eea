//! What the parts of the what-if page say that move with the reader's choices. The server puts them into the page, and the
//! browser shows them anew while a slider moves: by this one function of the starting point and the address
//! (`components::what_if_parts` shows what it says).

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, ProvinceSlug,
    address::at,
    analytics::what_if::answer,
    api::what_if::WhatIfAnswer,
    query::{ApiQuery as _, ComponentChange, PointsChange, Switch, TargetRank, WhatIfQuery},
};

use crate::{
    address::PageAddress,
    format::{format_difference, format_score},
    routes::chosen_index,
    view_model::what_if_view::{OutcomeView, TargetView, outcome_view, refusal, target_view},
};

/// The element of the answer to the changes.
pub const OUTCOME_ID: &str = "outcome";
/// The element of what a target takes.
pub const TARGET_ID: &str = "target";
/// The element of sliders and outcome.
pub const SLIDERS_ID: &str = "sliders";

/// What a component becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverParts {
    /// The component.
    pub component: ComponentId,
    /// The change in its own points.
    pub change: f64,
    /// Its score after the change; nothing where the score itself is not on record.
    pub new_score: String,
    /// Points of the total that the change wins.
    pub won: String,
    /// Change and score after it, as a slider says them.
    pub spoken: String,
}

/// Everything that moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The answer to the changes, or why there is none.
    pub outcome: Result<OutcomeView, String>,
    /// What the target takes, where one is asked for.
    pub target: Option<TargetView>,
    /// The components in the order of the starting point.
    pub levers: Vec<LeverParts>,
}

/// The question from which every answer on the page starts: no changes, no target. The second province of the address is the
/// one to compare with.
pub fn base_query(address: &PageAddress, province: ProvinceSlug) -> WhatIfQuery {
    WhatIfQuery {
        index: chosen_index(address),
        province,
        year: address.query.year,
        changes: Vec::new(),
        usual_changes: Vec::new(),
        target: None,
        total: None,
        drift: address.query.drift.then_some(Switch),
        peer: address.query.provinces.get(1).cloned(),
        borders: address.query.borders,
    }
}

/// The whole question of an address.
pub fn question(base: &WhatIfAnswer, address: &PageAddress) -> WhatIfQuery {
    let query = &address.query;
    let listed = |changes: &BTreeMap<ComponentId, PointsChange>| {
        let pairs = changes.iter();
        pairs
            .map(|(component, change)| ComponentChange {
                component: component.clone(),
                change: *change,
            })
            .collect()
    };
    WhatIfQuery {
        year: Some(base.year),
        changes: listed(&query.changes),
        usual_changes: listed(&query.usual_changes),
        target: query.target.map(TargetRank),
        total: query.total,
        ..base_query(address, base.province.clone())
    }
}

/// The address of the same question as a file.
pub fn file_address(base: &WhatIfAnswer, address: &PageAddress) -> String {
    at(format_args!(
        "/api/v1/what-if.csv?{}",
        question(base, address).to_query_string()
    ))
}

/// The parts for the choices of an address.
pub fn parts(base: &WhatIfAnswer, address: &PageAddress) -> Parts {
    let language = address.language;
    let query = &address.query;
    let (outcome, target) = match answer(base, &question(base, address).request()) {
        Err(error) => (Err(refusal(base, &error, language)), None),
        Ok(answer) => {
            let target = answer
                .needed
                .as_ref()
                .map(|needed| target_view(&answer, needed, query, language));
            (Ok(outcome_view(&answer, query, language)), target)
        }
    };
    let levers = base
        .components
        .iter()
        .map(|component| {
            let change = query
                .changes
                .get(&component.component)
                .map_or(0.0, |change| change.points());
            let change_text = format_difference(change, 2, language);
            let new_score = (component.score).map(|score| format_score(score + change, 2, language));
            LeverParts {
                component: component.component.clone(),
                change,
                spoken: match &new_score {
                    Some(new_score) => format!("{change_text}, {new_score}"),
                    None => change_text,
                },
                new_score: new_score.unwrap_or_default(),
                won: format_difference(component.weight * change, 2, language),
            }
        })
        .collect();
    Parts {
        outcome,
        target,
        levers,
    }
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
        assert!(before.target.is_none() && after.target.is_some());
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
        let sentence = &total.target.as_ref().unwrap().sentence;
        assert!(sentence.contains("To reach 61.50"), "{sentence}");
        assert!(
            of("total=61.5&target=1")
                .outcome
                .unwrap_err()
                .contains("one target only")
        );
        assert!(of("total=90").outcome.unwrap_err().contains("between 0 and 80"));
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
        assert!(parts.outcome.is_err() && parts.target.is_none());
    }
}
