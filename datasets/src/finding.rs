//! What reading and checking a package has to say: one [`Finding`] per fault, with the place and a text in both languages.
//!
//! Codes are stable: `known_exceptions.csv`, tests and the messages of `vithe check` refer to them.

use std::fmt;

use serde::Serialize;
use vithe_shared::{ComponentId, Language, Year};

use crate::package::{PackageIndex, Unit};

#[cfg(test)]
mod tests;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The package must not be served like this.
    Error,
    /// Worth a look by a data editor; the package can be served.
    Warning,
    /// Information, or a known exception with its reason.
    Note,
}

impl Severity {
    /// The word for it.
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Error => language.pick("lỗi", "error"),
            Self::Warning => language.pick("cảnh báo", "warning"),
            Self::Note => language.pick("ghi chú", "note"),
        }
    }
}

/// Declares the codes with their spelling in files and messages.
macro_rules! finding_codes {
    ($($(#[$documentation:meta])* $variant:ident = $text:literal,)+) => {
        /// What kind of finding it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum FindingCode {
            $($(#[$documentation])* $variant,)+
        }

        impl FindingCode {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, as in `known_exceptions.csv`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }
    };
}

finding_codes! {
    // Reading.
    /// A file of the data model is not there.
    MissingFile = "missing_file",
    /// A file that the data model does not know.
    UnknownFile = "unknown_file",
    /// The bytes are no UTF-8 text.
    InvalidUtf8 = "invalid_utf8",
    /// A text is not in Unicode normal form C.
    NotNormalised = "not_normalised",
    /// A text has the letter eth where Đ is meant.
    WrongLetter = "wrong_letter",
    /// A line ends in something else than a line feed.
    WrongLineEnding = "wrong_line_ending",
    /// The header is not that of the data model.
    WrongHeader = "wrong_header",
    /// A row has more or fewer fields than the header.
    WrongFieldCount = "wrong_field_count",
    /// A field that must be filled is empty.
    MissingValue = "missing_value",
    /// A field is no number of the expected kind.
    BadNumber = "bad_number",
    /// A number is infinite or not a number.
    NotFinite = "not_finite",
    /// A field is no year.
    BadYear = "bad_year",
    /// A field is no date of the form 2021-12-31.
    BadDate = "bad_date",
    /// A field is no identifier of the expected form.
    BadIdentifier = "bad_identifier",
    /// A field is no colour of the form #0072B2.
    BadColour = "bad_colour",
    /// A field is none of the values that the column knows.
    UnknownValue = "unknown_value",
    /// A JSON file that cannot be read.
    BadJson = "bad_json",
    /// `datapackage.json` does not describe the files as they are.
    DescriptorDiffers = "descriptor_differs",

    // Keys.
    /// Two rows have the same key.
    DuplicateKey = "duplicate_key",
    /// An index that `indices.csv` does not have.
    UnknownIndex = "unknown_index",
    /// A component that `components.csv` does not have.
    UnknownComponent = "unknown_component",
    /// A province or unit that its list does not have.
    UnknownProvince = "unknown_province",
    /// An indicator that `indicators.csv` does not have.
    UnknownIndicator = "unknown_indicator",
    /// A region that `regions.csv` does not have.
    UnknownRegion = "unknown_region",
    /// A source that `sources.csv` does not have.
    UnknownSource = "unknown_source",
    /// A note that `notes.csv` does not have in Vietnamese.
    UnknownNote = "unknown_note",
    /// A reason that `reasons.csv` does not have.
    UnknownReason = "unknown_reason",
    /// A group or tier that `codes.csv` does not explain.
    UnknownOrdinal = "unknown_ordinal",

    // Structure of the indices.
    /// One of the four indices is not described.
    MissingIndex = "missing_index",
    /// Spans of years of one component or version overlap or run backwards.
    BadSpan = "bad_span",
    /// A year with figures has no method version.
    MissingMethodVersion = "missing_method_version",
    /// The parent of a component is missing in some of its years.
    BadParent = "bad_parent",
    /// A component has no name in some of its years.
    MissingComponentName = "missing_component_name",
    /// A short name is too long for a chart.
    LongShortName = "long_short_name",
    /// The weights of a year do not add to one.
    WeightsSum = "weights_sum",
    /// The maximum points of a year add to more than the scale has.
    MaximumPointsSum = "maximum_points_sum",
    /// What speaks for the direction of an indicator is not what its values say.
    DirectionEvidence = "direction_evidence",
    /// Decimals that no score is shown with.
    BadDecimals = "bad_decimals",
    /// An index that the site shows has no hues in one of its themes.
    MissingHues = "missing_hues",
    /// A hue does not stand out enough from what it stands on.
    LowContrast = "low_contrast",
    /// The classes of an index do not fade in even steps.
    UnevenClasses = "uneven_classes",
    /// A source that nothing refers to.
    UnusedSource = "unused_source",
    /// The address of a source is none that a reader can open.
    BadAddress = "bad_address",

    // Values.
    /// A component that does not exist in the year of its figure.
    ComponentNotInYear = "component_not_in_year",
    /// A measure that does not go with the kind of unit.
    MeasureNotForUnit = "measure_not_for_unit",
    /// A figure outside the scale of its component and year.
    OutOfRange = "out_of_range",
    /// A rank, group or tier that is no whole number from 1.
    BadOrdinal = "bad_ordinal",
    /// A figure far from those of all others in its year.
    Outlier = "outlier",
    /// More than one preferred figure for one thing.
    SeveralPreferred = "several_preferred",
    /// Sources disagree and none is preferred.
    OpenConflict = "open_conflict",
    /// A single figure that is not preferred: it is shown nowhere.
    NeverShown = "never_shown",

    // Parts and totals.
    /// The parts do not add to the published total.
    PartsDifferFromTotal = "parts_differ_from_total",
    /// The weights on record do not reproduce the totals of a whole year.
    TotalsNotReproduced = "totals_not_reproduced",
    /// How well the published totals are reproduced.
    TotalsReproduced = "totals_reproduced",
    /// The points of an area are not the published percentage of its maximum.
    PointsDifferFromPercent = "points_differ_from_percent",
    /// The SIPAS part of the PAR INDEX is not a tenth of SIPAS.
    SipasPartDiffers = "sipas_part_differs",

    // Ranks and sets.
    /// A better rank goes with a lower score.
    RankOrder = "rank_order",
    /// Two units share a published rank though their scores do not show a tie.
    DuplicateRank = "duplicate_rank",
    /// A rank beyond the number of ranked units.
    RankBeyondSet = "rank_beyond_set",
    /// A year with figures of provinces has no ranked set.
    MissingRankedSet = "missing_ranked_set",
    /// A ranked set that is not the provinces in force in its year.
    RankedSetSize = "ranked_set_size",
    /// A figure of a unit that is not in the ranked set.
    UnitNotInSet = "unit_not_in_set",
    /// A figure of a unit in a year in which it did not exist.
    UnitNotInForce = "unit_not_in_force",
    /// A year of an index with rows of both lists of units.
    TwoListsOfUnits = "two_lists_of_units",
    /// A figure of a unit that the publisher withholds.
    WithheldUnit = "withheld_unit",
    /// Members of the ranked set without a figure.
    IncompleteTable = "incomplete_table",

    // Names and places.
    /// A name that two units share, so that it resolves to neither.
    AmbiguousName = "ambiguous_name",
    /// A unit without a successor of 1 July 2025.
    MissingSuccession = "missing_succession",
    /// A unit of the list without exactly one shape on the map.
    MissingShape = "missing_shape",
    /// A shape of no unit of the list.
    UnknownShape = "unknown_shape",
    /// A ring that is not closed or has too few points.
    BrokenRing = "broken_ring",
    /// A ring that runs the wrong way round.
    WrongWinding = "wrong_winding",
    /// A point outside Việt Nam's land and islands.
    PointOutsideRange = "point_outside_range",
    /// Hoàng Sa or Trường Sa is missing from the shape of its province.
    MissingArchipelago = "missing_archipelago",

    // Exceptions.
    /// A known exception that nothing needs any more.
    StaleException = "stale_exception",
}

impl fmt::Display for FindingCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// Which figures a finding is about; known exceptions are matched with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Subject {
    /// The index.
    pub index: Option<PackageIndex>,
    /// The year.
    pub year: Option<Year>,
    /// The province, region or country.
    pub unit: Option<Unit>,
    /// The component.
    pub component: Option<ComponentId>,
}

/// One thing that reading or checking a package found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub code: FindingCode,
    /// The file, relative to the folder of the package.
    pub file: String,
    /// The line in the file; the header is line 1.
    pub row: Option<u32>,
    /// The column.
    pub column: Option<String>,
    /// What is wrong and what to do, in Vietnamese.
    pub text_vi: String,
    /// What is wrong and what to do, in English.
    pub text_en: String,
    /// Which figures it is about.
    pub subject: Subject,
}

impl Finding {
    /// A finding about a file as a whole.
    pub fn new(
        severity: Severity,
        code: FindingCode,
        file: impl Into<String>,
        text_vi: impl Into<String>,
        text_en: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            file: file.into(),
            row: None,
            column: None,
            text_vi: text_vi.into(),
            text_en: text_en.into(),
            subject: Subject::default(),
        }
    }

    /// An error about a file as a whole.
    pub fn error(
        code: FindingCode,
        file: impl Into<String>,
        text_vi: impl Into<String>,
        text_en: impl Into<String>,
    ) -> Self {
        Self::new(Severity::Error, code, file, text_vi, text_en)
    }

    /// A warning about a file as a whole.
    pub fn warning(
        code: FindingCode,
        file: impl Into<String>,
        text_vi: impl Into<String>,
        text_en: impl Into<String>,
    ) -> Self {
        Self::new(Severity::Warning, code, file, text_vi, text_en)
    }

    /// A note about a file as a whole.
    pub fn note(
        code: FindingCode,
        file: impl Into<String>,
        text_vi: impl Into<String>,
        text_en: impl Into<String>,
    ) -> Self {
        Self::new(Severity::Note, code, file, text_vi, text_en)
    }

    /// Names the line.
    #[must_use]
    pub fn at_row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// Names the column.
    #[must_use]
    pub fn at_column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// Says which figures it is about.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = subject;
        self
    }

    /// The text in one language.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.text_vi, &self.text_en)
    }

    /// One line for a terminal or a log, in one language.
    ///
    /// ```
    /// use vithe_datasets::{Finding, FindingCode};
    /// use vithe_shared::Language;
    ///
    /// let finding = Finding::error(FindingCode::MissingFile, "data/sources.csv", "Thiếu tệp.", "The file is missing.");
    /// assert_eq!(
    ///     finding.display(Language::En).to_string(),
    ///     "error: data/sources.csv: The file is missing. [missing_file]"
    /// );
    /// ```
    pub fn display(&self, language: Language) -> FindingDisplay<'_> {
        FindingDisplay {
            finding: self,
            language,
        }
    }
}

/// A finding written in one language, see [`Finding::display`].
#[derive(Clone, Copy, Debug)]
pub struct FindingDisplay<'a> {
    finding: &'a Finding,
    language: Language,
}

impl fmt::Display for FindingDisplay<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { finding, language } = *self;
        write!(formatter, "{}: {}", finding.severity.name(language), finding.file)?;
        if let Some(row) = finding.row {
            write!(formatter, ":{row}")?;
        }
        if let Some(column) = &finding.column {
            write!(formatter, " ({column})")?;
        }
        write!(formatter, ": {} [{}]", finding.text(language), finding.code)
    }
}

/// A number as Vietnamese prose writes it: with a decimal comma.
pub(crate) fn decimal_comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}
