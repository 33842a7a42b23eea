//! Summary statistics of a table. Quantiles by linear interpolation between order statistics (Hyndman and Fan's type 7,
//! the default of R and NumPy).

use crate::{domain::Summary, sorting::sort_by};

/// The quantile of ascending values; `None` without values.
///
/// ```
/// use vithe_shared::analytics::statistics::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), Some(1.75));
/// ```
pub fn quantile(ascending: &[f64], probability: f64) -> Option<f64> {
    let last = ascending.len().checked_sub(1)?;
    let position = probability.clamp(0.0, 1.0) * last as f64;
    let below = position.floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the length"
    )]
    let lower = below as usize;
    let upper = (lower + 1).min(last);
    Some(ascending[lower] + (position - below) * (ascending[upper] - ascending[lower]))
}

/// The median of values in any order; `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut ascending = values.to_vec();
    sort_by(&mut ascending, f64::total_cmp);
    quantile(&ascending, 0.5)
}

impl Summary {
    /// Summary of values in any order; `None` without values.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut ascending = values.to_vec();
        sort_by(&mut ascending, f64::total_cmp);
        let mean = ascending.iter().sum::<f64>() / ascending.len() as f64;
        Some(Self {
            min: *ascending.first()?,
            q1: quantile(&ascending, 0.25)?,
            median: quantile(&ascending, 0.5)?,
            q3: quantile(&ascending, 0.75)?,
            max: *ascending.last()?,
            mean,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_values_have_no_summary() {
        assert_eq!(Summary::of(&[]), None);
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn quartiles_follow_type_seven() {
        let summary = Summary::of(&[4.0, 1.0, 3.0, 2.0]).unwrap();
        assert_eq!((summary.q1, summary.median, summary.q3), (1.75, 2.5, 3.25));
    }

    proptest! {
        #[test]
        fn a_summary_is_in_order(values in proptest::collection::vec(-1e3_f64..1e3, 1..80)) {
            let summary = Summary::of(&values).unwrap();
            prop_assert!(summary.min <= summary.q1 && summary.q1 <= summary.median);
            prop_assert!(summary.median <= summary.q3 && summary.q3 <= summary.max);
            prop_assert!(summary.min - 1e-9 <= summary.mean && summary.mean <= summary.max + 1e-9);
        }

        #[test]
        fn adding_a_constant_moves_the_median_by_it(values in proptest::collection::vec(-1e3_f64..1e3, 1..80), shift in -50.0_f64..50.0) {
            let shifted: Vec<f64> = values.iter().map(|value| value + shift).collect();
            let difference = median(&shifted).unwrap() - median(&values).unwrap();
            prop_assert!((difference - shift).abs() < 1e-9);
        }
    }
}
