//! What is chosen and counted, without a word.

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, ProvinceSlug,
    api::what_if::{Rival, WhatIfAnswer, WhatIfComponent, WhatIfPlan},
    query::PointsChange,
    sorting::{gather, sort_by},
};

/// The other provinces that are named, in that order.
pub(super) fn rivals<'a>(answer: &'a WhatIfAnswer, slugs: &'a [ProvinceSlug]) -> impl Iterator<Item = &'a Rival> {
    slugs
        .iter()
        .filter_map(|slug| answer.rivals.iter().find(|rival| &rival.province == slug))
}

/// A component that a plan moves.
pub(super) struct PlannedChange<'a> {
    pub(super) component: &'a WhatIfComponent,
    /// Points of the component.
    pub(super) change: f64,
    /// Points of the total that they win.
    pub(super) won: f64,
}

/// What a plan moves, most won first.
pub(super) fn planned_changes<'a>(answer: &'a WhatIfAnswer, plan: &WhatIfPlan) -> Vec<PlannedChange<'a>> {
    let mut planned: Vec<PlannedChange<'_>> = answer
        .components
        .iter()
        .filter_map(|component| {
            let change = *plan.changes.get(&component.component)?;
            let won = component.weight * change;
            Some(PlannedChange { component, change, won })
        })
        .collect();
    sort_by(&mut planned, |left, right| right.won.total_cmp(&left.won));
    planned
}

/// The changes of a plan as an address holds them.
pub(super) fn address_changes(plan: &WhatIfPlan) -> BTreeMap<ComponentId, PointsChange> {
    let changes = plan.changes.iter();
    gather(changes.filter_map(|(component, change)| Some((component.clone(), PointsChange::from_points(*change)?))))
}
