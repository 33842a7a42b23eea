//! What is chosen and counted, without a word.

use std::cmp::Ordering;

use vithe_shared::api::IndexProfile;

use super::{IndexCardView, components::ComponentRowView};

/// Whether any component has a score.
pub(super) fn has_components(own: &IndexProfile) -> bool {
    own.components.iter().any(|component| component.row.score.is_some())
}

/// How far down the table a province stands, 1 at its end; nothing without a rank.
fn depth(own: &IndexProfile) -> Option<f64> {
    let row = &own.overall.row;
    let (rank, n) = row.rank.zip(row.rank_n)?;
    Some(f64::from(rank) / f64::from(n.max(1)))
}

/// The worse place first, and of equal ones the greater fall; an index without a rank last.
fn worse_first(left: &IndexProfile, right: &IndexProfile) -> Ordering {
    let places = |own: &IndexProfile| own.overall.row.change.as_ref().and_then(|change| change.rank);
    let key = |own: &IndexProfile| depth(own).unwrap_or(0.0);
    key(right)
        .total_cmp(&key(left))
        .then_with(|| places(left).unwrap_or(0).cmp(&places(right).unwrap_or(0)))
}

/// Those with components first, each part the worse place first.
pub(super) fn in_order_told(indices: &[IndexProfile]) -> Vec<&IndexProfile> {
    let (mut told, without): (Vec<&IndexProfile>, Vec<_>) =
        from_the_worst(indices).into_iter().partition(|own| has_components(own));
    told.extend(without);
    told
}

fn from_the_worst(indices: &[IndexProfile]) -> Vec<&IndexProfile> {
    let mut told: Vec<&IndexProfile> = Vec::new();
    for own in indices {
        let place = told.partition_point(|other| worse_first(other, own).is_le());
        told.insert(place, own);
    }
    told
}

/// The cards with the worst news first.
pub(in crate::view_model) fn worst_first<'a>(
    cards: &'a [IndexCardView],
    indices: &[IndexProfile],
) -> Vec<&'a IndexCardView> {
    from_the_worst(indices)
        .into_iter()
        .filter_map(|own| cards.iter().find(|card| card.index == own.index))
        .collect()
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
