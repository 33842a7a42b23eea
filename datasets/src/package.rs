//! The package as typed rows: one struct per resource of `docs/data-model.md`, with the columns in the order of the file.
//!
//! Rows are declared once, by the macro `rows!`: the struct, its file, its header, its key and its reader come from the same
//! lines and cannot drift apart.

use std::{collections::HashMap, fmt, hash::Hash, ops::Deref, str::FromStr};

use serde::{Serialize, Serializer};
use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    domain::{
        Aggregation, Comparability, Evidence, Measure, NameStatus, ObservationStatus, Redistribution, Scale, ScoreUnit,
        SourceGrade,
    },
    presentation::{Colour, IndexHues, ShownDecimals, ThemeHues},
    query::Theme,
};

use crate::{
    geography::FeatureCollection,
    names::NameIndex,
    read::{Column, Fields},
};

/// An index of the package: one of the four of the site, or the Provincial Green Index, which is kept but not shown as an
/// index of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackageIndex {
    /// One of the four.
    Shown(IndexId),
    /// Provincial Green Index (VCCI).
    Pgi,
}

impl PackageIndex {
    /// The identifier in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown(index) => index.as_str(),
            Self::Pgi => "pgi",
        }
    }

    /// The index of the site, if it is one.
    pub const fn shown(self) -> Option<IndexId> {
        match self {
            Self::Shown(index) => Some(index),
            Self::Pgi => None,
        }
    }
}

impl From<IndexId> for PackageIndex {
    fn from(index: IndexId) -> Self {
        Self::Shown(index)
    }
}

impl PartialEq<IndexId> for PackageIndex {
    fn eq(&self, other: &IndexId) -> bool {
        self.shown() == Some(*other)
    }
}

impl fmt::Display for PackageIndex {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for PackageIndex {
    type Err = vithe_shared::identifier::IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == Self::Pgi.as_str() {
            Ok(Self::Pgi)
        } else {
            text.parse().map(Self::Shown)
        }
    }
}

impl Serialize for PackageIndex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Whom a figure is about. A province slug is unique only within its list of borders, which is another column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A province or unit of the list.
    Province(ProvinceSlug),
    /// A socio-economic region of the list.
    Region(RegionId),
    /// The whole country, `vn`.
    Country,
}

impl Unit {
    /// The kind of unit, as in the column `unit_type`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Province(_) => "province",
            Self::Region(_) => "region",
            Self::Country => "country",
        }
    }

    /// The identifier, as in the column `unit`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Province(slug) => slug.as_str(),
            Self::Region(region) => region.as_str(),
            Self::Country => "vn",
        }
    }

    /// The province, if it is one.
    pub const fn province(&self) -> Option<&ProvinceSlug> {
        match self {
            Self::Province(slug) => Some(slug),
            Self::Region(_) | Self::Country => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}:{}", self.kind(), self.as_str()))
    }
}

/// Declares enums that are spelled in the files.
macro_rules! spelled {
    ($($(#[$documentation:meta])* $name:ident { $($(#[$variant_documentation:meta])* $variant:ident = $text:literal,)+ })+) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[serde(rename_all = "snake_case")]
            pub enum $name {
                $($(#[$variant_documentation])* $variant,)+
            }

            impl $name {
                /// All values.
                pub const ALL: &'static [Self] = &[$(Self::$variant),+];

                /// The spelling in files.
                pub const fn as_str(self) -> &'static str {
                    match self {
                        $(Self::$variant => $text,)+
                    }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(self.as_str())
                }
            }
        )+
    };
}

spelled! {
    /// Whether a unit takes part in the ranking.
    Membership {
        /// It is ranked.
        Member = "member",
        /// The publisher does not publish it; it takes no part in n.
        Withheld = "withheld",
    }

    /// How a weight is known.
    WeightEvidence {
        /// Fitted from the published totals.
        Recovered = "recovered",
        /// The weight of another year is assumed to hold.
        Assumed = "assumed",
    }

    /// What happened to a unit.
    SuccessionKind {
        /// It was merged with others, or into another.
        Merged = "merged",
        /// It goes on alone under another name.
        Renamed = "renamed",
        /// It goes on as it was.
        Unchanged = "unchanged",
    }

    /// Whether answers of a survey were weighted.
    Weighting {
        /// Not a question for this figure.
        None = "none",
        /// They were.
        Weighted = "weighted",
        /// They were not.
        Unweighted = "unweighted",
    }
}

/// Defines a newtype over a text that refers to another row.
macro_rules! text_reference {
    ($($(#[$documentation:meta])* $name:ident,)+) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[serde(transparent)]
            pub struct $name(pub(crate) String);

            impl $name {
                /// The identifier in files.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(&self.0)
                }
            }
        )+
    };
}

text_reference! {
    /// A document in `sources.csv`.
    SourceId,
    /// A reason in `reasons.csv`.
    ReasonCode,
    /// A measure outside the indices: `population_avg`, `papi_se`.
    MeasureId,
}

/// A row that can be read from a file of the package.
pub(crate) trait TableRow: Sized {
    /// The path of the file in the package.
    const FILE: &'static str;
    /// The columns that make up the key, for messages.
    const KEY: &'static [&'static str];
    /// The header.
    fn columns() -> Vec<&'static str>;
    /// Reads a record; `None` if a field has a fault, which is then among the findings.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;
    /// The key.
    fn key(&self) -> impl Eq + Hash + '_;
}

/// Declares the rows of the resources.
macro_rules! rows {
    ($(
        $(#[$documentation:meta])*
        $name:ident in $file:literal key ($($key:ident),+) {
            $($(#[$field_documentation:meta])* $field:ident: $type:ty,)+
        }
    )+) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name {
                $($(#[$field_documentation])* pub $field: $type,)+
            }

            impl TableRow for $name {
                const FILE: &'static str = $file;
                const KEY: &'static [&'static str] = &[$(stringify!($key)),+];

                fn columns() -> Vec<&'static str> {
                    [$(<$type as Column>::columns(stringify!($field))),+].concat()
                }

                fn read(fields: &mut Fields<'_>) -> Option<Self> {
                    // Every field is read before the first fault ends the row, so that all faults are reported.
                    $(let $field = <$type as Column>::read(fields, stringify!($field));)+
                    Some(Self { $($field: $field?,)+ })
                }

                fn key(&self) -> impl Eq + Hash + '_ {
                    ($(&self.$key,)+)
                }
            }
        )+
    };
}

rows! {
    /// An index.
    IndexRow in "data/indices.csv" key (index) {
        /// The index.
        index: PackageIndex,
        /// Its place in lists.
        order: u16,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Short name, the same in both languages.
        short_name: String,
        /// Publisher, in Vietnamese.
        publisher_vi: String,
        /// Publisher, in English.
        publisher_en: String,
        /// What a score counts.
        unit: ScoreUnit,
        /// Least decimals of a score on screen.
        decimals_least: u8,
        /// Most decimals of a score on screen.
        decimals_most: u8,
        /// What it measures: one Vietnamese sentence.
        measures_vi: String,
        /// What it measures: one English sentence.
        measures_en: String,
        /// How to cite it, in Vietnamese.
        citation_vi: String,
        /// How to cite it, in English.
        citation_en: String,
        /// Terms of use, in Vietnamese.
        terms_vi: String,
        /// Terms of use, in English.
        terms_en: String,
        /// Whether whole tables may be handed out.
        redistribution: Redistribution,
        /// The publisher's site.
        website: String,
        /// Whether the site shows it as an index of its own.
        shown: bool,
    }

    /// The hues of an index in one theme of the site.
    HueRow in "data/hues.csv" key (index, theme) {
        /// The index.
        index: PackageIndex,
        /// `light` or `dark`.
        theme: Theme,
        /// For marks of charts.
        mark: Colour,
        /// For text, lines and borders of pages.
        text: Colour,
        /// The best of five classes.
        class_1: Colour,
        /// The second of five classes.
        class_2: Colour,
        /// The class in the middle.
        class_3: Colour,
        /// The fourth of five classes.
        class_4: Colour,
        /// The last of five classes.
        class_5: Colour,
    }

    /// A version of an index's method.
    MethodVersionRow in "data/method_versions.csv" key (index, version) {
        /// The index.
        index: PackageIndex,
        /// The version, `pci-2021`.
        version: String,
        /// First year.
        first_year: Year,
        /// Last year; `None` for the version in force.
        last_year: Option<Year>,
        /// Lowest possible total.
        scale_min: f64,
        /// Highest possible total.
        scale_max: f64,
        /// How the total comes from the parts.
        aggregation: Aggregation,
        /// How it compares with the version before; `None` for the first.
        comparable_with_previous: Option<Comparability>,
        /// What changed, in Vietnamese.
        reason_vi: Option<String>,
        /// What changed, in English.
        reason_en: Option<String>,
        /// Source.
        source_id: Option<SourceId>,
    }

    /// A component of an index over a span of years with one scale.
    ComponentRow in "data/components.csv" key (index, component, first_year) {
        /// The index.
        index: PackageIndex,
        /// The component.
        component: ComponentId,
        /// What it is a part of; `None` for the total and for components outside the sum.
        parent: Option<ComponentId>,
        /// 0 for the total, 1 for its parts, 2 below.
        level: u8,
        /// Its place among the components of the index.
        order: u16,
        /// First year.
        first_year: Year,
        /// Last year on record.
        last_year: Year,
        /// Lowest possible score.
        scale_min: f64,
        /// Highest possible score.
        scale_max: f64,
        /// What a score counts.
        unit: ScoreUnit,
        /// Whether the product computes it as the sum of its parts.
        computed: bool,
        /// Whether it measures a cost, so that a higher score stands for a lower cost.
        cost: bool,
        /// Lead agency, in Vietnamese; not on record until a province enters one.
        lead_agency_vi: Option<String>,
        /// Lead agency, in English.
        lead_agency_en: Option<String>,
    }

    /// The name of a component over a span of years.
    ComponentNameRow in "data/component_names.csv" key (index, component, first_year) {
        /// The index.
        index: PackageIndex,
        /// The component.
        component: ComponentId,
        /// First year of the name.
        first_year: Year,
        /// Last year of the name.
        last_year: Year,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Vietnamese name for a chart label.
        short_vi: String,
        /// English name for a chart label.
        short_en: String,
        /// Whether the name is the publisher's.
        name_status: NameStatus,
    }

    /// The weight of a component in the total of a year.
    WeightRow in "data/weights.csv" key (index, year, component) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The component.
        component: ComponentId,
        /// A fraction; the weights of a year add to one.
        weight: f64,
        /// How it is known.
        evidence: WeightEvidence,
        /// Source.
        source_id: Option<SourceId>,
    }

    /// The maximum points of an area in a year.
    MaximumPointsRow in "data/maximum_points.csv" key (index, year, component) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The component.
        component: ComponentId,
        /// Points.
        maximum: f64,
        /// Source.
        source_id: SourceId,
    }

    /// A change of method of a component that cannot be derived from the structure.
    BreakRow in "data/breaks.csv" key (index, component, year) {
        /// The index.
        index: PackageIndex,
        /// The component.
        component: ComponentId,
        /// The later year of the pair.
        year: Year,
        /// How far the pair compares.
        comparability: Comparability,
        /// Why.
        reason: ReasonCode,
    }

    /// A reason in both languages.
    ReasonRow in "data/reasons.csv" key (code) {
        /// The code.
        code: ReasonCode,
        /// Vietnamese text, one sentence.
        text_vi: String,
        /// English text, one sentence.
        text_en: String,
    }

    /// A unit in the set that is ranked in a year.
    RankedSetRow in "data/ranked_sets.csv" key (index, year, component, borders, unit) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The component; `None` stands for every component of the index that has no rows of its own.
        component: Option<ComponentId>,
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// Whether it takes part.
        membership: Membership,
        /// Why it does not, where it does not.
        reason: Option<ReasonCode>,
        /// Source.
        source_id: Option<SourceId>,
    }

    /// A province up to 30 June 2025.
    ProvinceRow in "data/provinces.csv" key (slug) {
        /// The province.
        slug: ProvinceSlug,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Its region.
        region: RegionId,
        /// Code of the General Statistics Office.
        gso_code: Option<String>,
        /// ISO 3166-2 code.
        iso_3166_2: Option<String>,
        /// Whether it is a centrally governed city.
        municipality: bool,
        /// First year; `None` where it existed before the first figures.
        first_year: Option<Year>,
        /// Last year with figures; `None` where it lasted to 30 June 2025.
        last_year: Option<Year>,
        /// Latitude of a point inside, for labels; `None` where the map has no shape of it.
        latitude: Option<f64>,
        /// Longitude of that point.
        longitude: Option<f64>,
        /// Note.
        note: Option<String>,
    }

    /// A unit from 1 July 2025.
    Unit2025Row in "data/units2025.csv" key (slug) {
        /// The unit.
        slug: ProvinceSlug,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Its region.
        region: RegionId,
        /// Code of the unit.
        code: String,
        /// Whether it is a centrally governed city.
        municipality: bool,
        /// Latitude of a point inside, for labels.
        latitude: f64,
        /// Longitude of that point.
        longitude: f64,
        /// Note.
        note: Option<String>,
    }

    /// A socio-economic region.
    RegionRow in "data/regions.csv" key (borders, region) {
        /// The list of units.
        borders: Borders,
        /// The region.
        region: RegionId,
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// Short Vietnamese name.
        short_vi: String,
        /// Short English name.
        short_en: String,
        /// Its place in lists.
        order: u16,
    }

    /// Another spelling of a unit's name.
    AliasRow in "data/aliases.csv" key (borders, alias) {
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// The spelling.
        alias: String,
    }

    /// A step from one unit to the unit that took it over.
    SuccessionRow in "data/successions.csv" key (date, from_borders, from_unit, to_borders, to_unit) {
        /// The day it took effect.
        date: Date,
        /// The list of the unit that ended.
        from_borders: Borders,
        /// The unit that ended.
        from_unit: ProvinceSlug,
        /// The list of the unit that took it over.
        to_borders: Borders,
        /// The unit that took it over.
        to_unit: ProvinceSlug,
        /// What happened.
        kind: SuccessionKind,
    }

    /// An island or archipelago that every map labels.
    IslandRow in "data/islands.csv" key (name_vi) {
        /// Vietnamese name.
        name_vi: String,
        /// English name.
        name_en: String,
        /// `archipelago` or `island`.
        kind: IslandKind,
        /// Its province up to 30 June 2025.
        province: ProvinceSlug,
        /// Its unit from 1 July 2025.
        unit2025: ProvinceSlug,
        /// Latitude of the label.
        latitude: f64,
        /// Longitude of the label.
        longitude: f64,
    }

    /// One figure from one source.
    ObservationRow in "data/observations.csv" key (index, year, borders, unit, component, measure, source_id) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The list of units.
        borders: Borders,
        /// Whom it is about; the columns `unit_type` and `unit`.
        unit: Unit,
        /// The component.
        component: ComponentId,
        /// What it gives.
        measure: Measure,
        /// The value.
        value: f64,
        /// Status.
        status: ObservationStatus,
        /// How it is known.
        evidence: Evidence,
        /// Whether it is the one to show among several sources.
        preferred: bool,
        /// Source.
        source_id: SourceId,
        /// Note of the collector, in English; `notes.csv` has it in Vietnamese.
        note: Option<String>,
    }

    /// A note of figures in both languages.
    NoteRow in "data/notes.csv" key (note) {
        /// The note as figures have it, in English.
        note: String,
        /// The same in Vietnamese.
        note_vi: String,
    }

    /// A published sampling error.
    SamplingErrorRow in "data/sampling_errors.csv" key (index, year, borders, unit, component, measure, weighting) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// The component.
        component: ComponentId,
        /// What it gives.
        measure: MeasureId,
        /// Whether the survey was weighted.
        weighting: Weighting,
        /// The value.
        value: f64,
        /// What the value counts.
        unit_of_measure: String,
        /// Source.
        source_id: SourceId,
        /// Note.
        note: Option<String>,
    }

    /// A figure about a province that is no index: population, area.
    ContextRow in "data/context.csv" key (borders, unit, year, measure, source_id) {
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// The year.
        year: Year,
        /// What it gives.
        measure: MeasureId,
        /// The value.
        value: f64,
        /// What the value counts.
        unit_of_measure: String,
        /// Source.
        source_id: SourceId,
        /// Note.
        note: Option<String>,
    }

    /// What a group or tier means.
    CodeRow in "data/codes.csv" key (index, measure, code) {
        /// The index.
        index: PackageIndex,
        /// `group` or `tier`.
        measure: Measure,
        /// The ordinal, 1 = best.
        code: u16,
        /// Vietnamese label.
        label_vi: String,
        /// English label.
        label_en: String,
    }

    /// A document figures come from.
    SourceRow in "data/sources.csv" key (source_id) {
        /// Identifier.
        source_id: SourceId,
        /// Who published it.
        publisher: String,
        /// The document.
        document: String,
        /// Its address; `None` where none is on record.
        address: Option<String>,
        /// The day it was read.
        accessed: Option<Date>,
        /// Terms of use.
        terms: Option<String>,
        /// How strong it is.
        grade: SourceGrade,
    }

    /// A finding that is known and explained. An empty field matches everything.
    KnownExceptionRow in "data/known_exceptions.csv" key (check, index, year, unit, component) {
        /// The code of the finding.
        check: crate::finding::FindingCode,
        /// The index.
        index: Option<PackageIndex>,
        /// The year.
        year: Option<Year>,
        /// The unit; the columns `unit_type` and `unit`.
        unit: Option<Unit>,
        /// The component.
        component: Option<ComponentId>,
        /// Why, in Vietnamese.
        reason_vi: String,
        /// Why, in English.
        reason_en: String,
    }
}

spelled! {
    /// What kind of island a label names.
    IslandKind {
        /// Hoàng Sa or Trường Sa.
        Archipelago = "archipelago",
        /// A single island or a group near the coast.
        Island = "island",
    }
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl IndexRow {
    /// The decimals its scores are shown with.
    pub const fn decimals(&self) -> ShownDecimals {
        ShownDecimals {
            least: self.decimals_least,
            most: self.decimals_most,
        }
    }
}

impl HueRow {
    /// The five classes, best first.
    pub const fn classes(&self) -> [&Colour; 5] {
        [
            &self.class_1,
            &self.class_2,
            &self.class_3,
            &self.class_4,
            &self.class_5,
        ]
    }
}

impl ComponentRow {
    /// Whether it exists in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && year <= self.last_year
    }

    /// The scale of its scores, which are shown with the decimals of its index.
    pub const fn scale(&self, decimals: ShownDecimals) -> Scale {
        Scale {
            min: self.scale_min,
            max: self.scale_max,
            unit: self.unit,
            decimals,
            cost: self.cost,
        }
    }
}

impl ComponentNameRow {
    /// Whether it is the name in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && year <= self.last_year
    }
}

impl MethodVersionRow {
    /// Whether it is in force in a year.
    pub fn covers(&self, year: Year) -> bool {
        self.first_year <= year && self.last_year.is_none_or(|last| year <= last)
    }
}

impl ProvinceRow {
    /// Whether the province existed in a survey year.
    pub fn in_force(&self, year: Year) -> bool {
        self.first_year.is_none_or(|first| first <= year)
            && self.last_year.is_none_or(|last| year <= last)
            && Borders::in_force(year) == Borders::Provinces63
    }
}

/// The rows of a file with their lines, so that a check can say where a row stands.
#[derive(Clone, Debug)]
pub struct Table<R> {
    rows: Vec<R>,
    lines: Vec<u32>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            lines: Vec::new(),
        }
    }
}

impl<R> Table<R> {
    /// Appends a row that stands on a line.
    pub fn push(&mut self, line: u32, row: R) {
        self.rows.push(row);
        self.lines.push(line);
    }

    /// The rows with their lines; the header is line 1.
    pub fn located(&self) -> impl Iterator<Item = (u32, &R)> {
        self.lines.iter().copied().zip(&self.rows)
    }
}

impl<R> Deref for Table<R> {
    type Target = [R];

    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

impl<'a, R> IntoIterator for &'a Table<R> {
    type Item = &'a R;
    type IntoIter = std::slice::Iter<'a, R>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

/// Declares the package and what is done with every table of it.
macro_rules! package {
    ($($(#[$documentation:meta])* $field:ident: $row:ident,)+) => {
        /// The figures, what describes them, and the maps.
        #[derive(Clone, Debug)]
        pub struct Package {
            /// The version in `datapackage.json`.
            pub version: String,
            $($(#[$documentation])* pub $field: Table<$row>,)+
            pub(crate) revision: String,
            pub(crate) shapes: [Shapes; 2],
        }

        /// The paths of all CSV files.
        pub(crate) const TABLE_FILES: &[&str] = &[$($row::FILE),+];

        /// The header of a CSV file of the data model, and the columns of its key.
        pub(crate) fn table_schema(file: &str) -> Option<(Vec<&'static str>, &'static [&'static str])> {
            $(if file == $row::FILE {
                return Some(($row::columns(), $row::KEY));
            })+
            None
        }

        /// Reads every table of a package.
        pub(crate) fn read_tables(reader: &mut crate::read::Reader<'_>) -> Package {
            Package {
                version: String::new(),
                $($field: reader.table::<$row>(),)+
                revision: String::new(),
                shapes: Default::default(),
            }
        }

        /// Finds rows with the key of an earlier row, in every table.
        pub(crate) fn duplicate_keys(package: &Package, findings: &mut Vec<crate::finding::Finding>) {
            $(crate::check::keys::duplicates(&package.$field, findings);)+
        }
    };
}

package! {
    /// Indices.
    indices: IndexRow,
    /// Hues of the indices.
    hues: HueRow,
    /// Method versions.
    method_versions: MethodVersionRow,
    /// Components.
    components: ComponentRow,
    /// Names of components.
    component_names: ComponentNameRow,
    /// Weights.
    weights: WeightRow,
    /// Maximum points.
    maximum_points: MaximumPointsRow,
    /// Changes of method.
    breaks: BreakRow,
    /// Reasons.
    reasons: ReasonRow,
    /// Ranked sets.
    ranked_sets: RankedSetRow,
    /// Provinces up to 30 June 2025.
    provinces: ProvinceRow,
    /// Units from 1 July 2025.
    units2025: Unit2025Row,
    /// Regions of both lists.
    regions: RegionRow,
    /// Other spellings of names.
    aliases: AliasRow,
    /// Which unit became which.
    successions: SuccessionRow,
    /// Islands that maps label.
    islands: IslandRow,
    /// Figures.
    observations: ObservationRow,
    /// Notes of figures.
    notes: NoteRow,
    /// Sampling errors.
    sampling_errors: SamplingErrorRow,
    /// Population, area and the like.
    context: ContextRow,
    /// What groups and tiers mean.
    codes: CodeRow,
    /// Documents.
    sources: SourceRow,
    /// Findings that are known and explained.
    known_exceptions: KnownExceptionRow,
}

/// The shapes of one list of units, as text and parsed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shapes {
    pub(crate) text: String,
    pub(crate) features: FeatureCollection,
}

/// The path of the shapes of a list.
pub(crate) const fn shapes_file(borders: Borders) -> &'static str {
    match borders {
        Borders::Provinces63 => "geo/vn63.geojson",
        Borders::Units34 => "geo/vn34.geojson",
    }
}

impl Package {
    /// The borders of a list of units as GeoJSON text.
    pub fn borders(&self, borders: Borders) -> &str {
        &self.shapes(borders).text
    }

    pub(crate) fn shapes(&self, borders: Borders) -> &Shapes {
        match borders {
            Borders::Provinces63 => &self.shapes[0],
            Borders::Units34 => &self.shapes[1],
        }
    }

    /// A revision of the contents: 16 hexadecimal digits that change with any byte of any file.
    pub fn content_hash(&self) -> &str {
        &self.revision
    }

    /// The component with the scale of a year.
    pub fn component(
        &self,
        index: impl Into<PackageIndex>,
        component: &ComponentId,
        year: Year,
    ) -> Option<&ComponentRow> {
        let index = index.into();
        self.components
            .iter()
            .find(|row| row.index == index && &row.component == component && row.covers(year))
    }

    /// The hues of an index; `None` unless both themes are there.
    pub fn hues(&self, index: impl Into<PackageIndex>) -> Option<IndexHues> {
        let index = index.into();
        let on = |theme: Theme| {
            let row = self.hues.iter().find(|row| row.index == index && row.theme == theme)?;
            Some(ThemeHues {
                mark: row.mark.clone(),
                text: row.text.clone(),
                classes: row.classes().map(Colour::clone),
            })
        };
        Some(IndexHues {
            light: on(Theme::Light)?,
            dark: on(Theme::Dark)?,
        })
    }

    /// The parts of a component in a year, in the publisher's order.
    pub fn parts(&self, index: impl Into<PackageIndex>, component: &ComponentId, year: Year) -> Vec<&ComponentRow> {
        let index = index.into();
        let mut parts: Vec<_> = self
            .components
            .iter()
            .filter(|row| row.index == index && row.parent.as_ref() == Some(component) && row.covers(year))
            .collect();
        parts.sort_by_key(|row| row.order);
        parts
    }

    /// The weights of a year; empty where the total is no weighted sum.
    pub fn weights(&self, index: impl Into<PackageIndex>, year: Year) -> HashMap<&ComponentId, f64> {
        let index = index.into();
        self.weights
            .iter()
            .filter(|row| row.index == index && row.year == year)
            .map(|row| (&row.component, row.weight))
            .collect()
    }

    /// Names and aliases of a list of units, for reading figures with names in them.
    pub fn names(&self, borders: Borders) -> NameIndex {
        NameIndex::new(self, borders)
    }
}
