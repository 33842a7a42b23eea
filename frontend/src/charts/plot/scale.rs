//! From values to pixels, and the round values that axes name.

use vithe_shared::{analytics::rounding::round_to, domain::Scale};

/// A linear scale from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct Linear {
    /// The value at `start`.
    pub from: f64,
    /// The value at `end`.
    pub to: f64,
    /// Pixel of `from`.
    pub start: f64,
    /// Pixel of `to`.
    pub end: f64,
}

impl Linear {
    /// The scale of a part of the values, given as shares from the least to the greatest, at the same pixels.
    pub(in crate::charts) fn part(self, [from, to]: [f64; 2]) -> Self {
        let (least, span) = (self.from.min(self.to), (self.to - self.from).abs());
        let (low, high) = (least + from * span, least + to * span);
        let (from, to) = if self.from <= self.to { (low, high) } else { (high, low) };
        Self { from, to, ..self }
    }

    /// Whether a value lies on it.
    pub(in crate::charts) fn holds(self, value: f64) -> bool {
        /// What computing shares leaves.
        const NEARLY: f64 = 1e-9;
        value >= self.from.min(self.to) - NEARLY && value <= self.from.max(self.to) + NEARLY
    }

    /// The pixel of a value.
    pub(in crate::charts) fn place(self, value: f64) -> f64 {
        let span = self.to - self.from;
        if span == 0.0 {
            f64::midpoint(self.start, self.end)
        } else {
            self.start + (value - self.from) / span * (self.end - self.start)
        }
    }
}

/// Evenly spaced round values around a range.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::charts) struct Ticks {
    /// The values, ascending; the first and the last enclose the range.
    pub values: Vec<f64>,
    /// The decimals they need.
    pub decimals: u8,
}

impl Ticks {
    /// About `count` steps of 1, 2 or 5 times a power of ten.
    pub(in crate::charts) fn around(lowest: f64, highest: f64, count: f64) -> Self {
        let (lowest, highest) = if lowest < highest {
            (lowest, highest)
        } else {
            (lowest - 1.0, highest + 1.0)
        };
        let raw = (highest - lowest) / count.max(1.0);
        let power = 10_f64.powf(raw.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|factor| factor * power)
            .find(|step| *step >= raw)
            .unwrap_or(power * 10.0);
        let first = (lowest / step).floor();
        let last = (highest / step).ceil();
        let decimals = (0..4_u8)
            .find(|decimals| {
                let scaled = step * 10_f64.powi(i32::from(*decimals));
                (scaled - scaled.round()).abs() < 1e-9
            })
            .unwrap_or(4);
        let mut values = Vec::new();
        let mut position = first;
        while position <= last + 0.5 {
            // Rounded, so that 0.1 + 0.2 does not reach an option.
            values.push(round_to(position * step, 6));
            position += 1.0;
        }
        Self { values, decimals }
    }

    /// Ticks over a whole scale of the publisher, both ends on a tick: 1, 4, 7, 10 on a telephone for a scale of 1 to 10.
    pub(in crate::charts) fn over(scale: Scale, narrow: bool) -> Vec<f64> {
        let span = scale.max - scale.min;
        let step = match (span <= 10.0, narrow) {
            (true, true) => span / 3.0,
            (true, false) => 1.0,
            (false, true) => span / 4.0,
            (false, false) => span / 10.0,
        };
        let mut values = Vec::new();
        let mut value = scale.min;
        while value <= scale.max + 1e-9 {
            values.push(round_to(value, 6));
            value += step;
        }
        values
    }

    /// Those that a scale holds.
    pub(in crate::charts) fn on(mut self, scale: Linear) -> Self {
        self.values.retain(|value| scale.holds(*value));
        self
    }

    pub(in crate::charts) fn first(&self) -> f64 {
        self.values.first().copied().unwrap_or_default()
    }

    pub(in crate::charts) fn last(&self) -> f64 {
        self.values.last().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ticks_enclose_their_range_in_even_round_steps(lowest in -500.0_f64..500.0, span in 0.01_f64..500.0, count in 2.0_f64..10.0) {
            let ticks = Ticks::around(lowest, lowest + span, count);
            prop_assert!(ticks.first() <= lowest + 1e-6 && ticks.last() >= lowest + span - 1e-6);
            prop_assert!(ticks.values.len() <= 14);
            let step = ticks.values[1] - ticks.values[0];
            prop_assert!(ticks.values.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-5));
        }
    }

    #[test]
    fn a_part_of_a_scale_keeps_its_pixels_and_its_direction() {
        let ranks = Linear {
            from: 1.0,
            to: 61.0,
            start: 0.0,
            end: 100.0,
        };
        let part = ranks.part([0.5, 1.0]);
        assert_eq!((part.from, part.to, part.place(31.0)), (31.0, 61.0, 0.0));
        assert!(part.holds(31.0) && !part.holds(30.9));
        let falling = Linear {
            from: 10.0,
            to: 0.0,
            start: 0.0,
            end: 100.0,
        };
        let part = falling.part([0.0, 0.5]);
        assert_eq!((part.from, part.to), (5.0, 0.0));
        assert_eq!(Ticks::around(0.0, 10.0, 5.0).on(part).values, [0.0, 2.0, 4.0]);
    }

    #[test]
    fn a_scale_of_ones_to_ten_has_a_tick_at_both_ends() {
        let scale = Scale {
            min: 1.0,
            max: 10.0,
            unit: vithe_shared::domain::ScoreUnit::Points,
            decimals: vithe_shared::presentation::ShownDecimals { least: 2, most: 2 },
            cost: false,
        };
        assert_eq!(Ticks::over(scale, true), [1.0, 4.0, 7.0, 10.0]);
        assert_eq!(Ticks::over(scale, false).len(), 10);
    }
}
