//! Ranks and scores over the years in the lightest form, for small lines and for the table of ranks.

use vithe_shared::{ProvinceSlug, Year, api::SeriesAnswer, domain::Comparability};

use crate::components::sparkline::{LineFrame, YearScore};

/// Ranks and scores by province and year.
pub(super) struct TrendData {
    /// Every year from first to last.
    pub(super) years: Vec<Year>,
    /// The ranks of each province along the years.
    ranks: Vec<(ProvinceSlug, Vec<Option<u16>>)>,
    /// The scores on record of each province.
    scores: Vec<(ProvinceSlug, Vec<YearScore>)>,
    /// What the lines of the scores share; `None` where none is on record.
    pub(super) frame: Option<LineFrame>,
}

impl TrendData {
    /// The ranks and scores of all series of an answer.
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
        let scores: Vec<(ProvinceSlug, Vec<YearScore>)> = answer
            .series
            .iter()
            .map(|series| {
                let points = series.points.iter();
                let scores = points.filter_map(|point| Some((point.year, point.score?)));
                (series.province.clone(), scores.collect())
            })
            .collect();
        let breaks = answer
            .breaks
            .iter()
            .filter(|entry| entry.comparability == Comparability::NotComparable)
            .map(|entry| entry.year)
            .collect();
        Self {
            years,
            ranks,
            frame: LineFrame::around(scores.iter().map(|(_, line)| line.as_slice()), breaks),
            scores,
        }
    }

    /// The ranks of one province along the years.
    pub(super) fn ranks_of(&self, province: &ProvinceSlug) -> Option<&[Option<u16>]> {
        of_province(&self.ranks, province)
    }

    /// The scores on record of one province.
    pub(super) fn scores_of(&self, province: &ProvinceSlug) -> Option<&[YearScore]> {
        of_province(&self.scores, province)
    }
}

fn of_province<'a, Figure>(all: &'a [(ProvinceSlug, Vec<Figure>)], province: &ProvinceSlug) -> Option<&'a [Figure]> {
    all.iter()
        .find(|(slug, _)| slug == province)
        .map(|(_, figures)| figures.as_slice())
}
