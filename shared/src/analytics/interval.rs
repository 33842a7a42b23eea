//! Intervals of ranks that cannot be told apart, in four kinds. The first three are sensitivities (what if a number were a
//! little different), only the last is a confidence interval.

use std::f64::consts::TAU;

use super::statistics::quantile;

/// The best and the worst rank of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankBounds {
    /// The smaller number.
    pub best: u16,
    /// The larger number.
    pub worst: u16,
}

fn place(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Printed scores are rounded: each may lie half a unit of its last printed digit higher or lower.
pub fn rounding_intervals(scores: &[f64], half_unit: f64) -> Vec<RankBounds> {
    scores
        .iter()
        .enumerate()
        .map(|(position, own)| {
            let others = || {
                scores
                    .iter()
                    .enumerate()
                    .filter(move |(other, _)| *other != position)
                    .map(|(_, score)| score)
            };
            // Two scores can change places if they are closer than a whole unit.
            let surely_above = others().filter(|other| **other - own >= 2.0 * half_unit - 1e-9).count();
            let surely_below = others().filter(|other| own - **other >= 2.0 * half_unit - 1e-9).count();
            RankBounds {
                best: place(1 + surely_above),
                worst: place(scores.len() - surely_below),
            }
        })
        .collect()
}

/// The unit's own score moves by up to `by` points, the others stay.
pub fn perturbation_intervals(scores: &[f64], by: f64) -> Vec<RankBounds> {
    scores
        .iter()
        .enumerate()
        .map(|(position, own)| {
            let above = |score: f64| {
                let others = scores.iter().enumerate().filter(|(other, _)| *other != position);
                others.filter(|(_, other)| **other - score > 1e-9).count()
            };
            RankBounds {
                best: place(1 + above(own + by)),
                worst: place(1 + above(own - by)),
            }
        })
        .collect()
}

/// How weights are varied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightVariation {
    /// Each weight is multiplied by 1 + u, u uniform between −spread and +spread, then all are scaled back to their sum.
    pub spread: f64,
    /// How many times.
    pub draws: u32,
    /// Seed of the draws, so that the same question has the same answer.
    pub seed: u64,
}

/// The weights of the parts move; 5th to 95th percentile of the ranks. `parts` holds one row per unit, along `weights`.
pub fn weight_intervals(parts: &[Vec<f64>], weights: &[f64], variation: WeightVariation) -> Vec<RankBounds> {
    let mut random = fastrand::Rng::with_seed(variation.seed);
    let sum: f64 = weights.iter().sum();
    let units = parts.len();
    let mut rank_counts = vec![vec![0_u32; units + 1]; units];
    let mut totals = vec![0.0; units];
    for _ in 0..variation.draws {
        let varied: Vec<f64> = weights
            .iter()
            .map(|weight| weight * (1.0 + variation.spread * (2.0 * random.f64() - 1.0)))
            .collect();
        let scale = sum / varied.iter().sum::<f64>();
        for (total, row) in totals.iter_mut().zip(parts) {
            *total = row
                .iter()
                .zip(&varied)
                .map(|(score, weight)| score * weight * scale)
                .sum();
        }
        for (unit, rank) in super::rank::competition_ranks(&totals).into_iter().enumerate() {
            rank_counts[unit][usize::from(rank)] += 1;
        }
    }
    rank_counts
        .iter()
        .map(|counts| RankBounds {
            best: percentile_rank(counts, variation.draws, 0.05),
            worst: percentile_rank(counts, variation.draws, 0.95),
        })
        .collect()
}

/// The smallest rank that at least a share of the draws does not exceed.
fn percentile_rank(counts: &[u32], draws: u32, share: f64) -> u16 {
    let mut seen = 0;
    for (rank, count) in counts.iter().enumerate() {
        seen += count;
        if *count > 0 && f64::from(seen) >= share * f64::from(draws) {
            return place(rank);
        }
    }
    place(counts.len().saturating_sub(1))
}

/// How a sampling interval is simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SamplingSimulation {
    /// Simultaneous confidence level, 0.95.
    pub level: f64,
    /// How many times.
    pub draws: u32,
    /// Seed of the draws.
    pub seed: u64,
}

/// Simultaneous confidence intervals of ranks from survey standard errors (Mogstad, Romano, Shaikh and Wilhelm 2024,
/// doi:10.1093/restud/rdad006): all pairwise differences are compared with one critical value, the quantile of the largest
/// standardised difference under equal scores. best = 1 + rivals significantly above, worst = n − rivals significantly below.
pub fn sampling_intervals(scores: &[f64], standard_errors: &[f64], simulation: SamplingSimulation) -> Vec<RankBounds> {
    let n = scores.len();
    let pair_error = |one: usize, other: usize| standard_errors[one].hypot(standard_errors[other]);
    let mut random = fastrand::Rng::with_seed(simulation.seed);
    let mut largest: Vec<f64> = (0..simulation.draws)
        .map(|_| {
            let noise: Vec<f64> = standard_errors
                .iter()
                .map(|error| error * normal(&mut random))
                .collect();
            let mut maximum = 0.0_f64;
            for one in 0..n {
                for other in 0..one {
                    maximum = maximum.max((noise[one] - noise[other]).abs() / pair_error(one, other));
                }
            }
            maximum
        })
        .collect();
    largest.sort_by(f64::total_cmp);
    let critical = quantile(&largest, simulation.level).unwrap_or(f64::INFINITY);
    (0..n)
        .map(|unit| {
            let significant = |direction: f64| {
                (0..n)
                    .filter(|other| {
                        *other != unit
                            && direction * (scores[*other] - scores[unit]) > critical * pair_error(*other, unit)
                    })
                    .count()
            };
            RankBounds {
                best: place(1 + significant(1.0)),
                worst: place(n - significant(-1.0)),
            }
        })
        .collect()
}

/// A standard normal draw (Box and Muller).
fn normal(random: &mut fastrand::Rng) -> f64 {
    let uniform = 1.0 - random.f64();
    (-2.0 * uniform.ln()).sqrt() * (TAU * random.f64()).cos()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analytics::rank::competition_ranks;

    #[test]
    fn scores_closer_than_a_printed_unit_cannot_be_told_apart_by_rounding() {
        let bounds = rounding_intervals(&[60.00, 60.00, 59.00], 0.005);
        assert_eq!(bounds[0], RankBounds { best: 1, worst: 2 });
        assert_eq!(bounds[2], RankBounds { best: 3, worst: 3 });
    }

    #[test]
    fn large_errors_make_every_rank_possible_and_none_make_it_certain() {
        let scores = [44.0, 43.0, 42.0];
        let simulation = SamplingSimulation {
            level: 0.95,
            draws: 400,
            seed: 1,
        };
        let wide = sampling_intervals(&scores, &[20.0; 3], simulation);
        assert!(wide.iter().all(|bounds| *bounds == RankBounds { best: 1, worst: 3 }));
        let narrow = sampling_intervals(&scores, &[0.001; 3], simulation);
        assert_eq!(narrow[1], RankBounds { best: 2, worst: 2 });
    }

    #[test]
    fn the_same_seed_gives_the_same_intervals() {
        let parts = vec![vec![5.0, 6.0], vec![6.0, 5.0], vec![5.5, 5.5]];
        let variation = WeightVariation {
            spread: 0.1,
            draws: 500,
            seed: 7,
        };
        assert_eq!(
            weight_intervals(&parts, &[0.5, 0.5], variation),
            weight_intervals(&parts, &[0.5, 0.5], variation)
        );
    }

    proptest! {
        #[test]
        fn an_interval_holds_the_rank(scores in proptest::collection::vec(30_i32..80, 1..40), by in 0.0_f64..3.0) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let ranks = competition_ranks(&scores);
            for bounds in [rounding_intervals(&scores, 0.005), perturbation_intervals(&scores, by)] {
                for (rank, bounds) in ranks.iter().zip(bounds) {
                    prop_assert!(bounds.best <= *rank && *rank <= bounds.worst);
                }
            }
        }

        #[test]
        fn weights_that_do_not_move_leave_the_ranks(
            parts in proptest::collection::vec(proptest::collection::vec(1_i32..10, 3), 1..20),
        ) {
            let parts: Vec<Vec<f64>> = parts.into_iter().map(|row| row.into_iter().map(f64::from).collect()).collect();
            let weights = [0.25, 0.25, 0.5];
            let totals: Vec<f64> =
                parts.iter().map(|row| row.iter().zip(weights).map(|(score, weight)| score * weight).sum()).collect();
            let variation = WeightVariation { spread: 0.0, draws: 3, seed: 1 };
            for (rank, bounds) in competition_ranks(&totals).iter().zip(weight_intervals(&parts, &weights, variation)) {
                prop_assert_eq!(RankBounds { best: *rank, worst: *rank }, bounds);
            }
        }
    }
}
