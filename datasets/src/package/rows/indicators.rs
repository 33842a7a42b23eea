//! The indicators below components, and their values.

use std::hash::Hash;

use vithe_shared::{
    Borders, ComponentId, IndicatorId, ProvinceSlug, Year,
    domain::{Direction, DirectionEvidence, IndicatorUnit},
};

use super::{TableRow, rows};
use crate::{
    package::{PackageIndex, SourceId},
    read::{Column, Fields},
};

rows! {
    /// An indicator below a component.
    IndicatorRow in "data/indicators.csv" key (index, indicator) {
        /// The index.
        index: PackageIndex,
        /// The indicator: `entry.01`.
        indicator: IndicatorId,
        /// The component that it lies below.
        component: ComponentId,
        /// Its place among the indicators of the index.
        order: u16,
        /// What its value counts.
        unit: IndicatorUnit,
        /// Which values are good, by its wording.
        direction: Direction,
        /// What speaks for that.
        direction_evidence: DirectionEvidence,
        /// Correlation with the score of the component over all units of the newest year; a check of the direction, not its
        /// definition.
        correlation: f64,
        /// Vietnamese name: the publisher's wording, misprints mended.
        name_vi: String,
        /// The wording as it is printed, where a misprint or a mark was mended.
        name_vi_published: Option<String>,
        /// English name: a plain translation.
        name_en: String,
        /// What has to be known to read it, in Vietnamese.
        note_vi: Option<String>,
        /// The same in English.
        note_en: Option<String>,
    }

    /// The value of an indicator for a unit in a year.
    IndicatorValueRow in "data/indicator_values.csv" key (index, year, borders, unit, indicator) {
        /// The index.
        index: PackageIndex,
        /// The year.
        year: Year,
        /// The list of units.
        borders: Borders,
        /// The unit.
        unit: ProvinceSlug,
        /// The indicator.
        indicator: IndicatorId,
        /// The value, in the unit of the indicator.
        value: f64,
        /// Source.
        source_id: SourceId,
    }
}
