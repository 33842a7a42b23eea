//! Rank correlation of two indicators.

/// Spearman's rank correlation, ties at their mean rank: Pearson's correlation of the ranks. `None` for fewer than three
/// pairs or where one side does not vary.
///
/// ```
/// use vithe_shared::analytics::correlation::spearman;
/// assert_eq!(spearman(&[(1.0, 10.0), (2.0, 20.0), (3.0, 30.0)]), Some(1.0));
/// ```
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 3 {
        return None;
    }
    let one = mean_ranks(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>());
    let other = mean_ranks(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    let mean = f64::midpoint(pairs.len() as f64, 1.0);
    let sum =
        |left: &[f64], right: &[f64]| -> f64 { left.iter().zip(right).map(|(l, r)| (l - mean) * (r - mean)).sum() };
    let spread = (sum(&one, &one) * sum(&other, &other)).sqrt();
    (spread > 0.0).then(|| sum(&one, &other) / spread)
}

/// Ascending ranks; equal values share the mean of the places they take.
fn mean_ranks(values: &[f64]) -> Vec<f64> {
    values
        .iter()
        .map(|value| {
            let below = values.iter().filter(|other| *other < value).count() as f64;
            let equal = values.iter().filter(|other| *other == value).count() as f64;
            below + f64::midpoint(equal, 1.0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ties_take_their_mean_rank() {
        assert_eq!(mean_ranks(&[1.0, 2.0, 2.0, 3.0]), [1.0, 2.5, 2.5, 4.0]);
    }

    #[test]
    fn a_side_without_variation_has_no_correlation() {
        assert_eq!(spearman(&[(1.0, 5.0), (2.0, 5.0), (3.0, 5.0)]), None);
    }

    proptest! {
        #[test]
        fn a_correlation_lies_between_minus_one_and_one_and_is_symmetric(
            pairs in proptest::collection::vec((0_i32..20, 0_i32..20), 3..60),
        ) {
            let pairs: Vec<(f64, f64)> = pairs.into_iter().map(|(one, other)| (f64::from(one), f64::from(other))).collect();
            let swapped: Vec<(f64, f64)> = pairs.iter().map(|(one, other)| (*other, *one)).collect();
            let correlation = spearman(&pairs);
            if let Some(value) = correlation {
                prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&value));
                prop_assert!((value - spearman(&swapped).unwrap()).abs() < 1e-9);
            }
        }
    }
}
