//! Scores and ranks over the years: the line chart and the rank flow. Lines end at missing years and at breaks of method.

use vithe_shared::{
    ComponentId, Language, ProvinceSlug, Year,
    api::{Series, SeriesAnswer, SeriesBreak, SeriesPoint},
    domain::{Availability, Comparability, IndexInfo, Scale, ScoreUnit},
};

use super::{
    FigureText, ProvinceLabel, Subject,
    wording::{
        alternative_text, availability_text, axis_note, comparability_note, component_name, measure_phrase,
        score_number, score_text, source_line, year_span,
    },
};
use crate::format::{NO_FIGURE, Tone, capitalise, format_rank, join_names, rank_words};

/// A year of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPointView {
    /// The year.
    pub year: Year,
    /// The score.
    pub score: Option<f64>,
    /// The score as a number alone; a dash where none is on record.
    pub score_text: String,
    /// Why there is no score.
    pub missing: Option<&'static str>,
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
    /// How point i is joined with point i + 1: by rank, which only missing years interrupt.
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
}

/// Scores over the years of the units asked for; all of them are picked out.
pub fn series_view(answer: &SeriesAnswer, index: &IndexInfo, language: Language) -> SeriesView {
    let all: Vec<ProvinceSlug> = answer.series.iter().map(|series| series.province.clone()).collect();
    let mut view = base_view(answer, index, &all, language);
    view.text = score_text_of(&view, answer, index);
    view
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
    let mut view = base_view(answer, index, &leaders, language);
    view.text = rank_text_of(&view, answer, index, !highlighted.is_empty());
    view
}

/// The units with the best ranks in the newest year in which most of the units that ever have a rank have one.
fn leaders(answer: &SeriesAnswer, count: usize) -> Vec<ProvinceSlug> {
    let Some(newest) = newest_ranked_year(answer) else {
        return Vec::new();
    };
    let mut ranked: Vec<(u16, &ProvinceSlug)> = answer
        .series
        .iter()
        .filter_map(|series| {
            Some((
                series.points.iter().find(|point| point.year == newest)?.rank?,
                &series.province,
            ))
        })
        .collect();
    ranked.sort();
    ranked
        .into_iter()
        .take(count)
        .map(|(_, province)| province.clone())
        .collect()
}

fn newest_ranked_year(answer: &SeriesAnswer) -> Option<Year> {
    let ranks_in = |year: Year| {
        answer
            .series
            .iter()
            .filter(|series| {
                series
                    .points
                    .iter()
                    .any(|point| point.year == year && point.rank.is_some())
            })
            .count()
    };
    let most = answer
        .years
        .iter()
        .map(|summary| ranks_in(summary.year))
        .max()
        .filter(|most| *most > 0)?;
    answer
        .years
        .iter()
        .rev()
        .map(|summary| summary.year)
        .find(|year| ranks_in(*year) * 2 > most)
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
    lines.sort_by_key(|line| {
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
        years,
        lines,
        medians,
        median_joins,
    }
}

fn source_of(answer: &SeriesAnswer, index: &IndexInfo, language: Language) -> String {
    let years = match (answer.years.first(), answer.years.last()) {
        (Some(first), Some(last)) => year_span(first.year, last.year),
        _ => String::new(),
    };
    source_line(index, &years, None, None, language)
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
                } else if by_score {
                    score_join(pair[0].year, pair[1].year, &answer.breaks)
                } else {
                    Join::Solid
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

/// How the scores of two years on record are joined.
pub(super) fn score_join(from: Year, to: Year, breaks: &[SeriesBreak]) -> Join {
    if to.0 != from.0 + 1 {
        return Join::Gap;
    }
    let worst = breaks
        .iter()
        .filter(|entry| from < entry.year && entry.year <= to)
        .map(|entry| entry.comparability)
        .max()
        .unwrap_or(Comparability::Comparable);
    match worst {
        Comparability::Comparable => Join::Solid,
        Comparability::Limited | Comparability::Reweighted => Join::Dashed,
        Comparability::NotComparable => Join::Gap,
    }
}

fn point_view(point: &SeriesPoint, name: &str, answer: &SeriesAnswer, language: Language) -> SeriesPointView {
    let missing = if point.score.is_some() {
        None
    } else {
        availability_text(point.availability, language)
    };
    let mut facts = Vec::new();
    facts.extend(point.score.map(|score| score_text(score, answer.scale, language)));
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
            |score| score_number(score, answer.scale, language),
        ),
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

fn kicker(view: &SeriesView, answer: &SeriesAnswer) -> String {
    let years = match (view.years.first(), view.years.last()) {
        (Some(first), Some(last)) => year_span(*first, *last),
        _ => NO_FIGURE.to_owned(),
    };
    format!(
        "{} · {} · {years}",
        answer.index.short_name(),
        view.subject.component_name
    )
}

/// What the breaks are, a sentence each.
pub(super) fn break_notes(view: &SeriesView) -> Vec<String> {
    view.breaks
        .iter()
        .map(|entry| format!("{}.", entry.text))
        .filter(|text| text.len() > 1)
        .collect()
}

fn score_text_of(view: &SeriesView, answer: &SeriesAnswer, index: &IndexInfo) -> FigureText {
    let language = view.subject.language;
    let measure = measure_phrase(
        answer.index,
        (!view.subject.is_overall).then(|| language.pick(&answer.component_name_vi, &answer.component_name_en)),
        answer.scale,
        language,
    );
    let finding = score_finding(view, &measure);
    let names: Vec<&str> = view.lines.iter().map(|line| line.label.name.as_str()).collect();
    let mut notes = break_notes(view);
    notes.push(axis_note(language));
    FigureText {
        kicker: kicker(view, answer),
        alt: alternative_text(&[
            match language {
                Language::Vi => format!("đường {measure} qua các năm của {}", join_names(&names, language)),
                Language::En => format!(
                    "line chart of the {measure} over the years for {}",
                    join_names(&names, language)
                ),
            },
            finding.clone(),
            break_summary(view),
        ]),
        finding,
        notes,
        source: source_of(answer, index, language),
    }
}

/// `Đường ngắt ở 2009, 2013`.
pub(super) fn break_summary(view: &SeriesView) -> String {
    let years: Vec<String> = view
        .breaks
        .iter()
        .filter(|entry| entry.comparability == Comparability::NotComparable)
        .map(|entry| entry.year.to_string())
        .collect();
    match (years.is_empty(), view.subject.language) {
        (true, _) => String::new(),
        (false, Language::Vi) => format!("đường ngắt ở {} vì đổi cách tính", years.join(", ")),
        (false, Language::En) => format!("the lines break in {} where the method changed", years.join(", ")),
    }
}

/// The points of a line from the last one back, as long as all neighbours compare fully.
fn latest_run(line: &SeriesLine) -> Option<(&SeriesPointView, &SeriesPointView)> {
    let last = line.points.iter().rposition(|point| point.score.is_some())?;
    let mut first = last;
    while first > 0 && line.score_joins[first - 1] == Join::Solid {
        first -= 1;
    }
    Some((&line.points[first], &line.points[last]))
}

fn score_finding(view: &SeriesView, measure: &str) -> String {
    let language = view.subject.language;
    let text = |score: f64| score_text(score, view.scale, language);
    if let [line] = view.lines.as_slice() {
        let name = &line.label.name;
        let Some((first, last)) = latest_run(line) else {
            return match language {
                Language::Vi => format!("Chưa có {measure} nào của {name}"),
                Language::En => format!("No {measure} of {name} is on record"),
            };
        };
        let rank = last
            .rank
            .zip(last.rank_n)
            .map_or_else(String::new, |(rank, n)| format!(", {}", rank_words(rank, n, language)));
        return match (first.score, last.score) {
            (Some(from), Some(to)) if first.year != last.year => {
                let tone = Tone::of(to - from);
                let from = score_number(from, view.scale, language);
                let to = text(to);
                let (first, last) = (first.year, last.year);
                match (tone, language) {
                    (Tone::Up, Language::Vi) => {
                        format!("{name}: {measure} tăng từ {from} năm {first} lên {to} năm {last}{rank}")
                    }
                    (Tone::Down, Language::Vi) => {
                        format!("{name}: {measure} giảm từ {from} năm {first} xuống {to} năm {last}{rank}")
                    }
                    (Tone::Same, Language::Vi) => format!("{name}: {measure} năm {last} bằng năm {first}, {to}{rank}"),
                    (Tone::Up, Language::En) => {
                        format!("{name}: the {measure} rose from {from} in {first} to {to} in {last}{rank}")
                    }
                    (Tone::Down, Language::En) => {
                        format!("{name}: the {measure} fell from {from} in {first} to {to} in {last}{rank}")
                    }
                    (Tone::Same, Language::En) => {
                        format!("{name}: the {measure} of {last} equals that of {first}, {to}{rank}")
                    }
                }
            }
            (_, Some(to)) => match language {
                Language::Vi => format!("{name}: {measure} năm {} là {}{rank}", last.year, text(to)),
                Language::En => format!("{name}: the {measure} of {} is {}{rank}", last.year, text(to)),
            },
            _ => String::new(),
        };
    }
    // The newest year in which all have a score, best first.
    let shared = view.years.iter().rev().find_map(|year| {
        let mut scores: Vec<(f64, &str)> = view
            .lines
            .iter()
            .map(|line| {
                let point = line.points.iter().find(|point| point.year == *year)?;
                Some((point.score?, line.label.name.as_str()))
            })
            .collect::<Option<_>>()?;
        scores.sort_by(|left, right| right.0.total_cmp(&left.0));
        (!scores.is_empty()).then_some((*year, scores))
    });
    match (shared, language) {
        (None, Language::Vi) => format!("Không năm nào đủ {measure} của tất cả các tỉnh được chọn"),
        (None, Language::En) => format!("In no year is the {measure} of all chosen provinces on record"),
        (Some((year, scores)), _) => {
            let parts: Vec<String> = scores
                .iter()
                .map(|(score, name)| format!("{name} {}", text(*score)))
                .collect();
            match language {
                Language::Vi => format!("{} năm {year}: {}", capitalise(measure), parts.join("; ")),
                Language::En => format!("{} in {year}: {}", capitalise(measure), parts.join("; ")),
            }
        }
    }
}

fn rank_text_of(view: &SeriesView, answer: &SeriesAnswer, index: &IndexInfo, chosen: bool) -> FigureText {
    let language = view.subject.language;
    let finding = rank_finding(view, answer, chosen);
    let mut notes = vec![
        language
            .pick(
                "Hạng 1 ở trên cùng. Thứ hạng chỉ có nghĩa trong năm của nó; năm không có hạng để trống.",
                "Rank 1 is at the top. A rank has meaning within its own year; years without ranks are left blank.",
            )
            .to_owned(),
    ];
    notes.extend(break_notes(view));
    FigureText {
        kicker: kicker(view, answer),
        alt: alternative_text(&[
            match language {
                Language::Vi => {
                    format!(
                        "thứ hạng {} ({}) qua các năm",
                        answer.index.short_name(),
                        view.subject.component_name
                    )
                }
                Language::En => format!(
                    "ranks in {} ({}) over the years",
                    answer.index.short_name(),
                    view.subject.component_name
                ),
            },
            finding.clone(),
            break_summary(view),
        ]),
        finding,
        notes,
        source: source_of(answer, index, language),
    }
}

fn rank_finding(view: &SeriesView, answer: &SeriesAnswer, chosen: bool) -> String {
    let language = view.subject.language;
    let what = if view.subject.is_overall {
        answer.index.short_name().to_owned()
    } else {
        format!("{} ({})", view.subject.component_name, answer.index.short_name())
    };
    let highlighted: Vec<&SeriesLine> = view.lines.iter().filter(|line| line.label.highlighted).collect();
    if let (true, [line]) = (chosen, highlighted.as_slice()) {
        let ranked: Vec<&SeriesPointView> = line.points.iter().filter(|point| point.rank.is_some()).collect();
        let (Some(last), Some(best)) = (ranked.last(), ranked.iter().min_by_key(|point| point.rank)) else {
            return match language {
                Language::Vi => format!("Chưa có hạng {what} nào của {}", line.label.name),
                Language::En => format!("No rank of {} in {what} is on record", line.label.name),
            };
        };
        return match language {
            Language::Vi => format!(
                "{}: hạng {} {what} năm {}; cao nhất là hạng {} năm {}",
                line.label.name, last.rank_text, last.year, best.rank_text, best.year
            ),
            Language::En => format!(
                "{}: ranked {} in {what} {}; its best was {} in {}",
                line.label.name, last.rank_text, last.year, best.rank_text, best.year
            ),
        };
    }
    let Some(newest) = newest_ranked_year(answer) else {
        return match language {
            Language::Vi => format!("Chưa có hạng {what} nào"),
            Language::En => format!("No rank in {what} is on record"),
        };
    };
    if chosen {
        let parts: Vec<String> = highlighted
            .iter()
            .filter_map(|line| {
                let point = line.points.iter().rev().find(|point| point.rank.is_some())?;
                Some(format!("{} {} ({})", line.label.name, point.rank_text, point.year))
            })
            .collect();
        return match language {
            Language::Vi => format!("Hạng {what} gần nhất: {}", parts.join("; ")),
            Language::En => format!("Latest ranks in {what}: {}", parts.join("; ")),
        };
    }
    let first_place = |line: &&SeriesLine, year: Year| {
        line.points
            .iter()
            .any(|point| point.year == year && point.rank == Some(1))
    };
    let Some(leader) = view.lines.iter().find(|line| first_place(line, newest)) else {
        return match language {
            Language::Vi => format!("Các hạng {what} đã công bố, đến năm {newest}"),
            Language::En => format!("Published ranks in {what} up to {newest}"),
        };
    };
    let (mut since, mut until) = (newest, newest);
    while since.0 > 0 && first_place(&leader, Year(since.0 - 1)) {
        since = Year(since.0 - 1);
    }
    // Later years may have a first place on record though few other ranks are.
    while first_place(&leader, Year(until.0 + 1)) {
        until = Year(until.0 + 1);
    }
    let years = until.0 - since.0 + 1;
    match (years, language) {
        (1, Language::Vi) => format!("{} đứng đầu {what} năm {until}", leader.label.name),
        (1, Language::En) => format!("{} came first in {what} {until}", leader.label.name),
        (_, Language::Vi) => format!(
            "{} đứng đầu {what} {years} năm liền, {since}–{until}",
            leader.label.name
        ),
        (_, Language::En) => format!(
            "{} came first in {what} {years} years running, {since}–{until}",
            leader.label.name
        ),
    }
}
