//! What is chosen and counted, without a word.

/// Steps of an axis are at most this share of the span of its scores, so that one that starts farther away from 0 has its
/// first tick above it.
const NEAR_ZERO: f64 = 0.625;

/// Whether an axis over these scores starts at 0.
pub(super) fn starts_at_zero(scores: impl Iterator<Item = f64> + Clone) -> bool {
    let lowest = scores.clone().fold(f64::INFINITY, f64::min);
    let highest = scores.fold(f64::NEG_INFINITY, f64::max);
    lowest >= 0.0 && lowest < (highest - lowest) * NEAR_ZERO
}
