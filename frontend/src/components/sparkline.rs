//! A line as small as a word: ranks over the years, best on top, interrupted where a year is missing.

use std::fmt::Write as _;

use leptos::prelude::*;

const WIDTH: f64 = 88.0;
const HEIGHT: f64 = 20.0;
const MARGIN: f64 = 2.5;

/// Ranks of consecutive years, 1 to `worst`. Said by `label`; nothing without two neighbouring years.
pub(crate) fn rank_line(ranks: &[Option<u16>], worst: u16, label: String) -> Option<AnyView> {
    let path = path(ranks, worst)?;
    let last = ranks
        .iter()
        .enumerate()
        .rev()
        .find_map(|(position, rank)| Some((position, (*rank)?)));
    let end = last.map(|(position, rank)| {
        let (x, y) = place(position, rank, ranks.len(), worst);
        view! { <circle cx=format!("{x:.0}") cy=format!("{y:.0}") r="2"></circle> }
    });
    let line = view! {
        <svg class="sparkline" width="88" height="20" viewBox="0 0 88 20" role="img" aria-label=label>
            <path d=path></path>
            {end}
        </svg>
    };
    Some(line.into_any())
}

/// A falling line of scores, each year one step further; said by `label`.
pub(crate) fn falling_line(scores: &[f64], label: String) -> Option<AnyView> {
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let span = highest - lowest;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a depth between 1 and 1001"
    )]
    let depth = |score: f64| {
        if span > 0.0 {
            ((highest - score) / span * 1000.0).round() as u16 + 1
        } else {
            1
        }
    };
    let depths: Vec<Option<u16>> = scores.iter().map(|score| Some(depth(*score))).collect();
    rank_line(&depths, 1001, label)
}

/// Where a rank stands.
fn place(position: usize, rank: u16, years: usize, worst: u16) -> (f64, f64) {
    let step = (WIDTH - 2.0 * MARGIN) / (years.max(2) - 1) as f64;
    let depth = f64::from(rank.saturating_sub(1)) / f64::from(worst.max(2) - 1);
    (
        MARGIN + step * position as f64,
        MARGIN + (HEIGHT - 2.0 * MARGIN) * depth,
    )
}

/// The line as path data; `None` without two neighbouring years.
fn path(ranks: &[Option<u16>], worst: u16) -> Option<String> {
    let mut path = String::new();
    let mut joined = false;
    let mut has_line = false;
    for (position, rank) in ranks.iter().enumerate() {
        match rank {
            Some(rank) => {
                let (x, y) = place(position, *rank, ranks.len(), worst);
                // Writing to a string cannot fail.
                let _ = write!(path, "{}{x:.0} {y:.0}", if joined { 'L' } else { 'M' });
                has_line |= joined;
                joined = true;
            }
            None => joined = false,
        }
    }
    has_line.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_year_interrupts_the_line() {
        assert_eq!(
            path(&[Some(1), Some(3), None, Some(2), Some(2)], 3).as_deref(),
            Some("M2 2L23 18M65 10L86 10")
        );
    }

    #[test]
    fn a_single_year_is_no_line() {
        assert_eq!(path(&[None, Some(3)], 63), None);
    }
}
