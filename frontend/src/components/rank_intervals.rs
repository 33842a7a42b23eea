//! Rank intervals as a column of a table and as a choice above it.

use leptos::prelude::AnyView;
use vithe_shared::{Language, api::RankInterval};

use crate::markup::Markup;
use crate::{
    address::PageAddress,
    format::NO_FIGURE,
    text::interval as text,
    view_model::{
        RankingView,
        interval_view::{interval_name, interval_text},
        ranking_view::RankingRowView,
    },
};

/// The head of the column; what was allowed to vary is read out with it.
pub(crate) fn interval_head(markup: &mut Markup, interval: RankInterval, language: Language) {
    markup.open("th", &[("scope", "col"), ("class", "num")]);
    markup.text(text::INTERVAL.get(language));
    let name = format!(" ({})", interval_name(interval, language));
    markup.element("span", &[("class", "visually-hidden")], &name);
    markup.close("th");
}

/// `38 (31–44)`, `38` where nothing moves; a dash where nothing is known.
pub(crate) fn interval_cell(markup: &mut Markup, row: &RankingRowView) {
    let text = row.rank.zip(row.interval).map_or_else(
        || NO_FIGURE.to_owned(),
        |(rank, interval)| {
            if interval.best == interval.worst {
                rank.to_string()
            } else {
                format!("{rank}\u{a0}({})", interval_text(interval))
            }
        },
    );
    markup.element("td", &[("class", "num nowrap")], &text);
}

/// Links to the kinds of intervals that a table has, and to none; the one shown is marked.
pub(crate) fn interval_choice(address: &PageAddress, table: &RankingView) -> AnyView {
    let language = address.language;
    let shown = address.query.interval.filter(|kind| table.intervals.contains(kind));
    let kinds = std::iter::once(None).chain(table.intervals.iter().copied().map(Some));
    let mut markup = Markup::default();
    markup.element(
        "span",
        &[("class", "interval-label"), ("id", "interval-label")],
        text::INTERVAL.get(language),
    );
    markup.open("ul", &[("class", "inline-list"), ("aria-labelledby", "interval-label")]);
    for kind in kinds {
        let link = address.with(|query| {
            query.interval = kind;
            query.points = None;
        });
        let current = if kind == shown { "true" } else { "" };
        markup.open("li", &[]);
        markup.element(
            "a",
            &[("href", &link), ("data-noscroll", "true"), ("aria-current", current)],
            kind.map_or(text::OFF, text::kind).get(language),
        );
        markup.close("li");
    }
    markup.close("ul");
    markup.view("interval-choice")
}
