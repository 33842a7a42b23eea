//! The change of a unit between two years, told only as far as the years compare.

use super::{
    comparability::PairComparability,
    rank::places_won,
    rounding::{DIFFERENCE_DECIMALS, round_to},
};
use crate::{
    domain::{Change, Comparability, ObservationStatus},
    identifier::Year,
};

/// What is on record for a unit in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The year.
    pub year: Year,
    /// The score.
    pub score: Option<f64>,
    /// Status of the score.
    pub status: Option<ObservationStatus>,
    /// The rank.
    pub rank: Option<u16>,
    /// The size of the ranked set.
    pub rank_n: Option<u16>,
}

/// The change from an earlier standing to a later one.
///
/// The score change is refused between years that are not comparable; the rank change never is, since a rank is relative
/// within its year.
pub fn change_between(from: &Standing, to: &Standing, comparability: PairComparability) -> Change {
    let score = match (from.score, to.score) {
        (Some(before), Some(after)) if comparability.value != Comparability::NotComparable => {
            Some(round_to(after - before, DIFFERENCE_DECIMALS))
        }
        _ => None,
    };
    Change {
        from_year: from.year,
        from_score: from.score,
        from_status: from.status,
        from_rank: from.rank,
        from_rank_n: from.rank_n,
        score,
        rank: from.rank.zip(to.rank).map(|(before, after)| places_won(before, after)),
        comparability: comparability.value,
        reason: comparability.reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(year: u16, score: f64, rank: u16) -> Standing {
        Standing {
            year: Year(year),
            score: Some(score),
            status: Some(ObservationStatus::Normal),
            rank: Some(rank),
            rank_n: Some(63),
        }
    }

    #[test]
    fn a_change_has_no_floating_point_noise_and_counts_places_won() {
        let pair = PairComparability {
            value: Comparability::Comparable,
            reason: None,
        };
        let change = change_between(&standing(2020, 63.11, 39), &standing(2021, 63.8, 38), pair);
        assert_eq!(change.score, Some(0.69));
        assert_eq!(change.rank, Some(1));
    }

    #[test]
    fn years_that_do_not_compare_have_a_rank_change_only() {
        let pair = PairComparability {
            value: Comparability::NotComparable,
            reason: None,
        };
        let change = change_between(&standing(2020, 43.077, 27), &standing(2021, 42.164, 33), pair);
        assert_eq!((change.score, change.rank), (None, Some(-6)));
        assert_eq!(change.from_score, Some(43.077));
    }
}
