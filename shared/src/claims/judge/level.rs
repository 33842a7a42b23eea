//! Scores and ranks of one year.

use super::{
    super::{
        claim::Claim,
        explanation::{Explanation, UnitFault},
    },
    Closeness, Judgement, closeness, nearest,
    record::{Level, Subjects},
};
use crate::{
    IndexId,
    analytics::rounding::round_to,
    api::check::{ClaimMeasure, ClaimUnit, Verdict},
    domain::{Membership, ScoreUnit},
};

/// A score.
pub(super) fn score(subjects: &Subjects<'_>, claim: &Claim) -> Judgement {
    let level = match subjects.level(claim.year) {
        Ok(level) => level,
        Err(gap) => return Judgement::cannot(Explanation::Gap(gap)),
    };
    let value = claim.value.unwrap_or_default();
    let compared = Compared::new(subjects, claim, value);
    let close = closeness(compared.value, compared.decimals, level.exact, level.margin);
    let (verdict, explanation) = match close {
        Closeness::Other => (
            Verdict::Differs,
            nearest::score(subjects, claim, compared.value, compared.decimals),
        ),
        // A unit word that is wrong is told also where the article is the only source.
        _ if compared.fault == Some(UnitFault::PercentForPoints)
            || compared.fault == Some(UnitFault::PointsForPercent) =>
        {
            let fault = compared
                .fault
                .map(|fault| Explanation::WrongUnit { fault, relative: None });
            (Verdict::AgreesWithinRounding, fault)
        }
        _ if level.from_article => (
            Verdict::OnlySource,
            Some(Explanation::OnlySource {
                worked_out: level.estimated,
            }),
        ),
        Closeness::Cut => (
            Verdict::AgreesWithinRounding,
            Some(Explanation::Cut {
                figure: round_to(level.shown, 4),
            }),
        ),
        Closeness::Near => (Verdict::AgreesWithinRounding, Some(Explanation::FewerDigits)),
        Closeness::Same if compared.fault == Some(UnitFault::TenPoints) => {
            (Verdict::Agrees, Some(Explanation::TenPoints { percent: level.shown }))
        }
        Closeness::Same => (Verdict::Agrees, None),
    };
    Judgement {
        source: level.source,
        explanation,
        ..Judgement::new(verdict, level.shown)
    }
}

/// A claimed score on the scale of the record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) value: f64,
    pub(super) decimals: u8,
    pub(super) fault: Option<UnitFault>,
}

impl Compared {
    /// Brings a claimed score to the scale of its component, by its unit word.
    pub(super) fn new(subjects: &Subjects<'_>, claim: &Claim, value: f64) -> Self {
        let same = |fault| Self {
            value,
            decimals: claim.decimals,
            fault,
        };
        let Ok((table, _)) = subjects.line(claim.year) else {
            return same(None);
        };
        match (table.scale.unit, claim.unit) {
            // The Ministry's ten points stand for 100 %.
            (ScoreUnit::Percent, ClaimUnit::Points | ClaimUnit::None)
                if claim.measure == ClaimMeasure::Score && value <= 10.0 =>
            {
                Self {
                    value: round_to(value * 10.0, 6),
                    decimals: claim.decimals.saturating_sub(1),
                    fault: Some(UnitFault::TenPoints),
                }
            }
            (ScoreUnit::Percent, ClaimUnit::Points) => same(Some(UnitFault::PointsForPercent)),
            // A point of the PAR INDEX is one per cent.
            (ScoreUnit::Points, ClaimUnit::Percent | ClaimUnit::PercentagePoints) if claim.index != IndexId::Par => {
                same(Some(UnitFault::PercentForPoints))
            }
            (ScoreUnit::PercentOfMaximum, ClaimUnit::Points) => {
                let component = subjects.index.component(subjects.component);
                let maximum = component.and_then(|component| {
                    let points = component
                        .maximum_points
                        .iter()
                        .find(|points| points.year == claim.year)?;
                    Some(points.maximum)
                });
                match maximum {
                    Some(maximum) => Self {
                        value: round_to(100.0 * value / maximum, 6),
                        decimals: claim.decimals.saturating_sub(1),
                        fault: None,
                    },
                    None => same(None),
                }
            }
            _ => same(None),
        }
    }
}

/// A rank, among all or within the region.
pub(super) fn rank(subjects: &Subjects<'_>, claim: &Claim) -> Judgement {
    let regional = claim.measure == ClaimMeasure::RegionalRank;
    let place = match subjects.rank(claim.year, regional) {
        Ok(place) => place,
        Err(gap) => return Judgement::cannot(Explanation::Gap(gap)),
    };
    let value = claim.value.unwrap_or_default();
    let own_region = &subjects.units.provinces()[subjects.unit].region;
    let other_region = claim.region.as_ref().is_some_and(|region| region != own_region);
    let another_n = claim.n.filter(|n| *n != place.n).map(|claimed| Explanation::AnotherN {
        claimed,
        n: place.n,
        year: claim.year,
        withheld: if regional { 0 } else { withheld(subjects, claim) },
    });
    let is_tied = f64::from(place.first_tied) <= value && value <= f64::from(place.last_tied);
    let (verdict, explanation) = if other_region {
        (Verdict::Differs, Some(Explanation::AnotherRegion))
    } else if value == f64::from(place.rank) {
        if place.from_article {
            (
                Verdict::OnlySource,
                another_n.or(Some(Explanation::OnlySource { worked_out: false })),
            )
        } else {
            (Verdict::Agrees, another_n)
        }
    } else if is_tied {
        let (first, last) = (place.first_tied, place.last_tied);
        (Verdict::AgreesWithinRounding, Some(Explanation::Tied { first, last }))
    } else {
        (
            Verdict::Differs,
            nearest::rank(subjects, claim, value, regional).or(another_n),
        )
    };
    Judgement {
        n: Some(place.n),
        source: place.source,
        explanation,
        ..Judgement::new(verdict, f64::from(place.rank))
    }
}

fn withheld(subjects: &Subjects<'_>, claim: &Claim) -> usize {
    subjects.line(claim.year).map_or(0, |(table, _)| {
        let withheld = table
            .cells
            .iter()
            .filter(|cell| cell.membership == Membership::Withheld);
        withheld.count()
    })
}

/// The span in which the printed score of a level lies.
pub(super) fn bounds(level: &Level) -> (f64, f64) {
    (level.exact - level.margin, level.exact + level.margin)
}
