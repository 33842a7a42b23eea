//! What describes the indices: spans of years, parents, names, weights and maximum points.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use vithe_shared::{ComponentId, IndexId, Year};

use crate::{
    finding::{Finding, FindingCode, Subject, decimal_comma},
    package::{
        BreakRow, ComponentNameRow, ComponentRow, IndexRow, MaximumPointsRow, MethodVersionRow, ObservationRow,
        Package, PackageIndex, Table, TableRow, WeightRow,
    },
};

/// The longest short name, in characters, that charts have room for.
const LONGEST_SHORT_NAME: usize = 22;

/// Weights are fractions with few decimals; their sum is exact up to the rounding of binary numbers.
const SUM_TOLERANCE: f64 = 1e-9;

/// Stands for "still in force" where spans are compared.
const NO_END: Year = Year(u16::MAX);

pub(super) fn run(package: &Package, findings: &mut Vec<Finding>) {
    indices(package, findings);
    spans(
        &package.method_versions,
        |row| (row.index, None, row.first_year, row.last_year.unwrap_or(NO_END)),
        findings,
    );
    spans(
        &package.components,
        |row| (row.index, Some(&row.component), row.first_year, row.last_year),
        findings,
    );
    spans(
        &package.component_names,
        |row| (row.index, Some(&row.component), row.first_year, row.last_year),
        findings,
    );
    method_versions(package, findings);
    breaks(package, findings);
    parents(package, findings);
    names(package, findings);
    weights(package, findings);
    maximum_points(package, findings);
}

/// Each of the four indices is described.
fn indices(package: &Package, findings: &mut Vec<Finding>) {
    for index in IndexId::ALL {
        if !package.indices.iter().any(|row| row.index == index) {
            findings.push(Finding::error(
                FindingCode::MissingIndex,
                IndexRow::FILE,
                format!("Thiếu dòng của chỉ số “{index}”."),
                format!("There is no row of the index “{index}”."),
            ));
        }
    }
}

/// Spans run forwards, and spans of the same thing do not overlap.
fn spans<'a, R: TableRow + 'a>(
    table: &'a Table<R>,
    span: impl Fn(&'a R) -> (PackageIndex, Option<&'a ComponentId>, Year, Year),
    findings: &mut Vec<Finding>,
) {
    let mut groups: BTreeMap<_, Vec<(Year, Year, u32)>> = BTreeMap::new();
    for (line, row) in table.located() {
        let (index, component, first, last) = span(row);
        if first > last {
            findings.push(
                Finding::error(
                    FindingCode::BadSpan,
                    R::FILE,
                    format!("Năm đầu {first} sau năm cuối {last}."),
                    format!("The first year {first} is after the last year {last}."),
                )
                .at_row(line)
                .at_column("last_year"),
            );
        } else {
            groups.entry((index, component)).or_default().push((first, last, line));
        }
    }
    for group in groups.values_mut() {
        group.sort_unstable();
        for pair in group.windows(2) {
            let [(_, last, earlier_line), (first, _, line)] = [pair[0], pair[1]];
            if first <= last {
                findings.push(
                    Finding::error(
                        FindingCode::BadSpan,
                        R::FILE,
                        format!("Khoảng năm từ {first} chồng lên khoảng của dòng {earlier_line}."),
                        format!("The span from {first} overlaps that of row {earlier_line}."),
                    )
                    .at_row(line)
                    .at_column("first_year"),
                );
            }
        }
    }
}

/// Every year with figures has a method version.
fn method_versions(package: &Package, findings: &mut Vec<Finding>) {
    let mut first_lines: BTreeMap<(PackageIndex, Year), u32> = BTreeMap::new();
    for (line, row) in package.observations.located() {
        first_lines.entry((row.index, row.year)).or_insert(line);
    }
    for ((index, year), line) in first_lines {
        let covered = package
            .method_versions
            .iter()
            .any(|version| version.index == index && version.covers(year));
        if !covered && index.shown().is_some() {
            findings.push(
                Finding::error(
                    FindingCode::MissingMethodVersion,
                    ObservationRow::FILE,
                    format!("{index} năm {year} không có phiên bản phương pháp trong method_versions.csv."),
                    format!("{index} {year} has no method version in method_versions.csv."),
                )
                .at_row(line)
                .at_column("year")
                .about(Subject {
                    index: Some(index),
                    year: Some(year),
                    ..Subject::default()
                }),
            );
        }
    }
    for (line, version) in package.method_versions.located() {
        if version.comparable_with_previous.is_some() && (version.reason_vi.is_none() || version.reason_en.is_none()) {
            findings.push(
                Finding::error(
                    FindingCode::MissingValue,
                    MethodVersionRow::FILE,
                    "Phiên bản có so sánh với bản trước thì phải có lý do bằng cả hai tiếng.",
                    "A version that is compared with the one before needs a reason in both languages.",
                )
                .at_row(line)
                .at_column(if version.reason_vi.is_none() {
                    "reason_vi"
                } else {
                    "reason_en"
                }),
            );
        }
    }
}

/// A break lies between two years of its component, so that the component exists in the later one.
fn breaks(package: &Package, findings: &mut Vec<Finding>) {
    for (line, row) in package.breaks.located() {
        if package.component(row.index, &row.component, row.year).is_none() {
            findings.push(not_in_year(BreakRow::FILE, line, row.index, &row.component, row.year));
        }
    }
}

fn not_in_year(file: &str, line: u32, index: PackageIndex, component: &ComponentId, year: Year) -> Finding {
    Finding::error(
        FindingCode::ComponentNotInYear,
        file,
        format!("{index} không có thành phần “{component}” trong năm {year}."),
        format!("{index} has no component “{component}” in {year}."),
    )
    .at_row(line)
    .at_column("component")
}

/// The years of a span.
fn years(first: Year, last: Year) -> impl Iterator<Item = Year> {
    (first.0..=last.0).map(Year)
}

/// The parent of a component exists in each of its years, one level up.
fn parents(package: &Package, findings: &mut Vec<Finding>) {
    for (line, row) in package.components.located() {
        let Some(parent) = &row.parent else { continue };
        let missing = years(row.first_year, row.last_year).find(|year| {
            package
                .component(row.index, parent, *year)
                .is_none_or(|parent| parent.level + 1 != row.level)
        });
        if let Some(year) = missing {
            findings.push(
                Finding::error(
                    FindingCode::BadParent,
                    ComponentRow::FILE,
                    format!("Năm {year} không có thành phần cha “{parent}” ở cấp ngay trên."),
                    format!("In {year} there is no parent “{parent}” one level up."),
                )
                .at_row(line)
                .at_column("parent"),
            );
        }
    }
}

/// Every component has a name in each of its years, and a short one that charts have room for.
fn names(package: &Package, findings: &mut Vec<Finding>) {
    let mut names: HashMap<_, Vec<&ComponentNameRow>> = HashMap::new();
    for row in &package.component_names {
        names.entry((row.index, &row.component)).or_default().push(row);
    }
    for (line, row) in package.components.located() {
        let names = names.get(&(row.index, &row.component)).map_or(&[][..], Vec::as_slice);
        let missing = years(row.first_year, row.last_year).find(|year| !names.iter().any(|name| name.covers(*year)));
        if let Some(year) = missing {
            findings.push(
                Finding::error(
                    FindingCode::MissingComponentName,
                    ComponentRow::FILE,
                    format!(
                        "“{}” không có tên của năm {year} trong component_names.csv.",
                        row.component
                    ),
                    format!("“{}” has no name for {year} in component_names.csv.", row.component),
                )
                .at_row(line)
                .at_column("component"),
            );
        }
    }
    for (line, row) in package.component_names.located() {
        for (column, name) in [("short_vi", &row.short_vi), ("short_en", &row.short_en)] {
            let length = name.chars().count();
            if length > LONGEST_SHORT_NAME {
                findings.push(
                    Finding::error(
                        FindingCode::LongShortName,
                        ComponentNameRow::FILE,
                        format!("“{name}” dài {length} ký tự, tối đa {LONGEST_SHORT_NAME}."),
                        format!("“{name}” has {length} characters, at most {LONGEST_SHORT_NAME} fit."),
                    )
                    .at_row(line)
                    .at_column(column),
                );
            }
        }
    }
}

/// The weights of a year add to one, over components that exist in that year.
fn weights(package: &Package, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<(PackageIndex, Year), (f64, u32)> = BTreeMap::new();
    for (line, row) in package.weights.located() {
        let entry = sums.entry((row.index, row.year)).or_insert((0.0, line));
        entry.0 += row.weight;
        if package.component(row.index, &row.component, row.year).is_none() {
            findings.push(not_in_year(WeightRow::FILE, line, row.index, &row.component, row.year));
        }
    }
    for ((index, year), (sum, line)) in sums {
        if (sum - 1.0).abs() > SUM_TOLERANCE {
            // Binary noise in the last digits of the sum is of no use to a reader.
            let sum = (sum * 1e6).round() / 1e6;
            findings.push(
                Finding::error(
                    FindingCode::WeightsSum,
                    WeightRow::FILE,
                    format!(
                        "Trọng số của {index} năm {year} cộng lại bằng {}, không phải 1.",
                        decimal_comma(sum)
                    ),
                    format!("The weights of {index} {year} add to {sum}, not 1."),
                )
                .at_row(line)
                .at_column("weight"),
            );
        }
    }
}

/// The maximum points of the parts of a year add to no more than the whole has.
fn maximum_points(package: &Package, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<(PackageIndex, Year, Option<&ComponentId>), (f64, u32)> = BTreeMap::new();
    for (line, row) in package.maximum_points.located() {
        let Some(component) = package.component(row.index, &row.component, row.year) else {
            findings.push(not_in_year(
                MaximumPointsRow::FILE,
                line,
                row.index,
                &row.component,
                row.year,
            ));
            continue;
        };
        sums.entry((row.index, row.year, component.parent.as_ref()))
            .or_insert((0.0, line))
            .0 += row.maximum;
    }
    let overall = ComponentId::overall();
    let mut reported = BTreeSet::new();
    for ((index, year, _), (sum, line)) in sums {
        let Some(whole) = package.component(index, &overall, year) else {
            continue;
        };
        if sum > whole.scale_max + SUM_TOLERANCE && reported.insert((index, year)) {
            let maximum = whole.scale_max;
            findings.push(
                Finding::error(
                    FindingCode::MaximumPointsSum,
                    MaximumPointsRow::FILE,
                    format!(
                        "Điểm tối đa của {index} năm {year} cộng lại bằng {}, quá {}.",
                        decimal_comma(sum),
                        decimal_comma(maximum)
                    ),
                    format!("The maximum points of {index} {year} add to {sum}, more than {maximum}."),
                )
                .at_row(line)
                .at_column("maximum"),
            );
        }
    }
}
