//! What is chosen and counted, without a word.

use vithe_shared::{
    ComponentId,
    api::{ComponentProfile, IndexProfile},
    domain::{Change, Comparability},
};

use super::components::ComponentRowView;

/// The component that tells most of a year: the one that fell most, or where none fell the one that rose most.
pub(super) fn farthest_component(index: &IndexProfile) -> Option<(&ComponentProfile, &Change, f64)> {
    let find = |id: &ComponentId| index.components.iter().find(|component| &component.component == id);
    let component = index.fallen.first().or(index.risen.first()).and_then(find)?;
    let change = component.row.change.as_ref()?;
    Some((component, change, change.score?))
}

/// Whether a change of a component compares less than fully, and otherwise than the total does: said once, not again where
/// the sentence about the total has said it already.
pub(super) fn is_limited_beyond_total(index: &IndexProfile, change: &Change) -> bool {
    let total = index.overall.row.change.as_ref().map(|change| change.comparability);
    matches!(change.comparability, Comparability::Limited | Comparability::Reweighted)
        && total != Some(change.comparability)
}

/// How many components there are to tell of.
pub(super) struct AgainstMedian {
    /// With a score on record.
    pub(super) on_record: usize,
    /// With a score and a national median.
    pub(super) comparable: usize,
    /// Of these, above the median.
    pub(super) above: usize,
}

/// Counts the rows that stand above the national median.
pub(super) fn against_median(rows: &[&ComponentRowView]) -> AgainstMedian {
    let distances = || rows.iter().filter_map(|row| Some(row.score? - row.national_median?));
    AgainstMedian {
        on_record: rows.iter().filter(|row| row.score.is_some()).count(),
        comparable: distances().count(),
        above: distances().filter(|distance| *distance > 0.0).count(),
    }
}
