//! Rank intervals as a column of a table and as a choice above it.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    domain::{IntervalKind, RankInterval},
    query::Sort,
};

use super::{
    choice_links::{ChoiceLink, choice_links},
    table::{cell::TextCell, order::SortHead},
};
use crate::{
    address::PageAddress,
    format::NO_FIGURE,
    text::interval as text,
    view_model::{
        RankingView,
        interval_view::{interval_name, interval_text},
    },
};

/// The head of the column; what was allowed to vary is read out with it.
pub(crate) fn interval_head(interval: RankInterval, language: Language) -> SortHead {
    let spoken = Some(format!(" ({})", interval_name(interval, language)));
    SortHead::ranks(Sort::Interval, text::INTERVAL.get(language)).spoken(spoken)
}

/// A cell with rank and interval: `38 (31–44)`, `38` where nothing moves; a dash where nothing is known.
#[component]
pub(crate) fn IntervalCell(
    /// The rank.
    rank: Option<u16>,
    /// Its interval.
    interval: Option<RankInterval>,
) -> impl IntoView {
    let text = rank.zip(interval).map_or_else(
        || NO_FIGURE.to_owned(),
        |(rank, interval)| {
            if interval.best == interval.worst {
                rank.to_string()
            } else {
                format!("{rank}\u{a0}({})", interval_text(interval))
            }
        },
    );
    view! { <TextCell text class="num nowrap"/> }
}

/// Links to the kinds of intervals that a table has, and to none; the one shown is marked.
pub(crate) fn interval_choice(address: &PageAddress, table: &RankingView) -> AnyView {
    let language = address.language;
    let shown = address.query.interval.filter(|kind| table.intervals.contains(kind));
    let kinds = std::iter::once(None).chain(table.intervals.iter().copied().map(Some));
    let choices = kinds.map(|kind| ChoiceLink {
        name: kind.map_or("none", IntervalKind::as_str),
        text: kind.map_or(text::OFF, text::kind).get(language),
        href: address.with(|query| {
            query.interval = kind;
            query.points = None;
        }),
        is_chosen: kind == shown,
    });
    choice_links("interval", text::INTERVAL.get(language), choices)
}
