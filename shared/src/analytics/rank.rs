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

/// The ranks of a table, or `None` if a member has no score.
pub fn ranks_of_complete_table(scores: &[Option<f64>]) -> Option<Vec<u16>> {
    let scores: Option<Vec<f64>> = scores.iter().copied().collect();
    scores
        .filter(|scores| !scores.is_empty())
        .map(|scores| competition_ranks(&scores))
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
        assert_eq!(ranks_of_complete_table(&[Some(1.0), None]), None);
        assert_eq!(ranks_of_complete_table(&[]), None);
        assert_eq!(ranks_of_complete_table(&[Some(1.0), Some(2.0)]), Some(vec![2, 1]));
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
        fn equal_scores_share_a_rank(score in 0_i32..100, copies in 1_usize..20, other in 0_i32..100) {
            let mut scores = vec![f64::from(score); copies];
            scores.push(f64::from(other));
            let ranks = competition_ranks(&scores);
            prop_assert!(ranks[..copies].windows(2).all(|pair| pair[0] == pair[1]));
        }
    }
}
