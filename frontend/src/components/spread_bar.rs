//! A small picture of where a value lies between the worst and the best of all units: a line from end to end, a box between
//! the quartiles, a tick at the median, a dot at the own value. The good end is on the right whatever the direction.

use leptos::prelude::*;

use crate::view_model::indicators_view::Position;

const WIDTH: f64 = 132.0;
const MARGIN: f64 = 5.0;

/// The picture, said by `label`.
pub(crate) fn spread_bar(position: Position, label: String) -> AnyView {
    let at = |share: f64| format!("{:.1}", MARGIN + share * (WIDTH - 2.0 * MARGIN));
    let width = (position.good_quartile - position.bad_quartile) * (WIDTH - 2.0 * MARGIN);
    view! {
        <svg class="spread-bar" width="132" height="18" viewBox="0 0 132 18" role="img" aria-label=label>
            <line x1=at(0.0) x2=at(1.0) y1="9" y2="9"></line>
            <rect x=at(position.bad_quartile) y="4" width=format!("{width:.1}") height="10"></rect>
            <line class="spread-median" x1=at(position.median) x2=at(position.median) y1="3" y2="15"></line>
            <circle cx=at(position.own) cy="9" r="4"></circle>
        </svg>
    }
    .into_any()
}
