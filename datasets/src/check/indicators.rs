//! The indicators below components: values that their unit allows, and a direction that the values speak for.

use std::collections::BTreeMap;

use vithe_shared::{
    Borders, ProvinceSlug, Year,
    domain::{Direction, DirectionEvidence, IndicatorUnit, Measure},
};

use super::figures::{Figures, TableKey};
use crate::{
    finding::{Finding, FindingCode, decimal_comma},
    package::{IndicatorRow, IndicatorValueRow, Package, TableRow},
};

/// A weaker correlation with the component says nothing of the direction.
const TELLING_CORRELATION: f64 = 0.25;

/// Correlations stand in the file with three decimals, and were computed from scores with more decimals than the printed two.
const ROUNDING: f64 = 0.002;

pub(super) fn run(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    for (line, row) in package.indicator_values.located() {
        let indicator = package
            .indicators
            .iter()
            .find(|indicator| indicator.index == row.index && indicator.indicator == row.indicator);
        let Some((lowest, highest)) = indicator.map(|indicator| range(indicator.unit)) else {
            continue;
        };
        if !(lowest..=highest).contains(&row.value) {
            let shown = decimal_comma(row.value);
            findings.push(
                Finding::error(
                    FindingCode::OutOfRange,
                    IndicatorValueRow::FILE,
                    format!(
                        "{shown} không thể là giá trị của chỉ tiêu {} theo đơn vị của nó.",
                        row.indicator
                    ),
                    format!("{} cannot be a value of {} in its unit.", row.value, row.indicator),
                )
                .at_row(line)
                .at_column("value"),
            );
        }
    }
    for (line, row) in package.indicators.located() {
        let correlation = correlation(package, figures, row);
        if let Some(fault) = fault(row, correlation) {
            findings.push(fault.at_row(line).at_column("direction_evidence"));
        }
    }
}

/// The least and the greatest value that a unit allows.
const fn range(unit: IndicatorUnit) -> (f64, f64) {
    match unit {
        IndicatorUnit::PercentOfFirms | IndicatorUnit::Percent => (0.0, 100.0),
        IndicatorUnit::Grade => (1.0, 5.0),
        IndicatorUnit::Days | IndicatorUnit::Hours | IndicatorUnit::Points | IndicatorUnit::CasesPer100Firms => {
            (0.0, f64::INFINITY)
        }
    }
}

/// What is wrong with the evidence of a direction.
fn fault(row: &IndicatorRow, correlation: Option<f64>) -> Option<Finding> {
    let correlation = correlation?;
    let is_positive = correlation > 0.0;
    let expected = if correlation.abs() < TELLING_CORRELATION {
        DirectionEvidence::Wording
    } else if is_positive == (row.direction == Direction::Higher) {
        DirectionEvidence::Correlation
    } else {
        DirectionEvidence::Disagrees
    };
    let report = |vi: String, en: String| {
        Some(Finding::error(
            FindingCode::DirectionEvidence,
            IndicatorRow::FILE,
            vi,
            en,
        ))
    };
    let shown = format!("{correlation:.3}");
    if (correlation - row.correlation).abs() > ROUNDING {
        return report(
            format!(
                "Hệ số tương quan với điểm thành phần là {}, không phải {}.",
                shown.replace('.', ","),
                decimal_comma(row.correlation)
            ),
            format!(
                "The correlation with the component’s score is {shown}, not {}.",
                row.correlation
            ),
        );
    }
    if expected != row.direction_evidence {
        return report(
            format!(
                "Với hệ số tương quan {}, căn cứ của chiều tốt xấu phải là “{expected}”.",
                shown.replace('.', ",")
            ),
            format!("With a correlation of {shown} the evidence of the direction is “{expected}”."),
        );
    }
    if expected == DirectionEvidence::Disagrees && (row.note_vi.is_none() || row.note_en.is_none()) {
        return report(
            "Tương quan trái với câu chữ: phải có ghi chú nêu lý do bằng cả hai thứ tiếng.".to_owned(),
            "The correlation disagrees with the wording: a note in both languages has to say why it is followed."
                .to_owned(),
        );
    }
    None
}

/// Pearson's correlation of an indicator with the score of its component in its newest year, over all units that have both;
/// `None` where they do not vary.
fn correlation(package: &Package, figures: &Figures<'_>, row: &IndicatorRow) -> Option<f64> {
    let values = || {
        let values = package.indicator_values.iter();
        values.filter(|value| value.index == row.index && value.indicator == row.indicator)
    };
    let newest: (Year, Borders) = values().map(|value| (value.year, value.borders)).max()?;
    let key = TableKey {
        index: row.index,
        year: newest.0,
        borders: newest.1,
        component: &row.component,
        measure: Measure::Score,
    };
    let scores: BTreeMap<&ProvinceSlug, f64> = figures
        .provinces(&key)
        .map(|(slug, figure)| (slug, figure.value))
        .collect();
    let pairs: Vec<(f64, f64)> = values()
        .filter(|value| (value.year, value.borders) == newest)
        .filter_map(|value| Some((value.value, *scores.get(&value.unit)?)))
        .collect();
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (left, right) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum =
        |of: &dyn Fn(f64, f64) -> f64| -> f64 { pairs.iter().map(|(one, other)| of(one - left, other - right)).sum() };
    let spread = sum(&|one, _| one * one) * sum(&|_, other| other * other);
    (spread > 0.0).then(|| sum(&|one, other| one * other) / spread.sqrt())
}
