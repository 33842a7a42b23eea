//! Regions over the years: the median of each, and how far its provinces lie apart.

use vithe_shared::{
    Language, RegionId, Year,
    analytics::regional::distance,
    api::{
        SeriesAnswer, YearSummary,
        regions::{RegionSeries, RegionYear, RegionsAnswer},
    },
    domain::{IndexInfo, Scale, Summary},
};

use super::{
    FigureText,
    series_view::{Join, SeriesPointView, SeriesView, base_view, break_notes, break_summary, score_join},
    wording::{alternative_text, axis_note, comparability_name, measure_phrase, score_number, score_text, year_span},
};
use crate::format::{NO_FIGURE, as_shown, capitalise, format_difference_with_unit, format_score};

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
    /// Why there is none: `2/13`; empty where there is one.
    pub remark: String,
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

/// The frame of a line chart knows years and breaks as a series has them.
fn as_series(answer: &RegionsAnswer) -> SeriesAnswer {
    SeriesAnswer {
        index: answer.index,
        component: answer.component.clone(),
        component_name_vi: answer.component_name_vi.clone(),
        component_name_en: answer.component_name_en.clone(),
        scale: answer.scale,
        borders: answer.borders,
        series: Vec::new(),
        years: answer
            .national
            .iter()
            .map(|found| YearSummary {
                year: found.year,
                n: found.members,
                complete: found.summary.is_some(),
                summary: found.summary,
            })
            .collect(),
        breaks: answer.breaks.clone(),
        revision: answer.revision.clone(),
    }
}

/// `61,20–64,85`
fn span(low: f64, high: f64, scale: Scale, language: Language) -> String {
    format!(
        "{}–{}",
        score_number(low, scale, language),
        score_number(high, scale, language)
    )
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
        missing: None,
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

/// `2/13 tỉnh có điểm`
fn on_record(found: &RegionYear, language: Language) -> String {
    match language {
        Language::Vi => format!("{}/{} tỉnh có điểm", found.count, found.members),
        Language::En => format!("scores of {} of {} provinces", found.count, found.members),
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
                remark: found
                    .filter(|found| found.summary.is_none())
                    .map(|found| format!("{}/{}", found.count, found.members))
                    .unwrap_or_default(),
            }
        })
        .collect()
}

/// The year that is summed up: the newest in which every region is complete; else the newest for which a publisher printed
/// regional means; else the newest in which any region is complete; else the newest.
fn spread_year(answer: &RegionsAnswer) -> Option<Year> {
    let of_year = |year: Year| {
        answer
            .regions
            .iter()
            .filter_map(move |region| region.years.iter().find(|found| found.year == year))
    };
    let has_mean = |found: &RegionYear| found.published.is_some_and(|values| values.mean.is_some());
    let years = || answer.national.iter().rev().map(|found| found.year);
    years()
        .find(|year| of_year(*year).next().is_some() && of_year(*year).all(|found| found.summary.is_some()))
        .or_else(|| years().find(|year| of_year(*year).any(has_mean)))
        .or_else(|| years().find(|year| of_year(*year).any(|found| found.summary.is_some())))
        .or_else(|| years().next())
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

/// The medians of a year as they are shown, with the names of their regions, highest first: a distance told beside them is
/// the distance of what a reader sees.
fn medians(answer: &RegionsAnswer, year: Year, language: Language) -> Vec<(f64, &str)> {
    let mut medians: Vec<(f64, &str)> = answer
        .regions
        .iter()
        .filter_map(|region| {
            let found = region.years.iter().find(|found| found.year == year)?;
            let median = found.summary?.median;
            let shown = as_shown(median, answer.scale.decimals.of(median));
            Some((shown, language.pick(&region.name_vi, &region.name_en)))
        })
        .collect();
    medians.sort_by(|left, right| right.0.total_cmp(&left.0));
    medians
}

/// The first year of the run of fully comparable years up to `year` in which as many regions have a median, and how far
/// the medians lay apart then.
fn earlier_distance(answer: &RegionsAnswer, year: Year, language: Language) -> Option<(Year, f64)> {
    let regions = medians(answer, year, language).len();
    let mut first = year;
    for earlier in answer
        .national
        .iter()
        .rev()
        .map(|found| found.year)
        .filter(|other| *other < year)
    {
        if score_join(earlier, first, &answer.breaks) != Join::Solid
            || medians(answer, earlier, language).len() != regions
        {
            break;
        }
        first = earlier;
    }
    let values: Vec<f64> = medians(answer, first, language)
        .iter()
        .map(|(median, _)| *median)
        .collect();
    Some((first, distance(&values)?)).filter(|_| first < year)
}

fn text(frame: &SeriesView, answer: &RegionsAnswer, year: Option<Year>, language: Language) -> FigureText {
    let measure = measure_phrase(
        answer.index,
        (!answer.component.is_overall()).then(|| language.pick(&answer.component_name_vi, &answer.component_name_en)),
        answer.scale,
        language,
    );
    let finding = finding(answer, year, &measure, language);
    let years = match (frame.years.first(), frame.years.last()) {
        (Some(first), Some(last)) => year_span(*first, *last),
        _ => NO_FIGURE.to_owned(),
    };
    let mut notes = vec![
        language
            .pick(
                "Trung vị, trung bình và tứ phân vị của một vùng chỉ được tính khi mọi tỉnh của vùng có điểm trong năm đó; năm chưa đủ để trống và ghi số tỉnh có điểm.",
                "Median, mean and quartiles of a region exist only where every province of it has a score in that year; other years are blank, with the number on record.",
            )
            .to_owned(),
    ];
    if members_change(answer) {
        notes.push(
            language
                .pick(
                    "Số tỉnh của vùng có năm khác đi, vì địa giới thay đổi hoặc có tỉnh không được công bố.",
                    "In some years a region has other members, as borders change or a publisher withholds a province.",
                )
                .to_owned(),
        );
    }
    notes.extend(break_notes(frame));
    let is_drawn = answer
        .regions
        .iter()
        .any(|region| region.years.iter().any(|found| found.summary.is_some()));
    if is_drawn {
        notes.push(axis_note(language));
    }
    FigureText {
        kicker: format!(
            "{} · {} · {} · {years}",
            answer.index.short_name(),
            frame.subject.component_name,
            language.pick("trung vị theo vùng", "regional medians")
        ),
        alt: alternative_text(&[
            match language {
                Language::Vi => format!("đường trung vị {measure} của từng vùng, {years}"),
                Language::En => format!("line chart of the median {measure} of every region, {years}"),
            },
            finding.clone(),
            break_summary(frame),
        ]),
        finding,
        notes,
        source: frame.text.source.clone(),
    }
}

fn members_change(answer: &RegionsAnswer) -> bool {
    answer
        .regions
        .iter()
        .any(|region| region.years.windows(2).any(|pair| pair[0].members != pair[1].members))
}

fn finding(answer: &RegionsAnswer, year: Option<Year>, measure: &str, language: Language) -> String {
    let scale = answer.scale;
    let score = |value: f64| score_text(value, scale, language);
    let told = year.map(|year| (year, medians(answer, year, language)));
    let Some((year, medians)) = told.filter(|(_, medians)| !medians.is_empty()) else {
        return year
            .and_then(|year| published_finding(answer, year, measure, language))
            .unwrap_or_else(|| match language {
                Language::Vi => format!("Chưa vùng nào có đủ {measure} của mọi tỉnh để tính trung vị"),
                Language::En => format!("No region has the {measure} of all its provinces, so there are no medians"),
            });
    };
    let (highest, best) = medians[0];
    let (lowest, last) = medians[medians.len() - 1];
    if medians.len() == 1 {
        return capitalise(&match language {
            Language::Vi => format!("trung vị {measure} năm {year} của {best} là {}", score(highest)),
            Language::En => format!("the median {measure} of {year} in the {best} is {}", score(highest)),
        });
    }
    // A pilot of few provinces must not be read as the country.
    let n = answer
        .national
        .iter()
        .find(|entry| entry.year == year)
        .map_or(0, |entry| entry.members);
    let text = capitalise(&match language {
        Language::Vi => format!(
            "trung vị {measure} năm {year} (n = {n}): cao nhất là {best}, {}; thấp nhất là {last}, {}",
            score(highest),
            score(lowest)
        ),
        Language::En => format!(
            "median {measure} of {year} (n = {n}): highest in the {best}, {}; lowest in the {last}, {}",
            score(highest),
            score(lowest)
        ),
    });
    if let Some((first, before)) = earlier_distance(answer, year, language) {
        let decimals = scale.decimals.of(before).max(scale.decimals.of(highest - lowest));
        let before = format_score(before, decimals, language);
        // A distance has no sign.
        let now = format_difference_with_unit(highest - lowest, decimals, scale.unit, language);
        let now = now.trim_start_matches('+');
        return match language {
            Language::Vi => format!("{text}; cách nhau {now}, năm {first} là {before}"),
            Language::En => format!("{text}; {now} apart, {before} in {first}"),
        };
    }
    text
}

/// The highest and the lowest of the regional means a publisher printed, where no median can be told.
fn published_finding(answer: &RegionsAnswer, year: Year, measure: &str, language: Language) -> Option<String> {
    let mut means: Vec<(f64, &str)> = answer
        .regions
        .iter()
        .filter_map(|region| {
            let found = region.years.iter().find(|found| found.year == year)?;
            Some((found.published?.mean?, language.pick(&region.name_vi, &region.name_en)))
        })
        .collect();
    means.sort_by(|left, right| right.0.total_cmp(&left.0));
    let score = |value: f64| score_text(value, answer.scale, language);
    let (highest, best) = means.first()?;
    let (lowest, last) = means.last().filter(|_| means.len() > 1)?;
    let (highest, lowest) = (score(*highest), score(*lowest));
    let (known, all) = (means.len(), answer.regions.len());
    Some(match language {
        Language::Vi => format!(
            "Trung bình {measure} của vùng năm {year} đã công bố ({known}/{all} vùng): cao nhất là {best}, {highest}; thấp nhất là {last}, {lowest}"
        ),
        Language::En => format!(
            "Published regional means of the {measure} {year} ({known} of {all} regions): highest in the {best}, {highest}; lowest in the {last}, {lowest}"
        ),
    })
}
