//! Exact decomposition of a score change into the contributions of the parts, the effect of changed weights, and what the
//! parts do not explain (rounding of the publisher, or parts that never added up).
//!
//! The contribution of a part is the mean of its two weights times its change; the weight effect is the change of its
//! weight times the distance of its mean score from the province's mean weighted score, which leaves the sum unchanged
//! since weights add to the same total. All values are rounded to six decimals and the residual is taken last from the
//! rounded values, so that the identity holds exactly in decimal.

use super::rounding::{DIFFERENCE_DECIMALS, round_to};

/// One part of a total in two years. Weights are points of the total per point of the part: 1 in a plain sum, ten times the
/// fraction where a total of 0–100 is made of parts of 1–10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartInput {
    /// Score in the earlier year.
    pub score_from: f64,
    /// Score in the later year.
    pub score_to: f64,
    /// Weight in the earlier year.
    pub weight_from: f64,
    /// Weight in the later year.
    pub weight_to: f64,
}

/// What one part did to the total, in points of the total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartEffect {
    /// Mean weight × change of the part.
    pub contribution: f64,
    /// Effect of the changed weight; 0 where the weight stayed.
    pub weight_effect: f64,
}

/// A decomposed change of a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// Later minus earlier total.
    pub change: f64,
    /// One effect per part, in the order given.
    pub effects: Vec<PartEffect>,
    /// The change minus the sum of all effects.
    pub residual: f64,
}

/// Decomposes the change of a total.
///
/// ```
/// use vithe_shared::analytics::decompose::{PartInput, decompose};
/// let part = PartInput { score_from: 5.0, score_to: 6.0, weight_from: 2.0, weight_to: 2.0 };
/// let decomposition = decompose(10.0, 12.1, &[part]);
/// assert_eq!(decomposition.effects[0].contribution, 2.0);
/// assert_eq!(decomposition.residual, 0.1);
/// ```
pub fn decompose(total_from: f64, total_to: f64, parts: &[PartInput]) -> Decomposition {
    let weighted_mean = |score: fn(&PartInput) -> f64, weight: fn(&PartInput) -> f64| {
        let weights: f64 = parts.iter().map(weight).sum();
        let weighted: f64 = parts.iter().map(|part| weight(part) * score(part)).sum();
        if weights == 0.0 { 0.0 } else { weighted / weights }
    };
    let mean_score = f64::midpoint(
        weighted_mean(|part| part.score_from, |part| part.weight_from),
        weighted_mean(|part| part.score_to, |part| part.weight_to),
    );
    let effects: Vec<PartEffect> = parts
        .iter()
        .map(|part| {
            let mean_weight = f64::midpoint(part.weight_from, part.weight_to);
            let part_mean = f64::midpoint(part.score_from, part.score_to);
            PartEffect {
                contribution: round_to(mean_weight * (part.score_to - part.score_from), DIFFERENCE_DECIMALS),
                weight_effect: round_to(
                    (part.weight_to - part.weight_from) * (part_mean - mean_score),
                    DIFFERENCE_DECIMALS,
                ),
            }
        })
        .collect();
    let change = round_to(total_to - total_from, DIFFERENCE_DECIMALS);
    let explained: f64 = effects
        .iter()
        .map(|effect| effect.contribution + effect.weight_effect)
        .sum();
    Decomposition {
        change,
        effects,
        residual: round_to(change - explained, DIFFERENCE_DECIMALS),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part() -> impl Strategy<Value = (f64, f64, f64, f64)> {
        (1.0_f64..10.0, 1.0_f64..10.0, 0.01_f64..1.0, 0.01_f64..1.0)
    }

    #[test]
    fn hau_giang_2021_adds_up_as_documented() {
        // Weights of 2019 (assumed for 2020) and 2021 are the same, so the weight effect vanishes.
        let contributions = [3.44, 0.64, 0.345, 0.18, 0.14, -1.56, -1.515, -0.415, -0.35, -0.225];
        let parts: Vec<PartInput> = contributions
            .iter()
            .map(|contribution| PartInput {
                score_from: 5.0,
                score_to: 5.0 + contribution,
                weight_from: 1.0,
                weight_to: 1.0,
            })
            .collect();
        let decomposition = decompose(63.11, 63.80, &parts);
        assert_eq!(decomposition.change, 0.69);
        assert_eq!(decomposition.residual, 0.01);
    }

    proptest! {
        #[test]
        fn effects_and_residual_add_up_to_the_change(
            parts in proptest::collection::vec(part(), 1..12),
            total_from in 20.0_f64..90.0,
            total_to in 20.0_f64..90.0,
        ) {
            let parts: Vec<PartInput> = parts
                .into_iter()
                .map(|(score_from, score_to, weight_from, weight_to)| PartInput { score_from, score_to, weight_from, weight_to })
                .collect();
            let decomposition = decompose(total_from, total_to, &parts);
            // In millionths, as integers: exact.
            #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
            let millionths = |value: f64| (value * 1e6).round() as i64;
            let sum: i64 = decomposition
                .effects
                .iter()
                .map(|effect| millionths(effect.contribution) + millionths(effect.weight_effect))
                .sum();
            prop_assert_eq!(sum + millionths(decomposition.residual), millionths(decomposition.change));
        }

        #[test]
        fn totals_that_are_weighted_sums_leave_no_residual(parts in proptest::collection::vec(part(), 2..12)) {
            let weights_from: f64 = parts.iter().map(|part| part.2).sum();
            let weights_to: f64 = parts.iter().map(|part| part.3).sum();
            let parts: Vec<PartInput> = parts
                .into_iter()
                .map(|(score_from, score_to, weight_from, weight_to)| PartInput {
                    score_from,
                    score_to,
                    weight_from: 10.0 * weight_from / weights_from,
                    weight_to: 10.0 * weight_to / weights_to,
                })
                .collect();
            let total_from: f64 = parts.iter().map(|part| part.weight_from * part.score_from).sum();
            let total_to: f64 = parts.iter().map(|part| part.weight_to * part.score_to).sum();
            let decomposition = decompose(total_from, total_to, &parts);
            prop_assert!(decomposition.residual.abs() < 2e-5);
        }

        #[test]
        fn swapping_the_years_turns_every_sign(parts in proptest::collection::vec(part(), 1..8)) {
            let forward: Vec<PartInput> = parts
                .into_iter()
                .map(|(score_from, score_to, weight_from, weight_to)| PartInput { score_from, score_to, weight_from, weight_to })
                .collect();
            let backward: Vec<PartInput> = forward
                .iter()
                .map(|part| PartInput {
                    score_from: part.score_to,
                    score_to: part.score_from,
                    weight_from: part.weight_to,
                    weight_to: part.weight_from,
                })
                .collect();
            let one = decompose(50.0, 52.5, &forward);
            let other = decompose(52.5, 50.0, &backward);
            for (left, right) in one.effects.iter().zip(&other.effects) {
                prop_assert!((left.contribution + right.contribution).abs() < 2e-6);
                prop_assert!((left.weight_effect + right.weight_effect).abs() < 2e-6);
            }
        }
    }
}
