//! Where a value of an indicator stands among those of all units. An indicator has no published weight, so nothing here says
//! what it contributes to its component: only its rank, and how far it lies from the median.

use super::rank::competition_ranks;
use crate::domain::{Direction, StandsOut, Summary};

/// The rank of each value, in the order given; 1 is best, equal values share the better place.
///
/// ```
/// use vithe_shared::{analytics::indicator::ranks, domain::Direction};
/// assert_eq!(ranks(&[7.0, 3.0, 7.0, 10.0], Direction::Lower), [2, 1, 2, 4]);
/// assert_eq!(ranks(&[7.0, 3.0, 7.0, 10.0], Direction::Higher), [2, 4, 2, 1]);
/// ```
pub fn ranks(values: &[f64], direction: Direction) -> Vec<u16> {
    let goodness: Vec<f64> = values.iter().map(|value| goodness(*value, direction)).collect();
    competition_ranks(&goodness)
}

/// The same value on a scale on which more is better.
pub fn goodness(value: f64, direction: Direction) -> f64 {
    match direction {
        Direction::Higher => value,
        // Not −0 for 0, which would be told apart from it.
        Direction::Lower => 0.0 - value,
    }
}

/// How far a value lies from the median, in ranges between the quartiles, positive on the good side; `None` where half of the
/// values are equal, so that there is no range.
///
/// ```
/// use vithe_shared::{analytics::indicator::distance, domain::{Direction, Summary}};
/// let summary = Summary::of(&[2.0, 4.0, 6.0, 8.0, 10.0]).unwrap();
/// assert_eq!(distance(10.0, &summary, Direction::Higher), Some(1.0));
/// assert_eq!(distance(10.0, &summary, Direction::Lower), Some(-1.0));
/// ```
pub fn distance(value: f64, summary: &Summary, direction: Direction) -> Option<f64> {
    let range = summary.q3 - summary.q1;
    let better = goodness(value, direction) - goodness(summary.median, direction);
    (range > 0.0).then(|| better / range)
}

/// Whether a value stands out among those of all units. A value that a quarter shares does not.
///
/// ```
/// use vithe_shared::{analytics::indicator::stands_out, domain::{Direction, StandsOut, Summary}};
/// let summary = Summary::of(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
/// assert_eq!(stands_out(1.0, &summary, Direction::Lower), Some(StandsOut::Good));
/// assert_eq!(stands_out(4.0, &summary, Direction::Lower), None);
/// ```
pub fn stands_out(value: f64, summary: &Summary, direction: Direction) -> Option<StandsOut> {
    let above = value > summary.q3;
    let below = value < summary.q1;
    match direction {
        Direction::Higher if above => Some(StandsOut::Good),
        Direction::Higher if below => Some(StandsOut::Bad),
        Direction::Lower if below => Some(StandsOut::Good),
        Direction::Lower if above => Some(StandsOut::Bad),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_of_the_values_equal_leave_no_range() {
        let summary = Summary::of(&[10.0, 30.0, 30.0, 30.0, 30.0]).unwrap();
        assert_eq!(distance(10.0, &summary, Direction::Lower), None);
        assert_eq!(stands_out(10.0, &summary, Direction::Lower), Some(StandsOut::Good));
        assert_eq!(stands_out(30.0, &summary, Direction::Lower), None);
    }

    proptest! {
        #[test]
        fn the_other_direction_turns_everything_round(values in prop::collection::vec(0.0_f64..100.0, 2..70)) {
            let summary = Summary::of(&values).unwrap();
            for value in &values {
                let (up, down) = (
                    distance(*value, &summary, Direction::Higher),
                    distance(*value, &summary, Direction::Lower),
                );
                prop_assert_eq!(up.map(|up| up + 0.0), down.map(|down| 0.0 - down));
                let turned = match stands_out(*value, &summary, Direction::Higher) {
                    Some(StandsOut::Good) => Some(StandsOut::Bad),
                    Some(StandsOut::Bad) => Some(StandsOut::Good),
                    None => None,
                };
                prop_assert_eq!(stands_out(*value, &summary, Direction::Lower), turned);
            }
        }

        #[test]
        fn at_most_a_quarter_rounded_up_stands_out_on_a_side(values in prop::collection::vec(0.0_f64..100.0, 1..70)) {
            let summary = Summary::of(&values).unwrap();
            let bad = values
                .iter()
                .filter(|value| stands_out(**value, &summary, Direction::Higher) == Some(StandsOut::Bad))
                .count();
            prop_assert!(bad <= values.len().div_ceil(4));
        }

        #[test]
        fn who_is_nearer_to_the_good_end_has_no_worse_rank(values in prop::collection::vec(0.0_f64..100.0, 2..70)) {
            for direction in Direction::ALL {
                let ranks = ranks(&values, direction);
                for (one, rank) in values.iter().zip(&ranks) {
                    for (other, other_rank) in values.iter().zip(&ranks) {
                        if goodness(*one, direction) > goodness(*other, direction) {
                            prop_assert!(rank < other_rank);
                        }
                    }
                }
            }
        }
    }
}
