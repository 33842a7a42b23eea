//! What pages and charts show, built from API answers: pure structs that already hold every text in one language. No
//! leptos, no input or output; the same view gives the chart, its table and its words, so the three cannot differ.
//!
//! The rules of `docs/methodology.md` are kept here: no trend is told across a break of method, nothing is ranked or summed
//! up that is not complete, and a higher score of a cost component is called a higher score, never a higher cost.

use vithe_shared::{IndexId, Language, ProvinceSlug, RegionId, presentation::IndexHues};

use crate::text::common;

pub mod changes_view;
pub mod comparison_view;
pub mod component_view;
pub mod coverage_view;
pub mod declines_view;
pub mod discrepancies_view;
pub mod distribution_view;
#[cfg(test)]
pub(crate) mod fixtures;
pub mod indicator_view;
pub mod indicator_words;
pub mod indicators_view;
pub mod interval_view;
pub mod map_view;
pub mod matrix_view;
pub mod movers_view;
pub mod narrative;
pub mod peers_view;
pub mod profile_view;
pub mod ranking_view;
pub mod regions_view;
pub mod scatter_view;
pub mod series_view;
pub mod sources_view;
pub mod strengths_view;
#[cfg(test)]
mod tests;
pub mod what_if_view;
pub mod wording;

pub use changes_view::{ChangesView, changes_view};
pub use comparison_view::{ComparisonView, comparison_view};
pub use component_view::{ComponentView, component_view};
pub use coverage_view::{CoverageView, coverage_view};
pub use declines_view::{DeclinesView, declines_view};
pub use discrepancies_view::{DiscrepanciesView, discrepancies_view};
pub use distribution_view::{DistributionView, distribution_view};
pub use indicator_view::{IndicatorView, indicator_view};
pub use indicators_view::{IndicatorsView, indicators_view};
pub use interval_view::{IntervalView, interval_view};
pub use map_view::MapView;
pub use matrix_view::{MatrixView, matrix_view};
pub use movers_view::{MoversView, movers_view};
pub use peers_view::{PeersView, peers_view};
pub use profile_view::{ComponentsView, ProfileView, components_view, profile_view};
pub use ranking_view::{RankingView, ranking_view};
pub use regions_view::{RegionsView, regions_view};
pub use scatter_view::{ScatterView, scatter_view};
pub use series_view::{SeriesView, rank_flow_view, series_view};
pub use sources_view::{SourcesView, sources_view};
pub use strengths_view::{StrengthsView, strengths_view};
pub use what_if_view::{WhatIfView, what_if_view};
pub use wording::ChangeView;

/// The words around a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct FigureText {
    /// Index · component · years · n, above the headline.
    pub kicker: String,
    /// One sentence told from the data: the headline.
    pub finding: String,
    /// The accessible name of the chart: kind, measure, range, main point; at most 250 characters.
    pub alt: String,
    /// What must be known to read it rightly: completeness, comparability, axes.
    pub notes: Vec<String>,
    /// Source, method version and n, below the figure.
    pub source: String,
}

impl FigureText {
    /// With the words that belong to every figure of estimates.
    #[must_use]
    pub fn estimated(mut self, language: Language) -> Self {
        self.kicker.push_str(language.pick(" · ước tính", " · estimates"));
        self.finding.push_str(language.pick(" (ước tính)", " (estimates)"));
        self.alt.insert_str(0, language.pick("Ước tính. ", "Estimates. "));
        self
    }

    /// With the words that belong to every figure with back-casts of the 34 units.
    #[must_use]
    pub fn back_cast(self, language: Language) -> Self {
        let mut text = self.estimated(language);
        text.source.push_str(language.pick(
            " · ước tính: trung bình theo dân số của các tỉnh hợp thành",
            " · estimates: means of the merged provinces by population",
        ));
        text.notes.push(common::ESTIMATES.get(language).to_owned());
        text
    }
}

/// A province as it is named in a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvinceLabel {
    /// The unit.
    pub province: ProvinceSlug,
    /// Its name in the language of the view.
    pub name: String,
    /// Its region.
    pub region: RegionId,
    /// Whether it was picked out.
    pub highlighted: bool,
}

/// What every view is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The language of all texts of the view.
    pub language: Language,
    /// The index.
    pub index: IndexId,
    /// The component in words: `Tính minh bạch`, or `Chỉ số tổng hợp` for the total.
    pub component_name: String,
    /// Whether it is the total.
    pub is_overall: bool,
    /// The hues of the index.
    pub hues: IndexHues,
}
