//! Ranks over the years in the lightest form, for small lines and for the table of ranks.

use serde::{Deserialize, Serialize};
use vithe_shared::{ProvinceSlug, Year, api::SeriesAnswer};

/// Ranks by province and year.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct TrendData {
    /// Every year from first to last.
    pub(super) years: Vec<Year>,
    /// The ranks of each province along the years.
    ranks: Vec<(ProvinceSlug, Vec<Option<u16>>)>,
    /// The largest ranked set.
    pub(super) worst: u16,
}

impl TrendData {
    /// The ranks of all series of an answer.
    pub(super) fn of(answer: &SeriesAnswer) -> Self {
        let (first, last) = (answer.years.first(), answer.years.last());
        let years: Vec<Year> = first.zip(last).map_or_else(Vec::new, |(first, last)| {
            (first.year.0..=last.year.0).map(Year).collect()
        });
        let ranks = answer
            .series
            .iter()
            .map(|series| {
                let rank_in = |year: &Year| series.points.iter().find(|point| point.year == *year)?.rank;
                (series.province.clone(), years.iter().map(rank_in).collect())
            })
            .collect();
        Self {
            years,
            ranks,
            worst: answer.years.iter().map(|year| year.n).max().unwrap_or_default(),
        }
    }

    /// The ranks of one province along the years.
    pub(super) fn of_province(&self, province: &ProvinceSlug) -> Option<&[Option<u16>]> {
        self.ranks
            .iter()
            .find(|(slug, _)| slug == province)
            .map(|(_, ranks)| ranks.as_slice())
    }
}
