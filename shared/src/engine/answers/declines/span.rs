//! What is lower at the end of a span than at its beginning. Where the component scores of the years between are on record
//! for some provinces only (PCI 2020 to 2022), runs of falls tell of those alone; a span between two complete years tells of
//! all.

use crate::{
    ComponentId, Year,
    analytics::decline::{Streak, YearScore},
    api::declines::DeclineRow,
    domain::{Comparability, Reason},
    engine::catalog::{IndexCatalog, UnitList},
    sorting::sort_by,
};

use super::row;

/// The first-level components of some units that fell from one year to another, as far as these compare, and how far that is.
pub(super) fn falls(
    index: &IndexCatalog,
    units: &UnitList,
    asked: &[usize],
    (from, until): (Year, Year),
) -> (Comparability, Option<Reason>, Vec<DeclineRow>) {
    let mut worst = (Comparability::Comparable, None);
    let mut rows = Vec::new();
    for component in index.parts(&ComponentId::overall(), until) {
        let pair = index.compare(component, from, until);
        let (Some(before), Some(after)) = (index.table(component, from), index.table(component, until)) else {
            continue;
        };
        if pair.value == Comparability::NotComparable {
            continue;
        }
        if pair.value > worst.0 {
            worst = (pair.value, pair.reason);
        }
        for unit in asked {
            // On the scores as they are answered: a fall that no reader can see in the figures is none.
            let score = |cells: &[crate::engine::catalog::Cell]| Some(cells.get(*unit)?.score.as_ref()?.shown);
            let (Some(start), Some(end)) = (score(&before.cells), score(&after.cells)) else {
                continue;
            };
            if end < start {
                let span = Streak {
                    falls: 0,
                    start: YearScore {
                        year: from,
                        score: start,
                    },
                    end: YearScore {
                        year: until,
                        score: end,
                    },
                };
                rows.push(row(index, units, component, *unit, &span));
            }
        }
    }
    sort_by(&mut rows, |left, right| {
        loss(right)
            .total_cmp(&loss(left))
            .then_with(|| left.total_change.total_cmp(&right.total_change))
    });
    (worst.0, worst.1, rows)
}

/// Points of the total lost against the median; where the median or the weight is not on record, the loss counts as none.
fn loss(row: &DeclineRow) -> f64 {
    let per_point = row.cost_in_total.map(|cost| cost / -row.total_change);
    per_point
        .zip(row.distance_change)
        .map_or(0.0, |(weight, distance)| -weight * distance)
}

/// The newest year with complete component tables before one that has them too, where it is not the year before it.
pub(super) fn opens_from(index: &IndexCatalog, years: &[Year], until: Year) -> Option<Year> {
    let total = ComponentId::overall();
    let is_complete = |year: &Year| index.has_complete_parts(&total, *year);
    let mut earlier = years.iter().rev().copied().filter(|year| *year < until);
    let newest = earlier.find(is_complete).filter(|_| is_complete(&until))?;
    (newest.0 + 1 < until.0).then_some(newest)
}
