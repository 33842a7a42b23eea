//! Why a rank changed: the unit's own score, the scores of the others, who takes part, and the order of printed ties.
//!
//! Before anything else the median change of the units present in both years is taken from every later score: a drift that
//! all share is nobody's merit (it is reported as `national_shift`, and is no part of the sum). The rank as a function of
//! three switches, own score, scores of the others, membership, each at its earlier or later state, is split by Shapley
//! values, so the parts are multiples of a sixth and add up to the change of the derived rank. What the published rank
//! differs from the derived one is `tie_order`.

use std::collections::BTreeMap;

use super::statistics::median;

/// A rank change split into parts, in places won (positive) or lost (negative), in sixths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankDecomposition {
    /// Change of the rank shown.
    pub total: i32,
    /// By the unit's own score, in sixths of a place.
    pub own_score_sixths: i32,
    /// By the scores of the others, in sixths of a place.
    pub others_sixths: i32,
    /// By units that left or entered, in sixths of a place.
    pub membership_sixths: i32,
    /// Change of the rank shown minus change of the derived rank, in places.
    pub tie_order: i32,
    /// Median change of the units present in both years, in points.
    pub national_shift: f64,
}

/// Splits the change of a unit's rank between two complete tables. `None` if the unit is missing in one of them.
///
/// `from` and `to` hold the score of every member; `rank_from` and `rank_to` are the ranks shown.
pub fn decompose_rank_change<Key: Ord>(
    unit: &Key,
    from: &BTreeMap<Key, f64>,
    to: &BTreeMap<Key, f64>,
    rank_from: u16,
    rank_to: u16,
) -> Option<RankDecomposition> {
    let own_from = *from.get(unit)?;
    let own_to = *to.get(unit)?;
    let changes: Vec<f64> = from
        .iter()
        .filter_map(|(key, before)| Some(to.get(key)? - before))
        .collect();
    let shift = median(&changes)?;

    let rank = |own_later: bool, others_later: bool, members_later: bool| -> i32 {
        let own = if own_later { own_to - shift } else { own_from };
        let above = |score: f64| is_above(score, own);
        let stayers = from.iter().filter(|(key, before)| {
            *key != unit
                && to
                    .get(key)
                    .is_some_and(|after| above(if others_later { after - shift } else { **before }))
        });
        let changed = if members_later {
            to.iter()
                .filter(|(key, after)| !from.contains_key(key) && above(**after - shift))
                .count()
        } else {
            from.iter()
                .filter(|(key, before)| !to.contains_key(key) && above(**before))
                .count()
        };
        1 + i32::try_from(stayers.count() + changed).unwrap_or(i32::MAX)
    };

    // Shapley value of each switch, times six: the weights are 2 for the empty and the full coalition, 1 for the others.
    let sixths = |flip: &dyn Fn(bool, bool, bool) -> i32| {
        let gain = |first: bool, second: bool| flip(true, first, second) - flip(false, first, second);
        // A smaller rank is a place won.
        -(2 * gain(false, false) + gain(true, false) + gain(false, true) + 2 * gain(true, true))
    };
    let own_score_sixths = sixths(&|own, others, members| rank(own, others, members));
    let others_sixths = sixths(&|others, own, members| rank(own, others, members));
    let membership_sixths = sixths(&|members, own, others| rank(own, others, members));
    let derived = rank(false, false, false) - rank(true, true, true);
    let total = i32::from(rank_from) - i32::from(rank_to);
    Some(RankDecomposition {
        total,
        own_score_sixths,
        others_sixths,
        membership_sixths,
        tie_order: total - derived,
        national_shift: shift,
    })
}

/// Whether a score beats another; differences below any printed decimal are ties that subtraction broke.
fn is_above(score: f64, own: f64) -> bool {
    score - own > 1e-9
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analytics::rank::competition_ranks;

    fn table(scores: &[(u16, f64)]) -> BTreeMap<u16, f64> {
        scores.iter().copied().collect()
    }

    fn rank_in(table: &BTreeMap<u16, f64>, unit: u16) -> u16 {
        let scores: Vec<f64> = table.values().copied().collect();
        let position = table.keys().position(|key| *key == unit).unwrap();
        competition_ranks(&scores)[position]
    }

    #[test]
    fn a_drift_that_all_share_moves_nobody() {
        let from = table(&[(1, 60.0), (2, 61.0), (3, 62.0)]);
        let to = table(&[(1, 63.0), (2, 64.0), (3, 65.0)]);
        let parts = decompose_rank_change(&1, &from, &to, 3, 3).unwrap();
        assert_eq!(
            (parts.own_score_sixths, parts.others_sixths, parts.membership_sixths),
            (0, 0, 0)
        );
        assert_eq!(parts.national_shift, 3.0);
    }

    #[test]
    fn a_better_own_score_wins_places_by_itself() {
        let from = table(&[(1, 60.0), (2, 61.0), (3, 62.0)]);
        let to = table(&[(1, 62.5), (2, 61.0), (3, 62.0)]);
        let parts = decompose_rank_change(&1, &from, &to, 3, 1).unwrap();
        assert_eq!((parts.total, parts.own_score_sixths, parts.others_sixths), (2, 12, 0));
    }

    #[test]
    fn a_better_unit_that_leaves_wins_a_place_by_membership() {
        let from = table(&[(1, 60.0), (2, 61.0), (3, 59.0)]);
        let to = table(&[(1, 60.0), (3, 59.0)]);
        let parts = decompose_rank_change(&1, &from, &to, 2, 1).unwrap();
        assert_eq!(
            (parts.membership_sixths, parts.own_score_sixths, parts.others_sixths),
            (6, 0, 0)
        );
    }

    proptest! {
        #[test]
        fn the_parts_add_up_to_the_change_of_the_rank_shown(
            from in proptest::collection::btree_map(0_u16..30, 0_i32..40, 2..25),
            to in proptest::collection::btree_map(0_u16..30, 0_i32..40, 2..25),
            printed_off_by in -1_i32..=1,
        ) {
            let from: BTreeMap<u16, f64> = from.into_iter().map(|(key, score)| (key, f64::from(score))).collect();
            let to: BTreeMap<u16, f64> = to.into_iter().map(|(key, score)| (key, f64::from(score))).collect();
            let Some(unit) = from.keys().copied().find(|key| to.contains_key(key)) else { return Ok(()); };
            let rank_from = rank_in(&from, unit);
            let derived_to = rank_in(&to, unit);
            let rank_to = u16::try_from((i32::from(derived_to) + printed_off_by).max(1)).unwrap();
            let parts = decompose_rank_change(&unit, &from, &to, rank_from, rank_to).unwrap();
            prop_assert_eq!(
                parts.own_score_sixths + parts.others_sixths + parts.membership_sixths + 6 * parts.tie_order,
                6 * parts.total
            );
        }
    }
}
