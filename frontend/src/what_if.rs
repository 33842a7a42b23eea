//! What the parts of the what-if page say that move with the reader's choices. The server puts them into the page, and the
//! browser shows them anew while a slider moves: by this one function of the starting point and the address
//! (`components::what_if_parts` shows what it says).

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, ProvinceSlug,
    analytics::what_if::answer,
    api::what_if::{WhatIfAnswer, WhatIfRequest},
    query::PointsChange,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The answer to the changes, or why there is none.
    pub outcome: Result<OutcomeView, String>,
    /// What the target takes, where one is asked for.
    pub target: Option<TargetView>,
    /// The components in the order of the starting point.
    pub levers: Vec<LeverParts>,
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
    let (outcome, target) = match answer(base, &request) {
        Err(error) => (Err(refusal(base, &error, language)), None),
        Ok(answer) => {
            let target = answer
                .needed
                .as_ref()
                .map(|needed| target_view(&answer, needed, query.target, language));
            (Ok(outcome_view(&answer, language)), target)
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
            let new_score = format_score(component.score + change, 2, language);
            LeverParts {
                spoken: format!("{}, {new_score}", format_difference(change, 2, language)),
                component: component.component.clone(),
                new_score,
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
