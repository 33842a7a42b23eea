//! Single figures: on the scale of their component and year, whole numbers where ordinals are meant, measures that go with
//! the kind of unit.

use std::collections::HashMap;

use vithe_shared::{
    ComponentId, Year,
    domain::{Measure, ScoreUnit},
};

use super::figures::subject;
use crate::{
    finding::{Finding, FindingCode, decimal_comma},
    package::{ComponentRow, ObservationRow, Package, PackageIndex, TableRow, Unit},
};

/// Scales such as 1/3 to 10/3 stand in files with six decimals, figures with up to nine.
const ROUNDING: f64 = 1e-6;

/// What the points of all areas of an index add to.
const ALL_POINTS: f64 = 100.0;

/// A rank, group or tier as the whole number it must be.
pub(crate) fn ordinal(value: f64) -> Option<u16> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the value is a whole number in the range of the type"
    )]
    (value.fract() == 0.0 && (1.0..=f64::from(u16::MAX)).contains(&value)).then_some(value as u16)
}

pub(super) fn run(package: &Package, findings: &mut Vec<Finding>) {
    let mut spans: HashMap<(PackageIndex, &ComponentId), Vec<&ComponentRow>> = HashMap::new();
    for row in &package.components {
        spans.entry((row.index, &row.component)).or_default().push(row);
    }
    let maxima: Maxima<'_> = package
        .maximum_points
        .iter()
        .map(|row| ((row.index, row.year, &row.component), row.maximum))
        .collect();
    for (line, row) in package.observations.located() {
        let report = |code, column: &str, vi: String, en: String| {
            Finding::error(code, ObservationRow::FILE, vi, en)
                .at_row(line)
                .at_column(column)
                .about(subject(row))
        };
        let component = spans
            .get(&(row.index, &row.component))
            .and_then(|spans| spans.iter().find(|span| span.covers(row.year)));
        let Some(component) = component else {
            findings.push(report(
                FindingCode::ComponentNotInYear,
                "component",
                format!(
                    "{} không có thành phần “{}” trong năm {}.",
                    row.index, row.component, row.year
                ),
                format!("{} has no component “{}” in {}.", row.index, row.component, row.year),
            ));
            continue;
        };
        if !goes_with(row.measure, &row.unit) {
            let (measure, kind) = (row.measure, row.unit.kind());
            findings.push(report(
                FindingCode::MeasureNotForUnit,
                "measure",
                format!("Số đo “{measure}” không dùng cho đơn vị loại “{kind}”."),
                format!("The measure “{measure}” does not go with a unit of the kind “{kind}”."),
            ));
        }
        let value = row.value;
        if let Some((min, max)) = scale(row, component, &maxima) {
            if value < min - ROUNDING || value > max + ROUNDING {
                findings.push(report(
                    FindingCode::OutOfRange,
                    "value",
                    format!(
                        "{} nằm ngoài thang điểm {}–{} của “{}” năm {}.",
                        decimal_comma(value),
                        decimal_comma(min),
                        decimal_comma(max),
                        row.component,
                        row.year
                    ),
                    format!(
                        "{value} is outside the scale {min}–{max} of “{}” in {}.",
                        row.component, row.year
                    ),
                ));
            }
        } else if ordinal(value).is_none() {
            findings.push(report(
                FindingCode::BadOrdinal,
                "value",
                format!(
                    "{} không phải số nguyên từ 1; hạng và nhóm là số nguyên.",
                    decimal_comma(value)
                ),
                format!("{value} is no whole number from 1, as ranks and groups are."),
            ));
        }
    }
}

/// Maximum points by index, year and component.
type Maxima<'a> = HashMap<(PackageIndex, Year, &'a ComponentId), f64>;

/// The lowest and highest value a figure can have; `None` for ordinals.
fn scale(row: &ObservationRow, component: &ComponentRow, maxima: &Maxima<'_>) -> Option<(f64, f64)> {
    let maximum = maxima.get(&(row.index, row.year, &row.component)).copied();
    if row.measure == Measure::Points {
        // An area whose maximum is not on record has at most all points there are.
        return Some((0.0, maximum.unwrap_or(ALL_POINTS)));
    }
    let maximum = maximum.filter(|_| component.unit == ScoreUnit::Points);
    row.measure
        .is_on_scale()
        .then(|| (component.scale_min, maximum.unwrap_or(component.scale_max)))
}

/// Which measures a kind of unit has.
const fn goes_with(measure: Measure, unit: &Unit) -> bool {
    match measure {
        Measure::Score => true,
        Measure::Points | Measure::Rank | Measure::RegionalRank | Measure::Group | Measure::Tier => {
            !matches!(unit, Unit::Country)
        }
        Measure::Min | Measure::Max | Measure::Median | Measure::Mean => !matches!(unit, Unit::Province(_)),
    }
}
