//! Names that mean one unit, and what became of every unit on 1 July 2025.

use std::collections::HashSet;

use vithe_shared::{Borders, ProvinceSlug};

use crate::{
    finding::{Finding, FindingCode},
    package::{AliasRow, Package, ProvinceRow, SuccessionRow, TableRow, Unit2025Row},
};

pub(super) fn run(package: &Package, findings: &mut Vec<Finding>) {
    names(package, findings);
    successions(package, findings);
}

/// No name or alias means two units of a list.
fn names(package: &Package, findings: &mut Vec<Finding>) {
    for borders in [Borders::Provinces63, Borders::Units34] {
        for ambiguous in package.names(borders).ambiguous {
            let alias = package
                .aliases
                .located()
                .find(|(_, row)| row.borders == borders && row.alias == ambiguous.name);
            let finding = Finding::error(
                FindingCode::AmbiguousName,
                AliasRow::FILE,
                format!(
                    "Tên “{}” chỉ cả “{}” và “{}” trong danh sách {borders}.",
                    ambiguous.name, ambiguous.first, ambiguous.second
                ),
                format!(
                    "The name “{}” means both “{}” and “{}” in the list {borders}.",
                    ambiguous.name, ambiguous.first, ambiguous.second
                ),
            );
            findings.push(match alias {
                Some((line, _)) => finding.at_row(line).at_column("alias"),
                None => finding,
            });
        }
    }
}

/// Every province has a successor, and every unit of 2025 has a predecessor.
fn successions(package: &Package, findings: &mut Vec<Finding>) {
    let mut from: HashSet<(Borders, &ProvinceSlug)> = HashSet::new();
    let mut to: HashSet<(Borders, &ProvinceSlug)> = HashSet::new();
    for row in &package.successions {
        from.insert((row.from_borders, &row.from_unit));
        to.insert((row.to_borders, &row.to_unit));
    }
    for (line, row) in package.provinces.located() {
        if !from.contains(&(Borders::Provinces63, &row.slug)) {
            findings.push(missing(ProvinceRow::FILE, line, &row.slug));
        }
    }
    for (line, row) in package.units2025.located() {
        if !to.contains(&(Borders::Units34, &row.slug)) {
            findings.push(missing(Unit2025Row::FILE, line, &row.slug));
        }
    }
}

fn missing(file: &str, line: u32, slug: &ProvinceSlug) -> Finding {
    let name = SuccessionRow::FILE;
    Finding::error(
        FindingCode::MissingSuccession,
        file,
        format!("“{slug}” chưa có trong {name}: tỉnh nào nhập thành đơn vị nào ngày 1/7/2025."),
        format!("“{slug}” is missing from {name}: which province became which unit on 1 July 2025."),
    )
    .at_row(line)
    .at_column("slug")
}
