//! Who moved most between two years of a table: places won or lost, and points as far as the years compare.
//!
//! The two years need not be neighbours; how far they compare is answered by [`super::comparability`], where a span is as
//! comparable as its worst step, and each single change by [`super::change`]. A unit without a rank in both years is no
//! mover: it entered the ranked set, left it, or its rank of one of the years is not on record.

use std::cmp::Ordering;

use super::{
    change::{Standing, change_between},
    comparability::PairComparability,
};
use crate::domain::{Change, MoverCounts, Presence};

/// What is on record of a unit at one end of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpanEnd {
    /// Score and rank.
    pub standing: Standing,
    /// Whether the unit belongs to the ranked set of that year.
    pub is_member: bool,
}

/// A unit between two years.
#[derive(Clone, Debug, PartialEq)]
pub struct Mover {
    /// Whether it has ranks in both years, and if not, why.
    pub presence: Presence,
    /// The rank in the later year.
    pub rank_to: Option<u16>,
    /// The change from the earlier year to the later one.
    pub change: Change,
}

impl Mover {
    /// A unit from its earlier end to its later one; `None` for a unit that belongs to neither ranked set.
    pub fn between(from: &SpanEnd, to: &SpanEnd, comparability: PairComparability) -> Option<Self> {
        let change = change_between(&from.standing, &to.standing, comparability);
        let presence = match (from.is_member, to.is_member) {
            (false, false) => return None,
            (false, true) => Presence::Entered,
            (true, false) => Presence::Left,
            (true, true) if change.rank.is_some() => Presence::Ranked,
            (true, true) => Presence::NotOnRecord,
        };
        Some(Self {
            presence,
            rank_to: to.standing.rank,
            change,
        })
    }

    /// Places won (positive) or lost (negative) by a unit that is ranked in both years.
    pub fn places(&self) -> Option<i32> {
        self.change.rank.filter(|_| self.presence == Presence::Ranked)
    }
}

/// The order of movers: most places won first; of equal moves the larger change of score first, then the better rank in
/// the later year. Units that are not ranked in both years come last.
pub fn compare_movers(left: &Mover, right: &Mover) -> Ordering {
    let points = |mover: &Mover| mover.change.score.unwrap_or(f64::NEG_INFINITY);
    // `None` is less than any number of places.
    right
        .places()
        .cmp(&left.places())
        .then_with(|| points(right).total_cmp(&points(left)))
        .then_with(|| left.rank_to.unwrap_or(u16::MAX).cmp(&right.rank_to.unwrap_or(u16::MAX)))
}

/// How many units went which way.
pub fn count_movers<'a>(movers: impl IntoIterator<Item = &'a Mover>) -> MoverCounts {
    let mut counts = MoverCounts::default();
    for mover in movers {
        let counted = match (mover.presence, mover.change.rank) {
            (Presence::Ranked, Some(1..)) => &mut counts.risen,
            (Presence::Ranked, Some(..=-1)) => &mut counts.fallen,
            (Presence::Ranked, _) => &mut counts.unchanged,
            (Presence::Entered, _) => &mut counts.entrants,
            (Presence::Left, _) => &mut counts.leavers,
            (Presence::NotOnRecord, _) => &mut counts.not_on_record,
        };
        *counted += 1;
    }
    counts
}

/// Whether enough units are ranked in both years to say who moved most: at least half of the later year's ranked set.
pub fn are_enough_ranked(ranked_in_both: usize, n: u16) -> bool {
    n > 0 && ranked_in_both * 2 >= usize::from(n)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        analytics::rank::competition_ranks,
        domain::{Comparability, Reason},
        identifier::Year,
    };

    fn pair(value: Comparability) -> PairComparability {
        PairComparability {
            value,
            reason: (value != Comparability::Comparable).then(|| Reason {
                code: "renewed".to_owned(),
                vi: "Thay mới.".to_owned(),
                en: "Renewed.".to_owned(),
            }),
        }
    }

    fn end(year: u16, figures: Option<(f64, u16)>, is_member: bool) -> SpanEnd {
        SpanEnd {
            standing: Standing {
                status: None,
                year: Year(year),
                score: figures.map(|(score, _)| score),
                rank: figures.map(|(_, rank)| rank),
                rank_n: figures.map(|_| 63),
            },
            is_member,
        }
    }

    /// Hậu Giang in PCI: 2018 61.8653, 44th of 63; 2021 63.80, 38th of 63. 2020→21 is a limited step.
    #[test]
    fn a_change_over_several_years_keeps_the_label_of_its_worst_step() {
        let mover = Mover::between(
            &end(2018, Some((61.8653, 44)), true),
            &end(2021, Some((63.8, 38)), true),
            pair(Comparability::Limited),
        )
        .unwrap();
        assert_eq!((mover.places(), mover.change.score), (Some(6), Some(1.9347)));
        assert_eq!(mover.change.reason.unwrap().code, "renewed");
    }

    #[test]
    fn points_are_refused_between_years_that_do_not_compare_and_places_never() {
        let mover = Mover::between(
            &end(2020, Some((43.077, 27)), true),
            &end(2021, Some((42.164, 33)), true),
            pair(Comparability::NotComparable),
        )
        .unwrap();
        assert_eq!((mover.places(), mover.change.score), (Some(-6), None));
    }

    #[test]
    fn who_enters_leaves_or_has_no_rank_on_record_is_no_mover() {
        let between = |from: SpanEnd, to: SpanEnd| Mover::between(&from, &to, pair(Comparability::Comparable));
        let ranked = |year| end(year, Some((60.0, 10)), true);
        let cases = [
            (end(2020, None, false), ranked(2021), Some(Presence::Entered)),
            (ranked(2020), end(2021, None, false), Some(Presence::Left)),
            (ranked(2020), end(2021, None, true), Some(Presence::NotOnRecord)),
            (end(2020, None, false), end(2021, None, false), None),
        ];
        for (from, to, presence) in cases {
            let mover = between(from, to);
            assert_eq!(mover.as_ref().map(|mover| mover.presence), presence);
            assert_eq!(mover.and_then(|mover| mover.places()), None);
        }
    }

    #[test]
    fn equal_moves_are_ordered_by_points_and_then_by_rank() {
        let mover = |from_rank, to_rank, points: Option<f64>| {
            let comparability = if points.is_some() {
                Comparability::Comparable
            } else {
                Comparability::NotComparable
            };
            Mover::between(
                &end(2020, Some((60.0, from_rank)), true),
                &end(2021, Some((60.0 + points.unwrap_or_default(), to_rank)), true),
                pair(comparability),
            )
            .unwrap()
        };
        let mut movers = [
            mover(20, 15, Some(1.0)),
            mover(10, 5, Some(1.0)),
            mover(30, 25, Some(2.0)),
            mover(9, 8, Some(9.0)),
        ];
        movers.sort_by(compare_movers);
        let ranks: Vec<Option<u16>> = movers.iter().map(|mover| mover.rank_to).collect();
        assert_eq!(ranks, [Some(25), Some(5), Some(15), Some(8)]);
        assert_eq!(compare_movers(&mover(2, 1, None), &mover(3, 2, None)), Ordering::Less);
    }

    #[test]
    fn half_of_the_set_is_enough() {
        assert!(are_enough_ranked(32, 63) && !are_enough_ranked(31, 63));
        assert!(!are_enough_ranked(0, 0));
    }

    /// Scores of two years; `None` for a unit outside the ranked set.
    fn tables() -> impl Strategy<Value = Vec<(Option<i32>, Option<i32>)>> {
        proptest::collection::vec(
            (
                proptest::option::weighted(0.9, 0_i32..40),
                proptest::option::weighted(0.9, 0_i32..40),
            ),
            1..40,
        )
    }

    fn movers_of(scores: &[(Option<i32>, Option<i32>)], value: Comparability) -> Vec<Mover> {
        let ends = |year: u16, column: Vec<Option<i32>>| -> Vec<SpanEnd> {
            let known: Vec<f64> = column.iter().flatten().map(|score| f64::from(*score)).collect();
            let mut ranks = competition_ranks(&known).into_iter();
            column
                .into_iter()
                .map(|score| {
                    let figures = score.map(|score| (f64::from(score), ranks.next().unwrap()));
                    end(year, figures, score.is_some())
                })
                .collect()
        };
        let from = ends(2020, scores.iter().map(|pair| pair.0).collect());
        let to = ends(2021, scores.iter().map(|pair| pair.1).collect());
        let mut movers: Vec<Mover> = from
            .iter()
            .zip(&to)
            .filter_map(|(from, to)| Mover::between(from, to, pair(value)))
            .collect();
        movers.sort_by(compare_movers);
        movers
    }

    proptest! {
        #[test]
        fn every_member_is_counted_once(scores in tables()) {
            let movers = movers_of(&scores, Comparability::Comparable);
            let counts = count_movers(&movers);
            let members = scores.iter().filter(|pair| pair.0.is_some() || pair.1.is_some()).count();
            let counted = counts.risen + counts.fallen + counts.unchanged + counts.entrants + counts.leavers;
            prop_assert_eq!(usize::from(counted), members);
            prop_assert_eq!(counts.not_on_record, 0);
        }

        #[test]
        fn places_never_grow_down_the_list_and_the_unranked_end_it(scores in tables()) {
            let movers = movers_of(&scores, Comparability::Limited);
            for neighbours in movers.windows(2) {
                prop_assert!(neighbours[0].places() >= neighbours[1].places());
            }
        }

        #[test]
        fn the_way_back_is_the_way_there_with_its_sign_turned(scores in tables()) {
            let back: Vec<_> = scores.iter().map(|pair| (pair.1, pair.0)).collect();
            let there = count_movers(&movers_of(&scores, Comparability::Comparable));
            let returned = count_movers(&movers_of(&back, Comparability::Comparable));
            prop_assert_eq!((there.risen, there.fallen, there.unchanged), (returned.fallen, returned.risen, returned.unchanged));
            prop_assert_eq!((there.entrants, there.leavers), (returned.leavers, returned.entrants));
        }

        #[test]
        fn no_points_are_told_between_years_that_do_not_compare(scores in tables()) {
            for mover in movers_of(&scores, Comparability::NotComparable) {
                prop_assert_eq!(mover.change.score, None);
                prop_assert!(mover.change.reason.is_some());
            }
        }

        #[test]
        fn places_won_and_lost_add_up_to_nothing_where_nobody_ties_enters_or_leaves(
            scores in proptest::collection::hash_set((0_i32..400, 0_i32..400), 1..30),
        ) {
            let mut from = std::collections::HashSet::new();
            let mut to = std::collections::HashSet::new();
            let untied: Vec<_> = scores
                .into_iter()
                .filter(|pair| from.insert(pair.0) && to.insert(pair.1))
                .map(|pair| (Some(pair.0), Some(pair.1)))
                .collect();
            let total: i32 = movers_of(&untied, Comparability::Comparable)
                .iter()
                .filter_map(Mover::places)
                .sum();
            prop_assert_eq!(total, 0);
        }
    }
}
