//! The sentences, in both languages side by side.

use vithe_shared::{Language, api::SeriesAnswer, domain::IndexInfo, query::Show};

use super::{
    SeriesLine, SeriesPointView, SeriesView,
    facts::{
        latest_run, leader_around, newest_and_best_rank, newest_ranked_year, newest_shared_scores, ranked_among,
        years_of_breaks,
    },
};
use crate::{
    format::{NO_FIGURE, Tone, capitalise, join_names, rank_words},
    text::common,
    view_model::{
        FigureText,
        wording::{alternative_text, axis_note, marked, measure_phrase, score_text, source_line, year_span},
    },
};

pub(super) fn source_of(answer: &SeriesAnswer, index: &IndexInfo, language: Language) -> String {
    let years = match (answer.years.first(), answer.years.last()) {
        (Some(first), Some(last)) => year_span(first.year, last.year),
        _ => String::new(),
    };
    source_line(index, &years, None, None, language)
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

/// The kicker of ranks: it says among how many they are.
fn rank_kicker(view: &SeriesView, answer: &SeriesAnswer) -> String {
    let kicker = kicker(view, answer);
    let Some((least, most)) = ranked_among(view) else {
        return kicker;
    };
    let n = if least == most {
        most.to_string()
    } else {
        format!("{least}–{most}")
    };
    match view.subject.language {
        Language::Vi => format!("{kicker} · hạng trong {n} tỉnh"),
        Language::En => format!("{kicker} · ranks among {n} provinces"),
    }
}

/// ` trong 2015–2020` where years on record are left out: what is true of these years need not be of others.
fn within(view: &SeriesView) -> String {
    let (Some(first), Some(last), true) = (view.years.first(), view.years.last(), view.is_cut) else {
        return String::new();
    };
    let years = year_span(*first, *last);
    match view.subject.language {
        Language::Vi => format!(" trong {years}"),
        Language::En => format!(" in {years}"),
    }
}

/// What the breaks are, a sentence each.
pub(in crate::view_model) fn break_notes(view: &SeriesView) -> Vec<String> {
    view.breaks
        .iter()
        .map(|entry| format!("{}.", entry.text))
        .filter(|text| text.len() > 1)
        .collect()
}

pub(super) fn score_text_of(view: &SeriesView, answer: &SeriesAnswer, index: &IndexInfo) -> FigureText {
    let language = view.subject.language;
    let measure = measure_phrase(
        answer.index,
        (!view.subject.is_overall).then(|| language.pick(&answer.component_name_vi, &answer.component_name_en)),
        answer.scale,
        language,
    );
    let finding = score_finding(view, &measure);
    let names: Vec<&str> = view.lines.iter().map(|line| line.label.name.as_str()).collect();
    let mut notes: Vec<String> = missing_note(view).into_iter().collect();
    notes.extend(break_notes(view));
    notes.push(axis_note(language));
    let mut points = view.lines.iter().flat_map(|line| &line.points);
    // Back-casts have a note of their own.
    if !view.is_back_cast && points.any(|point| point.is_estimate) {
        notes.push(common::MARKED_ESTIMATES.get(language).to_owned());
    }
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
pub(in crate::view_model) fn break_summary(view: &SeriesView) -> String {
    let years: Vec<String> = years_of_breaks(view).iter().map(ToString::to_string).collect();
    match (years.is_empty(), view.subject.language) {
        (true, _) => String::new(),
        (false, Language::Vi) => format!("đường ngắt ở {} vì đổi cách tính", years.join(", ")),
        (false, Language::En) => format!("the lines break in {} where the method changed", years.join(", ")),
    }
}

/// Who is picked out and has nothing to be drawn in these years: a line that is missing is said, not left to be noticed.
fn missing_note(view: &SeriesView) -> Option<String> {
    let missing: Vec<&str> = view
        .lines
        .iter()
        .filter(|line| line.label.highlighted)
        .filter(|line| {
            line.points.iter().all(|point| match view.show {
                Show::Score => point.score.is_none(),
                Show::Rank => point.rank.is_none(),
            })
        })
        .map(|line| line.label.name.as_str())
        .collect();
    if missing.is_empty() {
        return None;
    }
    let language = view.subject.language;
    let names = join_names(&missing, language);
    Some(match (view.show, language) {
        (Show::Score, Language::Vi) => format!("Chưa có điểm của {names} trong các năm này."),
        (Show::Rank, Language::Vi) => format!("Chưa có hạng của {names} trong các năm này."),
        (Show::Score, Language::En) => format!("No score of {names} is on record in these years."),
        (Show::Rank, Language::En) => format!("No rank of {names} is on record in these years."),
    })
}

fn score_finding(view: &SeriesView, measure: &str) -> String {
    let language = view.subject.language;
    let text = |score: f64, point: &SeriesPointView| marked(score_text(score, view.scale, language), point.is_estimate);
    let within = within(view);
    if let [line] = view.lines.as_slice() {
        let name = &line.label.name;
        let Some((first, last)) = latest_run(line) else {
            return match language {
                Language::Vi => format!("Chưa có {measure} nào của {name}{within}"),
                Language::En => format!("No {measure} of {name} is on record{within}"),
            };
        };
        let rank = last
            .rank
            .zip(last.rank_n)
            .map_or_else(String::new, |(rank, n)| format!(", {}", rank_words(rank, n, language)));
        return match (first.score, last.score) {
            (Some(from), Some(to)) if first.year != last.year => {
                let tone = Tone::of(to - from);
                let from = first.score_text.clone();
                let to = text(to, last);
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
                Language::Vi => format!("{name}: {measure} năm {} là {}{rank}", last.year, text(to, last)),
                Language::En => format!("{name}: the {measure} of {} is {}{rank}", last.year, text(to, last)),
            },
            _ => String::new(),
        };
    }
    match (newest_shared_scores(view), language) {
        (None, Language::Vi) => format!("Không năm nào{within} đủ {measure} của tất cả các tỉnh được chọn"),
        (None, Language::En) => format!("In no year is the {measure} of all chosen provinces on record{within}"),
        (Some((year, scores)), _) => {
            let parts: Vec<String> = scores
                .iter()
                .map(|(score, point, line)| format!("{} {}", line.label.name, text(*score, point)))
                .collect();
            match language {
                Language::Vi => format!("{} năm {year}: {}", capitalise(measure), parts.join("; ")),
                Language::En => format!("{} in {year}: {}", capitalise(measure), parts.join("; ")),
            }
        }
    }
}

/// Whose ranks are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ranked {
    /// Those of all units; who leads is told.
    All,
    /// Those of all units, some of which the reader picked out.
    AllAndChosen,
    /// Those of the units that the reader chose, and no others.
    Chosen,
}

pub(super) fn rank_text_of(view: &SeriesView, answer: &SeriesAnswer, index: &IndexInfo, ranked: Ranked) -> FigureText {
    let language = view.subject.language;
    let finding = rank_finding(view, answer, ranked != Ranked::All);
    let whose = if ranked == Ranked::Chosen {
        let names: Vec<&str> = view.lines.iter().map(|line| line.label.name.as_str()).collect();
        let names = join_names(&names, language);
        match language {
            Language::Vi => format!(" của {names}"),
            Language::En => format!(" for {names}"),
        }
    } else {
        String::new()
    };
    let mut notes = vec![
        language
            .pick(
                "Hạng 1 ở trên cùng. Thứ hạng chỉ có nghĩa trong năm của nó; năm không có hạng để trống.",
                "Rank 1 is at the top. A rank has meaning within its own year; years without ranks are left blank.",
            )
            .to_owned(),
    ];
    notes.extend(missing_note(view));
    notes.extend(break_notes(view));
    FigureText {
        kicker: rank_kicker(view, answer),
        alt: alternative_text(&[
            match language {
                Language::Vi => {
                    format!(
                        "thứ hạng {} ({}) qua các năm{whose}",
                        answer.index.short_name(),
                        view.subject.component_name
                    )
                }
                Language::En => format!(
                    "ranks in {} ({}) over the years{whose}",
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
    let within = within(view);
    let highlighted: Vec<&SeriesLine> = view.lines.iter().filter(|line| line.label.highlighted).collect();
    if let (true, [line]) = (chosen, highlighted.as_slice()) {
        let Some((last, best)) = newest_and_best_rank(line) else {
            return match language {
                Language::Vi => format!("Chưa có hạng {what} nào của {}{within}", line.label.name),
                Language::En => format!("No rank of {} in {what} is on record{within}", line.label.name),
            };
        };
        return match language {
            Language::Vi => format!(
                "{}: hạng {} {what} năm {}; cao nhất{within} là hạng {} năm {}",
                line.label.name, last.rank_text, last.year, best.rank_text, best.year
            ),
            Language::En => format!(
                "{}: ranked {} in {what} {}; its best{within} was {} in {}",
                line.label.name, last.rank_text, last.year, best.rank_text, best.year
            ),
        };
    }
    let Some(newest) = newest_ranked_year(answer) else {
        return match language {
            Language::Vi => format!("Chưa có hạng {what} nào{within}"),
            Language::En => format!("No rank in {what} is on record{within}"),
        };
    };
    if chosen {
        let parts: Vec<String> = highlighted
            .iter()
            .filter_map(|line| {
                let (point, _) = newest_and_best_rank(line)?;
                Some(format!("{} {} ({})", line.label.name, point.rank_text, point.year))
            })
            .collect();
        return match language {
            Language::Vi => format!("Hạng {what} gần nhất{within}: {}", parts.join("; ")),
            Language::En => format!("Latest ranks in {what}{within}: {}", parts.join("; ")),
        };
    }
    let Some((leader, since, until)) = leader_around(view, newest) else {
        return match language {
            Language::Vi => format!("Các hạng {what} đã công bố, đến năm {newest}"),
            Language::En => format!("Published ranks in {what} up to {newest}"),
        };
    };
    let years = until.0 - since.0 + 1;
    match (years, language) {
        (1, Language::Vi) => format!("{} đứng đầu {what} năm {until}", leader.label.name),
        (1, Language::En) => format!("{} came first in {what} {until}", leader.label.name),
        // A run may have begun before the years shown, or gone on after them.
        (_, Language::Vi) if view.is_cut => format!("{} đứng đầu {what} các năm {since}–{until}", leader.label.name),
        (_, Language::En) if view.is_cut => {
            format!("{} came first in {what} from {since} to {until}", leader.label.name)
        }
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
