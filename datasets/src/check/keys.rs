//! Keys: no two rows of a table have the same one, and every reference leads to a row. Run by the reader too, which does
//! not follow references into a file that has faults of its own.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    hash::Hash,
};

use vithe_shared::{Borders, ComponentId, IndicatorId, ProvinceSlug, RegionId, domain::Measure};

use crate::{
    finding::{Finding, FindingCode},
    package::{
        CodeRow, ComponentRow, IndexRow, IndicatorRow, NoteRow, Package, PackageIndex, ProvinceRow, ReasonCode,
        ReasonRow, RegionRow, SourceId, SourceRow, Table, TableRow, Unit, Unit2025Row, duplicate_keys,
    },
};

/// Checks all keys and references. `intact` says whether a file was read without a fault.
pub(crate) fn run(package: &Package, intact: &dyn Fn(&str) -> bool, findings: &mut Vec<Finding>) {
    duplicate_keys(package, findings);
    References::new(package, intact, findings).follow(package);
}

/// Finds rows with the key of an earlier row.
pub(crate) fn duplicates<R: TableRow>(table: &Table<R>, findings: &mut Vec<Finding>) {
    let mut seen = HashMap::with_capacity(table.len());
    for (line, row) in table.located() {
        match seen.entry(row.key()) {
            Entry::Vacant(entry) => {
                entry.insert(line);
            }
            Entry::Occupied(entry) => {
                let first: &u32 = entry.get();
                let key = R::KEY.join(", ");
                findings.push(
                    Finding::error(
                        FindingCode::DuplicateKey,
                        R::FILE,
                        format!("Trùng khóa ({key}) với dòng {first}."),
                        format!("Same key ({key}) as row {first}."),
                    )
                    .at_row(line),
                );
            }
        }
    }
}

/// Where a reference stands.
#[derive(Clone, Copy)]
struct Place {
    file: &'static str,
    line: u32,
}

impl Place {
    const fn in_table<R: TableRow>(line: u32) -> Self {
        Self { file: R::FILE, line }
    }
}

/// What can be referred to. `None` for a file with faults: whatever refers to it is taken to be right.
struct References<'a> {
    indices: Option<HashSet<PackageIndex>>,
    components: Option<HashSet<(PackageIndex, &'a ComponentId)>>,
    indicators: Option<HashSet<(PackageIndex, &'a IndicatorId)>>,
    provinces: Option<HashSet<&'a ProvinceSlug>>,
    units2025: Option<HashSet<&'a ProvinceSlug>>,
    regions: Option<HashSet<(Borders, &'a RegionId)>>,
    sources: Option<HashSet<&'a SourceId>>,
    notes: Option<HashSet<&'a str>>,
    reasons: Option<HashSet<&'a ReasonCode>>,
    codes: Option<HashSet<(PackageIndex, Measure, u16)>>,
    findings: &'a mut Vec<Finding>,
}

impl<'a> References<'a> {
    fn new(package: &'a Package, intact: &dyn Fn(&str) -> bool, findings: &'a mut Vec<Finding>) -> Self {
        fn set<'a, R: TableRow, T: Hash + Eq>(
            intact: &dyn Fn(&str) -> bool,
            table: &'a Table<R>,
            key: impl Fn(&'a R) -> T,
        ) -> Option<HashSet<T>> {
            intact(R::FILE).then(|| table.iter().map(key).collect())
        }
        Self {
            indices: set(intact, &package.indices, |row: &IndexRow| row.index),
            components: set(intact, &package.components, |row: &ComponentRow| {
                (row.index, &row.component)
            }),
            indicators: set(intact, &package.indicators, |row: &IndicatorRow| {
                (row.index, &row.indicator)
            }),
            provinces: set(intact, &package.provinces, |row: &ProvinceRow| &row.slug),
            units2025: set(intact, &package.units2025, |row: &Unit2025Row| &row.slug),
            regions: set(intact, &package.regions, |row: &RegionRow| (row.borders, &row.region)),
            sources: set(intact, &package.sources, |row: &SourceRow| &row.source_id),
            notes: set(intact, &package.notes, |row: &NoteRow| row.note.as_str()),
            reasons: set(intact, &package.reasons, |row: &ReasonRow| &row.code),
            codes: set(intact, &package.codes, |row: &CodeRow| {
                (row.index, row.measure, row.code)
            }),
            findings,
        }
    }

    fn follow(&mut self, package: &'a Package) {
        for (line, row) in package.hues.located() {
            self.index(place_of(row, line), row.index);
        }
        for (line, row) in package.method_versions.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.optional_source(place, row.source_id.as_ref());
        }
        for (line, row) in package.components.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            if let Some(parent) = &row.parent {
                self.component(place, "parent", row.index, parent);
            }
        }
        for (line, row) in package.component_names.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
        }
        for (line, row) in package.weights.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
            self.optional_source(place, row.source_id.as_ref());
        }
        for (line, row) in package.maximum_points.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
            self.source(place, &row.source_id);
        }
        for (line, row) in package.breaks.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
            self.reason(place, &row.reason);
        }
        for (line, row) in package.ranked_sets.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            if let Some(component) = &row.component {
                self.component(place, "component", row.index, component);
            }
            self.province(place, "unit", row.borders, &row.unit);
            if let Some(reason) = &row.reason {
                self.reason(place, reason);
            }
            self.optional_source(place, row.source_id.as_ref());
        }
        for (line, row) in package.provinces.located() {
            self.region(place_of(row, line), "region", Borders::Provinces63, &row.region);
        }
        for (line, row) in package.units2025.located() {
            self.region(place_of(row, line), "region", Borders::Units34, &row.region);
        }
        for (line, row) in package.aliases.located() {
            self.province(place_of(row, line), "unit", row.borders, &row.unit);
        }
        for (line, row) in package.successions.located() {
            let place = place_of(row, line);
            self.province(place, "from_unit", row.from_borders, &row.from_unit);
            self.province(place, "to_unit", row.to_borders, &row.to_unit);
        }
        for (line, row) in package.islands.located() {
            let place = place_of(row, line);
            self.province(place, "province", Borders::Provinces63, &row.province);
            self.province(place, "unit2025", Borders::Units34, &row.unit2025);
        }
        for (line, row) in package.observations.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
            self.unit(place, row.borders, &row.unit);
            self.source(place, &row.source_id);
            if let Some(note) = &row.note {
                self.note(place, "note", note);
            }
            if matches!(row.measure, Measure::Group | Measure::Tier) {
                self.code(place, row.index, row.measure, row.value);
            }
        }
        for (line, row) in package.changes.located() {
            self.note(place_of(row, line), "why", &row.why);
        }
        for (line, row) in package.sampling_errors.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
            self.province(place, "unit", row.borders, &row.unit);
            self.source(place, &row.source_id);
        }
        for (line, row) in package.indicators.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.component(place, "component", row.index, &row.component);
        }
        for (line, row) in package.indicator_values.located() {
            let place = place_of(row, line);
            self.index(place, row.index);
            self.indicator(place, row.index, &row.indicator);
            self.province(place, "unit", row.borders, &row.unit);
            self.source(place, &row.source_id);
        }
        for (line, row) in package.context.located() {
            let place = place_of(row, line);
            self.province(place, "unit", row.borders, &row.unit);
            self.source(place, &row.source_id);
        }
        for (line, row) in package.codes.located() {
            self.index(place_of(row, line), row.index);
        }
    }

    fn report(&mut self, place: Place, column: &str, code: FindingCode, vi: String, en: String) {
        self.findings.push(
            Finding::error(code, place.file, vi, en)
                .at_row(place.line)
                .at_column(column),
        );
    }

    fn index(&mut self, place: Place, index: PackageIndex) {
        if self.indices.as_ref().is_some_and(|known| !known.contains(&index)) {
            self.report(
                place,
                "index",
                FindingCode::UnknownIndex,
                format!("Chỉ số “{index}” chưa có trong indices.csv."),
                format!("The index “{index}” is not in indices.csv."),
            );
        }
    }

    fn component(&mut self, place: Place, column: &str, index: PackageIndex, component: &'a ComponentId) {
        if self
            .components
            .as_ref()
            .is_some_and(|known| !known.contains(&(index, component)))
        {
            self.report(
                place,
                column,
                FindingCode::UnknownComponent,
                format!("Chỉ số {index} không có thành phần “{component}” trong components.csv."),
                format!("The index {index} has no component “{component}” in components.csv."),
            );
        }
    }

    fn indicator(&mut self, place: Place, index: PackageIndex, indicator: &'a IndicatorId) {
        let known = self.indicators.as_ref();
        if known.is_some_and(|known| !known.contains(&(index, indicator))) {
            self.report(
                place,
                "indicator",
                FindingCode::UnknownIndicator,
                format!("Chỉ số {index} không có chỉ tiêu “{indicator}” trong indicators.csv."),
                format!("The index {index} has no indicator “{indicator}” in indicators.csv."),
            );
        }
    }

    fn province(&mut self, place: Place, column: &str, borders: Borders, slug: &ProvinceSlug) {
        let (known, file) = match borders {
            Borders::Provinces63 => (&self.provinces, "provinces.csv"),
            Borders::Units34 => (&self.units2025, "units2025.csv"),
        };
        if known.as_ref().is_some_and(|known| !known.contains(slug)) {
            self.report(
                place,
                column,
                FindingCode::UnknownProvince,
                format!("Không có tỉnh “{slug}” trong {file}."),
                format!("There is no province “{slug}” in {file}."),
            );
        }
    }

    fn region(&mut self, place: Place, column: &str, borders: Borders, region: &'a RegionId) {
        if self
            .regions
            .as_ref()
            .is_some_and(|known| !known.contains(&(borders, region)))
        {
            self.report(
                place,
                column,
                FindingCode::UnknownRegion,
                format!("Không có vùng “{region}” của danh sách {borders} trong regions.csv."),
                format!("There is no region “{region}” of the list {borders} in regions.csv."),
            );
        }
    }

    fn unit(&mut self, place: Place, borders: Borders, unit: &'a Unit) {
        match unit {
            Unit::Province(slug) => self.province(place, "unit", borders, slug),
            Unit::Region(region) => self.region(place, "unit", borders, region),
            Unit::Country => {}
        }
    }

    fn optional_source(&mut self, place: Place, source: Option<&SourceId>) {
        if let Some(source) = source {
            self.source(place, source);
        }
    }

    fn source(&mut self, place: Place, source: &SourceId) {
        if self.sources.as_ref().is_some_and(|known| !known.contains(source)) {
            self.report(
                place,
                "source_id",
                FindingCode::UnknownSource,
                format!("Nguồn “{source}” chưa có trong sources.csv."),
                format!("The source “{source}” is not in sources.csv."),
            );
        }
    }

    fn note(&mut self, place: Place, column: &'static str, note: &str) {
        if self.notes.as_ref().is_some_and(|known| !known.contains(note)) {
            self.report(
                place,
                column,
                FindingCode::UnknownNote,
                format!("Ghi chú “{note}” chưa có bản tiếng Việt trong notes.csv."),
                format!("The note “{note}” is not in notes.csv, which has it in Vietnamese."),
            );
        }
    }

    fn reason(&mut self, place: Place, reason: &ReasonCode) {
        if self.reasons.as_ref().is_some_and(|known| !known.contains(reason)) {
            self.report(
                place,
                "reason",
                FindingCode::UnknownReason,
                format!("Lý do “{reason}” chưa có trong reasons.csv."),
                format!("The reason “{reason}” is not in reasons.csv."),
            );
        }
    }

    /// A value that is no whole number is reported by the ranges.
    fn code(&mut self, place: Place, index: PackageIndex, measure: Measure, value: f64) {
        let Some(code) = super::ranges::ordinal(value) else {
            return;
        };
        if self
            .codes
            .as_ref()
            .is_some_and(|known| !known.contains(&(index, measure, code)))
        {
            self.report(
                place,
                "value",
                FindingCode::UnknownOrdinal,
                format!("Mức {code} ({measure}) của {index} chưa được giải thích trong codes.csv."),
                format!("The {measure} {code} of {index} is not explained in codes.csv."),
            );
        }
    }
}

const fn place_of<R: TableRow>(_: &R, line: u32) -> Place {
    Place::in_table::<R>(line)
}
