//! Ranked sets: who belongs to them, and which members lack a figure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use vithe_shared::{Borders, ComponentId, ProvinceSlug, Year};

use super::figures::Figures;
use crate::{
    finding::{Finding, FindingCode, Subject},
    package::{Membership, ObservationRow, Package, PackageIndex, RankedSetRow, TableRow, Unit},
};

/// The ranked set of one index, year and list of units.
#[derive(Default)]
struct RankedSet<'a> {
    line: u32,
    common: HashMap<&'a ProvinceSlug, Membership>,
    /// Rows of single components, which come before the common ones.
    by_component: HashMap<(&'a ComponentId, &'a ProvinceSlug), Membership>,
}

/// All ranked sets.
pub(super) struct RankedSets<'a>(BTreeMap<(PackageIndex, Year, Borders), RankedSet<'a>>);

impl<'a> RankedSets<'a> {
    pub(super) fn new(package: &'a Package) -> Self {
        let mut sets: BTreeMap<_, RankedSet<'a>> = BTreeMap::new();
        for (line, row) in package.ranked_sets.located() {
            let set = sets.entry((row.index, row.year, row.borders)).or_default();
            if set.line == 0 {
                set.line = line;
            }
            match &row.component {
                None => set.common.insert(&row.unit, row.membership),
                Some(component) => set.by_component.insert((component, &row.unit), row.membership),
            };
        }
        Self(sets)
    }

    /// The membership of a unit in the ranking of a component; `None` if it is not in the set.
    fn membership(
        &self,
        (index, year, borders): (PackageIndex, Year, Borders),
        component: &ComponentId,
        slug: &ProvinceSlug,
    ) -> Option<Membership> {
        let set = self.0.get(&(index, year, borders))?;
        set.by_component
            .get(&(component, slug))
            .or_else(|| set.common.get(slug))
            .copied()
    }

    /// The members that are ranked; `None` if there is no set.
    pub(super) fn members(
        &self,
        key: (PackageIndex, Year, Borders),
        component: &ComponentId,
    ) -> Option<BTreeSet<&'a ProvinceSlug>> {
        let set = self.0.get(&key)?;
        let own = set
            .by_component
            .keys()
            .filter(|(of, _)| *of == component)
            .map(|(_, slug)| *slug);
        let members = set
            .common
            .keys()
            .copied()
            .chain(own)
            .filter(|slug| self.membership(key, component, slug) == Some(Membership::Member))
            .collect();
        Some(members)
    }
}

pub(super) fn run(package: &Package, figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    let sets = RankedSets::new(package);
    one_list(package, findings);
    sizes(package, &sets, findings);
    units(package, &sets, findings);
    completeness(package, figures, &sets, findings);
}

/// Whether a unit of a list existed in a year.
fn in_force(package: &Package, borders: Borders, slug: &ProvinceSlug, year: Year) -> bool {
    match borders {
        Borders::Provinces63 => package
            .provinces
            .iter()
            .any(|row| row.slug == *slug && row.in_force(year)),
        Borders::Units34 => borders.existed_in(year),
    }
}

/// A year of an index is of one list of units: a rank among provinces and one among units of 2025 would stand side by side.
fn one_list(package: &Package, findings: &mut Vec<Finding>) {
    let mut lists: BTreeMap<(PackageIndex, Year), Borders> = BTreeMap::new();
    let mut told = BTreeSet::new();
    let sets = package.ranked_sets.located();
    let sets = sets.map(|(line, row)| (RankedSetRow::FILE, line, (row.index, row.year), row.borders));
    let figures = package.observations.located();
    let figures = figures.map(|(line, row)| (ObservationRow::FILE, line, (row.index, row.year), row.borders));
    for (file, line, key, borders) in sets.chain(figures) {
        let first = *lists.entry(key).or_insert(borders);
        if first != borders && told.insert(key) {
            let (index, year) = key;
            findings.push(
                Finding::error(
                    FindingCode::TwoListsOfUnits,
                    file,
                    format!("{index} {year} có cả số liệu theo danh sách {first} và theo danh sách {borders}; mỗi năm chỉ theo một danh sách."),
                    format!("{index} {year} has rows of the list of {first} and of the list of {borders}; a year is of one list."),
                )
                .at_row(line)
                .at_column("borders")
                .about(Subject {
                    index: Some(index),
                    year: Some(year),
                    ..Subject::default()
                }),
            );
        }
    }
}

/// A ranked set with its withheld units is all units in force, unless an exception says why not.
fn sizes(package: &Package, sets: &RankedSets<'_>, findings: &mut Vec<Finding>) {
    for ((index, year, borders), set) in &sets.0 {
        let expected = match borders {
            Borders::Provinces63 => package.provinces.iter().filter(|row| row.in_force(*year)).count(),
            Borders::Units34 => package.units2025.len(),
        };
        let found = set.common.len();
        if found != expected && found > 0 {
            findings.push(
                Finding::warning(
                    FindingCode::RankedSetSize,
                    RankedSetRow::FILE,
                    format!("Tập xếp hạng {index} {year} có {found} đơn vị, trong khi năm đó có {expected} tỉnh."),
                    format!("The ranked set of {index} {year} has {found} units, while {expected} provinces existed."),
                )
                .at_row(set.line)
                .about(Subject {
                    index: Some(*index),
                    year: Some(*year),
                    ..Subject::default()
                }),
            );
        }
    }
    for (line, row) in package.ranked_sets.located() {
        if !in_force(package, row.borders, &row.unit, row.year) {
            findings.push(
                not_in_force(RankedSetRow::FILE, &row.unit, row.year)
                    .at_row(line)
                    .at_column("unit")
                    .about(Subject {
                        index: Some(row.index),
                        year: Some(row.year),
                        unit: Some(Unit::Province(row.unit.clone())),
                        component: row.component.clone(),
                    }),
            );
        }
    }
}

fn not_in_force(file: &str, slug: &ProvinceSlug, year: Year) -> Finding {
    Finding::error(
        FindingCode::UnitNotInForce,
        file,
        format!("Năm {year} không có tỉnh “{slug}”."),
        format!("There was no province “{slug}” in {year}."),
    )
}

/// Figures are of units of the ranked set that existed. Each unit is told once a year.
fn units(package: &Package, sets: &RankedSets<'_>, findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    let mut without_set = BTreeSet::new();
    for (line, row) in package.observations.located() {
        let (Some(_), Some(slug)) = (row.index.shown(), row.unit.province()) else {
            continue;
        };
        let key = (row.index, row.year, row.borders);
        let subject = Subject {
            index: Some(row.index),
            year: Some(row.year),
            unit: Some(row.unit.clone()),
            component: None,
        };
        let mut report = |finding: Finding| {
            if seen.insert((key, slug, finding.code)) {
                findings.push(finding.at_row(line).at_column("unit").about(subject.clone()));
            }
        };
        if !in_force(package, row.borders, slug, row.year) {
            report(not_in_force(ObservationRow::FILE, slug, row.year));
            continue;
        }
        if !sets.0.contains_key(&key) {
            if without_set.insert(key) {
                report(Finding::error(
                    FindingCode::MissingRankedSet,
                    ObservationRow::FILE,
                    format!("{} {} chưa có tập xếp hạng trong ranked_sets.csv.", row.index, row.year),
                    format!("{} {} has no ranked set in ranked_sets.csv.", row.index, row.year),
                ));
            }
            continue;
        }
        match sets.membership(key, &row.component, slug) {
            Some(Membership::Member) => {}
            Some(Membership::Withheld) => report(Finding::note(
                FindingCode::WithheldUnit,
                ObservationRow::FILE,
                format!(
                    "“{slug}” không được công bố trong {} {}; số liệu của tỉnh được giữ nhưng không tham gia xếp hạng.",
                    row.index, row.year
                ),
                format!(
                    "“{slug}” is not published in {} {}; its figures are kept but take no part in rankings.",
                    row.index, row.year
                ),
            )),
            None => report(Finding::error(
                FindingCode::UnitNotInSet,
                ObservationRow::FILE,
                format!("“{slug}” không thuộc tập xếp hạng của {} {}.", row.index, row.year),
                format!("“{slug}” is not in the ranked set of {} {}.", row.index, row.year),
            )),
        }
    }
}

/// Which years lack totals of members.
fn completeness(package: &Package, figures: &Figures<'_>, sets: &RankedSets<'_>, findings: &mut Vec<Finding>) {
    for (key, set) in &sets.0 {
        let (index, year, borders) = *key;
        let total = package
            .components
            .iter()
            .find(|row| row.index == index && row.component.is_overall() && row.covers(year));
        let Some(total) = total else { continue };
        let Some(members) = sets.members(*key, &total.component) else {
            continue;
        };
        let scores = figures.scores(package, index, borders, year, total);
        let on_record = members.iter().filter(|slug| scores.contains_key(*slug)).count();
        if on_record < members.len() {
            let n = members.len();
            findings.push(
                Finding::note(
                    FindingCode::IncompleteTable,
                    RankedSetRow::FILE,
                    format!("{index} {year}: có tổng điểm của {on_record}/{n} tỉnh trong tập xếp hạng; không suy ra thứ hạng."),
                    format!("{index} {year}: totals of {on_record} of {n} ranked provinces are on record; no rank is derived."),
                )
                .at_row(set.line)
                .about(Subject {
                    index: Some(index),
                    year: Some(year),
                    unit: None,
                    component: Some(total.component.clone()),
                }),
            );
        }
    }
}
