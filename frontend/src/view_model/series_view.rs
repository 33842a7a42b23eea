//! Scores and ranks over the years: the line chart and the rank flow. Lines end at missing years and at breaks of method.

mod facts;
mod words;

pub(super) use self::{
    facts::score_join,
    words::{break_notes, break_summary},
};

use vithe_shared::{
    ComponentId, Language, ProvinceSlug, Year,
    api::{Series, SeriesAnswer, SeriesBreak, SeriesPoint},
    domain::{Availability, Comparability, IndexInfo, ObservationStatus, Scale, ScoreUnit},
    query::Show,
    sorting::sort_by_key,
};

use self::{
    facts::leaders,
    words::{Ranked, rank_text_of, score_text_of, source_of},
};
use super::{
    FigureText, ProvinceLabel, Subject,
    wording::{
        availability_text, comparability_note, component_name, marked, score_number, score_text,
        spread_text as spread_text_of,
    },
};
use crate::format::{NO_FIGURE, format_rank, rank_words};

/// A year of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPointView {
    /// The year.
    pub year: Year,
    /// The score.
    pub score: Option<f64>,
    /// The score as a number alone; a dash where none is on record.
    pub score_text: String,
    /// Whether the score is an estimate.
    pub is_estimate: bool,
    /// Why there is no score.
    pub missing: Option<&'static str>,
    /// The lowest and the highest score of the provinces behind an estimate.
    pub spread: Option<[f64; 2]>,
    /// The same as text.
    pub spread_text: Option<String>,
    /// The rank.
    pub rank: Option<u16>,
    /// How many units are ranked.
    pub rank_n: Option<u16>,
    /// `38/63`; a dash without rank.
    pub rank_text: String,
    /// What the point says as a sentence.
    pub sentence: String,
}

/// How two neighbouring points are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Join {
    /// Same definition: a solid line.
    Solid,
    /// Limited comparison or other weights: a dashed line.
    Dashed,
    /// Years missing in between, or not comparable: no line.
    Gap,
}

/// One unit over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesLine {
    /// The unit.
    pub label: ProvinceLabel,
    /// Its points, one per year on record, ascending.
    pub points: Vec<SeriesPointView>,
    /// How point i is joined with point i + 1: by score.
    pub score_joins: Vec<Join>,
    /// How point i is joined with point i + 1: by rank, solid wherever the years compare at all.
    pub rank_joins: Vec<Join>,
}

/// A pair of years that does not compare fully.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakView {
    /// The later year.
    pub year: Year,
    /// How far the pair compares.
    pub comparability: Comparability,
    /// `không so sánh được với 2020: …`.
    pub text: String,
    /// For a marker in a chart: `2021: cách tính mới`.
    pub marker: String,
}

/// The national median of a complete year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MedianPoint {
    /// The year.
    pub year: Year,
    /// The median; `None` where the table is not complete.
    pub median: Option<f64>,
    /// Units in the ranked set.
    pub n: u16,
    /// Whether it is one of back-casts.
    pub is_back_cast: bool,
}

/// One component over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesView {
    /// What it is about.
    pub subject: Subject,
    /// The component.
    pub component: ComponentId,
    /// The words around it.
    pub text: FigureText,
    /// What scores count.
    pub unit: ScoreUnit,
    /// The newest scale.
    pub scale: Scale,
    /// Every year from the first to the last with figures.
    pub years: Vec<Year>,
    /// Lines, those picked out first to last in the order asked for.
    pub lines: Vec<SeriesLine>,
    /// National medians by year.
    pub medians: Vec<MedianPoint>,
    /// How median i is joined with median i + 1.
    pub median_joins: Vec<Join>,
    /// Breaks of method within the years shown.
    pub breaks: Vec<BreakView>,
    /// The largest ranked set.
    pub largest_n: u16,
    /// Whether scores are told, or ranks.
    pub show: Show,
    /// Whether any of the years is a back-cast.
    pub is_back_cast: bool,
    /// Whether years on record are left out before the first or after the last of `years`.
    pub is_cut: bool,
}

/// Scores or ranks over the years of the units asked for; all of them are picked out.
pub fn series_view(answer: &SeriesAnswer, index: &IndexInfo, show: Show, language: Language) -> SeriesView {
    let all: Vec<ProvinceSlug> = answer.series.iter().map(|series| series.province.clone()).collect();
    let view = SeriesView {
        show,
        ..base_view(answer, index, &all, language)
    };
    let text = match show {
        Show::Score => score_text_of(&view, answer, index),
        Show::Rank => rank_text_of(&view, answer, index, Ranked::Chosen),
    };
    let text = if view.is_back_cast {
        text.back_cast(language)
    } else {
        text
    };
    SeriesView { text, ..view }
}

/// Ranks over the years of all units. Without `highlighted`, the five best of the newest year with ranks are picked out.
pub fn rank_flow_view(
    answer: &SeriesAnswer,
    index: &IndexInfo,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> SeriesView {
    let leaders = if highlighted.is_empty() {
        leaders(answer, 5)
    } else {
        highlighted.to_vec()
    };
    let view = SeriesView {
        show: Show::Rank,
        ..base_view(answer, index, &leaders, language)
    };
    let ranked = if highlighted.is_empty() {
        Ranked::All
    } else {
        Ranked::AllAndChosen
    };
    SeriesView {
        text: rank_text_of(&view, answer, index, ranked),
        ..view
    }
}

/// Years, breaks and national medians, with the lines that the answer has.
pub(super) fn base_view(
    answer: &SeriesAnswer,
    index: &IndexInfo,
    highlighted: &[ProvinceSlug],
    language: Language,
) -> SeriesView {
    let is_overall = answer.component.is_overall();
    let first = answer.years.first().map(|summary| summary.year);
    let last = answer.years.last().map(|summary| summary.year);
    let years: Vec<Year> = first
        .zip(last)
        .map_or_else(Vec::new, |(first, last)| (first.0..=last.0).map(Year).collect());
    let mut lines: Vec<SeriesLine> = answer
        .series
        .iter()
        .map(|series| line_view(series, answer, highlighted.contains(&series.province), language))
        .collect();
    // In the order asked for, so that colours follow it.
    sort_by_key(&mut lines, |line| {
        highlighted
            .iter()
            .position(|province| province == &line.label.province)
            .unwrap_or(usize::MAX)
    });
    let medians: Vec<MedianPoint> = answer
        .years
        .iter()
        .map(|summary| MedianPoint {
            year: summary.year,
            median: summary.summary.map(|summary| summary.median),
            n: summary.n,
            is_back_cast: index.is_back_cast(answer.borders, summary.year),
        })
        .collect();
    let median_joins = medians
        .windows(2)
        .map(|pair| {
            if pair[0].median.is_none() || pair[1].median.is_none() {
                Join::Gap
            } else {
                score_join(pair[0].year, pair[1].year, &answer.breaks)
            }
        })
        .collect();
    SeriesView {
        subject: Subject {
            language,
            index: answer.index,
            component_name: component_name(
                is_overall,
                language.pick(&answer.component_name_vi, &answer.component_name_en),
                language,
            ),
            is_overall,
            hues: index.hues.clone(),
        },
        component: answer.component.clone(),
        text: FigureText {
            source: source_of(answer, index, language),
            ..FigureText::default()
        },
        unit: answer.scale.unit,
        scale: answer.scale,
        breaks: answer
            .breaks
            .iter()
            .filter(|entry| {
                first.is_some_and(|first| entry.from_year >= first) && last.is_some_and(|last| entry.year <= last)
            })
            .map(|entry| break_view(entry, language))
            .collect(),
        largest_n: answer.years.iter().map(|summary| summary.n).max().unwrap_or_default(),
        show: Show::Score,
        is_back_cast: medians.iter().any(|point| point.is_back_cast),
        is_cut: index.component(&answer.component).is_some_and(|component| {
            component.years.first() < first.as_ref() || component.years.last() > last.as_ref()
        }),
        years,
        lines,
        medians,
        median_joins,
    }
}

fn break_view(entry: &SeriesBreak, language: Language) -> BreakView {
    let marker = match (entry.comparability, language) {
        (Comparability::Comparable, _) => entry.year.to_string(),
        (Comparability::Limited, Language::Vi) => format!("{}: đổi một phần", entry.year),
        (Comparability::Limited, Language::En) => format!("{}: partly new", entry.year),
        (Comparability::Reweighted, Language::Vi) => format!("{}: đổi trọng số", entry.year),
        (Comparability::Reweighted, Language::En) => format!("{}: new weights", entry.year),
        (Comparability::NotComparable, Language::Vi) => format!("{}: cách tính mới", entry.year),
        (Comparability::NotComparable, Language::En) => format!("{}: new method", entry.year),
    };
    BreakView {
        year: entry.year,
        comparability: entry.comparability,
        text: comparability_note(entry.comparability, entry.from_year, Some(&entry.reason), language)
            .map_or_else(String::new, |note| format!("{}: {note}", entry.year)),
        marker,
    }
}

fn line_view(series: &Series, answer: &SeriesAnswer, highlighted: bool, language: Language) -> SeriesLine {
    let name = language.pick(&series.name_vi, &series.name_en).to_owned();
    let points: Vec<SeriesPointView> = series
        .points
        .iter()
        .map(|point| point_view(point, &name, answer, language))
        .collect();
    let join = |by_score: bool| -> Vec<Join> {
        points
            .windows(2)
            .map(|pair| {
                let present = |point: &SeriesPointView| {
                    if by_score {
                        point.score.is_some()
                    } else {
                        point.rank.is_some()
                    }
                };
                if !present(&pair[0]) || !present(&pair[1]) || pair[1].year.0 != pair[0].year.0 + 1 {
                    Join::Gap
                } else {
                    match score_join(pair[0].year, pair[1].year, &answer.breaks) {
                        // A rank is relative within its year: what compares in part is told by the marker alone.
                        Join::Dashed if !by_score => Join::Solid,
                        join => join,
                    }
                }
            })
            .collect()
    };
    SeriesLine {
        score_joins: join(true),
        rank_joins: join(false),
        points,
        label: ProvinceLabel {
            province: series.province.clone(),
            name,
            region: series.region.clone(),
            highlighted,
        },
    }
}

fn point_view(point: &SeriesPoint, name: &str, answer: &SeriesAnswer, language: Language) -> SeriesPointView {
    let missing = if point.score.is_some() {
        None
    } else {
        availability_text(point.availability, language)
    };
    let mut facts = Vec::new();
    let is_estimate = point.status == Some(ObservationStatus::Estimated);
    let mark = |score: String| marked(score, is_estimate);
    let spread = point.spread.as_ref();
    let spread_text = spread.and_then(|spread| spread_text_of(spread, answer.scale, language));
    facts.extend(point.score.map(|score| mark(score_text(score, answer.scale, language))));
    facts.extend(spread_text.as_ref().map(|spread| match language {
        Language::Vi => format!("các tỉnh hợp thành {spread}"),
        Language::En => format!("merged provinces {spread}"),
    }));
    facts.extend(
        missing
            .filter(|_| point.availability != Availability::OnRecord)
            .map(str::to_owned),
    );
    facts.extend(
        point
            .rank
            .zip(point.rank_n)
            .map(|(rank, n)| rank_words(rank, n, language)),
    );
    SeriesPointView {
        year: point.year,
        score: point.score,
        score_text: point.score.map_or_else(
            || NO_FIGURE.to_owned(),
            |score| mark(score_number(score, answer.scale, language)),
        ),
        is_estimate,
        spread: spread.and_then(|spread| Some([spread.min?, spread.max?])),
        spread_text,
        missing,
        rank: point.rank,
        rank_n: point.rank_n,
        rank_text: point
            .rank
            .zip(point.rank_n)
            .map_or_else(|| NO_FIGURE.to_owned(), |(rank, n)| format_rank(rank, n)),
        sentence: format!("{name}, {}: {}", point.year, facts.join(", ")),
    }
}
