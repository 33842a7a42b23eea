//! In what a unit is strong or weak beside the others of a year: its place in the complete table of each component, how far
//! that is from the median, and how it stands against its own overall rank.
//!
//! A component is a *strength* where the unit's rank is in the top quarter of the table (rank ≤ n/4) and its score is above
//! the median; a *weakness* where the same holds counted from the end of the table and below the median. Units that tie share
//! the better place from the top and, counted from the end, the better place from the end, so the rule reads the same upside
//! down; a tie so large that it holds the median is neither.

use super::rounding::{DIFFERENCE_DECIMALS, round_to};
use crate::domain::{AgainstOverall, Margin, Summary};

/// What counts as an end of a table, and as a difference against the overall rank: one of so many parts of the table.
const QUARTERS: usize = 4;

/// Which end of a table a unit stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the top quarter, above the median.
    Strength,
    /// In the bottom quarter, below the median.
    Weakness,
}

/// Which end of its table a unit stands at; `None` between the quarters. `ranks` are those of all members, the unit included;
/// `margin` is its score minus the median.
pub fn side(rank: u16, ranks: &[u16], margin: f64) -> Option<Side> {
    let from_top = 1 + ranks.iter().filter(|other| **other < rank).count();
    let from_end = 1 + ranks.iter().filter(|other| **other > rank).count();
    let in_quarter = |place: usize| place * QUARTERS <= ranks.len();
    if margin > 0.0 && in_quarter(from_top) {
        Some(Side::Strength)
    } else if margin < 0.0 && in_quarter(from_end) {
        Some(Side::Weakness)
    } else {
        None
    }
}

/// How far a score lies from the median of its table, in points and in interquartile ranges.
pub fn margin(score: f64, summary: &Summary) -> Margin {
    let points = round_to(score - summary.median, DIFFERENCE_DECIMALS);
    let range = summary.q3 - summary.q1;
    Margin {
        points,
        // A table of which the middle half ties has no range to measure by.
        quartile_ranges: (range > 1e-9).then(|| round_to(points / range, 4)),
    }
}

/// How a rank of a component stands against the overall rank, both as a share of their own table.
pub fn against_overall((rank, n): (u16, u16), (overall_rank, overall_n): (u16, u16)) -> AgainstOverall {
    // Shares with one denominator: exact in whole numbers.
    let own = usize::from(rank) * usize::from(overall_n);
    let overall = usize::from(overall_rank) * usize::from(n);
    let whole = usize::from(n) * usize::from(overall_n);
    if overall.saturating_sub(own) * QUARTERS >= whole {
        AgainstOverall::Stronger
    } else if own.saturating_sub(overall) * QUARTERS >= whole {
        AgainstOverall::Weaker
    } else {
        AgainstOverall::Similar
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analytics::rank::competition_ranks;

    /// The sides of all units of a table.
    fn sides(scores: &[f64]) -> Vec<Option<Side>> {
        let ranks = competition_ranks(scores);
        let summary = Summary::of(scores).unwrap();
        scores
            .iter()
            .zip(&ranks)
            .map(|(score, rank)| side(*rank, &ranks, margin(*score, &summary).points))
            .collect()
    }

    fn count(sides: &[Option<Side>], wanted: Side) -> usize {
        sides.iter().filter(|side| **side == Some(wanted)).count()
    }

    #[test]
    fn of_sixty_three_fifteen_are_strong_and_fifteen_weak() {
        // A quarter of 63 is 15.75: the 16th is not within it.
        let scores: Vec<f64> = (0..63).map(|place| 80.0 - f64::from(place)).collect();
        let sides = sides(&scores);
        assert!(sides[..15].iter().all(|side| *side == Some(Side::Strength)));
        assert!(sides[15..48].iter().all(Option::is_none));
        assert!(sides[48..].iter().all(|side| *side == Some(Side::Weakness)));
    }

    #[test]
    fn ties_at_the_edge_share_the_better_place_at_both_ends() {
        // Of eight the quarter is two places; the second and the third tie at both ends.
        let scores = [9.0, 8.0, 8.0, 6.0, 5.0, 3.0, 3.0, 2.0];
        let sides = sides(&scores);
        assert_eq!((count(&sides, Side::Strength), count(&sides, Side::Weakness)), (3, 3));
    }

    #[test]
    fn a_tie_that_holds_the_median_is_no_strength() {
        let sides = sides(&[7.0, 7.0, 7.0, 7.0, 7.0, 4.0, 3.0, 2.0]);
        assert_eq!(count(&sides, Side::Strength), 0);
        assert_eq!(count(&sides, Side::Weakness), 2);
    }

    /// Scores 1 to 8: median 4.5, quartiles 2.75 and 6.25 (type 7), interquartile range 3.5.
    #[test]
    fn a_margin_is_told_in_points_and_in_interquartile_ranges() {
        let scores: Vec<f64> = (1..=8).map(f64::from).collect();
        let summary = Summary::of(&scores).unwrap();
        let told = margin(8.0, &summary);
        assert_eq!((told.points, told.quartile_ranges), (3.5, Some(1.0)));
        let flat = Summary::of(&[5.0, 5.0, 5.0, 5.0, 9.0]).unwrap();
        assert_eq!(margin(9.0, &flat).quartile_ranges, None);
    }

    #[test]
    fn a_component_is_stronger_than_the_whole_by_a_quarter_of_the_table() {
        // 40/63 overall: 24/63 is 16 places or 25.4 % better, 25/63 only 23.8 %.
        assert_eq!(against_overall((24, 63), (40, 63)), AgainstOverall::Stronger);
        assert_eq!(against_overall((25, 63), (40, 63)), AgainstOverall::Similar);
        assert_eq!(against_overall((56, 63), (40, 63)), AgainstOverall::Weaker);
        // Exactly a quarter counts, also where the tables differ in size: 15/60 against 30/60 = 31.5/63.
        assert_eq!(against_overall((15, 60), (30, 60)), AgainstOverall::Stronger);
        assert_eq!(against_overall((15, 60), (31, 63)), AgainstOverall::Similar);
        assert_eq!(against_overall((15, 60), (32, 63)), AgainstOverall::Stronger);
        // The first of a table cannot do better than itself.
        assert_eq!(against_overall((1, 63), (1, 63)), AgainstOverall::Similar);
    }

    fn scores() -> impl Strategy<Value = Vec<f64>> {
        proptest::collection::vec((0_i32..60).prop_map(f64::from), 4..70)
    }

    proptest! {
        #[test]
        fn upside_down_strengths_are_weaknesses(scores in scores()) {
            let turned: Vec<f64> = scores.iter().map(|score| 100.0 - score).collect();
            for (side, other) in sides(&scores).into_iter().zip(sides(&turned)) {
                let mirrored = side.map(|side| match side {
                    Side::Strength => Side::Weakness,
                    Side::Weakness => Side::Strength,
                });
                prop_assert_eq!(mirrored, other);
            }
        }

        #[test]
        fn a_better_score_is_never_weaker(scores in scores()) {
            let place = |side: &Option<Side>| match side {
                Some(Side::Strength) => 2,
                None => 1,
                Some(Side::Weakness) => 0,
            };
            let told = sides(&scores);
            for (score, side) in scores.iter().zip(&told) {
                for (other, other_side) in scores.iter().zip(&told) {
                    prop_assert!(score < other || place(side) >= place(other_side));
                }
            }
        }

        #[test]
        fn without_ties_each_end_holds_a_quarter(scores in proptest::collection::hash_set(0_i32..1000, 4..70)) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let told = sides(&scores);
            prop_assert_eq!(count(&told, Side::Strength), scores.len() / 4);
            prop_assert_eq!(count(&told, Side::Weakness), scores.len() / 4);
        }

        #[test]
        fn another_scale_changes_no_side_and_no_margin_in_quartile_ranges(scores in scores(), factor in 1_u8..9, shift in -20_i8..20) {
            let scaled: Vec<f64> = scores.iter().map(|score| score * f64::from(factor) + f64::from(shift)).collect();
            prop_assert_eq!(sides(&scores), sides(&scaled));
            let (plain, other) = (Summary::of(&scores).unwrap(), Summary::of(&scaled).unwrap());
            for (score, scaled) in scores.iter().zip(&scaled) {
                let (one, two) = (margin(*score, &plain).quartile_ranges, margin(*scaled, &other).quartile_ranges);
                prop_assert!(one.zip(two).is_none_or(|(one, two)| (one - two).abs() < 1e-3));
            }
        }

        #[test]
        fn stronger_than_the_whole_is_weaker_the_other_way_round(
            rank in 1_u16..64, overall in 1_u16..64, spare in 0_u16..5, overall_spare in 0_u16..5,
        ) {
            let (one, other) = ((rank, 63 + spare), (overall, 63 + overall_spare));
            let turned = match against_overall(other, one) {
                AgainstOverall::Stronger => AgainstOverall::Weaker,
                AgainstOverall::Similar => AgainstOverall::Similar,
                AgainstOverall::Weaker => AgainstOverall::Stronger,
            };
            prop_assert_eq!(against_overall(one, other), turned);
        }
    }
}
