//! What holds for a component in every province: where it stands in the method of each year, how far its years compare.

use std::collections::HashMap;

use crate::{
    ComponentId, Year,
    analytics::comparability::{MethodHistory, PairComparability},
    dataset::{ComponentHistory, Span},
    domain::{Aggregation, IndexInfo, MethodVersion},
};

/// What holds for a component in every province.
#[derive(Debug)]
pub(super) struct Frame {
    /// Its place among the described components; one without figures is not described.
    pub(super) position: Option<usize>,
    pub(super) spans: Vec<Span>,
    /// How far each year of `info.years` compares with the one before it in that list; the first entry is unused.
    pub(super) steps: Vec<PairComparability>,
    /// Its parts by year, in the publisher's order.
    pub(super) parts: HashMap<Year, Vec<ComponentId>>,
    /// Points of the total per point of it, by year.
    pub(super) weights: HashMap<Year, f64>,
}

impl Frame {
    /// The span of a year.
    pub(super) fn span(&self, year: Year) -> Option<&Span> {
        self.spans.iter().find(|span| span.covers(year))
    }
}

/// The frames of all components, which are given in the publisher's order.
pub(super) fn frames(
    components: &[ComponentHistory],
    info: &IndexInfo,
    history: &MethodHistory,
) -> HashMap<ComponentId, Frame> {
    let years = &info.years;
    let total = components.iter().find(|component| component.id.is_overall());
    let mut frames: HashMap<ComponentId, Frame> = components
        .iter()
        .map(|component| {
            let described = info.components.iter().position(|known| known.id == component.id);
            let steps = (0..years.len())
                .map(|position| history.compare(&component.id, years[position.saturating_sub(1)], years[position]))
                .collect();
            let weights = years
                .iter()
                .filter_map(|year| {
                    described?;
                    Some((*year, points_of_whole(&info.method_versions, total?, component, *year)?))
                })
                .collect();
            let frame = Frame {
                position: described,
                spans: component.spans.clone(),
                steps,
                parts: HashMap::new(),
                weights,
            };
            (component.id.clone(), frame)
        })
        .collect();
    for part in components {
        for span in &part.spans {
            if let Some(whole) = span.parent.as_ref().and_then(|parent| frames.get_mut(parent)) {
                for year in span.first_year.0..=span.last_year.0 {
                    whole.parts.entry(Year(year)).or_default().push(part.id.clone());
                }
            }
        }
    }
    frames
}

/// Points of a whole (the total, or a component that is made of others) per point of a part, where the method of the year
/// is a sum and the weight is on record.
pub(super) fn points_of_whole(
    versions: &[MethodVersion],
    whole: &ComponentHistory,
    part: &ComponentHistory,
    year: Year,
) -> Option<f64> {
    let scale_of = |history: &ComponentHistory| {
        let span = history.spans.iter().find(|span| span.covers(year))?;
        Some(span.scale.max)
    };
    let (whole, scale) = (scale_of(whole)?, scale_of(part)?);
    let version = versions.iter().rev().find(|version| version.first_year <= year)?;
    match version.aggregation {
        Aggregation::WeightedSum => {
            let weight = part.weights.iter().find(|weight| weight.year == year)?;
            Some(weight.weight * whole / scale)
        }
        Aggregation::Sum => Some(1.0),
        Aggregation::Points | Aggregation::Percent => None,
    }
}
