//! Ways to win points of a total, as pure arithmetic over levers: which component is raised by how much.

use crate::sorting::sort_by;

/// A component that can be raised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lever {
    /// Points of the total per point of the component.
    pub(super) weight: f64,
    /// By how many of its own points it may be raised, never below 0.
    pub(super) room: f64,
    /// The component's usual yearly change, in its own points: what one unit of effort moves it by.
    pub(super) usual_change: f64,
}

/// The points of the total that changes of levers win.
pub(super) fn points_won(levers: &[Lever], changes: &[f64]) -> f64 {
    levers
        .iter()
        .zip(changes)
        .map(|(lever, change)| lever.weight * change)
        .sum()
}

/// Raises every lever by the same number of its own points, each at most by its room, until `needed` points are won or no
/// room is left.
pub(super) fn equal_lift(levers: &[Lever], needed: f64) -> Vec<f64> {
    let lifted = |lift: f64| -> Vec<f64> { levers.iter().map(|lever| lift.min(lever.room)).collect() };
    let won = |lift: f64| points_won(levers, &lifted(lift));
    // Points won are piecewise linear in the lift, with corners where a lever meets its ceiling.
    let mut corners: Vec<f64> = levers.iter().map(|lever| lever.room).collect();
    sort_by(&mut corners, f64::total_cmp);
    let mut below = 0.0;
    for corner in corners {
        if won(corner) >= needed {
            let slope: f64 = levers
                .iter()
                .filter(|lever| lever.room > below)
                .map(|lever| lever.weight)
                .sum();
            let lift = if slope > 0.0 {
                below + (needed - won(below)).max(0.0) / slope
            } else {
                below
            };
            return lifted(lift);
        }
        below = corner;
    }
    lifted(below)
}

/// Wins `needed` points with least effort, or as many as there is room for. Effort is linear in each lever, so levers are
/// taken in the order of points won per unit of effort, each up to its room; a lever without a usual change on record is
/// left alone.
pub(super) fn least_effort(levers: &[Lever], needed: f64) -> Vec<f64> {
    let gain = |lever: &Lever| lever.weight * lever.usual_change;
    let mut order: Vec<usize> = (0..levers.len())
        .filter(|position| gain(&levers[*position]) > 0.0)
        .collect();
    sort_by(&mut order, |left, right| {
        gain(&levers[*right]).total_cmp(&gain(&levers[*left]))
    });
    let mut changes = vec![0.0; levers.len()];
    let mut missing = needed.max(0.0);
    for position in order {
        let lever = &levers[position];
        let change = lever.room.min(missing / lever.weight);
        changes[position] = change;
        missing -= lever.weight * change;
        if missing <= 1e-12 {
            break;
        }
    }
    changes
}

/// A rise as a plan holds it: whole hundredths of a point, as scores are printed, so that what is read is what is reckoned
/// with. Rounded up, so that the plan still reaches what it says, but never beyond the room there is: a component that is
/// raised to the end of its scale is held in ten-thousandths, the finest change of an address.
pub(super) fn as_held(rise: f64, room: f64) -> f64 {
    let hundredths = (rise * 100.0 - 1e-6).ceil().max(0.0) / 100.0;
    if hundredths <= room + 1e-9 {
        hundredths
    } else {
        ((room * 1e4 + 1e-3).floor() / 1e4).max(0.0)
    }
}
