//! What is chosen and counted, without a word.

use vithe_shared::{
    Year,
    analytics::rounding::round_to,
    api::changes::{ChangeEnd, ChangePart, ChangesAnswer},
    domain::ObservationStatus,
    sorting::sort_by,
};

/// Two decimals, or three where every contribution needs no more than three: then what is printed adds up.
pub(super) fn shared_decimals(answer: &ChangesAnswer) -> u8 {
    let fits = |value: f64, scale: f64| (value * scale - (value * scale).round()).abs() < 1e-6;
    let values = || {
        answer
            .parts
            .iter()
            .flat_map(|part| [part.contribution, part.weight_effect])
            .chain(answer.residual)
    };
    if values().all(|value| fits(value, 100.0)) || !values().all(|value| fits(value, 1000.0)) {
        2
    } else {
        3
    }
}

/// Places won between the two ranks shown.
pub(super) fn places(answer: &ChangesAnswer) -> Option<i32> {
    answer.rank_change.as_ref().map(|change| change.total).or_else(|| {
        let (before, after) = answer.from.rank.zip(answer.to.rank)?;
        Some(i32::from(before) - i32::from(after))
    })
}

/// Whether the total of a year is an estimate.
pub(super) fn is_estimate(end: &ChangeEnd) -> bool {
    end.status == Some(ObservationStatus::Estimated)
}

/// Whether one of the two totals is an estimate, so that the change is one, too.
pub(super) fn has_estimate(answer: &ChangesAnswer) -> bool {
    [&answer.from, &answer.to].into_iter().any(is_estimate)
}

/// Whether the weights of the two years differ, so that a part of the change is due to them.
pub(super) fn has_weight_effect(answer: &ChangesAnswer) -> bool {
    answer.parts.iter().any(|part| part.weight_effect != 0.0)
}

/// What makes a step between the totals.
pub(super) enum Cause<'a> {
    /// A part of the total.
    Part(&'a ChangePart),
    /// Changed weights.
    Weights,
    /// What the parts do not explain.
    Residual,
}

/// A step from one total towards the other.
pub(super) struct Step<'a> {
    pub(super) cause: Cause<'a>,
    pub(super) change: f64,
    pub(super) before: f64,
    pub(super) after: f64,
}

/// The steps from one total to the other: what rose, largest first, then what fell, largest first, then weights and the rest.
/// Empty where the change cannot be broken down.
pub(super) fn steps(answer: &ChangesAnswer) -> Vec<Step<'_>> {
    let (Some(start), Some(residual)) = (answer.from.score, answer.residual) else {
        return Vec::new();
    };
    let mut parts: Vec<&ChangePart> = answer.parts.iter().collect();
    sort_by(&mut parts, |left, right| {
        let key = |part: &ChangePart| (part.contribution < 0.0, -part.contribution.abs());
        let ((left_falls, left_size), (right_falls, right_size)) = (key(left), key(right));
        left_falls.cmp(&right_falls).then(left_size.total_cmp(&right_size))
    });
    let weights = round_to(answer.parts.iter().map(|part| part.weight_effect).sum(), 6);
    let mut before = start;
    parts
        .into_iter()
        .map(|part| (Cause::Part(part), part.contribution))
        .chain(has_weight_effect(answer).then_some((Cause::Weights, weights)))
        .chain([(Cause::Residual, residual)])
        .map(|(cause, change)| {
            let after = round_to(before + change, 6);
            let step = Step {
                cause,
                change,
                before,
                after,
            };
            before = after;
            step
        })
        .collect()
}

/// Whether the change told is another than the difference of the totals as they are printed.
pub(super) fn differs_as_printed(answer: &ChangesAnswer) -> bool {
    let ends = answer.from.score.zip(answer.to.score);
    let printed = ends.map(|(before, after)| round_to(round_to(after, 2) - round_to(before, 2), 2));
    printed.is_some() && printed != answer.score_change.map(|change| round_to(change, 2))
}

/// Whether contributions lose digits in print, so that they may not add up.
pub(super) fn loses_digits_in_print(answer: &ChangesAnswer) -> bool {
    let decimals = shared_decimals(answer);
    let is_printed_whole = |value: f64| (round_to(value, decimals) - value).abs() < 1e-9;
    !answer
        .parts
        .iter()
        .all(|part| is_printed_whole(part.contribution) && is_printed_whole(part.weight_effect))
}

/// The years whose weights are those of another year.
pub(super) fn years_of_assumed_weights(answer: &ChangesAnswer) -> Vec<Year> {
    [&answer.from, &answer.to]
        .into_iter()
        .filter(|end| end.weights_assumed)
        .map(|end| end.year)
        .collect()
}
