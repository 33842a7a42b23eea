//! Rank intervals: the best and the worst rank of a unit once something about its rank is allowed to vary.
//!
//! Every function keeps the tie rule of [`super::rank`]: a rank is one more than the number of strictly higher scores, so
//! units that may only draw level share the better place.
//!
//! Random draws come from a small generator with a fixed seed: the same table always has the same intervals. The order in
//! which units are given makes no difference.

use super::rank::competition_ranks;
use crate::sorting::sort_by;

#[cfg(test)]
mod tests;

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
    sort_by(&mut errors, f64::total_cmp);
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
    sort_by(&mut largest, f64::total_cmp);
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
