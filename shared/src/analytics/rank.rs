//! Ranks. Competition ranking ("1, 2, 2, 4"): a rank is one more than the number of strictly better scores, so units with
//! equal scores share the better place. A rank is derived only from a complete table: one that has a score for every
//! member of the year's ranked set.

use crate::sorting::sort_by;

/// The rank of each score, in the order given; a higher score is better.
///
/// ```
/// use vithe_shared::analytics::rank::competition_ranks;
/// assert_eq!(competition_ranks(&[60.0, 70.0, 60.0, 50.0]), [2, 1, 2, 4]);
/// ```
pub fn competition_ranks(scores: &[f64]) -> Vec<u16> {
    let mut best_first: Vec<(f64, usize)> = scores.iter().copied().zip(0..).collect();
    sort_by(&mut best_first, |left, right| right.0.total_cmp(&left.0));
    let mut ranks = vec![0; scores.len()];
    let mut rank = 0;
    let mut previous: Option<f64> = None;
    for (better, (score, place)) in best_first.into_iter().enumerate() {
        if previous.is_none_or(|previous| previous.total_cmp(&score).is_ne()) {
            rank = u16::try_from(better + 1).unwrap_or(u16::MAX);
        }
        ranks[place] = rank;
        previous = Some(score);
    }
    ranks
}

/// The ranks of a table beside those that are published, or `None` if a member has no score.
///
/// A place that a published rank holds is not given again: published ranks rest on decimals that are not printed, so where
/// displayed scores are equal the others stand behind, on the next place that is free.
///
/// ```
/// use vithe_shared::analytics::rank::ranks_of_complete_table;
/// let scores = [Some(62.0), Some(60.0), Some(60.0), Some(58.0)];
/// assert_eq!(
///     ranks_of_complete_table(&scores, &[None, Some(2), None, None]),
///     Some(vec![1, 2, 3, 4])
/// );
/// ```
pub fn ranks_of_complete_table(scores: &[Option<f64>], published: &[Option<u16>]) -> Option<Vec<u16>> {
    let scores: Option<Vec<f64>> = scores.iter().copied().collect();
    let mut ranks = competition_ranks(&scores.filter(|scores| !scores.is_empty())?);
    for (rank, published_rank) in ranks.iter_mut().zip(published) {
        match published_rank {
            Some(published_rank) => *rank = *published_rank,
            None => {
                while published.contains(&Some(*rank)) {
                    *rank += 1;
                }
            }
        }
    }
    Some(ranks)
}

/// Places won (positive) or lost (negative) from one rank to another.
///
/// ```
/// use vithe_shared::analytics::rank::places_won;
/// assert_eq!(places_won(39, 38), 1);
/// ```
pub fn places_won(from: u16, to: u16) -> i32 {
    i32::from(from) - i32::from(to)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_missing_score_makes_every_rank_impossible() {
        assert_eq!(ranks_of_complete_table(&[Some(1.0), None], &[None, Some(1)]), None);
        assert_eq!(ranks_of_complete_table(&[], &[]), None);
        assert_eq!(
            ranks_of_complete_table(&[Some(1.0), Some(2.0)], &[None, None]),
            Some(vec![2, 1])
        );
    }

    #[test]
    fn a_place_that_a_published_rank_holds_is_not_given_again() {
        let tied = [Some(63.0), Some(60.5), Some(60.5), Some(60.5), Some(58.0)];
        // Of three equal scores one is printed as 2 and one as 3: the place that is left is 4.
        assert_eq!(
            ranks_of_complete_table(&tied, &[None, Some(3), None, Some(2), None]),
            Some(vec![1, 3, 4, 2, 5])
        );
        // One is printed as the last of them: the others share the better place.
        assert_eq!(
            ranks_of_complete_table(&tied, &[None, Some(4), None, None, None]),
            Some(vec![1, 4, 2, 2, 5])
        );
    }

    proptest! {
        #[test]
        fn a_rank_counts_the_strictly_better_scores(scores in proptest::collection::vec(0_i32..40, 1..64)) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let ranks = competition_ranks(&scores);
            for (score, rank) in scores.iter().zip(&ranks) {
                let better = scores.iter().filter(|other| *other > score).count();
                prop_assert_eq!(usize::from(*rank), better + 1);
            }
        }

        #[test]
        fn the_order_of_the_rows_does_not_matter(scores in proptest::collection::vec(0_i32..40, 1..64)) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let mut reversed = scores.clone();
            reversed.reverse();
            let mut ranks = competition_ranks(&reversed);
            ranks.reverse();
            prop_assert_eq!(ranks, competition_ranks(&scores));
        }

        #[test]
        fn derived_ranks_beside_published_ones_take_free_places_in_order(
            scores in proptest::collection::vec(0_i32..20, 1..40),
            printed in proptest::collection::vec(proptest::bool::ANY, 40),
        ) {
            let scores: Vec<Option<f64>> = scores.into_iter().map(|score| Some(f64::from(score))).collect();
            // The hidden order: equal scores are told apart by their place in the list.
            let hidden = |unit: usize| 1 + (0..scores.len())
                .filter(|rival| (scores[*rival], unit) > (scores[unit], *rival))
                .count();
            let published: Vec<Option<u16>> = (0..scores.len())
                .map(|unit| printed[unit].then(|| u16::try_from(hidden(unit)).unwrap()))
                .collect();
            let ranks = ranks_of_complete_table(&scores, &published).unwrap();
            for (unit, rank) in ranks.iter().enumerate() {
                match published[unit] {
                    Some(printed) => prop_assert_eq!(*rank, printed),
                    None => prop_assert!(!published.contains(&Some(*rank))),
                }
                for (rival, other) in ranks.iter().enumerate() {
                    if scores[unit] > scores[rival] {
                        prop_assert!(rank < other, "{:?} {:?} {:?}", scores, published, ranks);
                    }
                }
            }
        }

        #[test]
        fn equal_scores_share_a_rank(score in 0_i32..100, copies in 1_usize..20, other in 0_i32..100) {
            let mut scores = vec![f64::from(score); copies];
            scores.push(f64::from(other));
            let ranks = competition_ranks(&scores);
            prop_assert!(ranks[..copies].windows(2).all(|pair| pair[0] == pair[1]));
        }
    }
}
