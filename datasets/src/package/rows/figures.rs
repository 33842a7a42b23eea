//! Figures, what is noted of them, and the documents they come from.

use std::hash::Hash;

use vithe_shared::{
    Borders, ComponentId, ProvinceSlug, Year,
    domain::{Evidence, Measure, ObservationStatus, SourceGrade},
};

use super::{TableRow, rows};
use crate::{
    package::{Date, MeasureId, PackageIndex, SourceId, Unit, Weighting},
    read::{Column, Fields},
};

rows! {
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

    /// A change of a row from one version of the package to the next.
    ChangeRow in "data/changes.csv" key (version, table, row_key, column) {
        /// The version that has the change.
        version: String,
        /// The table: the name of its file without folder and ending.
        table: String,
        /// The fields of the key of the row, joined by `|`.
        row_key: String,
        /// The column; `None` for a row that was added or removed as a whole.
        column: Option<String>,
        /// What stood there; of a removed row the whole line; `None` for nothing.
        old: Option<String>,
        /// What stands there now; `None` for nothing.
        new: Option<String>,
        /// Why, in English; `notes.csv` has it in Vietnamese.
        why: String,
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
