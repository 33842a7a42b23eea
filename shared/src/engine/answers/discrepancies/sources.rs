//! Source against source: claims of one figure whose values contradict each other. A value that is another one rounded
//! contradicts nothing.

use std::collections::BTreeMap;

use crate::{
    analytics::agreement::contradict,
    api::discrepancies::{Discrepancy, DiscrepancyClaim},
    domain::DiscrepancyKind,
    sorting::sort_by_key,
};

use super::register::{Key, Place, Register, difference};

pub(super) fn rows(register: &Register<'_>) -> Vec<Discrepancy> {
    let of_units = register.disputable().map(|key| (key.clone(), register.claims(key)));
    let mut of_areas: BTreeMap<Key, Vec<DiscrepancyClaim>> = BTreeMap::new();
    for claim in &register.notes.area_claims {
        let key = Key {
            component: claim.component.clone(),
            year: claim.year,
            place: Place::Area(claim.region.clone()),
            measure: claim.measure,
        };
        of_areas.entry(key).or_default().push(register.area_claim(claim));
    }
    of_units
        .chain(of_areas)
        .filter_map(|(key, claims)| row(register, &key, claims))
        .collect()
}

fn row(register: &Register<'_>, key: &Key, mut claims: Vec<DiscrepancyClaim>) -> Option<Discrepancy> {
    let values = || claims.iter().map(|claim| claim.value);
    let is_contradicted = values().any(|one| values().any(|other| contradict(one, other)));
    if !is_contradicted {
        return None;
    }
    let (lowest, highest) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(lowest, highest), value| {
        (lowest.min(value), highest.max(value))
    });
    sort_by_key(&mut claims, |claim| !claim.preferred);
    let mut row = register.row(DiscrepancyKind::Sources, key, claims);
    row.difference = Some(difference(highest, lowest));
    Some(row)
}
