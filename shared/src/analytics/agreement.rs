//! Whether published figures agree with each other: how far rounding lets them lie apart, and whether ranks follow scores.
//! The check of the data package and the register of discrepancies go by the same rules.

use super::rounding::round_to;

/// The four parts that the ministry adds to the PAR INDEX, beside its areas.
pub const PAR_PARTS: [&str; 4] = ["p1", "p2", "p3", "p4"];

/// The part of the PAR INDEX that is SIPAS.
pub const PAR_SIPAS_PART: &str = "p2";

/// The first year in which it has 10 of the 100 points.
pub const PAR_SIPAS_FIRST_YEAR: u16 = 2019;

/// Keeps binary noise out of comparisons at the very bound.
const NOISE: f64 = 1e-9;

/// The decimals of a number as it is written out.
///
/// ```
/// use vithe_shared::analytics::agreement::decimals_of;
/// assert_eq!(decimals_of(54.9284), 4);
/// assert_eq!(decimals_of(54.0), 0);
/// ```
pub fn decimals_of(value: f64) -> u8 {
    let text = value.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    u8::try_from(decimals).unwrap_or(u8::MAX)
}

/// Half a unit of the last of so many decimals: as much as rounding can hide.
pub fn half_unit(decimals: u8) -> f64 {
    0.5 * 10_f64.powi(-i32::from(decimals))
}

/// Half a unit of the last decimal that a list of values is printed with.
pub fn half_unit_of_list(values: impl Iterator<Item = f64>) -> f64 {
    half_unit(values.map(decimals_of).max().unwrap_or(0))
}

/// Whether two figures lie apart by more than what rounding allows.
pub fn is_beyond(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() > tolerance + NOISE
}

/// Whether two values of one figure contradict each other: they differ, and the one with fewer decimals is not the other one
/// rounded.
///
/// ```
/// use vithe_shared::analytics::agreement::contradict;
/// assert!(contradict(88.33, 88.32));
/// assert!(!contradict(86.86, 87.0));
/// assert!(contradict(57.4, 57.45));
/// ```
pub fn contradict(one: f64, other: f64) -> bool {
    let decimals = decimals_of(one).min(decimals_of(other));
    one != other && round_to(one, decimals) != round_to(other, decimals)
}

/// Which values belong to a longest subsequence that never rises: the others are the fewest that would have to move for ranks
/// to follow scores.
///
/// ```
/// use vithe_shared::analytics::agreement::longest_falling_run;
/// assert_eq!(longest_falling_run(&[9.0, 8.0, 3.0, 7.0]), [true, true, false, true]);
/// ```
pub fn longest_falling_run(values: &[f64]) -> Vec<bool> {
    // Tables have at most 64 rows, so the plain quadratic way is fast enough and easy to follow.
    let mut lengths = vec![1_usize; values.len()];
    let mut previous = vec![None; values.len()];
    for (position, value) in values.iter().enumerate() {
        for earlier in 0..position {
            if values[earlier] >= *value && lengths[earlier] + 1 > lengths[position] {
                lengths[position] = lengths[earlier] + 1;
                previous[position] = Some(earlier);
            }
        }
    }
    let mut in_run = vec![false; values.len()];
    let mut at = (0..values.len()).max_by_key(|position| lengths[*position]);
    while let Some(position) = at {
        in_run[position] = true;
        at = previous[position];
    }
    in_run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rounding_bound_comes_from_the_printed_decimals() {
        assert!((half_unit(2) - 0.005).abs() < 1e-15);
        assert!((half_unit_of_list([54.0, 54.25, 54.5].into_iter()) - 0.005).abs() < 1e-15);
        assert!(!is_beyond(88.005, 88.0, half_unit(2)) && is_beyond(88.01, 88.0, half_unit(2)));
    }

    #[test]
    fn a_value_and_its_rounding_do_not_contradict_each_other() {
        for (one, other, differ) in [
            (85.48, 85.0, false),
            (58.91, 59.0, false),
            (52.1805, 52.17, true),
            (89.06, 89.6, true),
            (7.0, 7.0, false),
            (34.0, 32.0, true),
        ] {
            assert_eq!(contradict(one, other), differ, "{one} and {other}");
            assert_eq!(contradict(other, one), differ, "{other} and {one}");
        }
    }

    #[test]
    fn one_value_out_of_order_is_told_alone() {
        assert_eq!(
            longest_falling_run(&[9.0, 8.0, 3.0, 7.0, 7.0, 6.0]),
            [true, true, false, true, true, true]
        );
        assert!(longest_falling_run(&[]).is_empty());
    }
}
