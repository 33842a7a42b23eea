//! Parts against totals. How far a sum may differ follows from the printed decimals: half a unit of the last one, of the
//! total and of every part times its weight.

use std::collections::BTreeMap;

use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, Year,
    analytics::agreement::{
        PAR_PARTS, PAR_SIPAS_FIRST_YEAR, PAR_SIPAS_PART, decimals_of, half_unit, half_unit_of_list, is_beyond,
    },
    domain::{Measure, ScoreUnit},
    identifier::year_spans,
};

use super::figures::{Figure, Figures, TableKey, UnitFigures};
use crate::{
    finding::{Finding, FindingCode, Subject, decimal_comma},
    package::{ObservationRow, Package, PackageIndex, TableRow, Unit, WeightRow},
};

/// Fewer units than these say nothing about a whole year.
const FEWEST_UNITS: usize = 10;

pub(super) fn run(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    weighted(package, figures, findings);
    computed(package, figures, findings);
    par_parts(package, figures, findings);
    sipas_in_par(package, figures, findings);
    points_and_percent(package, figures, findings);
}

/// Half a unit of the last decimal that a table prints.
fn half_unit_of_table(figures: &UnitFigures<'_>) -> f64 {
    half_unit_of_list(figures.values().map(|figure| figure.value))
}

/// How the totals of one year of an index come out.
struct YearOfTotals<'a> {
    tolerance: f64,
    /// The published total and the sum, by unit.
    pairs: Vec<(&'a Unit, Figure, f64)>,
}

impl YearOfTotals<'_> {
    fn largest_difference(&self) -> f64 {
        self.pairs
            .iter()
            .map(|(_, total, sum)| (total.value - sum).abs())
            .fold(0.0, f64::max)
    }

    fn differing(&self) -> impl Iterator<Item = &(&Unit, Figure, f64)> {
        self.pairs
            .iter()
            .filter(|(_, total, sum)| is_beyond(total.value, *sum, self.tolerance))
    }
}

/// Totals that are weighted sums: Σ weight × score, the scale of the parts stretched to that of the total.
fn weighted(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    let mut years: BTreeMap<(PackageIndex, Year), Vec<&WeightRow>> = BTreeMap::new();
    for row in &package.weights {
        years.entry((row.index, row.year)).or_default().push(row);
    }
    let overall = ComponentId::overall();
    // Years printed with the same decimals are told together.
    let mut reproduced: BTreeMap<(PackageIndex, String), (Vec<Year>, usize, f64)> = BTreeMap::new();
    for ((index, year), weights) in years {
        let Some(totals) = weighted_year(package, figures, index, year, &weights) else {
            continue;
        };
        let subject = |unit: Option<&Unit>| Subject {
            index: Some(index),
            year: Some(year),
            unit: unit.cloned(),
            component: Some(overall.clone()),
        };
        let differing = totals.differing().count();
        let largest = round(totals.largest_difference());
        let units = totals.pairs.len();
        if units >= FEWEST_UNITS && differing * 2 > units {
            // One finding for a year whose weights or parts are not the published ones, not one for every province.
            findings.push(
                Finding::warning(
                    FindingCode::TotalsNotReproduced,
                    ObservationRow::FILE,
                    format!(
                        "{index} {year}: {differing}/{units} tổng điểm đã công bố không bằng tổng có trọng số của các \
                         thành phần, chênh lệch lớn nhất {}; phần còn thiếu không có trong số liệu đã công bố nên được \
                         hiện là phần dư.",
                        decimal_comma(largest)
                    ),
                    format!(
                        "{index} {year}: {differing} of {units} published totals are not the weighted sum of their \
                         components, the largest difference is {largest}; what is lacking is not among the published \
                         figures and is shown as a remainder."
                    ),
                )
                .about(subject(None)),
            );
            continue;
        }
        for (unit, total, sum) in totals.differing() {
            findings.push(differs(total, *sum, totals.tolerance, subject(Some(unit))));
        }
        if differing == 0 {
            let bound = round(totals.tolerance).to_string();
            let (years, count, error) = reproduced.entry((index, bound)).or_default();
            years.push(year);
            *count += units;
            *error = error.max(largest);
        }
    }
    for ((index, bound), (years, count, largest)) in reproduced {
        let list = year_spans(&years);
        findings.push(
            Finding::note(
                FindingCode::TotalsReproduced,
                ObservationRow::FILE,
                format!(
                    "{index}: tổng có trọng số tái lập {count} tổng điểm đã công bố của các năm {list}; sai lệch lớn nhất {}, \
                     mức làm tròn {}.",
                    decimal_comma(largest),
                    bound.replace('.', ",")
                ),
                format!(
                    "{index}: the weighted sum reproduces {count} published totals of {list}; the largest error is {largest}, \
                     rounding allows {bound}."
                ),
            )
            .about(Subject {
                index: Some(index),
                ..Subject::default()
            }),
        );
    }
}

/// Differences are told to the fourth decimal of the published figures and one more.
fn round(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

fn weighted_year<'a>(
    package: &'a Package,
    figures: &Figures<'a>,
    index: PackageIndex,
    year: Year,
    weights: &[&'a WeightRow],
) -> Option<YearOfTotals<'a>> {
    let total = package
        .components
        .iter()
        .find(|row| row.index == index && row.component.is_overall() && row.covers(year))?;
    let table = |component| {
        // A year is of one list of units.
        Borders::ALL.into_iter().find_map(|borders| {
            figures.table(&TableKey {
                index,
                year,
                borders,
                component,
                measure: Measure::Score,
            })
        })
    };
    let totals = table(&total.component)?;
    let mut tolerance = half_unit_of_table(totals);
    let mut parts = Vec::new();
    for weight in weights {
        let component = package.component(index, &weight.component, year)?;
        let factor = package.points_of_whole(total, component, year);
        let scores = table(&weight.component)?;
        tolerance += factor * half_unit_of_table(scores);
        parts.push((factor, scores));
    }
    let pairs = totals
        .iter()
        .filter(|(unit, _)| unit.province().is_some())
        .filter_map(|(unit, total)| {
            let sum = parts
                .iter()
                .map(|(factor, scores)| scores.get(unit).map(|score| factor * score.value))
                .sum::<Option<f64>>()?;
            Some((*unit, *total, sum))
        })
        .collect();
    Some(YearOfTotals { tolerance, pairs })
}

fn differs(total: &Figure, sum: f64, tolerance: f64, subject: Subject) -> Finding {
    let (value, sum, tolerance) = (total.value, round(sum), round(tolerance));
    Finding::error(
        FindingCode::PartsDifferFromTotal,
        ObservationRow::FILE,
        format!(
            "Tổng điểm {} khác tổng của các phần {} quá mức làm tròn {}.",
            decimal_comma(value),
            decimal_comma(sum),
            decimal_comma(tolerance)
        ),
        format!("The total {value} differs from the sum of its parts {sum} by more than rounding, {tolerance}."),
    )
    .at_row(total.line)
    .at_column("value")
    .about(subject)
}

/// A published figure of something the product computes is the sum of its parts, to the digit it is printed with. Weighted
/// sums are told with those of the years in which every total is printed.
fn computed(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    for (key, table) in figures.tables().filter(|(key, _)| key.measure == Measure::Score) {
        let component = package
            .components
            .iter()
            .find(|row| row.index == key.index && row.component == *key.component && row.covers(key.year));
        let is_weighted = || {
            let mut weights = package.weights.iter();
            weights.any(|row| row.index == key.index && row.year == key.year)
        };
        let Some(component) = component.filter(|component| component.computed && !is_weighted()) else {
            continue;
        };
        let sums = figures.sums(package, key.index, key.borders, key.year, component);
        for (unit, total) in table {
            let Some(sum) = unit.province().and_then(|slug: &ProvinceSlug| sums.get(slug)) else {
                continue;
            };
            let tolerance = half_unit(decimals_of(total.value));
            if is_beyond(total.value, *sum, tolerance) {
                findings.push(differs(total, *sum, tolerance, subject(key, unit)));
            }
        }
    }
}

fn subject(key: &TableKey<'_>, unit: &Unit) -> Subject {
    Subject {
        index: Some(key.index),
        year: Some(key.year),
        unit: Some(unit.clone()),
        component: Some(key.component.clone()),
    }
}

/// The four parts of the PAR INDEX add to its total, where all are on record in points.
fn par_parts(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    let index = PackageIndex::Shown(IndexId::Par);
    let totals = figures
        .tables()
        .filter(|(key, _)| key.index == index && key.measure == Measure::Score && key.component.is_overall());
    for (key, totals) in totals {
        let parts: Option<Vec<_>> = PAR_PARTS
            .iter()
            .map(|part| {
                let component = package
                    .components
                    .iter()
                    .find(|row| row.index == index && row.component.as_str() == *part && row.covers(key.year))
                    .filter(|row| row.unit == ScoreUnit::Points)?;
                figures.table(&TableKey {
                    component: &component.component,
                    ..*key
                })
            })
            .collect();
        let Some(parts) = parts else { continue };
        // The four parts are printed alike; one of them alone may show fewer decimals by chance.
        let part_unit = parts
            .iter()
            .map(|part| half_unit_of_table(part))
            .fold(f64::INFINITY, f64::min);
        let tolerance = half_unit_of_table(totals) + part_unit * PAR_PARTS.len() as f64;
        for (unit, total) in totals {
            let sum = parts
                .iter()
                .map(|part| part.get(unit).map(|score| score.value))
                .sum::<Option<f64>>();
            if let Some(sum) = sum.filter(|sum| is_beyond(total.value, *sum, tolerance)) {
                findings.push(differs(total, sum, tolerance, subject(key, unit)));
            }
        }
    }
}

/// The SIPAS part of the PAR INDEX is a tenth of SIPAS, since it has 10 of its 100 points.
fn sipas_in_par(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    let sipas_total = package
        .components
        .iter()
        .find(|row| row.index == IndexId::Sipas && row.component.is_overall());
    let Some(sipas_total) = sipas_total else { return };
    let parts = figures.tables().filter(|(key, _)| {
        key.index == IndexId::Par
            && key.measure == Measure::Score
            && key.component.as_str() == PAR_SIPAS_PART
            && key.year >= Year(PAR_SIPAS_FIRST_YEAR)
    });
    for (key, part) in parts {
        let sipas = figures.table(&TableKey {
            index: IndexId::Sipas.into(),
            component: &sipas_total.component,
            ..*key
        });
        let Some(sipas) = sipas else { continue };
        let tolerance = half_unit_of_table(part) + half_unit_of_table(sipas) / 10.0;
        for (unit, points) in part {
            let Some(percent) = sipas.get(unit) else { continue };
            let expected = percent.value / 10.0;
            if is_beyond(points.value, expected, tolerance) {
                let (value, expected) = (points.value, round(expected));
                findings.push(
                    Finding::error(
                        FindingCode::SipasPartDiffers,
                        ObservationRow::FILE,
                        format!(
                            "Phần SIPAS trong PAR là {}, trong khi SIPAS (dòng {}) chia 10 là {}.",
                            decimal_comma(value),
                            percent.line,
                            decimal_comma(expected)
                        ),
                        format!(
                            "The SIPAS part of PAR is {value}, while a tenth of SIPAS (row {}) is {expected}.",
                            percent.line
                        ),
                    )
                    .at_row(points.line)
                    .at_column("value")
                    .about(subject(key, unit)),
                );
            }
        }
    }
}

/// An area printed both in points and as a percentage of its maximum has the same score in both.
fn points_and_percent(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    for (key, points) in figures.tables().filter(|(key, _)| key.measure == Measure::Points) {
        let maximum = package
            .maximum_points
            .iter()
            .find(|row| row.index == key.index && row.year == key.year && row.component == *key.component)
            .map(|row| row.maximum);
        let percents = figures.table(&TableKey {
            measure: Measure::Score,
            ..*key
        });
        let (Some(maximum), Some(percents)) = (maximum, percents) else {
            continue;
        };
        for (unit, points) in points {
            let Some(percent) = percents.get(unit) else { continue };
            let expected = points.value / maximum * 100.0;
            let tolerance =
                half_unit(decimals_of(points.value)) / maximum * 100.0 + half_unit(decimals_of(percent.value));
            if is_beyond(percent.value, expected, tolerance) {
                let (value, percent_value, expected) = (points.value, percent.value, round(expected));
                findings.push(
                    Finding::error(
                        FindingCode::PointsDifferFromPercent,
                        ObservationRow::FILE,
                        format!(
                            "{} điểm trên tối đa {} là {} %, trong khi dòng {} ghi {} %.",
                            decimal_comma(value),
                            decimal_comma(maximum),
                            decimal_comma(expected),
                            percent.line,
                            decimal_comma(percent_value)
                        ),
                        format!(
                            "{value} points of {maximum} are {expected} %, while row {} has {percent_value} %.",
                            percent.line
                        ),
                    )
                    .at_row(points.line)
                    .at_column("value")
                    .about(subject(key, unit)),
                );
            }
        }
    }
}
