//! From coded columns to figures.

use std::collections::BTreeMap;

use super::{CodedColumn, Coding, Column, Figure, of_single, of_whole, places};
use crate::domain::{Measure, ObservationStatus};

/// A column that cannot be read: it was not written by [`super::write_columns`], or was damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column {position} cannot be read")]
pub struct MalformedColumn {
    /// Its position among the columns.
    pub position: usize,
}

/// Reads columns in their order.
pub fn read_columns(coded: &[CodedColumn]) -> Result<Vec<Column>, MalformedColumn> {
    let mut columns: Vec<Column> = Vec::with_capacity(coded.len());
    // Where the scores of a component and year are.
    let mut scores = BTreeMap::new();
    let mut before: Vec<Option<i64>> = Vec::new();
    for (position, column) in coded.iter().enumerate() {
        let malformed = || MalformedColumn { position };
        let scored = scores.get(&(column.component, column.year));
        let scored: &[Figure] = scored.map_or(&[], |position: &usize| &columns[*position].figures);
        let values = values(column, scored, &mut before).ok_or_else(malformed)?;
        if column.measure == Measure::Score {
            scores.insert((column.component, column.year), columns.len());
        }
        columns.push(Column {
            component: column.component,
            year: column.year,
            measure: column.measure,
            figures: figures(column, &values).ok_or_else(malformed)?,
        });
    }
    Ok(columns)
}

/// The values of a column with their units. `before` are the whole numbers of the column before, and become its own.
fn values(column: &CodedColumn, scored: &[Figure], before: &mut Vec<Option<i64>>) -> Option<Vec<(u16, f64)>> {
    if column.coding == Coding::Places {
        before.clear();
        return ranks(column, scored);
    }
    let mut values = Vec::new();
    let mut own: Vec<Option<i64>> = Vec::new();
    for (unit, field) in column.values.split(',').enumerate() {
        if field.is_empty() {
            own.push(None);
            continue;
        }
        let unit_position = u16::try_from(unit).ok()?;
        if column.coding == Coding::Written {
            values.push((unit_position, field.parse().ok()?));
            continue;
        }
        let number: i64 = field.parse().ok()?;
        let is_change = matches!(column.coding, Coding::Change | Coding::SingleChange);
        let from = before.get(unit).copied().flatten().filter(|_| is_change);
        let whole = number.checked_add(from.unwrap_or(0))?;
        let value = match column.coding {
            Coding::Single | Coding::SingleChange => of_single(whole, column.decimals)?,
            _ => of_whole(whole, column.decimals)?,
        };
        own.push(Some(whole));
        values.push((unit_position, value));
    }
    *before = own;
    Some(values)
}

/// Ranks that are the places of printed scores where nothing else is said.
fn ranks(column: &CodedColumn, scored: &[Figure]) -> Option<Vec<(u16, f64)>> {
    let fields: Vec<&str> = column.values.split(',').collect();
    let last = scored.last().map_or(0, |figure| usize::from(figure.unit) + 1);
    let units = fields.len().max(last);
    let places = places(scored, units);
    let mut values = Vec::new();
    for (unit, place) in places.into_iter().enumerate() {
        let rank = match fields.get(unit).copied().unwrap_or_default() {
            "" => place.map(f64::from),
            "-" => None,
            field => Some(field.parse().ok()?),
        };
        if let Some(rank) = rank {
            values.push((u16::try_from(unit).ok()?, rank));
        }
    }
    Some(values)
}

fn figures(column: &CodedColumn, values: &[(u16, f64)]) -> Option<Vec<Figure>> {
    let mut sources = column.sources.members();
    let mut evidence = column.evidence.members();
    let mut figures: Vec<Figure> = Vec::with_capacity(values.len());
    for (unit, value) in values {
        figures.push(Figure {
            unit: *unit,
            value: *value,
            source: sources.next()?,
            evidence: evidence.next()?,
            status: ObservationStatus::Normal,
        });
    }
    for (position, status) in &column.statuses {
        figures.get_mut(usize::from(*position))?.status = *status;
    }
    Some(figures)
}
