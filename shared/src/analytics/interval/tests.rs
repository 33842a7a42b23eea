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
