//! Regions over the years: the median of each, and how far its provinces lie apart.

mod facts;
mod words;

use vithe_shared::{
    Language, RegionId, Year,
    api::regions::{RegionSeries, RegionYear, RegionsAnswer},
    domain::{IndexInfo, Summary},
};

use self::{
    facts::{as_series, spread_year},
    words::{on_record, span, text},
};
use super::{
    series_view::{Join, SeriesPointView, SeriesView, base_view, score_join},
    wording::{comparability_name, score_number, score_text},
};
use crate::format::NO_FIGURE;

/// The figures of one region in the year that is summed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadRow {
    /// The region, or the whole country.
    pub name: String,
    /// `13`, or `2/13` where not all have a score.
    pub members: String,
    /// Mean; a dash where not all have a score.
    pub mean: String,
    /// Median.
    pub median: String,
    /// `61,20–64,85`: first to third quartile.
    pub middle_half: String,
    /// `58,10–67,30`: lowest to highest.
    pub range: String,
    /// The mean the publisher printed; a dash where none is on record.
    pub published_mean: String,
}

/// One region over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionLine {
    /// The region.
    pub region: RegionId,
    /// Its name.
    pub name: String,
    /// Its short name, for the end of a line.
    pub short_name: String,
    /// Its medians, one point per year with members, ascending.
    pub points: Vec<SeriesPointView>,
    /// How point i is joined with point i + 1.
    pub joins: Vec<Join>,
    /// The cells of the table along the years of the view, newest first.
    pub cells: Vec<RegionCell>,
}

/// A region in one year, as a cell of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionCell {
    /// The median; a dash without one.
    pub median: String,
    /// Whether there is none because scores of the region are missing; a note of the table says so.
    pub is_incomplete: bool,
}

/// One component by region over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionsView {
    /// Years, breaks and national medians, and what it is about; it has no lines of provinces.
    pub frame: SeriesView,
    /// The regions in their usual order.
    pub regions: Vec<RegionLine>,
    /// The country, as the last row of the table.
    pub national_cells: Vec<RegionCell>,
    /// The years of the table, newest first, each with how it compares with the one before on record where not fully.
    pub table_years: Vec<(Year, &'static str)>,
    /// The year that is summed up.
    pub spread_year: Option<Year>,
    /// The regions in that year and the country last.
    pub spread: Vec<SpreadRow>,
    /// Whether the publisher printed a mean of any of them.
    pub has_published_means: bool,
}

impl RegionsView {
    /// Whether any region has a median in any year.
    pub fn has_medians(&self) -> bool {
        self.regions
            .iter()
            .any(|region| region.points.iter().any(|point| point.score.is_some()))
    }
}

/// Tells the regions of an answer.
pub fn regions_view(answer: &RegionsAnswer, index: &IndexInfo, language: Language) -> RegionsView {
    let mut frame = base_view(&as_series(answer), index, &[], language);
    let regions: Vec<RegionLine> = answer
        .regions
        .iter()
        .map(|region| region_line(region, answer, language))
        .collect();
    let spread_year = spread_year(answer);
    let spread = spread_year.map_or_else(Vec::new, |year| spread_rows(answer, year, language));
    frame.text = text(&frame, answer, spread_year, language);
    RegionsView {
        national_cells: cells(&answer.national, answer, language),
        table_years: answer
            .national
            .iter()
            .rev()
            .map(|found| {
                let broken = answer.breaks.iter().find(|entry| entry.year == found.year);
                let words = broken.map_or("", |entry| comparability_name(entry.comparability, language));
                (found.year, words)
            })
            .collect(),
        has_published_means: spread.iter().any(|row| row.published_mean != NO_FIGURE),
        frame,
        regions,
        spread_year,
        spread,
    }
}

fn region_line(region: &RegionSeries, answer: &RegionsAnswer, language: Language) -> RegionLine {
    let name = language.pick(&region.name_vi, &region.name_en).to_owned();
    let points: Vec<SeriesPointView> = region
        .years
        .iter()
        .map(|found| point(found, &name, answer, language))
        .collect();
    let joins = points
        .windows(2)
        .map(|pair| {
            if pair[0].score.is_none() || pair[1].score.is_none() {
                Join::Gap
            } else {
                score_join(pair[0].year, pair[1].year, &answer.breaks)
            }
        })
        .collect();
    RegionLine {
        region: region.region.clone(),
        short_name: language.pick(&region.short_vi, &region.short_en).to_owned(),
        cells: cells(&region.years, answer, language),
        name,
        points,
        joins,
    }
}

fn point(found: &RegionYear, name: &str, answer: &RegionsAnswer, language: Language) -> SeriesPointView {
    let score = |value: f64| score_text(value, answer.scale, language);
    let told = found.summary.map(|summary| {
        let median = score(summary.median);
        let middle = span(summary.q1, summary.q3, answer.scale, language);
        let members = found.members;
        match language {
            Language::Vi => format!("trung vị {median}, một nửa số tỉnh trong khoảng {middle}, {members} tỉnh"),
            Language::En => format!("median {median}, the middle half at {middle}, {members} provinces"),
        }
    });
    SeriesPointView {
        year: found.year,
        score: found.summary.map(|summary| summary.median),
        score_text: found.summary.map_or_else(
            || NO_FIGURE.to_owned(),
            |summary| score_number(summary.median, answer.scale, language),
        ),
        is_estimate: false,
        missing: None,
        spread: None,
        spread_text: None,
        rank: None,
        rank_n: None,
        rank_text: NO_FIGURE.to_owned(),
        sentence: format!(
            "{name}, {}: {}",
            found.year,
            told.unwrap_or_else(|| on_record(found, language))
        ),
    }
}

fn cells(years: &[RegionYear], answer: &RegionsAnswer, language: Language) -> Vec<RegionCell> {
    answer
        .national
        .iter()
        .rev()
        .map(|national| {
            let found = years.iter().find(|found| found.year == national.year);
            let summary: Option<Summary> = found.and_then(|found| found.summary);
            RegionCell {
                median: summary.map_or_else(
                    || NO_FIGURE.to_owned(),
                    |summary| score_number(summary.median, answer.scale, language),
                ),
                is_incomplete: found.is_some_and(|found| found.summary.is_none()),
            }
        })
        .collect()
}

fn spread_rows(answer: &RegionsAnswer, year: Year, language: Language) -> Vec<SpreadRow> {
    let row = |name: &str, years: &[RegionYear]| {
        let found = years.iter().find(|found| found.year == year)?;
        let text = |tell: &dyn Fn(Summary) -> String| found.summary.map_or_else(|| NO_FIGURE.to_owned(), tell);
        let value = |value: f64| score_number(value, answer.scale, language);
        Some(SpreadRow {
            name: name.to_owned(),
            members: if found.summary.is_some() {
                found.members.to_string()
            } else {
                format!("{}/{}", found.count, found.members)
            },
            mean: text(&|summary| value(summary.mean)),
            median: text(&|summary| value(summary.median)),
            middle_half: text(&|summary| span(summary.q1, summary.q3, answer.scale, language)),
            range: text(&|summary| span(summary.min, summary.max, answer.scale, language)),
            published_mean: found
                .published
                .and_then(|values| values.mean)
                .map_or_else(|| NO_FIGURE.to_owned(), value),
        })
    };
    let regions = answer
        .regions
        .iter()
        .filter_map(|region| row(language.pick(&region.name_vi, &region.name_en), &region.years));
    regions
        .chain(row(language.pick("Cả nước", "Whole country"), &answer.national))
        .collect()
}
