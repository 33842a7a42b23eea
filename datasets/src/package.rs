//! The package as typed rows: one struct per resource of `docs/data-model.md`, with the columns in the order of the file.

use std::collections::HashMap;

use vithe_shared::{
    Borders, ComponentId, Year,
    domain::DataVersion,
    presentation::{Colour, IndexHues, ThemeHues},
    query::Theme,
};

use crate::{geography::FeatureCollection, names::NameIndex};

mod index;
mod rows;
mod table;
mod unit;
mod values;

pub(crate) use self::rows::TableRow;
pub use self::{
    index::PackageIndex,
    rows::{
        AliasRow, BreakRow, ChangeRow, CodeRow, ComponentNameRow, ComponentRow, ContextRow, HueRow, IndexRow,
        IndicatorRow, IndicatorValueRow, IslandRow, KnownExceptionRow, MaximumPointsRow, MethodVersionRow, NoteRow,
        ObservationRow, ProvinceRow, RankedSetRow, ReasonRow, RegionRow, SamplingErrorRow, SourceRow, SuccessionRow,
        Unit2025Row, WeightRow,
    },
    table::Table,
    unit::Unit,
    values::{
        Date, IslandKind, MeasureId, Membership, ReasonCode, SourceId, SuccessionKind, WeightEvidence, Weighting,
    },
};

/// Declares the package and what is done with every table of it.
macro_rules! package {
    ($($(#[$documentation:meta])* $field:ident: $row:ident,)+) => {
        /// The figures, what describes them, and the maps.
        #[derive(Clone, Debug)]
        pub struct Package {
            /// The version in `datapackage.json`.
            pub version: String,
            /// The date of the version, `2026-11-29`.
            pub date: String,
            /// All versions that `datapackage.json` lists, oldest first, with what each changed.
            pub versions: Vec<DataVersion>,
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
                date: String::new(),
                versions: Vec::new(),
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
    /// Indicators below components.
    indicators: IndicatorRow,
    /// Values of indicators.
    indicator_values: IndicatorValueRow,
    /// Documents.
    sources: SourceRow,
    /// Findings that are known and explained.
    known_exceptions: KnownExceptionRow,
    /// What each version of the package changed.
    changes: ChangeRow,
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

    /// Points of a whole per point of a part in a year: the weight, stretched from the scale of the part to that of the whole;
    /// one where the year has no weight for the part, since it is then a plain sum.
    pub fn points_of_whole(&self, whole: &ComponentRow, part: &ComponentRow, year: Year) -> f64 {
        self.weights
            .iter()
            .find(|row| row.index == part.index && row.component == part.component && row.year == year)
            .map_or(1.0, |row| row.weight * whole.scale_max / part.scale_max)
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
