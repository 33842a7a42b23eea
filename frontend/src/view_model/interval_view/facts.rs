//! What is chosen and counted, without a word.

use super::IntervalRowView;
use vithe_shared::sorting::sort_by;

/// What the confidence intervals of a whole table say, counted from them.
#[derive(Clone, Debug, PartialEq)]
pub struct SamplingFacts {
    /// The units ranked first.
    pub first: Vec<String>,
    /// How many of the others cannot be told from the first.
    pub level_with_first: usize,
    /// How many units may belong to the upper half and may belong to the lower half.
    pub of_either_half: usize,
    /// How many units there are.
    pub units: usize,
    /// How many pairs of units differ by more than the sampling error.
    pub pairs_apart: usize,
    /// How many pairs there are.
    pub pairs: usize,
}

/// Counts what the confidence intervals of a whole table say.
pub(super) fn sampling_facts(rows: &[IntervalRowView]) -> SamplingFacts {
    let units = rows.len();
    let firsts: Vec<&IntervalRowView> = rows.iter().filter(|row| row.rank == 1).collect();
    // Of a single first, whose best rank is 1, the worst rank counts all that are not significantly below, and itself.
    let worst_of_first = firsts
        .iter()
        .map(|row| usize::from(row.worst))
        .min()
        .unwrap_or_default();
    SamplingFacts {
        level_with_first: worst_of_first.saturating_sub(1),
        first: firsts.iter().map(|row| row.name.clone()).collect(),
        of_either_half: rows
            .iter()
            .filter(|row| usize::from(row.best) * 2 <= units && usize::from(row.worst) * 2 > units + 1)
            .count(),
        units,
        // A pair that is apart counts once: for the lower one, as a rival significantly above.
        pairs_apart: rows.iter().map(|row| usize::from(row.best) - 1).sum(),
        pairs: units * units.saturating_sub(1) / 2,
    }
}

/// How far the ranks of a table move.
pub(super) struct Widths<'a> {
    /// The row that moves farthest, the best placed of several.
    pub(super) widest: &'a IntervalRowView,
    /// How many ranks stay.
    pub(super) held: usize,
    /// At least half of the rows are as wide as this or wider.
    pub(super) middle: u16,
}

/// Measures the rows; `None` without any.
pub(super) fn widths(rows: &[IntervalRowView]) -> Option<Widths<'_>> {
    let mut widths: Vec<u16> = rows.iter().map(IntervalRowView::width).collect();
    sort_by(&mut widths, Ord::cmp);
    Some(Widths {
        widest: rows.iter().rev().max_by_key(|row| row.width())?,
        held: widths.iter().filter(|width| **width == 0).count(),
        middle: widths[(widths.len() - 1) / 2],
    })
}
