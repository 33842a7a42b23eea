//! The figures as the product shows them: of several sources the preferred one. Also the rules on preference itself.

use std::collections::{BTreeMap, HashMap};

use vithe_shared::{Borders, ComponentId, ProvinceSlug, Year, domain::Measure};

use crate::{
    finding::{Finding, FindingCode, Subject},
    package::{ComponentRow, ObservationRow, Package, PackageIndex, TableRow, Unit},
};

/// What a row of observations is about.
pub(super) fn subject(row: &ObservationRow) -> Subject {
    Subject {
        index: Some(row.index),
        year: Some(row.year),
        unit: Some(row.unit.clone()),
        component: Some(row.component.clone()),
    }
}

/// One measure of one component in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TableKey<'a> {
    pub(super) index: PackageIndex,
    pub(super) year: Year,
    pub(super) borders: Borders,
    pub(super) component: &'a ComponentId,
    pub(super) measure: Measure,
}

/// A figure with its line in `observations.csv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) value: f64,
    pub(super) line: u32,
}

/// The figures of a table by unit, in the order of the units.
pub(super) type UnitFigures<'a> = BTreeMap<&'a Unit, Figure>;

/// All figures that are shown, and all rows by what they give.
pub(super) struct Figures<'a> {
    tables: BTreeMap<TableKey<'a>, UnitFigures<'a>>,
    by_thing: BTreeMap<(TableKey<'a>, &'a Unit), Vec<(u32, &'a ObservationRow)>>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(package: &'a Package) -> Self {
        let mut tables: BTreeMap<TableKey<'_>, UnitFigures<'_>> = BTreeMap::new();
        let mut by_thing: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (line, row) in package.observations.located() {
            let key = TableKey {
                index: row.index,
                year: row.year,
                borders: row.borders,
                component: &row.component,
                measure: row.measure,
            };
            by_thing.entry((key, &row.unit)).or_default().push((line, row));
            if row.preferred {
                let figure = Figure { value: row.value, line };
                tables.entry(key).or_default().entry(&row.unit).or_insert(figure);
            }
        }
        Self { tables, by_thing }
    }

    /// All tables, in a stable order.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&TableKey<'a>, &UnitFigures<'a>)> {
        self.tables.iter()
    }

    /// One table.
    pub(super) fn table(&self, key: &TableKey<'a>) -> Option<&UnitFigures<'a>> {
        self.tables.get(key)
    }

    /// The scores of a component: those on record, and of computed components else the sums of their parts.
    pub(super) fn scores(
        &self,
        package: &'a Package,
        index: PackageIndex,
        borders: Borders,
        year: Year,
        component: &'a ComponentRow,
    ) -> HashMap<&'a ProvinceSlug, f64> {
        let key = TableKey {
            index,
            year,
            borders,
            component: &component.component,
            measure: Measure::Score,
        };
        let mut scores = if component.computed {
            self.sums(package, index, borders, year, component)
        } else {
            HashMap::new()
        };
        scores.extend(self.provinces(&key).map(|(slug, figure)| (slug, figure.value)));
        scores
    }

    /// The sums of the parts of a component, each times its weight where the year has weights, of the provinces of which
    /// every part is on record.
    pub(super) fn sums(
        &self,
        package: &'a Package,
        index: PackageIndex,
        borders: Borders,
        year: Year,
        component: &'a ComponentRow,
    ) -> HashMap<&'a ProvinceSlug, f64> {
        let mut sums: Option<HashMap<&ProvinceSlug, f64>> = None;
        for part in package.parts(index, &component.component, year) {
            let points = package.points_of_whole(component, part, year);
            let scores = self.scores(package, index, borders, year, part);
            sums = Some(match sums {
                None => scores.into_iter().map(|(slug, score)| (slug, points * score)).collect(),
                Some(sums) => sums
                    .into_iter()
                    .filter_map(|(slug, sum)| scores.get(slug).map(|score| (slug, sum + points * score)))
                    .collect(),
            });
        }
        sums.unwrap_or_default()
    }

    /// The provinces of a table.
    pub(super) fn provinces(&self, key: &TableKey<'a>) -> impl Iterator<Item = (&'a ProvinceSlug, Figure)> {
        self.table(key)
            .into_iter()
            .flatten()
            .filter_map(|(unit, figure)| unit.province().map(|slug| (slug, *figure)))
    }
}

/// At most one figure of a thing is preferred; where none is, sources must really disagree.
pub(super) fn run(figures: &Figures<'_>, findings: &mut Vec<Finding>) {
    for rows in figures.by_thing.values() {
        let mut preferred = rows.iter().filter(|(_, row)| row.preferred);
        let Some((first_line, _)) = preferred.next() else {
            findings.extend(none_preferred(rows));
            continue;
        };
        for (line, row) in preferred {
            findings.push(
                Finding::error(
                    FindingCode::SeveralPreferred,
                    ObservationRow::FILE,
                    format!("Dòng {first_line} đã được chọn (preferred) cho cùng số liệu này; chỉ chọn một."),
                    format!("Row {first_line} is preferred for the same figure already; choose one."),
                )
                .at_row(*line)
                .at_column("preferred")
                .about(subject(row)),
            );
        }
    }
}

fn none_preferred(rows: &[(u32, &ObservationRow)]) -> Option<Finding> {
    let (line, first) = rows.first()?;
    let disagree = rows.iter().any(|(_, row)| row.value != first.value);
    let finding = if disagree {
        let values = rows.iter().map(|(_, row)| row.value.to_string()).collect::<Vec<_>>();
        Finding::note(
            FindingCode::OpenConflict,
            ObservationRow::FILE,
            format!(
                "Các nguồn khác nhau và chưa chọn nguồn nào ({}); số liệu không dùng để tính toán.",
                values.join("; ").replace('.', ",")
            ),
            format!(
                "Sources disagree and none is preferred ({}); the figure is used in no computation.",
                values.join("; ")
            ),
        )
    } else {
        Finding::warning(
            FindingCode::NeverShown,
            ObservationRow::FILE,
            "Không nguồn nào nói khác nhưng số liệu không được chọn (preferred = 0), nên không hiện ở đâu.",
            "No source disagrees, yet the figure is not preferred (preferred = 0), so it is shown nowhere.",
        )
    };
    Some(finding.at_row(*line).at_column("preferred").about(subject(first)))
}
