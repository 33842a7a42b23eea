//! Changes of a score and of a rank between two years.

use super::{
    super::{
        claim::Claim,
        explanation::{Explanation, UnitFault},
    },
    Closeness, Judgement, closeness, from_year, half_unit, level, nearest,
    record::{Level, Subjects},
    told::Told,
};
use crate::{
    IndexId, Year,
    analytics::rounding::round_to,
    api::check::{ClaimUnit, Direction, Verdict},
    domain::{Comparability, Reason, ScoreUnit},
};

/// A change of the score.
pub(super) fn score(subjects: &Subjects<'_>, claim: &Claim, told: &Told) -> Judgement {
    let from_year = from_year(claim);
    let levels = subjects
        .level(from_year)
        .and_then(|from| Ok((from, subjects.level(claim.year)?)));
    let (from, to) = match levels {
        Ok(levels) => levels,
        Err(gap) => return Judgement::cannot(Explanation::Gap(gap)),
    };
    let change = to.exact - from.exact;
    let shown = round_to(change, 4);
    let comparability = Some(compare(subjects, from_year, claim.year));
    let (verdict, explanation) = match (claim.value, claim.direction) {
        (Some(value), _) => judge(subjects, claim, told, value, &from, &to),
        (None, Some(direction)) => {
            let went = match direction {
                Direction::Up => change > 0.0,
                Direction::Down => change < 0.0,
            };
            match (went, from.from_article && to.from_article) {
                (true, true) => (Verdict::OnlySource, Some(Explanation::OnlySource { worked_out: true })),
                (true, false) => (Verdict::Agrees, None),
                (false, _) => (Verdict::Differs, Some(Explanation::WentOtherWay { change: shown })),
            }
        }
        (None, None) => (Verdict::CannotCheck, Some(Explanation::Judgement)),
    };
    Judgement {
        from: Some(from.shown),
        to: Some(to.shown),
        source: to.source,
        comparability,
        explanation,
        ..Judgement::new(verdict, shown)
    }
}

fn judge(
    subjects: &Subjects<'_>,
    claim: &Claim,
    told: &Told,
    value: f64,
    from: &Level,
    to: &Level,
) -> (Verdict, Option<Explanation>) {
    let change = to.exact - from.exact;
    let margin = from.margin + to.margin;
    let unit = subjects.line(claim.year).map(|(table, _)| table.scale.unit);
    let close = closeness(value, claim.decimals, change, margin);
    let relative = if from.exact == 0.0 {
        0.0
    } else {
        100.0 * change / from.exact
    };
    let says_percent = claim.unit == ClaimUnit::Percent;
    if close == Closeness::Other {
        // 0,35 of the Ministry's ten points are 3.5 percentage points.
        let tenfold = closeness(
            round_to(value * 10.0, 6),
            claim.decimals.saturating_sub(1),
            change,
            margin,
        );
        if unit == Ok(ScoreUnit::Percent) && claim.unit == ClaimUnit::Points && tenfold != Closeness::Other {
            return if from.from_article || to.from_article {
                (Verdict::OnlySource, Some(only_source(subjects, claim, told, from, to)))
            } else {
                (
                    Verdict::Agrees,
                    Some(Explanation::TenPoints {
                        percent: round_to(change, 4),
                    }),
                )
            };
        }
        let is_relative = closeness(value, claim.decimals, relative, 0.0) != Closeness::Other;
        if is_relative {
            let explanation = Some(Explanation::Relative {
                relative: round_to(relative, 2),
                change: round_to(change, 4),
            });
            let verdict = if says_percent {
                Verdict::Agrees
            } else {
                Verdict::Differs
            };
            return (verdict, explanation);
        }
        return (Verdict::Differs, nearest::score_change(subjects, claim, value, change));
    }
    let fault = match (unit, claim.unit) {
        (Ok(ScoreUnit::Points | ScoreUnit::PercentOfMaximum), ClaimUnit::Percent) => Some(UnitFault::PercentForPoints),
        (Ok(ScoreUnit::Percent), ClaimUnit::Percent) => Some(UnitFault::PercentForPercentagePoints),
        (Ok(ScoreUnit::Points), ClaimUnit::PercentagePoints) if claim.index != IndexId::Par => {
            Some(UnitFault::PercentForPoints)
        }
        _ => None,
    };
    if let Some(fault) = fault {
        // What the number would be in relation to the level that it implies.
        let implied = to.exact - value;
        let relative = (implied != 0.0).then(|| round_to(100.0 * value / implied, 1));
        let explanation = match span_of_start(subjects, claim, told, from, to) {
            Some((low, high)) if from.estimated => Explanation::WrongUnitOfEstimate {
                fault,
                relative,
                from_year: from_year(claim),
                low,
                high,
            },
            _ => Explanation::WrongUnit { fault, relative },
        };
        return (Verdict::AgreesWithinRounding, Some(explanation));
    }
    if from.from_article || to.from_article {
        return (Verdict::OnlySource, Some(only_source(subjects, claim, told, from, to)));
    }
    match close {
        Closeness::Same => (Verdict::Agrees, None),
        Closeness::Cut => (
            Verdict::AgreesWithinRounding,
            Some(Explanation::Cut {
                figure: round_to(change, 4),
            }),
        ),
        _ => (
            Verdict::AgreesWithinRounding,
            Some(Explanation::OfRoundedLevels {
                change: round_to(change, 4),
            }),
        ),
    }
}

fn only_source(subjects: &Subjects<'_>, claim: &Claim, told: &Told, from: &Level, to: &Level) -> Explanation {
    match span_of_start(subjects, claim, told, from, to) {
        Some((low, high)) if from.estimated && claim.index == IndexId::Sipas => Explanation::OnlySourceOfStart {
            from_year: from_year(claim),
            low,
            high,
        },
        _ => Explanation::OnlySource { worked_out: true },
    }
}

/// The span in which the earlier score must lie so that every change that the text tells of it holds.
fn span_of_start(subjects: &Subjects<'_>, claim: &Claim, told: &Told, from: &Level, to: &Level) -> Option<(f64, f64)> {
    let (lowest, highest) = level::bounds(to);
    let (mut low, mut high) = level::bounds(from);
    let is_percent = subjects
        .line(claim.year)
        .is_ok_and(|(table, _)| table.scale.unit == ScoreUnit::Percent);
    for other in told.changes(claim) {
        let is_tenfold =
            is_percent && other.unit == ClaimUnit::Points && (to.exact - from.exact - other.value).abs() > 1.0;
        let half = half_unit(other.decimals);
        if is_tenfold {
            // The difference of two rounded ten-point values.
            let start = 10.0 * (round_to(to.exact / 10.0, other.decimals) - other.value);
            (low, high) = (low.max(start - 10.0 * half), high.min(start + 10.0 * half));
        } else {
            (low, high) = (
                low.max(lowest - other.value - half),
                high.min(highest - other.value + half),
            );
        }
    }
    // Cut towards the inside, to two decimals.
    let inside = |bound: f64, round: fn(f64) -> f64| round(bound * 100.0) / 100.0;
    let low = inside(low - 1e-9, f64::ceil);
    let high = inside(high + 1e-9, f64::floor);
    (low <= high).then_some((low, high))
}

/// A change of the rank.
pub(super) fn rank(subjects: &Subjects<'_>, claim: &Claim) -> Judgement {
    let from_year = from_year(claim);
    let ranks = subjects
        .rank(from_year, false)
        .and_then(|from| Ok((from, subjects.rank(claim.year, false)?)));
    let (from, to) = match ranks {
        Ok(ranks) => ranks,
        Err(gap) => return Judgement::cannot(Explanation::Gap(gap)),
    };
    let change = f64::from(from.rank) - f64::from(to.rank);
    let value = claim.value.unwrap_or_default();
    let low = f64::from(from.first_tied) - f64::from(to.last_tied);
    let high = f64::from(from.last_tied) - f64::from(to.first_tied);
    let from_article = from.from_article || to.from_article;
    let (verdict, explanation) = if value == change {
        if from_article {
            (Verdict::OnlySource, Some(Explanation::OnlySource { worked_out: true }))
        } else {
            (Verdict::Agrees, None)
        }
    } else if (low..=high).contains(&value) {
        (
            Verdict::AgreesWithinRounding,
            Some(Explanation::Tied {
                first: to.first_tied,
                last: to.last_tied,
            }),
        )
    } else {
        (Verdict::Differs, nearest::rank_change(subjects, claim, value, change))
    };
    Judgement {
        from: Some(f64::from(from.rank)),
        to: Some(f64::from(to.rank)),
        n: Some(to.n),
        source: to.source,
        comparability: Some(compare(subjects, from_year, claim.year)),
        explanation,
        ..Judgement::new(verdict, change)
    }
}

fn compare(subjects: &Subjects<'_>, from: Year, to: Year) -> (Comparability, Option<Reason>) {
    let pair = subjects.index.compare(subjects.component, from, to);
    (pair.value, pair.reason)
}
