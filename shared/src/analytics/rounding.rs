//! Decimal rounding, so that no floating-point noise reaches an answer.

/// Rounds half away from zero to a number of decimals.
///
/// ```
/// use vithe_shared::analytics::rounding::round_to;
/// assert_eq!(round_to(63.80 - 63.11, 6), 0.69);
/// ```
pub fn round_to(value: f64, decimals: u8) -> f64 {
    let factor = 10_f64.powi(i32::from(decimals));
    let rounded = (value * factor).round() / factor;
    // Minus zero would print as "-0".
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// Decimals of a difference of two figures on the wire.
pub const DIFFERENCE_DECIMALS: u8 = 6;

/// Decimals of a score the product computes (PAPI sums) on the wire.
pub const COMPUTED_DECIMALS: u8 = 4;
