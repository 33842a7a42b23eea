//! What is chosen and counted, without a word.

use vithe_shared::{
    ProvinceSlug, Year,
    api::{SeriesAnswer, SeriesBreak},
    domain::Comparability,
    sorting::sort_by,
};

use super::{Join, SeriesLine, SeriesPointView, SeriesView};

/// The units with the best ranks in the newest year in which most of the units that ever have a rank have one.
pub(super) fn leaders(answer: &SeriesAnswer, count: usize) -> Vec<ProvinceSlug> {
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
    sort_by(&mut ranked, Ord::cmp);
    ranked
        .into_iter()
        .take(count)
        .map(|(_, province)| province.clone())
        .collect()
}

pub(super) fn newest_ranked_year(answer: &SeriesAnswer) -> Option<Year> {
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

/// How the scores of two years on record are joined.
pub(in crate::view_model) fn score_join(from: Year, to: Year, breaks: &[SeriesBreak]) -> Join {
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

/// The points of a line from the last one back, as long as all neighbours compare fully.
pub(super) fn latest_run(line: &SeriesLine) -> Option<(&SeriesPointView, &SeriesPointView)> {
    let last = line.points.iter().rposition(|point| point.score.is_some())?;
    let mut first = last;
    while first > 0 && line.score_joins[first - 1] == Join::Solid {
        first -= 1;
    }
    Some((&line.points[first], &line.points[last]))
}

/// A score, with its point and its line.
pub(super) type ScoreOfLine<'a> = (f64, &'a SeriesPointView, &'a SeriesLine);

/// The newest year in which all lines have a score, best first.
pub(super) fn newest_shared_scores(view: &SeriesView) -> Option<(Year, Vec<ScoreOfLine<'_>>)> {
    view.years.iter().rev().find_map(|year| {
        let mut scores: Vec<ScoreOfLine<'_>> = view
            .lines
            .iter()
            .map(|line| {
                let point = line.points.iter().find(|point| point.year == *year)?;
                Some((point.score?, point, line))
            })
            .collect::<Option<_>>()?;
        sort_by(&mut scores, |left, right| right.0.total_cmp(&left.0));
        (!scores.is_empty()).then_some((*year, scores))
    })
}

/// The newest and the best rank of a line; `None` where it has none.
pub(super) fn newest_and_best_rank(line: &SeriesLine) -> Option<(&SeriesPointView, &SeriesPointView)> {
    let ranked = || line.points.iter().filter(|point| point.rank.is_some());
    Some((ranked().next_back()?, ranked().min_by_key(|point| point.rank)?))
}

/// Who came first in a year, and the first and the last year of the unbroken run around it.
pub(super) fn leader_around(view: &SeriesView, year: Year) -> Option<(&SeriesLine, Year, Year)> {
    let came_first = |line: &SeriesLine, year: Year| {
        line.points
            .iter()
            .any(|point| point.year == year && point.rank == Some(1))
    };
    let leader = view.lines.iter().find(|line| came_first(line, year))?;
    let (mut since, mut until) = (year, year);
    while since.0 > 0 && came_first(leader, Year(since.0 - 1)) {
        since = Year(since.0 - 1);
    }
    // Later years may have a first place on record though few other ranks are.
    while came_first(leader, Year(until.0 + 1)) {
        until = Year(until.0 + 1);
    }
    Some((leader, since, until))
}

/// The smallest and the largest number of units that the ranks of the lines are among; `None` without ranks.
pub(super) fn ranked_among(view: &SeriesView) -> Option<(u16, u16)> {
    let sizes = || {
        let points = view.lines.iter().flat_map(|line| &line.points);
        points.filter_map(|point| point.rank.and(point.rank_n))
    };
    Some((sizes().min()?, sizes().max()?))
}

/// The years with which a new method begins that does not compare with the one before.
pub(super) fn years_of_breaks(view: &SeriesView) -> Vec<Year> {
    view.breaks
        .iter()
        .filter(|entry| entry.comparability == Comparability::NotComparable)
        .map(|entry| entry.year)
        .collect()
}
