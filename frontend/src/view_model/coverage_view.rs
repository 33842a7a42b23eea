//! What is in the dataset, by index and year: the table of the data page.

use vithe_shared::{
    IndexId, Language, Year,
    domain::{IndexInfo, YearCoverage},
};

use crate::format::format_rank;

/// How full a year is, for the shade of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fullness {
    /// No edition or nothing on record.
    Nothing,
    /// Some totals or ranks.
    Part,
    /// Every member has a total.
    Complete,
}

impl Fullness {
    /// The class of the style sheet.
    pub const fn css_class(self) -> &'static str {
        match self {
            Self::Nothing => "coverage-nothing",
            Self::Part => "coverage-part",
            Self::Complete => "coverage-complete",
        }
    }
}

/// One index and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageCell {
    /// The year.
    pub year: Year,
    /// How full it is.
    pub fullness: Fullness,
    /// `63/63`, empty where nothing is on record.
    pub scores_text: String,
    /// What the cell says as a sentence.
    pub sentence: String,
}

/// One index over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageRow {
    /// The index.
    pub index: IndexId,
    /// Its short name.
    pub short_name: String,
    /// Cells along [`CoverageView::years`].
    pub cells: Vec<CoverageCell>,
}

/// Indices × years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageView {
    /// Every year from the last to the first with figures of any index.
    pub years: Vec<Year>,
    /// One row per index.
    pub rows: Vec<CoverageRow>,
}

/// Builds the table.
pub fn coverage_view(indices: &[IndexInfo], language: Language) -> CoverageView {
    let all = || {
        indices
            .iter()
            .flat_map(|index| index.coverage.iter().map(|coverage| coverage.year))
    };
    let years: Vec<Year> = all()
        .min()
        .zip(all().max())
        .map_or_else(Vec::new, |(first, last)| (first.0..=last.0).rev().map(Year).collect());
    let rows = indices
        .iter()
        .map(|index| CoverageRow {
            index: index.id,
            short_name: index.short_name.clone(),
            cells: years
                .iter()
                .map(|year| cell(index, *year, index.coverage_of(*year), language))
                .collect(),
        })
        .collect();
    CoverageView { years, rows }
}

fn cell(index: &IndexInfo, year: Year, coverage: Option<&YearCoverage>, language: Language) -> CoverageCell {
    let fullness = match coverage {
        Some(coverage) if coverage.complete => Fullness::Complete,
        Some(coverage) if coverage.scores + coverage.ranks > 0 => Fullness::Part,
        _ => Fullness::Nothing,
    };
    let name = &index.short_name;
    let (scores_text, sentence) = match (coverage.filter(|_| fullness != Fullness::Nothing), language) {
        (None, Language::Vi) => (String::new(), format!("{name} {year}: chưa có số liệu")),
        (None, Language::En) => (String::new(), format!("{name} {year}: not on record")),
        (Some(coverage), _) => {
            let text = format_rank(coverage.scores, coverage.members);
            let (members, scores, ranks, parts) = (
                coverage.members,
                coverage.scores,
                coverage.ranks,
                coverage.with_components,
            );
            let sentence = match language {
                Language::Vi => format!(
                    "{name} {year}: {scores}/{members} tỉnh có điểm, {ranks} có hạng công bố, {parts} có đủ thành phần"
                ),
                Language::En => format!(
                    "{name} {year}: {scores} of {members} provinces have a score, {ranks} a published rank, {parts} all components"
                ),
            };
            let withheld = match (coverage.withheld, language) {
                (0, _) => String::new(),
                (count, Language::Vi) => format!("; {count} tỉnh không được công bố"),
                (count, Language::En) => format!("; {count} withheld"),
            };
            (text, sentence + &withheld)
        }
    };
    CoverageCell {
        year,
        fullness,
        scores_text,
        sentence,
    }
}
