//! What the members of a region have in common in one year: mean, median and spread.
//!
//! Everything that speaks of a region needs the score of every member of its ranked set in that year; what other regions
//! have on record does not matter. Quartiles are those of [`super::statistics`] (Hyndman and Fan's type 7).

use std::collections::BTreeMap;

use crate::{domain::Summary, sorting::gather};

/// A region, or the country, in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Aggregate {
    /// Members of the ranked set.
    pub members: usize,
    /// Members with a score on record.
    pub on_record: usize,
    /// Summary over all members; `None` unless every one has a score.
    pub summary: Option<Summary>,
}

/// Sums up the scores of all members of a set.
///
/// ```
/// use vithe_shared::analytics::regional::aggregate;
/// assert_eq!(aggregate(&[Some(60.0), Some(70.0)]).summary.unwrap().median, 65.0);
/// assert_eq!(aggregate(&[Some(60.0), None]).summary, None);
/// ```
pub fn aggregate(scores: &[Option<f64>]) -> Aggregate {
    let known: Vec<f64> = scores.iter().copied().flatten().collect();
    Aggregate {
        members: scores.len(),
        on_record: known.len(),
        summary: (known.len() == scores.len()).then(|| Summary::of(&known)).flatten(),
    }
}

/// Sums up members region by region; a region without members is left out.
pub fn aggregate_by_region<R: Ord>(members: impl IntoIterator<Item = (R, Option<f64>)>) -> BTreeMap<R, Aggregate> {
    let mut scores: BTreeMap<R, Vec<Option<f64>>> = BTreeMap::new();
    for (region, score) in members {
        scores.entry(region).or_default().push(score);
    }
    gather(scores.into_iter().map(|(region, scores)| (region, aggregate(&scores))))
}

impl Summary {
    /// The span of the middle half: third minus first quartile.
    pub fn interquartile_range(&self) -> f64 {
        self.q3 - self.q1
    }
}

/// How far the highest of some values lies above the lowest; `None` without values.
pub fn distance(values: &[f64]) -> Option<f64> {
    let highest = values.iter().copied().reduce(f64::max)?;
    let lowest = values.iter().copied().reduce(f64::min)?;
    Some(highest - lowest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By hand, type 7: positions 0.25·4 = 1, 2 and 3 of 58, 60, 61, 64, 70.
    #[test]
    fn five_members_are_summed_up_by_hand() {
        let found = aggregate(&[Some(61.0), Some(70.0), Some(58.0), Some(60.0), Some(64.0)]);
        let summary = found.summary.unwrap();
        assert_eq!((found.members, found.on_record), (5, 5));
        assert_eq!((summary.q1, summary.median, summary.q3), (60.0, 61.0, 64.0));
        assert_eq!((summary.min, summary.max), (58.0, 70.0));
        assert!((summary.mean - 62.6).abs() < 1e-12);
        assert_eq!(summary.interquartile_range(), 4.0);
    }

    #[test]
    fn one_missing_member_leaves_only_the_counts() {
        let found = aggregate(&[Some(61.0), None, Some(58.0)]);
        assert_eq!((found.members, found.on_record, found.summary), (3, 2, None));
    }

    #[test]
    fn nobody_has_no_summary() {
        assert_eq!(aggregate(&[]), Aggregate::default());
        assert_eq!(distance(&[]), None);
    }

    #[test]
    fn a_region_is_not_held_back_by_another() {
        let found = aggregate_by_region([("north", Some(1.0)), ("south", None), ("north", Some(3.0))]);
        assert_eq!(found["north"].summary.unwrap().median, 2.0);
        assert_eq!((found["south"].members, found["south"].summary), (1, None));
    }

    proptest! {
        #[test]
        fn members_are_counted_once_each(members in proptest::collection::vec((0_u8..6, proptest::option::of(0_i32..100)), 0..70)) {
            let members: Vec<(u8, Option<f64>)> =
                members.into_iter().map(|(region, score)| (region, score.map(f64::from))).collect();
            let found = aggregate_by_region(members.clone());
            prop_assert_eq!(found.values().map(|region| region.members).sum::<usize>(), members.len());
            for (region, found) in found {
                let own: Vec<Option<f64>> =
                    members.iter().filter(|(other, _)| *other == region).map(|(_, score)| *score).collect();
                prop_assert_eq!(found.summary.is_some(), own.iter().all(Option::is_some));
            }
        }

        #[test]
        fn the_country_follows_from_its_regions(
            members in proptest::collection::vec((0_u8..4, 0_i32..100), 1..70),
        ) {
            let found = aggregate_by_region(members.iter().map(|(region, score)| (*region, Some(f64::from(*score)))));
            let national = aggregate(&members.iter().map(|(_, score)| Some(f64::from(*score))).collect::<Vec<_>>());
            let national = national.summary.unwrap();
            let minimum = found.values().map(|region| region.summary.unwrap().min).fold(f64::INFINITY, f64::min);
            let maximum = found.values().map(|region| region.summary.unwrap().max).fold(f64::NEG_INFINITY, f64::max);
            prop_assert_eq!((national.min, national.max), (minimum, maximum));
            // The mean of the country is the mean of the regional means, weighted by members.
            let weighted: f64 = found.values().map(|region| region.summary.unwrap().mean * region.members as f64).sum();
            prop_assert!((weighted / members.len() as f64 - national.mean).abs() < 1e-9);
        }

        #[test]
        fn the_middle_half_lies_within_all(values in proptest::collection::vec(0_i32..100, 1..70)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let summary = Summary::of(&values).unwrap();
            prop_assert!(summary.interquartile_range() >= 0.0);
            prop_assert!(summary.interquartile_range() <= distance(&values).unwrap());
        }
    }
}
