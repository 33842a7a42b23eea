//! What a point of a component is worth in points of the total.

use vithe_shared::{ComponentId, Year};

use crate::catalog::IndexCatalog;

/// Points of the total per point of a component, or `None` where the weight of the year is not on record.
///
/// PCI's total of 0–100 is ten times the weighted mean of parts of 1–10; PAPI's total is the plain sum of its dimensions and
/// these of theirs; the points of PAR INDEX's parts add up as they are.
pub(crate) fn total_weight(index: &IndexCatalog, component: &ComponentId, year: Year) -> Option<f64> {
    let info = index.component(component)?;
    let span = index.span(component, year)?;
    let total = index.span(&ComponentId::overall(), year)?;
    let aggregation = index
        .info()
        .method_versions
        .iter()
        .rev()
        .find(|version| version.first_year <= year)
        .map(|version| version.aggregation.as_str())?;
    match aggregation {
        "weighted_sum" => {
            let weight = info.weights.iter().find(|weight| weight.year == year)?;
            Some(weight.weight * total.scale.max / span.scale.max)
        }
        "sum" => Some(1.0),
        _ => None,
    }
}

/// Whether the weights of a year are those of another year, assumed to hold.
pub(crate) fn weights_are_assumed(index: &IndexCatalog, year: Year) -> bool {
    let mut weights = index.info().components.iter().flat_map(|component| &component.weights);
    weights.any(|weight| weight.year == year && weight.assumed)
}
