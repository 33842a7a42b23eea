//! Statements without a figure of their own.

use super::{
    super::{claim::Claim, explanation::Explanation},
    Judgement, from_year,
    record::Subjects,
    told::{Told, ToldChange},
};
use crate::{
    ComponentId, IndexId,
    analytics::rounding::round_to,
    api::check::{Direction, Verdict},
};

/// A span of ranks: which years it is about is not said.
pub(super) fn rank_span(subjects: &Subjects<'_>, claim: &Claim, best: u16, worst: u16) -> Judgement {
    let place = subjects.rank(claim.year, false).ok();
    Judgement {
        n: place.as_ref().map(|place| place.n),
        on_record: place.as_ref().map(|place| f64::from(place.rank)),
        ..Judgement::cannot(Explanation::RankSpan { best, worst })
    }
}

/// So many parts went one way.
pub(super) fn count(subjects: &Subjects<'_>, claim: &Claim, (count, parts): (u16, u16), told: &Told) -> Judgement {
    let from = from_year(claim);
    let ids = subjects.index.parts(&ComponentId::overall(), claim.year);
    let changes: Vec<Option<f64>> = ids
        .iter()
        .map(|component| {
            let part = Subjects { component, ..*subjects };
            Some(part.level(claim.year).ok()?.exact - part.level(from).ok()?.exact)
        })
        .collect();
    let known = changes.iter().flatten().count();
    let went = changes.iter().flatten().filter(|change| match claim.direction {
        Some(Direction::Up) | None => **change > 0.0,
        Some(Direction::Down) => **change < 0.0,
    });
    if known > 0 && known == ids.len() && ids.len() == usize::from(parts) {
        let went = u16::try_from(went.count()).unwrap_or(u16::MAX);
        let verdict = if went == count {
            Verdict::Agrees
        } else {
            Verdict::Differs
        };
        return Judgement {
            explanation: Some(Explanation::Counted { went, parts }),
            ..Judgement::new(verdict, f64::from(went))
        };
    }
    // What the one part that did not fall would have had to do, had all the same weight.
    let largest = |change: &&ToldChange, other: &&ToldChange| change.value.total_cmp(&other.value);
    let change = told.changes(claim).iter().max_by(largest).map(|change| change.value);
    let rest = change.filter(|change| {
        *change > 0.0 && claim.index == IndexId::Sipas && claim.direction == Some(Direction::Down) && count + 1 == parts
    });
    Judgement::cannot(match rest {
        Some(change) => Explanation::PartsNotOnRecordButOne {
            fallen: count,
            rise: round_to(change * f64::from(parts), 4),
        },
        None => Explanation::PartsNotOnRecord,
    })
}
