//! What describes an index: method versions, components with their spans, names, weights and maximum points, breaks.

use std::collections::BTreeMap;

use vithe_shared::{
    ComponentId, IndexId, Year,
    dataset::{ComponentHistory, MethodChange, Span},
    domain::{ComponentName, MaximumPoints, MethodVersion, Scale, WeightInfo},
};

use crate::package::{IndexRow, Package, WeightEvidence};

/// The components in the publisher's order, each once, by the place of its newest span. Years with a table are not filled in.
pub(super) fn components(package: &Package, index: &IndexRow, id: IndexId) -> Vec<ComponentHistory> {
    let mut places: BTreeMap<&ComponentId, (Year, u16)> = BTreeMap::new();
    for row in package.components.iter().filter(|row| row.index == id) {
        let place = places.entry(&row.component).or_insert((row.first_year, row.order));
        if row.first_year > place.0 {
            *place = (row.first_year, row.order);
        }
    }
    let mut ordered: Vec<(&ComponentId, u16)> = places
        .into_iter()
        .map(|(component, (_, order))| (component, order))
        .collect();
    ordered.sort_by_key(|(component, order)| (!component.is_overall(), *order));
    ordered
        .into_iter()
        .map(|(component, _)| ComponentHistory {
            id: component.clone(),
            years: Vec::new(),
            spans: spans(package, index, component),
            names: names(package, id, component),
            weights: weights(package, id, component),
            maximum_points: maximum_points(package, id, component),
        })
        .collect()
}

fn spans(package: &Package, index: &IndexRow, component: &ComponentId) -> Vec<Span> {
    package
        .components
        .iter()
        .filter(|row| row.index == index.index && &row.component == component)
        .map(|row| Span {
            first_year: row.first_year,
            last_year: row.last_year,
            parent: row.parent.clone(),
            level: row.level,
            order: row.order,
            scale: row.scale(index.decimals()),
            computed: row.computed,
        })
        .collect()
}

fn names(package: &Package, id: IndexId, component: &ComponentId) -> Vec<ComponentName> {
    let mut names: Vec<ComponentName> = package
        .component_names
        .iter()
        .filter(|row| row.index == id && &row.component == component)
        .map(|row| ComponentName {
            first_year: row.first_year,
            last_year: row.last_year,
            name_vi: row.name_vi.clone(),
            name_en: row.name_en.clone(),
            short_vi: row.short_vi.clone(),
            short_en: row.short_en.clone(),
            status: row.name_status,
        })
        .collect();
    names.sort_by_key(|name| name.first_year);
    names
}

fn weights(package: &Package, id: IndexId, component: &ComponentId) -> Vec<WeightInfo> {
    let mut weights: Vec<WeightInfo> = package
        .weights
        .iter()
        .filter(|row| row.index == id && &row.component == component)
        .map(|row| WeightInfo {
            year: row.year,
            weight: row.weight,
            assumed: row.evidence == WeightEvidence::Assumed,
        })
        .collect();
    weights.sort_by_key(|weight| weight.year);
    weights
}

fn maximum_points(package: &Package, id: IndexId, component: &ComponentId) -> Vec<MaximumPoints> {
    let mut maximum_points: Vec<MaximumPoints> = package
        .maximum_points
        .iter()
        .filter(|row| row.index == id && &row.component == component)
        .map(|row| MaximumPoints {
            year: row.year,
            maximum: row.maximum,
        })
        .collect();
    maximum_points.sort_by_key(|points| points.year);
    maximum_points
}

/// The versions of the method, oldest first; what a score counts is said of the index.
pub(super) fn method_versions(package: &Package, index: &IndexRow) -> Vec<MethodVersion> {
    let mut versions: Vec<MethodVersion> = package
        .method_versions
        .iter()
        .filter(|row| row.index == index.index)
        .map(|row| MethodVersion {
            version: row.version.clone(),
            first_year: row.first_year,
            last_year: row.last_year,
            scale: Scale {
                min: row.scale_min,
                max: row.scale_max,
                unit: index.unit,
                decimals: index.decimals(),
                cost: false,
            },
            aggregation: row.aggregation,
            comparable_with_previous: row.comparable_with_previous,
            reason_vi: row.reason_vi.clone().unwrap_or_default(),
            reason_en: row.reason_en.clone().unwrap_or_default(),
        })
        .collect();
    versions.sort_by_key(|version| version.first_year);
    versions
}

/// Changes of method that cannot be derived from the structure.
pub(super) fn breaks(package: &Package, id: IndexId) -> Vec<MethodChange> {
    package
        .breaks
        .iter()
        .filter(|row| row.index == id)
        .map(|row| MethodChange {
            component: row.component.clone(),
            year: row.year,
            comparability: row.comparability,
            reason: row.reason.as_str().to_owned(),
        })
        .collect()
}
