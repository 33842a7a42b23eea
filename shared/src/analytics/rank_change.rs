//! Why a rank changed: the unit's own score, the scores of the others, who takes part, and the order of printed ties.
//!
//! Before anything else the median change of the units present in both years is taken from every later score: a drift that
//! all share is nobody's merit (it is reported as `national_shift`, and is no part of the sum). The rank as a function of
//! three switches, own score, scores of the others, membership, each at its earlier or later state, is split by Shapley
//! values, so the parts are multiples of a sixth and add up to the change of the derived rank. What the published rank
//! differs from the derived one is `tie_order`.

use std::collections::BTreeMap;

use crate::sorting::{gather, sort_by};

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

/// Two complete tables, made ready to split the change of any unit's rank: what is the same for every unit is worked out
/// once, so that a unit costs a few look-ups in sorted scores.
#[derive(Clone, Debug)]
pub struct RankPair<Key> {
    /// Earlier score, and later score without the drift, of the units present in both years.
    stayers: BTreeMap<Key, (f64, f64)>,
    /// The earlier and the later scores of the stayers, each best first.
    stayers_before: Vec<f64>,
    stayers_after: Vec<f64>,
    /// The earlier scores of the units that left, best first.
    leavers: Vec<f64>,
    /// The later scores, without the drift, of the units that entered, best first.
    entrants: Vec<f64>,
    national_shift: f64,
}

impl<Key: Ord + Clone> RankPair<Key> {
    /// A pair of tables that hold the score of every member. `None` if no unit is present in both years.
    pub fn new(from: &BTreeMap<Key, f64>, to: &BTreeMap<Key, f64>) -> Option<Self> {
        let changes: Vec<f64> = from
            .iter()
            .filter_map(|(key, before)| Some(to.get(key)? - before))
            .collect();
        let shift = median(&changes)?;
        let stayers: BTreeMap<Key, (f64, f64)> = gather(
            from.iter()
                .filter_map(|(key, before)| Some((key.clone(), (*before, to.get(key)? - shift)))),
        );
        let missing_in = |other: &BTreeMap<Key, f64>, table: &BTreeMap<Key, f64>, shift: f64| {
            best_first(
                table
                    .iter()
                    .filter(|(key, _)| !other.contains_key(key))
                    .map(|(_, score)| score - shift),
            )
        };
        Some(Self {
            stayers_before: best_first(stayers.values().map(|(before, _)| *before)),
            stayers_after: best_first(stayers.values().map(|(_, after)| *after)),
            leavers: missing_in(to, from, 0.0),
            entrants: missing_in(from, to, shift),
            stayers,
            national_shift: shift,
        })
    }

    /// Splits the change of a unit's rank. `None` if the unit is missing in one of the tables. `rank_from` and `rank_to` are
    /// the ranks shown.
    pub fn decompose(&self, unit: &Key, rank_from: u16, rank_to: u16) -> Option<RankDecomposition> {
        let (own_from, own_to) = *self.stayers.get(unit)?;
        let rank = |own_later: bool, others_later: bool, members_later: bool| -> i32 {
            let own = if own_later { own_to } else { own_from };
            let (stayers, among_them) = if others_later {
                (&self.stayers_after, own_to)
            } else {
                (&self.stayers_before, own_from)
            };
            let changed = if members_later { &self.entrants } else { &self.leavers };
            // The unit is one of the stayers, and no rival of itself.
            let itself = usize::from(is_above(among_them, own));
            let above = count_above(stayers, own) - itself + count_above(changed, own);
            1 + i32::try_from(above).unwrap_or(i32::MAX)
        };

        // Shapley value of each switch, times six: the weights are 2 for the empty and the full coalition, 1 for the others.
        let sixths = |flip: &dyn Fn(bool, bool, bool) -> i32| {
            let gain = |first: bool, second: bool| flip(true, first, second) - flip(false, first, second);
            // A smaller rank is a place won.
            -(2 * gain(false, false) + gain(true, false) + gain(false, true) + 2 * gain(true, true))
        };
        let derived = rank(false, false, false) - rank(true, true, true);
        let total = i32::from(rank_from) - i32::from(rank_to);
        Some(RankDecomposition {
            total,
            own_score_sixths: sixths(&|own, others, members| rank(own, others, members)),
            others_sixths: sixths(&|others, own, members| rank(own, others, members)),
            membership_sixths: sixths(&|members, own, others| rank(own, others, members)),
            tie_order: total - derived,
            national_shift: self.national_shift,
        })
    }
}

fn best_first(scores: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut scores: Vec<f64> = scores.collect();
    sort_by(&mut scores, |left, right| right.total_cmp(left));
    scores
}

/// How many of some scores, best first, beat another.
fn count_above(best_first: &[f64], own: f64) -> usize {
    best_first.partition_point(|score| is_above(*score, own))
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

    fn decompose_rank_change(
        unit: u16,
        from: &BTreeMap<u16, f64>,
        to: &BTreeMap<u16, f64>,
        rank_from: u16,
        rank_to: u16,
    ) -> Option<RankDecomposition> {
        RankPair::new(from, to)?.decompose(&unit, rank_from, rank_to)
    }

    /// The parts by their definition: the mean place won by each switch over the six orders in which they can be thrown,
    /// every rank counted rival by rival. In sixths, and in the order own score, others, membership.
    fn sixths_by_definition(unit: u16, from: &BTreeMap<u16, f64>, to: &BTreeMap<u16, f64>) -> [i32; 3] {
        let changes: Vec<f64> = from
            .iter()
            .filter_map(|(key, before)| Some(to.get(key)? - before))
            .collect();
        let shift = median(&changes).unwrap();
        let rank = |later: [bool; 3]| {
            let [own_later, others_later, members_later] = later;
            let own = if own_later { to[&unit] - shift } else { from[&unit] };
            let members = if members_later { to } else { from };
            let rivals = members.keys().filter(|key| **key != unit).map(|key| {
                let (before, after) = (from.get(key).copied(), to.get(key).map(|score| score - shift));
                match (before, after) {
                    (Some(before), Some(after)) => {
                        if others_later {
                            after
                        } else {
                            before
                        }
                    }
                    (before, after) => before.or(after).unwrap(),
                }
            });
            1 + i32::try_from(rivals.filter(|score| is_above(*score, own)).count()).unwrap()
        };
        let mut won = [0; 3];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let mut later = [false; 3];
            for switch in order {
                let before = rank(later);
                later[switch] = true;
                won[switch] += before - rank(later);
            }
        }
        won
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
        let parts = decompose_rank_change(1, &from, &to, 3, 3).unwrap();
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
        let parts = decompose_rank_change(1, &from, &to, 3, 1).unwrap();
        assert_eq!((parts.total, parts.own_score_sixths, parts.others_sixths), (2, 12, 0));
    }

    #[test]
    fn a_better_unit_that_leaves_wins_a_place_by_membership() {
        let from = table(&[(1, 60.0), (2, 61.0), (3, 59.0)]);
        let to = table(&[(1, 60.0), (3, 59.0)]);
        let parts = decompose_rank_change(1, &from, &to, 2, 1).unwrap();
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
            let parts = decompose_rank_change(unit, &from, &to, rank_from, rank_to).unwrap();
            prop_assert_eq!(
                parts.own_score_sixths + parts.others_sixths + parts.membership_sixths + 6 * parts.tie_order,
                6 * parts.total
            );
            prop_assert_eq!(
                [parts.own_score_sixths, parts.others_sixths, parts.membership_sixths],
                sixths_by_definition(unit, &from, &to)
            );
        }
    }
}
