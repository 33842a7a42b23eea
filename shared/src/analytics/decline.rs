//! Declines that last: runs of consecutive falls, what they cost in points and in places.
//!
//! A run counts year-on-year falls over fully comparable pairs only; a renewed or reweighted year ends it, and a year that
//! is missing ends it too, since what happened in between is not known.

use super::rounding::{DIFFERENCE_DECIMALS, round_to};
use crate::{domain::Comparability, identifier::Year};

/// The score of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearScore {
    /// The year.
    pub year: Year,
    /// The score.
    pub score: f64,
}

/// A run of consecutive falls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Streak {
    /// How many falls in a row.
    pub falls: u16,
    /// The last year before the run, from which it is measured.
    pub start: YearScore,
    /// The year the run ends in.
    pub end: YearScore,
}

impl Streak {
    /// Later minus earlier score: negative.
    pub fn change(&self) -> f64 {
        round_to(self.end.score - self.start.score, DIFFERENCE_DECIMALS)
    }
}

/// The run of falls that ends in `until`, or `None` if that year is not on record or was no fall.
///
/// `history` is ascending by year; `years` are the years of the index on record, ascending, so that a year in which only
/// this unit is missing is seen as a gap.
pub fn streak_ending_in(
    history: &[YearScore],
    years: &[Year],
    until: Year,
    comparability: impl Fn(Year, Year) -> Comparability,
) -> Option<Streak> {
    let score_of = |year: Year| history.iter().find(|point| point.year == year).copied();
    let end = score_of(until)?;
    let mut start = end;
    let mut falls = 0;
    for year in years.iter().rev().copied().filter(|year| *year < until) {
        let Some(earlier) = score_of(year) else { break };
        if comparability(earlier.year, start.year) != Comparability::Comparable || start.score >= earlier.score {
            break;
        }
        falls += 1;
        start = earlier;
    }
    (falls > 0).then_some(Streak { falls, start, end })
}

/// Places lost through a component: the rank now minus the rank the unit would have had with `points_lost` more, the scores
/// of the others as observed. `totals` are those of all ranked units, best first; the unit's own among them is never above
/// itself.
pub fn places_lost(own_total: f64, points_lost: f64, totals: &[f64]) -> u16 {
    let above = |own: f64| totals.partition_point(|total| total - own > 1e-9);
    u16::try_from(above(own_total) - above(own_total + points_lost.max(0.0))).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn history(scores: &[(u16, f64)]) -> Vec<YearScore> {
        scores
            .iter()
            .map(|(year, score)| YearScore {
                year: Year(*year),
                score: *score,
            })
            .collect()
    }

    fn best_first(totals: &[f64]) -> Vec<f64> {
        let mut totals = totals.to_vec();
        totals.sort_by(|left, right| right.total_cmp(left));
        totals
    }

    fn years(first: u16, last: u16) -> Vec<Year> {
        (first..=last).map(Year).collect()
    }

    #[test]
    fn a_run_counts_falls_back_to_the_last_rise() {
        let history = history(&[(2015, 5.0), (2016, 6.0), (2017, 5.5), (2018, 5.2), (2019, 5.1)]);
        let streak = streak_ending_in(&history, &years(2015, 2019), Year(2019), |_, _| {
            Comparability::Comparable
        })
        .unwrap();
        assert_eq!(
            (streak.falls, streak.start.year, streak.change()),
            (3, Year(2016), -0.9)
        );
    }

    #[test]
    fn a_renewed_year_ends_a_run() {
        let history = history(&[(2016, 6.0), (2017, 5.5), (2018, 5.2)]);
        let streak = streak_ending_in(&history, &years(2016, 2018), Year(2018), |_, to| {
            if to == Year(2017) {
                Comparability::Limited
            } else {
                Comparability::Comparable
            }
        })
        .unwrap();
        assert_eq!((streak.falls, streak.start.year), (1, Year(2017)));
    }

    #[test]
    fn a_missing_year_ends_a_run() {
        let history = history(&[(2016, 6.0), (2018, 5.5), (2019, 5.2)]);
        let streak = streak_ending_in(&history, &years(2016, 2019), Year(2019), |_, _| {
            Comparability::Comparable
        })
        .unwrap();
        assert_eq!(streak.falls, 1);
    }

    #[test]
    fn no_fall_no_run() {
        let history = history(&[(2018, 5.0), (2019, 5.0)]);
        assert_eq!(
            streak_ending_in(&history, &years(2018, 2019), Year(2019), |_, _| {
                Comparability::Comparable
            }),
            None
        );
        assert_eq!(
            streak_ending_in(&history, &years(2018, 2019), Year(2020), |_, _| {
                Comparability::Comparable
            }),
            None
        );
    }

    proptest! {
        #[test]
        fn every_step_of_a_run_is_a_fall(scores in proptest::collection::vec(0_i32..10, 2..15)) {
            let history: Vec<YearScore> = scores
                .iter()
                .zip(2005_u16..)
                .map(|(score, year)| YearScore { year: Year(year), score: f64::from(*score) })
                .collect();
            let years: Vec<Year> = history.iter().map(|point| point.year).collect();
            let until = *years.last().unwrap();
            match streak_ending_in(&history, &years, until, |_, _| Comparability::Comparable) {
                None => prop_assert!(scores[scores.len() - 1] >= scores[scores.len() - 2]),
                Some(streak) => {
                    let run: Vec<f64> = history
                        .iter()
                        .filter(|point| point.year >= streak.start.year)
                        .map(|point| point.score)
                        .collect();
                    prop_assert_eq!(run.len(), usize::from(streak.falls) + 1);
                    prop_assert!(run.windows(2).all(|pair| pair[1] < pair[0]));
                }
            }
        }

        #[test]
        fn more_points_lost_never_cost_fewer_places(
            others in proptest::collection::vec(30.0_f64..80.0, 0..63),
            own in 30.0_f64..80.0,
            less in 0.0_f64..5.0,
            more in 0.0_f64..5.0,
        ) {
            let totals = best_first(&others);
            prop_assert!(places_lost(own, less + more, &totals) >= places_lost(own, less, &totals));
        }

        #[test]
        fn places_lost_are_the_others_between_the_two_totals(
            others in proptest::collection::vec(0_i32..40, 0..63),
            own in 0_i32..40,
            points in 0_i32..10,
        ) {
            let between = others.iter().filter(|other| own < **other && **other <= own + points).count();
            let mut with_own: Vec<f64> = others.iter().copied().map(f64::from).collect();
            with_own.push(f64::from(own));
            let lost = places_lost(f64::from(own), f64::from(points), &best_first(&with_own));
            prop_assert_eq!(usize::from(lost), between);
        }
    }
}
