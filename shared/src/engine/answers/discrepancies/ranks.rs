//! Rank against score: published ranks that do not follow the scores of their table, and ranks that several units have though
//! their scores are not on record as equal. A place that nobody has is no contradiction where a table is not complete.
//!
//! A value on which no source differs, but which is kept back as open, is held against the others here: that is why it is.

use std::collections::BTreeSet;

use crate::{
    ComponentId, Year,
    analytics::agreement::longest_falling_run,
    api::discrepancies::{Discrepancy, PlacesByScore, SameRank},
    domain::{DiscrepancyKind, Measure},
    engine::catalog::{Table, to_ordinal},
    sorting::{gather, sort_by},
};

use super::register::{Key, Register};

pub(super) fn rows(register: &Register<'_>) -> Vec<Discrepancy> {
    let index = register.index;
    let claimed = register.disputable().filter(|key| key.measure == Measure::Rank);
    let mut tables: BTreeSet<(&ComponentId, Year)> = gather(claimed.map(|key| (&key.component, key.year)));
    for component in &index.info().components {
        let years = index.years(&component.id);
        let ranked = years.filter(|year| !register.preferred(&component.id, *year, Measure::Rank).is_empty());
        tables.extend(ranked.map(|year| (&component.id, year)));
    }
    let rows = tables.into_iter().filter_map(|(component, year)| {
        let table = index.table(component, year)?;
        Some(rows_of(register, component, table))
    });
    rows.flatten().collect()
}

/// A unit with its published rank and, where it is on record, its score.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ranked {
    unit: u16,
    rank: u16,
    score: Option<f64>,
}

fn rows_of(register: &Register<'_>, component: &ComponentId, table: &Table) -> Vec<Discrepancy> {
    let ranked = ranked(register, component, table);
    let out_of_order = out_of_order(&ranked);
    let rows = ranked.iter().zip(out_of_order).filter_map(|(own, is_out)| {
        let places = places(&ranked, own, table.n).filter(|_| is_out);
        let same = same_rank(&ranked, own);
        if !is_out && same.is_empty() {
            return None;
        }
        let key = |measure| Key::of_unit(component, table.year, own.unit, measure);
        let ranks = register.claims(&key(Measure::Rank)).into_iter();
        let claims = ranks.chain(register.claims(&key(Measure::Score))).collect();
        let mut row = register.row(DiscrepancyKind::Rank, &key(Measure::Rank), claims);
        let units = register.units(table.year).provinces();
        row.same_rank = same
            .into_iter()
            .map(|other| &units[usize::from(other.unit)])
            .map(|unit| SameRank {
                province: unit.slug.clone(),
                name_vi: unit.name_vi.clone(),
                name_en: unit.name_en.clone(),
            })
            .collect();
        row.difference =
            places.map(|places| f64::from(own.rank) - f64::from(own.rank.clamp(places.best, places.worst)));
        row.places = places;
        Some(row)
    });
    rows.collect()
}

/// The units of a table with their ranks and scores, best first; within a shared rank by score, so that a tie alone is never a
/// fault of order.
fn ranked(register: &Register<'_>, component: &ComponentId, table: &Table) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = (0..)
        .zip(&table.cells)
        .filter_map(|(unit, cell)| {
            let preferred = register.preferred(component, table.year, Measure::Rank);
            let rank = preferred
                .iter()
                .find(|figure| figure.unit == unit)
                .map(|figure| figure.value);
            let rank = rank.or_else(|| undisputed(register, component, table.year, unit, Measure::Rank))?;
            let score = cell.score.as_ref().map(|score| score.exact);
            Some(Ranked {
                unit,
                rank: to_ordinal(rank)?,
                score: score.or_else(|| undisputed(register, component, table.year, unit, Measure::Score)),
            })
        })
        .collect();
    sort_by(&mut ranked, |one, other| {
        let score = |unit: &Ranked| unit.score.unwrap_or(f64::NEG_INFINITY);
        one.rank.cmp(&other.rank).then(score(other).total_cmp(&score(one)))
    });
    ranked
}

/// The value of a figure that is kept back though all sources give the same.
fn undisputed(
    register: &Register<'_>,
    component: &ComponentId,
    year: Year,
    unit: u16,
    measure: Measure,
) -> Option<f64> {
    let claims = register.others(&Key::of_unit(component, year, unit, measure));
    let value = claims.first()?.value;
    claims.iter().all(|claim| claim.value == value).then_some(value)
}

/// Which units would have to move for the ranks to follow the scores: the fewest, which are those outside the longest run in
/// order.
fn out_of_order(ranked: &[Ranked]) -> Vec<bool> {
    let scores: Vec<f64> = ranked.iter().filter_map(|unit| unit.score).collect();
    let mut in_order = longest_falling_run(&scores).into_iter();
    let mut is_out = |unit: &Ranked| unit.score.is_some() && in_order.next() == Some(false);
    ranked.iter().map(&mut is_out).collect()
}

/// The others with the rank of a unit, unless all of them have one score on record.
fn same_rank<'a>(ranked: &'a [Ranked], own: &Ranked) -> Vec<&'a Ranked> {
    let others = ranked
        .iter()
        .filter(|other| other.rank == own.rank && other.unit != own.unit);
    let others: Vec<&Ranked> = others.collect();
    let is_tie = own.score.is_some() && others.iter().all(|other| other.score == own.score);
    if is_tie { Vec::new() } else { others }
}

/// The places between the worst rank of a higher score and the best rank of a lower one; `None` where these leave none.
fn places(ranked: &[Ranked], own: &Ranked, n: u16) -> Option<PlacesByScore> {
    let score = own.score?;
    let in_order = out_of_order(ranked);
    let others = || {
        let others = ranked.iter().zip(&in_order).filter(|(_, is_out)| !**is_out);
        others.filter_map(|(other, _)| Some((other.rank, other.score?)))
    };
    let above = others().filter(|(_, other)| *other > score).map(|(rank, _)| rank).max();
    let below = others().filter(|(_, other)| *other < score).map(|(rank, _)| rank).min();
    let places = PlacesByScore {
        best: above.map_or(1, |rank| rank + 1),
        worst: below.map_or(n, |rank| rank.saturating_sub(1)),
    };
    (places.best <= places.worst).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(u16, Option<f64>)]) -> Vec<Ranked> {
        let unit = |(unit, (rank, score)): (u16, &(u16, Option<f64>))| Ranked {
            unit,
            rank: *rank,
            score: *score,
        };
        (0..).zip(rows).map(unit).collect()
    }

    #[test]
    fn a_score_out_of_order_is_told_with_the_places_that_are_left() {
        let ranked = table(&[
            (11, Some(88.72)),
            (12, Some(87.68)),
            (13, Some(88.66)),
            (18, Some(88.35)),
            (21, Some(87.5)),
        ]);
        assert_eq!(out_of_order(&ranked), [false, true, false, false, false]);
        let places = places(&ranked, &ranked[1], 63).unwrap();
        assert_eq!((places.best, places.worst), (19, 20));
    }

    #[test]
    fn a_shared_rank_needs_equal_scores_on_record() {
        let tie = table(&[(3, Some(80.0)), (3, Some(80.0)), (5, None)]);
        assert!(tie.iter().all(|unit| same_rank(&tie, unit).is_empty()));
        let unknown = table(&[(3, Some(80.0)), (3, None)]);
        assert!(unknown.iter().all(|unit| same_rank(&unknown, unit).len() == 1));
    }

    #[test]
    fn a_place_that_nobody_has_is_no_contradiction() {
        let ranked = table(&[(1, Some(90.0)), (4, Some(80.0)), (9, None)]);
        assert_eq!(out_of_order(&ranked), [false, false, false]);
    }
}
