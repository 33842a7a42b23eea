//! Rank correlation of two figures over the provinces that have both.
//!
//! Spearman's coefficient is Pearson's correlation of the ranks, where equal values share the mean of the ranks they take
//! up (mid-ranks). It asks only whether who stands higher on one figure stands higher on the other, so neither scale nor
//! single outliers decide it. It says nothing about causes.

use crate::sorting::sort_by;

/// The fewest pairs a correlation is told for. With fewer, one or two provinces turn it around.
pub const MINIMUM_PAIRS: usize = 10;

/// Why there is no correlation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCorrelation {
    /// Fewer than [`MINIMUM_PAIRS`].
    #[error("{pairs} pairs are fewer than {MINIMUM_PAIRS}")]
    TooFewPairs {
        /// How many there are.
        pairs: usize,
    },
    /// All values of one figure are equal.
    #[error("all values of one figure are equal")]
    NoVariation,
}

/// How close a correlation is, by its size alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Below 0.2.
    Negligible,
    /// From 0.2.
    Weak,
    /// From 0.4.
    Moderate,
    /// From 0.6.
    Strong,
    /// From 0.8.
    VeryStrong,
}

impl Strength {
    /// Of a coefficient, whatever its sign.
    ///
    /// ```
    /// use vithe_shared::analytics::correlation::Strength;
    /// assert_eq!(Strength::of(-0.41), Strength::Moderate);
    /// ```
    pub fn of(coefficient: f64) -> Self {
        match coefficient.abs() {
            size if size < 0.2 => Self::Negligible,
            size if size < 0.4 => Self::Weak,
            size if size < 0.6 => Self::Moderate,
            size if size < 0.8 => Self::Strong,
            _ => Self::VeryStrong,
        }
    }
}

/// The rank of each value from the lowest, in the order given; equal values share the mean of the ranks they take up.
///
/// ```
/// use vithe_shared::analytics::correlation::mid_ranks;
/// assert_eq!(mid_ranks(&[6.0, 7.0, 6.0, 5.0]), [2.5, 4.0, 2.5, 1.0]);
/// ```
pub fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let mut ascending = values.to_vec();
    sort_by(&mut ascending, f64::total_cmp);
    values
        .iter()
        .map(|value| {
            let below = ascending.partition_point(|other| other.total_cmp(value).is_lt());
            let up_to = ascending.partition_point(|other| other.total_cmp(value).is_le());
            // The ranks below + 1 to up_to.
            (below + 1 + up_to) as f64 / 2.0
        })
        .collect()
}

/// Spearman's rank correlation of pairs, −1 to 1.
pub fn spearman(pairs: &[(f64, f64)]) -> Result<f64, NoCorrelation> {
    if pairs.len() < MINIMUM_PAIRS {
        return Err(NoCorrelation::TooFewPairs { pairs: pairs.len() });
    }
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    // Ranks are halves and their mean is known, so every sum below is exact and no order of the pairs changes it.
    let mean = (pairs.len() + 1) as f64 / 2.0;
    let distances = |values: &[f64]| -> Vec<f64> { mid_ranks(values).iter().map(|rank| rank - mean).collect() };
    let (left, right) = (distances(&left), distances(&right));
    let product = |one: &[f64], other: &[f64]| -> f64 { one.iter().zip(other).map(|(a, b)| a * b).sum() };
    let spread = product(&left, &left) * product(&right, &right);
    if spread == 0.0 {
        return Err(NoCorrelation::NoVariation);
    }
    Ok((product(&left, &right) / spread.sqrt()).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(left: &[f64], right: &[f64]) -> Vec<(f64, f64)> {
        left.iter().copied().zip(right.iter().copied()).collect()
    }

    /// The textbook example of ten pupils without ties: Σd² = 194, 1 − 6·194/(10·99) = −29/165.
    #[test]
    fn an_example_without_ties_agrees_with_the_short_formula() {
        let left = [106.0, 86.0, 100.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
        let right = [7.0, 0.0, 27.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
        let coefficient = spearman(&pairs(&left, &right)).unwrap();
        assert!((coefficient + 29.0 / 165.0).abs() < 1e-12, "{coefficient}");
    }

    /// Ranks left 1, 2.5, 2.5, 4 … 10, right 1.5, 1.5, 3 … 8, 10, 9; distances are from their mean, 5.5.
    #[test]
    fn an_example_with_ties_agrees_with_the_sums_done_by_hand() {
        let left = [1.0, 2.0, 2.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0];
        let right = [3.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 11.0, 10.0];
        // Distances left:  −4.5 −3   −3   −1.5 −.5 .5 1.5 2.5 3.5 4.5
        // Distances right: −4   −4   −2.5 −1.5 −.5 .5 1.5 2.5 4.5 3.5
        // Products:        18 + 12 + 7.5 + 2.25 + .25 + .25 + 2.25 + 6.25 + 15.75 + 15.75 = 80.25
        // Squares:         82 on either side
        let coefficient = spearman(&pairs(&left, &right)).unwrap();
        assert!((coefficient - 80.25 / 82.0).abs() < 1e-12, "{coefficient}");
    }

    #[test]
    fn equal_values_share_the_mean_of_their_ranks() {
        assert_eq!(mid_ranks(&[5.0, 5.0, 5.0]), [2.0, 2.0, 2.0]);
        assert_eq!(mid_ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert!(mid_ranks(&[]).is_empty());
    }

    #[test]
    fn too_few_pairs_and_equal_values_have_none() {
        let nine: Vec<(f64, f64)> = (0..9).map(|step| (f64::from(step), f64::from(step))).collect();
        assert_eq!(spearman(&nine), Err(NoCorrelation::TooFewPairs { pairs: 9 }));
        let flat: Vec<(f64, f64)> = (0..12).map(|step| (f64::from(step), 1.0)).collect();
        assert_eq!(spearman(&flat), Err(NoCorrelation::NoVariation));
    }

    #[test]
    fn words_change_exactly_at_their_bounds() {
        let of = |size: f64| Strength::of(size);
        assert_eq!((of(0.19), of(0.2)), (Strength::Negligible, Strength::Weak));
        assert_eq!((of(0.39), of(-0.4)), (Strength::Weak, Strength::Moderate));
        assert_eq!((of(0.59), of(0.6)), (Strength::Moderate, Strength::Strong));
        assert_eq!((of(-0.79), of(-0.8)), (Strength::Strong, Strength::VeryStrong));
        assert_eq!(of(1.0), Strength::VeryStrong);
    }

    /// Whole numbers, so that ties are common.
    fn some_pairs() -> impl Strategy<Value = Vec<(f64, f64)>> {
        proptest::collection::vec((0_i32..30, 0_i32..30), MINIMUM_PAIRS..70).prop_map(|pairs| {
            pairs
                .into_iter()
                .map(|(left, right)| (f64::from(left), f64::from(right)))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn mid_ranks_add_up_to_what_plain_ranks_add_up_to(values in proptest::collection::vec(0_i32..20, 1..64)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let n = values.len() as f64;
            prop_assert_eq!(mid_ranks(&values).iter().sum::<f64>(), n * (n + 1.0) / 2.0);
        }

        #[test]
        fn a_coefficient_lies_between_minus_one_and_one(pairs in some_pairs()) {
            if let Ok(coefficient) = spearman(&pairs) {
                prop_assert!((-1.0..=1.0).contains(&coefficient));
            }
        }

        #[test]
        fn the_axes_can_be_exchanged(pairs in some_pairs()) {
            let exchanged: Vec<(f64, f64)> = pairs.iter().map(|(left, right)| (*right, *left)).collect();
            prop_assert_eq!(spearman(&pairs), spearman(&exchanged));
        }

        #[test]
        fn a_rising_function_of_a_figure_changes_nothing(pairs in some_pairs()) {
            let bent: Vec<(f64, f64)> = pairs.iter().map(|(left, right)| (left.exp(), right.powi(3) - 7.0)).collect();
            prop_assert_eq!(spearman(&pairs), spearman(&bent));
        }

        #[test]
        fn turning_a_figure_around_turns_the_sign(pairs in some_pairs()) {
            let turned: Vec<(f64, f64)> = pairs.iter().map(|(left, right)| (-left, *right)).collect();
            prop_assert_eq!(spearman(&pairs).map(|coefficient| -coefficient), spearman(&turned));
        }

        #[test]
        fn the_order_of_the_pairs_does_not_matter(
            (pairs, shuffled) in some_pairs().prop_flat_map(|pairs| (Just(pairs.clone()), Just(pairs).prop_shuffle())),
        ) {
            prop_assert_eq!(spearman(&pairs), spearman(&shuffled));
        }

        #[test]
        fn a_figure_agrees_fully_with_itself(values in proptest::collection::vec(0_i32..30, MINIMUM_PAIRS..70)) {
            let pairs: Vec<(f64, f64)> = values.iter().map(|value| (f64::from(*value), f64::from(*value))).collect();
            match spearman(&pairs) {
                Ok(coefficient) => prop_assert!((coefficient - 1.0).abs() < 1e-12),
                Err(reason) => {
                    prop_assert_eq!(reason, NoCorrelation::NoVariation);
                    prop_assert!(values.windows(2).all(|pair| pair[0] == pair[1]));
                }
            }
        }

        /// Without ties it is 1 − 6 Σd² / (n (n² − 1)).
        #[test]
        fn without_ties_it_is_the_short_formula(order in Just((0_u32..40).collect::<Vec<u32>>()).prop_shuffle()) {
            let pairs: Vec<(f64, f64)> = order.iter().enumerate().map(|(place, value)| (place as f64, f64::from(*value))).collect();
            let squares: f64 = pairs.iter().map(|(left, right)| (left - right).powi(2)).sum();
            let n = pairs.len() as f64;
            let expected = 1.0 - 6.0 * squares / (n * (n * n - 1.0));
            prop_assert!((spearman(&pairs).unwrap() - expected).abs() < 1e-12);
        }
    }
}
