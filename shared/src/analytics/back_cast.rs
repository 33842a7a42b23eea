//! Past years of the 34 units: the mean of the provinces that a unit was formed of, weighed by their populations. An estimate,
//! never more: no survey was made of the unit, and population is the weight also where an index asks enterprises.
//!
//! Every member must have a score, or there is no estimate. How far the members lie apart is told beside it.

use crate::identifier::Year;

/// One of the provinces that a unit was formed of, in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Member {
    /// Its score.
    pub score: Option<f64>,
    /// Its average population of the year whose populations weigh, in thousands.
    pub population: Option<f64>,
}

/// The population-weighted mean of the members; `None` where one of them lacks a score or a population, or there is none.
///
/// ```
/// use vithe_shared::analytics::back_cast::{Member, weighted_mean};
/// let of = |score: f64, population: f64| Member { score: Some(score), population: Some(population) };
/// assert_eq!(weighted_mean(&[of(40.0, 300.0), of(44.0, 100.0)]), Some(41.0));
/// assert_eq!(weighted_mean(&[of(40.0, 300.0), Member::default()]), None);
/// ```
pub fn weighted_mean(members: &[Member]) -> Option<f64> {
    let mut people = 0.0;
    let mut weighted = 0.0;
    for member in members {
        let (score, population) = member.score.zip(member.population)?;
        people += population;
        weighted += population * score;
    }
    (people > 0.0).then(|| weighted / people)
}

/// The lowest and the highest score that members have; `None` where none has one.
pub fn spread(scores: impl IntoIterator<Item = Option<f64>>) -> Option<(f64, f64)> {
    let mut spread: Option<(f64, f64)> = None;
    for score in scores.into_iter().flatten() {
        let (lowest, highest) = spread.get_or_insert((score, score));
        *lowest = lowest.min(score);
        *highest = highest.max(score);
    }
    spread
}

/// The year whose populations weigh a year: its own, or else the nearest on record. The years on record are ascending.
pub fn weighing_year(on_record: &[Year], year: Year) -> Option<Year> {
    let (first, last) = (*on_record.first()?, *on_record.last()?);
    let year = year.clamp(first, last);
    on_record.iter().rev().copied().find(|known| *known <= year)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn members() -> impl Strategy<Value = Vec<Member>> {
        let member = (0.0_f64..100.0, 100.0_f64..9_000.0).prop_map(|(score, population)| Member {
            score: Some(score),
            population: Some(population),
        });
        proptest::collection::vec(member, 1..5)
    }

    proptest! {
        #[test]
        fn an_estimate_lies_within_the_spread_of_its_members(members in members()) {
            let mean = weighted_mean(&members).unwrap();
            let (lowest, highest) = spread(members.iter().map(|member| member.score)).unwrap();
            prop_assert!(lowest - 1e-9 <= mean && mean <= highest + 1e-9);
        }

        #[test]
        fn there_is_none_where_a_member_lacks_score_or_population(members in members(), place in 0_usize..5, score in any::<bool>()) {
            let mut members = members;
            let place = place % members.len();
            if score {
                members[place].score = None;
            } else {
                members[place].population = None;
            }
            prop_assert_eq!(weighted_mean(&members), None);
        }

        #[test]
        fn members_that_are_alike_are_what_they_are_formed_into(score in 0.0_f64..100.0, members in members()) {
            let alike: Vec<Member> = members.iter().map(|member| Member { score: Some(score), ..*member }).collect();
            prop_assert!((weighted_mean(&alike).unwrap() - score).abs() < 1e-9);
        }
    }

    #[test]
    fn years_without_populations_are_weighed_by_the_nearest_that_has_them() {
        let years: Vec<Year> = (2010..=2022).map(Year).collect();
        for (year, weighing) in [(2006, 2010), (2010, 2010), (2016, 2016), (2022, 2022), (2024, 2022)] {
            assert_eq!(weighing_year(&years, Year(year)), Some(Year(weighing)));
        }
        assert_eq!(weighing_year(&[], Year(2020)), None);
    }

    #[test]
    fn nobody_has_no_estimate() {
        assert_eq!(weighted_mean(&[]), None);
        assert_eq!(spread([None, None]), None);
    }
}
