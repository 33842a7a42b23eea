//! From figures to coded columns, each in the shortest coding that is exact.

use std::collections::BTreeMap;

use super::{CodedColumn, Coding, Column, Figure, POWERS, Runs, places, to_single, to_whole};
use crate::{
    domain::{Measure, ObservationStatus},
    identifier::Year,
    sorting::sort_by_key,
};

/// The numbers of the column before, to which changes refer.
struct Before {
    component: u16,
    measure: Measure,
    year: Year,
    decimals: u8,
    numbers: Numbers,
}

/// The numbers that the fields of a column stand for, by unit.
enum Numbers {
    Wholes(BTreeMap<u16, i64>),
    Singles(BTreeMap<u16, i64>),
}

/// A coding of values.
struct Coded {
    coding: Coding,
    decimals: u8,
    values: String,
    /// The numbers, where a later column may refer to them.
    numbers: Option<Numbers>,
}

impl Coded {
    /// The numbers themselves.
    fn plainly(coding: Coding, decimals: u8, numbers: &BTreeMap<u16, i64>) -> Self {
        let values = numbers.iter().map(|(unit, number)| (*unit, number.to_string()));
        Self {
            coding,
            decimals,
            values: fields(values),
            numbers: None,
        }
    }

    /// What they are more than those of the column before.
    fn as_change(coding: Coding, decimals: u8, numbers: &BTreeMap<u16, i64>, before: &BTreeMap<u16, i64>) -> Self {
        let change = |(unit, number): (&u16, &i64)| (*unit, (number - before.get(unit).unwrap_or(&0)).to_string());
        Self {
            coding,
            decimals,
            values: fields(numbers.iter().map(change)),
            numbers: None,
        }
    }

    fn with(self, numbers: Numbers) -> Self {
        Self {
            numbers: Some(numbers),
            ..self
        }
    }
}

/// Writes columns, which it puts in order; those of some years are of the 34 units.
pub fn write_columns(mut columns: Vec<Column>, units34_years: &[Year]) -> Vec<CodedColumn> {
    sort_by_key(&mut columns, |column| (column.component, column.measure, column.year));
    let scores: BTreeMap<(u16, Year), &[Figure]> = columns
        .iter()
        .filter(|column| column.measure == Measure::Score)
        .map(|column| ((column.component, column.year), column.figures.as_slice()))
        .collect();
    let mut coded = Vec::with_capacity(columns.len());
    let mut before: Option<Before> = None;
    for column in &columns {
        let scored = scores
            .get(&(column.component, column.year))
            .copied()
            .unwrap_or_default();
        // Positions of units are those of the list of the year.
        let comparable = before.as_ref().filter(|before| {
            before.component == column.component
                && before.measure == column.measure
                && units34_years.contains(&before.year) == units34_years.contains(&column.year)
        });
        let best = candidates(column, scored, comparable)
            .into_iter()
            .min_by_key(|candidate| candidate.values.len());
        let best = best.unwrap_or_else(|| written(column));
        coded.push(CodedColumn {
            component: column.component,
            year: column.year,
            measure: column.measure,
            coding: best.coding,
            decimals: best.decimals,
            values: best.values,
            sources: Runs::new(column.figures.iter().map(|figure| figure.source)),
            evidence: Runs::new(column.figures.iter().map(|figure| figure.evidence)),
            statuses: statuses(&column.figures),
        });
        before = best.numbers.map(|numbers| Before {
            component: column.component,
            measure: column.measure,
            year: column.year,
            decimals: best.decimals,
            numbers,
        });
    }
    coded
}

/// The codings that give the values exactly; of equally short ones the first is taken.
fn candidates(column: &Column, scored: &[Figure], before: Option<&Before>) -> Vec<Coded> {
    let mut candidates = Vec::new();
    if column.measure == Measure::Rank && !scored.is_empty() {
        candidates.extend(ranks(column, scored));
    }
    let longest = u8::try_from(POWERS.len()).unwrap_or(u8::MAX);
    let wholes_with = |decimals: u8| -> Option<BTreeMap<u16, i64>> {
        let wholes = column.figures.iter();
        wholes
            .map(|figure| Some((figure.unit, to_whole(figure.value, decimals)?)))
            .collect()
    };
    let Some((decimals, wholes)) = (0..longest).find_map(|decimals| Some((decimals, wholes_with(decimals)?))) else {
        return candidates;
    };
    let singles: Option<BTreeMap<u16, i64>> = column
        .figures
        .iter()
        .map(|figure| Some((figure.unit, to_single(figure.value, decimals)?)))
        .collect();
    match before.map(|before| (before.decimals, &before.numbers)) {
        Some((decimals, Numbers::Wholes(before))) => {
            if let Some(own) = wholes_with(decimals) {
                let change = Coded::as_change(Coding::Change, decimals, &own, before);
                candidates.push(change.with(Numbers::Wholes(own)));
            }
        }
        Some((_, Numbers::Singles(before))) => {
            if let Some(own) = &singles {
                let change = Coded::as_change(Coding::SingleChange, decimals, own, before);
                candidates.push(change.with(Numbers::Singles(own.clone())));
            }
        }
        None => {}
    }
    candidates.push(Coded::plainly(Coding::Plain, decimals, &wholes).with(Numbers::Wholes(wholes)));
    candidates.extend(
        singles.map(|singles| Coded::plainly(Coding::Single, decimals, &singles).with(Numbers::Singles(singles))),
    );
    candidates
}

/// Every value as it is written, which is always exact.
fn written(column: &Column) -> Coded {
    Coded {
        coding: Coding::Written,
        decimals: 0,
        values: fields(
            column
                .figures
                .iter()
                .map(|figure| (figure.unit, figure.value.to_string())),
        ),
        numbers: None,
    }
}

/// Ranks that differ from the places of the printed scores; `None` where one is no whole number.
fn ranks(column: &Column, scored: &[Figure]) -> Option<Coded> {
    let ranks: BTreeMap<u16, i64> = column
        .figures
        .iter()
        .map(|figure| Some((figure.unit, to_whole(figure.value, 0)?)))
        .collect::<Option<_>>()?;
    let last = |figures: &[Figure]| figures.last().map_or(0, |figure| usize::from(figure.unit) + 1);
    let places = places(scored, last(scored).max(last(&column.figures)));
    let told = places
        .into_iter()
        .zip(0_u16..)
        .filter_map(|(place, unit)| match (place, ranks.get(&unit)) {
            (Some(place), Some(rank)) if i64::from(place) == *rank => None,
            (_, Some(rank)) => Some((unit, rank.to_string())),
            (Some(_), None) => Some((unit, "-".to_owned())),
            (None, None) => None,
        });
    Some(Coded {
        coding: Coding::Places,
        decimals: 0,
        values: fields(told),
        numbers: None,
    })
}

/// One field a unit; units are given in their order.
fn fields(values: impl Iterator<Item = (u16, String)>) -> String {
    let mut text = String::new();
    let mut next = 0;
    for (unit, value) in values {
        for _ in next..unit {
            text.push(',');
        }
        text.push_str(&value);
        next = unit;
    }
    text
}

fn statuses(figures: &[Figure]) -> Vec<(u16, ObservationStatus)> {
    figures
        .iter()
        .zip(0_u16..)
        .filter(|(figure, _)| figure.status != ObservationStatus::Normal)
        .map(|(figure, position)| (position, figure.status))
        .collect()
}
