//! Rank intervals: the best and the worst rank of a unit once something about its rank is allowed to vary.
//!
//! Every function keeps the tie rule of [`super::rank`]: a rank is one more than the number of strictly higher scores, so
//! units that may only draw level share the better place.
//!
//! Random draws come from a small generator with a fixed seed: the same table always has the same intervals. The order in
//! which units are given makes no difference.

use super::rank::competition_ranks;

/// Scores closer than this are equal: what is left is the noise of adding decimals in binary.
const TIE: f64 = 1e-11;

/// The largest relative change of a weight.
pub const WEIGHT_SPREAD: f64 = 0.1;
/// How many sets of weights are drawn.
pub const WEIGHT_DRAWS: u32 = 1_000;
/// The share of draws that is cut off at either end: the interval runs from the 5th to the 95th percentile.
pub const WEIGHT_TAIL: f64 = 0.05;
/// The confidence that all intervals of a table hold at once.
pub const CONFIDENCE: f64 = 0.95;
/// How many samples of all units are drawn for the critical value.
pub const SAMPLING_DRAWS: u32 = 10_000;
/// Where the generator starts.
pub const SEED: u64 = 2024;

/// The best and the worst rank of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankBounds {
    /// The best rank.
    pub best: u16,
    /// The worst rank.
    pub worst: u16,
}

impl RankBounds {
    /// One more than the rivals above at best and at worst.
    fn below(at_best: usize, at_worst: usize) -> Self {
        Self {
            best: to_rank(at_best + 1),
            worst: to_rank(at_worst + 1),
        }
    }

    /// Widened, if need be, to hold the rank that is shown: a publisher orders equal printed scores by decimals it does not
    /// print, and a percentile of draws may leave out the rank that the weights in force give.
    #[must_use]
    pub fn including(self, rank: u16) -> Self {
        Self {
            best: self.best.min(rank),
            worst: self.worst.max(rank),
        }
    }
}

fn to_rank(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Counts the rivals of each unit that are above it at best and at worst. `above` is asked with the score and the position
/// of the unit and of a rival.
fn count_rivals(
    scores: &[f64],
    at_best: impl Fn(usize, usize) -> bool,
    at_worst: impl Fn(usize, usize) -> bool,
) -> Vec<RankBounds> {
    (0..scores.len())
        .map(|own| {
            let rivals = || (0..scores.len()).filter(|rival| *rival != own);
            RankBounds::below(
                rivals().filter(|rival| at_best(own, *rival)).count(),
                rivals().filter(|rival| at_worst(own, *rival)).count(),
            )
        })
        .collect()
}

/// What rounding hides: every score may lie up to `half_unit` (above 0) higher or lower than printed, independently of the
/// others. Scores that differ by at least a whole unit keep their order.
///
/// ```
/// use vithe_shared::analytics::interval::{RankBounds, rounding_bounds};
/// let bounds = rounding_bounds(&[6.12, 6.11, 6.11], 0.005);
/// assert_eq!(bounds[0], RankBounds { best: 1, worst: 1 });
/// assert_eq!(bounds[1], RankBounds { best: 2, worst: 3 });
/// ```
pub fn rounding_bounds(scores: &[f64], half_unit: f64) -> Vec<RankBounds> {
    let unit = 2.0 * half_unit;
    let surely_above = |higher: usize, lower: usize| scores[higher] - scores[lower] >= unit - TIE;
    count_rivals(
        scores,
        |own, rival| surely_above(rival, own),
        |own, rival| !surely_above(own, rival),
    )
}

/// The rank of each unit with its own score `points` (above 0) higher and lower, the others as observed.
///
/// ```
/// use vithe_shared::analytics::interval::{RankBounds, perturbation_bounds};
/// let bounds = perturbation_bounds(&[66.0, 65.0, 64.5, 63.0], 0.5);
/// assert_eq!(bounds[1], RankBounds { best: 2, worst: 2 });
/// assert_eq!(bounds[2], RankBounds { best: 2, worst: 3 });
/// ```
pub fn perturbation_bounds(scores: &[f64], points: f64) -> Vec<RankBounds> {
    count_rivals(
        scores,
        |own, rival| scores[rival] - (scores[own] + points) > TIE,
        |own, rival| scores[rival] - (scores[own] - points) > TIE,
    )
}

/// Totals with the parts they are made of.
#[derive(Clone, Copy, Debug)]
pub struct WeightedTable<'a> {
    /// The total of each unit, as shown.
    pub totals: &'a [f64],
    /// By unit the score of each part, a fraction of the part's scale.
    pub parts: &'a [Vec<f64>],
    /// The points of the total that each part is worth in full.
    pub weights: &'a [f64],
}

/// How weights are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightDraws {
    /// The largest relative change of a weight, below 1.
    pub spread: f64,
    /// How many sets of weights.
    pub number: u32,
    /// Where the generator starts.
    pub seed: u64,
}

impl Default for WeightDraws {
    fn default() -> Self {
        Self {
            spread: WEIGHT_SPREAD,
            number: WEIGHT_DRAWS,
            seed: SEED,
        }
    }
}

/// Ranks under other weights: each weight is multiplied by one plus an independent uniform number between minus and plus
/// the spread, then all are scaled back to their sum. What the parts do not explain of a total stays as it is. An interval
/// runs from the 5th to the 95th percentile of the ranks of a unit (nearest rank, so always a rank that occurred).
pub fn weight_bounds(table: &WeightedTable<'_>, draws: WeightDraws) -> Vec<RankBounds> {
    let units = table.totals.len();
    let sum: f64 = table.weights.iter().sum();
    let mut random = fastrand::Rng::with_seed(draws.seed);
    // The ranks of all units, one draw after the other.
    let mut ranks: Vec<u16> = Vec::new();
    let mut scores = vec![0.0; units];
    for _ in 0..draws.number {
        let drawn: Vec<f64> = table
            .weights
            .iter()
            .map(|weight| weight * (1.0 + draws.spread * (2.0 * random.f64() - 1.0)))
            .collect();
        let scale = sum / drawn.iter().sum::<f64>();
        let shifts: Vec<f64> = drawn
            .iter()
            .zip(table.weights)
            .map(|(drawn, weight)| drawn * scale - weight)
            .collect();
        for ((score, total), parts) in scores.iter_mut().zip(table.totals).zip(table.parts) {
            *score = total + parts.iter().zip(&shifts).map(|(part, shift)| part * shift).sum::<f64>();
        }
        ranks.extend(competition_ranks(&scores));
    }
    let tail = f64::from(draws.number) * WEIGHT_TAIL;
    let head = f64::from(draws.number) * (1.0 - WEIGHT_TAIL);
    (0..units)
        .map(|unit| {
            let mut taken: Vec<u16> = ranks.iter().copied().skip(unit).step_by(units).collect();
            RankBounds {
                best: nearest_rank(&mut taken, tail),
                worst: nearest_rank(&mut taken, head),
            }
        })
        .collect()
}

/// The first rank up to which at least `wanted` draws lie, of the ranks taken in any order.
fn nearest_rank(taken: &mut [u16], wanted: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of the number of draws"
    )]
    let draws = (wanted - 1e-6).ceil() as usize;
    taken.len().checked_sub(1).map_or(1, |last| {
        *taken.select_nth_unstable(draws.saturating_sub(1).min(last)).1
    })
}

/// The value that the largest |t| of all pairwise differences stays below with the given confidence, if no two units differ:
/// estimates are taken as independent and normal with these standard errors.
///
/// The order of the units makes no difference, since samples are drawn along the ascending standard errors.
pub fn critical_value(standard_errors: &[f64], confidence: f64, draws: u32, seed: u64) -> f64 {
    let mut errors = standard_errors.to_vec();
    errors.sort_by(f64::total_cmp);
    // One over the standard error of each difference, row by row of the lower triangle.
    let precisions: Vec<Vec<f64>> = errors
        .iter()
        .enumerate()
        .map(|(unit, own)| errors[..unit].iter().map(|other| own.hypot(*other).recip()).collect())
        .collect();
    let mut random = fastrand::Rng::with_seed(seed);
    let mut largest: Vec<f64> = (0..draws)
        .map(|_| {
            let sample: Vec<f64> = errors
                .iter()
                .map(|error| error * standard_normal(&mut random))
                .collect();
            let mut most = 0.0_f64;
            for (unit, row) in precisions.iter().enumerate() {
                for (other, precision) in row.iter().enumerate() {
                    // A difference without error is no number here, which `max` passes over.
                    most = most.max((sample[unit] - sample[other]).abs() * precision);
                }
            }
            most
        })
        .collect();
    largest.sort_by(f64::total_cmp);
    super::statistics::quantile(&largest, confidence).unwrap_or_default()
}

/// A standard normal number, by Box and Muller.
fn standard_normal(random: &mut fastrand::Rng) -> f64 {
    // One minus a number below one is never zero, whose logarithm would be infinite.
    let radius = (-2.0 * (1.0 - random.f64()).ln()).sqrt();
    radius * (std::f64::consts::TAU * random.f64()).cos()
}

/// The t statistic of the difference of two independent estimates.
pub fn t_statistic(difference: f64, standard_errors: [f64; 2]) -> f64 {
    difference / standard_errors[0].hypot(standard_errors[1])
}

/// Confidence in ranks from a sample survey (Mogstad, Romano, Shaikh and Wilhelm 2024, doi:10.1093/restud/rdad006): best is
/// one more than the rivals significantly above, worst is the number of units less the rivals significantly below. A
/// difference is significant where its |t| exceeds the critical value.
///
/// ```
/// use vithe_shared::analytics::interval::{RankBounds, sampling_bounds};
/// let bounds = sampling_bounds(&[50.0, 49.0, 40.0], &[0.6, 0.8, 0.6], 2.0);
/// assert_eq!(bounds[0], RankBounds { best: 1, worst: 2 });
/// assert_eq!(bounds[2], RankBounds { best: 3, worst: 3 });
/// ```
pub fn sampling_bounds(scores: &[f64], standard_errors: &[f64], critical_value: f64) -> Vec<RankBounds> {
    let significantly_above = |higher: usize, lower: usize| {
        t_statistic(
            scores[higher] - scores[lower],
            [standard_errors[higher], standard_errors[lower]],
        ) > critical_value
    };
    count_rivals(
        scores,
        |own, rival| significantly_above(rival, own),
        |own, rival| !significantly_above(own, rival),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(bounds: &[RankBounds]) -> Vec<(u16, u16)> {
        bounds.iter().map(|bounds| (bounds.best, bounds.worst)).collect()
    }

    fn contains(wide: &[RankBounds], narrow: &[RankBounds]) -> bool {
        wide.iter()
            .zip(narrow)
            .all(|(wide, narrow)| wide.best <= narrow.best && narrow.worst <= wide.worst)
    }

    fn contains_ranks(bounds: &[RankBounds], scores: &[f64]) -> bool {
        bounds
            .iter()
            .zip(competition_ranks(scores))
            .all(|(bounds, rank)| bounds.best <= rank && rank <= bounds.worst)
    }

    #[test]
    fn rounding_leaves_open_only_what_is_closer_than_a_unit() {
        // Parts printed with two decimals: a sum of two may be off by 0.01.
        let scores = [63.82, 63.81, 63.80, 63.80, 63.70];
        assert_eq!(
            pairs(&rounding_bounds(&scores, 0.005)),
            [(1, 1), (2, 2), (3, 4), (3, 4), (5, 5)]
        );
        assert_eq!(
            pairs(&rounding_bounds(&scores, 0.01)),
            [(1, 2), (1, 4), (2, 4), (2, 4), (5, 5)]
        );
    }

    #[test]
    fn a_unit_that_draws_level_shares_the_better_place() {
        let scores = [60.0, 59.0, 59.0, 58.0];
        // 59 + 1 is level with the first; 59 − 1 is level with the last.
        assert_eq!(
            pairs(&perturbation_bounds(&scores, 1.0)),
            [(1, 1), (1, 3), (1, 3), (2, 4)]
        );
    }

    #[test]
    fn two_parts_of_equal_weight_swap_the_order_of_two_opposite_units() {
        // Level totals of opposite parts: either is first in half of the draws.
        let parts = [vec![0.9, 0.1], vec![0.1, 0.9], vec![0.2, 0.2]];
        let table = WeightedTable {
            totals: &[10.0, 10.0, 4.0],
            parts: &parts,
            weights: &[10.0, 10.0],
        };
        assert_eq!(
            pairs(&weight_bounds(&table, WeightDraws::default())),
            [(1, 2), (1, 2), (3, 3)]
        );
    }

    #[test]
    fn what_parts_do_not_explain_stays_in_the_total() {
        // The parts alone would put the second unit first under any weights.
        let parts = [vec![0.4, 0.4], vec![0.5, 0.5]];
        let table = WeightedTable {
            totals: &[60.0, 50.0],
            parts: &parts,
            weights: &[50.0, 50.0],
        };
        assert_eq!(pairs(&weight_bounds(&table, WeightDraws::default())), [(1, 1), (2, 2)]);
    }

    #[test]
    fn percentiles_are_ranks_that_occurred() {
        let ranks = |counts: &[(u16, usize)]| -> Vec<u16> {
            let ranks = counts.iter().rev();
            ranks.flat_map(|(rank, draws)| vec![*rank; *draws]).collect()
        };
        let mut taken = ranks(&[(1, 40), (2, 20), (4, 940)]);
        assert_eq!(
            (nearest_rank(&mut taken, 50.0), nearest_rank(&mut taken, 950.0)),
            (2, 4)
        );
        assert_eq!(nearest_rank(&mut ranks(&[(1, 50), (2, 950)]), 50.0), 1);
        assert_eq!(nearest_rank(&mut ranks(&[(1, 950), (2, 50)]), 950.0), 1);
    }

    /// Equal errors make the largest |t| the studentised range over √2, whose 95 % points for 2, 3 and 10 means and infinitely
    /// many degrees of freedom are tabulated as 2.772, 3.314 and 4.474.
    #[test]
    fn critical_values_of_equal_errors_are_those_of_the_studentised_range() {
        for (units, range) in [(2, 2.772), (3, 3.314), (10, 4.474)] {
            let value = critical_value(&vec![0.7; units], 0.95, SAMPLING_DRAWS, SEED);
            let expected = range / std::f64::consts::SQRT_2;
            assert!((value - expected).abs() < 0.06, "{units}: {value} for {expected}");
        }
    }

    #[test]
    fn a_difference_without_error_is_significant() {
        assert_eq!(
            pairs(&sampling_bounds(&[2.0, 1.0, 1.0], &[0.0; 3], 3.0)),
            [(1, 1), (2, 3), (2, 3)]
        );
        assert_eq!(critical_value(&[0.0; 3], 0.95, 100, SEED), 0.0);
    }

    #[test]
    fn a_table_without_units_has_no_intervals() {
        let table = WeightedTable {
            totals: &[],
            parts: &[],
            weights: &[1.0],
        };
        assert!(weight_bounds(&table, WeightDraws::default()).is_empty());
        assert!(rounding_bounds(&[], 0.5).is_empty() && sampling_bounds(&[], &[], 1.0).is_empty());
        assert_eq!(critical_value(&[], 0.95, 10, SEED), 0.0);
    }

    /// Scores in hundredths, with many ties.
    fn scores() -> impl Strategy<Value = Vec<f64>> {
        proptest::collection::vec((0_i32..300).prop_map(|score| f64::from(score) / 100.0), 1..40)
    }

    /// Units with three parts, totals of the plain sum.
    fn parts() -> impl Strategy<Value = Vec<Vec<f64>>> {
        proptest::collection::vec(proptest::collection::vec(0.0_f64..1.0, 3), 1..12)
    }

    fn totals(parts: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
        parts
            .iter()
            .map(|parts| parts.iter().zip(weights).map(|(part, weight)| part * weight).sum())
            .collect()
    }

    const WEIGHTS: [f64; 3] = [50.0, 30.0, 20.0];

    fn draws(spread: f64) -> WeightDraws {
        WeightDraws {
            spread,
            number: 200,
            ..WeightDraws::default()
        }
    }

    proptest! {
        #[test]
        fn rounding_holds_the_rank_and_widens_with_the_unit(scores in scores(), half_unit in 0.001_f64..0.2, more in 0.0_f64..0.2) {
            let narrow = rounding_bounds(&scores, half_unit);
            prop_assert!(contains_ranks(&narrow, &scores));
            prop_assert!(contains(&rounding_bounds(&scores, half_unit + more), &narrow));
        }

        #[test]
        fn perturbation_holds_the_rank_and_widens_with_the_points(scores in scores(), points in 0.001_f64..0.5, more in 0.0_f64..0.5) {
            let narrow = perturbation_bounds(&scores, points);
            prop_assert!(contains_ranks(&narrow, &scores));
            prop_assert!(contains(&perturbation_bounds(&scores, points + more), &narrow));
        }

        #[test]
        fn sampling_holds_the_rank_and_widens_with_the_errors(
            units in proptest::collection::vec((0.0_f64..5.0, 0.05_f64..1.0), 1..25),
            critical in 0.5_f64..4.0,
            factor in 1.0_f64..3.0,
        ) {
            let (scores, errors): (Vec<f64>, Vec<f64>) = units.into_iter().unzip();
            let narrow = sampling_bounds(&scores, &errors, critical);
            prop_assert!(contains_ranks(&narrow, &scores));
            let larger: Vec<f64> = errors.iter().map(|error| error * factor).collect();
            prop_assert!(contains(&sampling_bounds(&scores, &larger, critical), &narrow));
            prop_assert!(contains(&sampling_bounds(&scores, &errors, critical * factor), &narrow));
        }

        #[test]
        fn without_spread_weights_give_the_rank_itself(parts in parts()) {
            let totals = totals(&parts, &WEIGHTS);
            let table = WeightedTable { totals: &totals, parts: &parts, weights: &WEIGHTS };
            for (bounds, rank) in weight_bounds(&table, draws(0.0)).into_iter().zip(competition_ranks(&totals)) {
                prop_assert_eq!(bounds, RankBounds { best: rank, worst: rank });
            }
        }

        #[test]
        fn two_units_are_told_apart_less_the_more_weights_vary(parts in parts(), spread in 0.0_f64..0.4, more in 0.0_f64..0.4) {
            // Of two units, one draw after the other: an order that a spread turns round stays turned under a larger one.
            let parts = &parts[..parts.len().min(2)];
            let totals = totals(parts, &WEIGHTS);
            let table = WeightedTable { totals: &totals, parts, weights: &WEIGHTS };
            let including = |spread| -> Vec<RankBounds> {
                let bounds = weight_bounds(&table, draws(spread));
                bounds.iter().zip(competition_ranks(&totals)).map(|(bounds, rank)| bounds.including(rank)).collect()
            };
            prop_assert!(contains(&including(spread + more), &including(spread)));
        }

        #[test]
        fn intervals_are_the_same_each_time_and_in_any_order(parts in parts(), errors in proptest::collection::vec(0.1_f64..1.0, 12)) {
            let totals = totals(&parts, &WEIGHTS);
            let errors = &errors[..parts.len()];
            let all = |parts: &[Vec<f64>], totals: &[f64], errors: &[f64]| {
                let table = WeightedTable { totals, parts, weights: &WEIGHTS };
                let critical = critical_value(errors, CONFIDENCE, 200, SEED);
                [
                    rounding_bounds(totals, 0.5),
                    perturbation_bounds(totals, 2.0),
                    weight_bounds(&table, draws(0.1)),
                    sampling_bounds(totals, errors, critical),
                ]
            };
            let straight = all(&parts, &totals, errors);
            prop_assert_eq!(&all(&parts, &totals, errors), &straight);
            let reversed = |values: &[f64]| values.iter().rev().copied().collect::<Vec<f64>>();
            let turned: Vec<Vec<f64>> = parts.iter().rev().cloned().collect();
            let mut backward = all(&turned, &reversed(&totals), &reversed(errors));
            for bounds in &mut backward {
                bounds.reverse();
            }
            prop_assert_eq!(backward, straight);
        }

        #[test]
        fn every_interval_lies_within_the_table(parts in parts(), spread in 0.0_f64..0.9) {
            let totals = totals(&parts, &WEIGHTS);
            let table = WeightedTable { totals: &totals, parts: &parts, weights: &WEIGHTS };
            let n = to_rank(parts.len());
            for bounds in weight_bounds(&table, draws(spread)) {
                prop_assert!(1 <= bounds.best && bounds.best <= bounds.worst && bounds.worst <= n);
            }
        }
    }
}
