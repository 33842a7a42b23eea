//! What is chosen and counted, without a word.

use vithe_shared::api::changes::ChangesAnswer;

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
