//! Figures far from all others of their year: worth a second look at the source, and often right.

use vithe_shared::domain::Measure;

use super::figures::{Figures, TableKey};
use crate::{
    finding::{Finding, FindingCode, Subject, decimal_comma},
    package::{ObservationRow, Package, TableRow, Unit},
};

/// How many median absolute deviations, scaled to a standard deviation, a value may be from the median.
const FARTHEST: f64 = 4.0;

/// What scales a median absolute deviation to the standard deviation of a normal distribution.
const NORMAL_SCALE: f64 = 1.4826;

/// A table of fewer values, often the best and worst that the press named, has no usual spread.
const FEWEST_VALUES: usize = 20;

pub(super) fn run(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    for (key, _) in figures.tables().filter(|(key, _)| key.measure == Measure::Score) {
        // A component outside the sum may be anything, a tier for example; its spread means nothing.
        let ranked = package
            .component(key.index, key.component, key.year)
            .is_some_and(|component| component.component.is_overall() || component.parent.is_some());
        if ranked {
            table(figures, key, findings);
        }
    }
}

fn table(figures: &Figures<'_>, key: &TableKey<'_>, findings: &mut Vec<Finding>) {
    let values: Vec<_> = figures.provinces(key).collect();
    if values.len() < FEWEST_VALUES {
        return;
    }
    let mut sorted: Vec<f64> = values.iter().map(|(_, figure)| figure.value).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = median(&sorted);
    let mut deviations: Vec<f64> = sorted.iter().map(|value| (value - middle).abs()).collect();
    deviations.sort_by(f64::total_cmp);
    let spread = NORMAL_SCALE * median(&deviations);
    if spread == 0.0 {
        return;
    }
    for (slug, figure) in values {
        let distance = (figure.value - middle).abs() / spread;
        if distance > FARTHEST && stands_alone(&sorted, figure.value, spread) {
            let (value, distance) = (figure.value, (distance * 10.0).round() / 10.0);
            // Nine decimals of a median of unpublished digits say nothing.
            let middle = (middle * 1e4).round() / 1e4;
            findings.push(
                Finding::warning(
                    FindingCode::Outlier,
                    ObservationRow::FILE,
                    format!(
                        "{} ({} {}, “{}”, “{slug}”) cách trung vị {} tới {} lần độ lệch tuyệt đối trung vị và cách xa mọi \
                         giá trị khác; xem lại nguồn.",
                        decimal_comma(value),
                        key.index,
                        key.year,
                        key.component,
                        decimal_comma(middle),
                        decimal_comma(distance)
                    ),
                    format!(
                        "{value} ({} {}, “{}”, “{slug}”) is {distance} scaled median absolute deviations from the median \
                         {middle} and far from every other value; check the source.",
                        key.index, key.year, key.component
                    ),
                )
                .at_row(figure.line)
                .at_column("value")
                .about(Subject {
                    index: Some(key.index),
                    year: Some(key.year),
                    unit: Some(Unit::Province(slug.clone())),
                    component: Some(key.component.clone()),
                }),
            );
        }
    }
}

/// Whether no other value is within one spread: several far values together are a long tail, not a slip.
fn stands_alone(sorted: &[f64], value: f64, spread: f64) -> bool {
    sorted.iter().filter(|other| (**other - value).abs() < spread).count() == 1
}

/// The median of sorted values.
fn median(sorted: &[f64]) -> f64 {
    let upper = sorted.len() / 2;
    match sorted.get(upper) {
        None => f64::NAN,
        Some(value) if !sorted.len().is_multiple_of(2) => *value,
        Some(value) => sorted[upper - 1].midpoint(*value),
    }
}
