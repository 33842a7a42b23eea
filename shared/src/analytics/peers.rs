//! How alike units are by the scores of their components, and which of them a unit learns from first.
//!
//! The distance of two units is the root mean square, over the first-level components, of the difference of their scores in
//! standard deviations of that component over all members of the year. A unit is *like* another where it is among the nearest
//! quarter (rounded up) of the others, and *better* where it has the better rank of the total. Likeness is of scores: it says
//! nothing of causes.

use std::cmp::Ordering;

use crate::{domain::PeerLens, sorting::sort_by};

/// Which share of the others is alike: one of so many.
const QUARTERS: usize = 4;

/// The standard deviation of a component over all its members; 0 where all values are equal.
pub fn deviation(values: &[f64]) -> f64 {
    let is_flat = values.windows(2).all(|pair| pair[0] == pair[1]);
    if is_flat {
        // Summing up equal values leaves noise that is no difference.
        return 0.0;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (squares / n).sqrt()
}

/// The distance of two units in standard deviations. `None` without a component that tells anybody apart.
pub fn distance(one: &[f64], other: &[f64], deviations: &[f64]) -> Option<f64> {
    let squares: Vec<f64> = one
        .iter()
        .zip(other)
        .zip(deviations)
        .filter(|(_, deviation)| **deviation > 0.0)
        .map(|((one, other), deviation)| ((one - other) / deviation).powi(2))
        .collect();
    (!squares.is_empty()).then(|| (squares.iter().sum::<f64>() / squares.len() as f64).sqrt())
}

/// The farthest distance at which another unit is alike: the nearest quarter of all distances, rounded up. Those that share
/// it are all alike.
pub fn likeness_bound(distances: &[f64]) -> Option<f64> {
    let mut ascending = distances.to_vec();
    sort_by(&mut ascending, f64::total_cmp);
    ascending
        .len()
        .div_ceil(QUARTERS)
        .checked_sub(1)
        .map(|last| ascending[last])
}

/// What a peer is to the unit beside which it stands, first to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeerGroup {
    /// Among the nearest quarter, with the better rank.
    LikeAndBetter,
    /// Among the nearest quarter.
    Like,
    /// One of the others, better or not.
    Other,
}

impl PeerGroup {
    /// The group of a peer.
    pub const fn of(is_like: bool, is_better: bool) -> Self {
        match (is_like, is_better) {
            (true, true) => Self::LikeAndBetter,
            (true, false) => Self::Like,
            (false, _) => Self::Other,
        }
    }
}

/// What orders peers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// The distance by components.
    pub distance: f64,
    /// What it is to the unit.
    pub group: PeerGroup,
    /// Its total minus the own.
    pub score_difference: Option<f64>,
    /// Whether it is of the same region.
    pub is_of_region: bool,
    /// Its population, as a multiple of the own.
    pub population_ratio: Option<f64>,
    /// Whether it is in the same fifth by GRDP per head.
    pub is_of_fifth: bool,
}

/// Which of two peers comes first; equals stay as they are.
pub fn compare(lens: PeerLens, one: &Likeness, other: &Likeness) -> Ordering {
    let by_lens = match lens {
        PeerLens::Profile => Ordering::Equal,
        PeerLens::Level => nearest(one, other, |peer| peer.score_difference.map(f64::abs)),
        PeerLens::Region => other.is_of_region.cmp(&one.is_of_region),
        PeerLens::Population => nearest(one, other, |peer| peer.population_ratio.map(|ratio| ratio.ln().abs())),
        PeerLens::Grdp => other.is_of_fifth.cmp(&one.is_of_fifth),
    };
    by_lens
        .then(one.group.cmp(&other.group))
        .then(one.distance.total_cmp(&other.distance))
}

/// The smaller value first; a unit without one comes last.
fn nearest(one: &Likeness, other: &Likeness, value: fn(&Likeness) -> Option<f64>) -> Ordering {
    let of = |peer| value(peer).unwrap_or(f64::INFINITY);
    of(one).total_cmp(&of(other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_deviation_is_over_all_members() {
        // Mean 5, squares 9 + 1 + 1 + 9 = 20, over four: 5.
        assert_eq!(deviation(&[2.0, 4.0, 6.0, 8.0]), 5.0_f64.sqrt());
        assert_eq!(deviation(&[0.1, 0.1, 0.1]), 0.0);
    }

    #[test]
    fn a_distance_is_the_root_mean_square_in_deviations() {
        // 3 and 4 deviations: the root of (9 + 16) / 2.
        let told = distance(&[1.0, 10.0], &[7.0, 2.0], &[2.0, 2.0]).unwrap();
        assert!((told - 12.5_f64.sqrt()).abs() < 1e-12, "{told}");
        // A component on which all are equal tells nobody apart.
        assert_eq!(distance(&[1.0, 5.0], &[3.0, 5.0], &[2.0, 0.0]), Some(1.0));
        assert_eq!(distance(&[5.0], &[5.0], &[0.0]), None);
    }

    #[test]
    fn of_sixty_two_others_sixteen_are_alike() {
        let distances: Vec<f64> = (1..=62).rev().map(f64::from).collect();
        assert_eq!(likeness_bound(&distances), Some(16.0));
        assert_eq!(likeness_bound(&[3.0]), Some(3.0));
        assert_eq!(likeness_bound(&[]), None);
    }

    fn peer(distance: f64, is_like: bool, is_better: bool) -> Likeness {
        Likeness {
            distance,
            group: PeerGroup::of(is_like, is_better),
            score_difference: Some(0.0),
            is_of_region: false,
            population_ratio: Some(1.0),
            is_of_fifth: false,
        }
    }

    #[test]
    fn better_and_like_come_first_and_those_that_are_not_like_by_distance_alone() {
        let mut peers = [
            peer(9.0, false, true),
            peer(8.0, false, false),
            peer(1.0, true, false),
            peer(2.0, true, true),
            peer(1.5, true, true),
        ];
        sort_by(&mut peers, |one, other| compare(PeerLens::Profile, one, other));
        assert_eq!(peers.map(|peer| peer.distance), [1.5, 2.0, 1.0, 8.0, 9.0]);
    }

    #[test]
    fn each_lens_brings_its_own_to_the_front() {
        let plain = peer(1.0, true, true);
        let far = peer(7.0, false, false);
        let first = |lens, chosen: Likeness, other: Likeness| compare(lens, &chosen, &other) == Ordering::Less;
        let level = |score_difference, of: Likeness| Likeness { score_difference, ..of };
        assert!(first(PeerLens::Level, level(Some(-0.1), far), level(Some(0.2), plain)));
        assert!(first(PeerLens::Level, far, level(None, plain)), "no total comes last");
        let of_region = Likeness {
            is_of_region: true,
            ..far
        };
        assert!(first(PeerLens::Region, of_region, plain));
        // Half as many are as near as twice as many, and nearer than three times as many.
        let people = |ratio, of: Likeness| Likeness {
            population_ratio: Some(ratio),
            ..of
        };
        assert!(first(PeerLens::Population, people(0.5, far), people(3.0, plain)));
        let of_fifth = Likeness {
            is_of_fifth: true,
            ..far
        };
        assert!(first(PeerLens::Grdp, of_fifth, plain));
    }

    /// The scores of some units, a list for each component.
    fn columns() -> impl Strategy<Value = Vec<Vec<f64>>> {
        (3_usize..12, 1_usize..9).prop_flat_map(|(units, components)| {
            let column =
                proptest::collection::vec((0_i32..1000).prop_map(|hundredth| f64::from(hundredth) / 100.0), units);
            proptest::collection::vec(column, components)
        })
    }

    fn row(columns: &[Vec<f64>], unit: usize) -> Vec<f64> {
        columns.iter().map(|column| column[unit]).collect()
    }

    fn between(columns: &[Vec<f64>], one: usize, other: usize) -> Option<f64> {
        let deviations: Vec<f64> = columns.iter().map(|column| deviation(column)).collect();
        distance(&row(columns, one), &row(columns, other), &deviations)
    }

    proptest! {
        #[test]
        fn a_distance_is_symmetric_and_nothing_to_oneself(columns in columns()) {
            prop_assert_eq!(between(&columns, 0, 1), between(&columns, 1, 0));
            prop_assert!(between(&columns, 2, 2).is_none_or(|told| told == 0.0));
        }

        #[test]
        fn a_detour_is_no_shorter(columns in columns()) {
            if let Some(direct) = between(&columns, 0, 2) {
                let detour = between(&columns, 0, 1).unwrap() + between(&columns, 1, 2).unwrap();
                prop_assert!(direct <= detour + 1e-9, "{direct} > {detour}");
            }
        }

        #[test]
        fn another_scale_of_a_component_changes_nothing(columns in columns(), factor in 1_u16..500) {
            let mut scaled = columns.clone();
            for value in &mut scaled[0] {
                *value *= f64::from(factor) / 10.0;
            }
            let (plain, other) = (between(&columns, 0, 1), between(&scaled, 0, 1));
            prop_assert_eq!(plain.is_some(), other.is_some());
            prop_assert!(plain.zip(other).is_none_or(|(plain, other)| (plain - other).abs() < 1e-9));
        }

        #[test]
        fn a_quarter_of_the_others_is_alike(distances in proptest::collection::vec(0.0_f64..9.0, 1..70)) {
            let bound = likeness_bound(&distances).unwrap();
            let alike = distances.iter().filter(|told| **told <= bound).count();
            let nearer = distances.iter().filter(|told| **told < bound).count();
            let quarter = distances.len().div_ceil(QUARTERS);
            prop_assert!(nearer < quarter && quarter <= alike);
        }
    }
}
