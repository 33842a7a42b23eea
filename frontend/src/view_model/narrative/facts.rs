//! What is chosen and counted, without a word.

use vithe_shared::{
    ComponentId, Year,
    api::{
        ComponentProfile, IndexProfile, SeriesAnswer,
        changes::{ChangePart, ChangesAnswer},
        declines::{DeclineRow, DeclinesAnswer},
    },
    domain::{Change, Comparability},
    sorting::sort_by,
};

/// Parts of a change below this are not named, in points of the total: less than what a print rounds away.
const SMALLEST_PART: f64 = 0.05;

/// The shortest run that is told of.
const SHORTEST_RUN: usize = 2;

/// The component that tells most of a year: the one that fell most, or where none fell the one that rose most.
pub(super) fn farthest_component(index: &IndexProfile) -> Option<(&ComponentProfile, &Change)> {
    let find = |id: &ComponentId| index.components.iter().find(|component| &component.component == id);
    let component = index.fallen.first().or(index.risen.first()).and_then(find)?;
    let change = component.row.change.as_ref()?;
    change.score.map(|_| (component, change))
}

/// How many of the first-level components have a change of score, and how many there are.
pub(super) fn compared_components(index: &IndexProfile) -> (usize, usize) {
    let first_level = || index.components.iter().filter(|component| component.level == 1);
    let has_change = |component: &&ComponentProfile| {
        let change = component.row.change.as_ref();
        change.is_some_and(|change| change.score.is_some())
    };
    (first_level().filter(has_change).count(), first_level().count())
}

/// Whether a change of a component compares less than fully, and otherwise than the total does: said once, not again where
/// the sentence about the total has said it already.
pub(super) fn is_limited_beyond_total(index: &IndexProfile, change: &Change) -> bool {
    let total = index.overall.row.change.as_ref().map(|change| change.comparability);
    matches!(change.comparability, Comparability::Limited | Comparability::Reweighted)
        && total != Some(change.comparability)
}

/// The two parts of a change that added most to the total, and the two that took most from it, each the larger one first.
pub(super) fn largest_parts(answer: &ChangesAnswer) -> (Vec<&ChangePart>, Vec<&ChangePart>) {
    let mut parts: Vec<&ChangePart> = answer
        .parts
        .iter()
        .filter(|part| part.contribution.abs() >= SMALLEST_PART)
        .collect();
    sort_by(&mut parts, |left, right| {
        right.contribution.total_cmp(&left.contribution)
    });
    let (mut added, mut taken): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.contribution > 0.0);
    added.truncate(2);
    taken.reverse();
    taken.truncate(2);
    (added, taken)
}

/// A run of changes one way, all over years that compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The year before it.
    pub(super) from: Year,
    /// How many years.
    pub(super) years: usize,
    /// Whether the score rose.
    pub(super) is_rise: bool,
}

/// The run of the total that ends in a year.
pub(super) fn run_of_total(totals: &SeriesAnswer, until: Year) -> Option<Run> {
    let points = &totals.series.first()?.points;
    let last = points.iter().position(|point| point.year == until)?;
    let mut run: Option<Run> = None;
    for pair in points[..=last].windows(2).rev() {
        let (from, to) = (&pair[0], &pair[1]);
        let compares = from.year.0 + 1 == to.year.0 && !totals.breaks.iter().any(|entry| entry.year == to.year);
        let change = from.score.zip(to.score).map(|(from, to)| to - from);
        let (true, Some(change)) = (compares, change.filter(|change| *change != 0.0)) else {
            break;
        };
        let is_rise = change > 0.0;
        match &mut run {
            Some(run) if run.is_rise == is_rise => {
                run.from = from.year;
                run.years += 1;
            }
            Some(_) => break,
            None => {
                run = Some(Run {
                    from: from.year,
                    years: 1,
                    is_rise,
                });
            }
        }
    }
    run.filter(|run| run.years >= SHORTEST_RUN)
}

/// The component that has kept falling longest up to the year of the figures.
pub(super) fn longest_decline<'a>(declines: &'a DeclinesAnswer, own: &IndexProfile) -> Option<&'a DeclineRow> {
    let rows = declines
        .rows
        .iter()
        .filter(|row| row.until == own.year && usize::from(row.years) >= SHORTEST_RUN);
    rows.filter(|row| row.part_of.is_none()).max_by_key(|row| row.years)
}

/// The parts of the total with the best and the worst place, with the place and how many are ranked; `None` where not all have a
/// place, or all have the same: of some it would say too much.
pub(super) fn ends(own: &IndexProfile) -> Option<[(&ComponentProfile, u16, u16); 2]> {
    let parts = own.components.iter();
    let placed: Option<Vec<_>> = parts
        .filter(|component| component.level == 1 && component.parent.is_some())
        .map(|component| Some((component, component.row.rank?, component.row.rank_n?)))
        .collect();
    let placed = placed?;
    let mut best = *placed.first()?;
    let mut worst = best;
    for place in placed {
        if place.1 < best.1 {
            best = place;
        }
        if place.1 > worst.1 {
            worst = place;
        }
    }
    (best.1 < worst.1).then_some([best, worst])
}
