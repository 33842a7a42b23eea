//! Rank intervals as a column of a table and as a choice above it.

use leptos::prelude::*;
use vithe_shared::{
    Language,
    domain::{IntervalKind, RankInterval},
    query::Sort,
};

use super::{
    choice_links::{ChoiceLink, choice_links},
    table::{
        order::SortHead,
        part::{CellPart, Part},
    },
};
use crate::{
    address::PageAddress,
    format::NO_FIGURE,
    text::interval as text,
    view_model::{RankingView, interval_view::interval_name},
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
        || NO_FIGURE.into_any(),
        |(rank, interval)| {
            let is_open = interval.best != interval.worst;
            let [best, worst] = [interval.best, interval.worst].map(|rank| rank.to_string());
            let shown = if is_open {
                [format!("\u{a0}({best}–"), format!("{worst})")]
            } else {
                [String::new(), String::new()]
            };
            let [best_text, worst_text] = shown;
            view! {
                {rank.to_string()}
                <CellPart part=Part::Best text=best_text copied=best/>
                <CellPart part=Part::Worst text=worst_text copied=worst/>
            }
            .into_any()
        },
    );
    view! { <td class="num nowrap">{text}</td> }
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
