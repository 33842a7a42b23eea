//! What is chosen and counted, without a word.

use vithe_shared::{
    ProvinceSlug, Year,
    api::{SeriesAnswer, SeriesBreak},
    domain::Comparability,
};

use super::{Join, SeriesLine, SeriesPointView};

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
    ranked.sort();
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
