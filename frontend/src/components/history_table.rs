//! Scores and ranks over the years, with the breaks of method in their rows.

use leptos::prelude::AnyView;

use crate::markup::Markup;
use crate::{
    format::{NO_FIGURE, capitalise},
    text::{common, province},
    view_model::SeriesView,
};

/// One row per year, newest first; a pair of columns per province.
pub(crate) fn history_table(view: &SeriesView) -> AnyView {
    let language = view.subject.language;
    let single = view.lines.len() == 1;
    let mut markup = Markup::default();
    markup.open_frame("", province::HISTORY.get(language));
    markup.element("caption", &[], &view.text.kicker);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    markup.column("", common::YEAR.get(language));
    for line in &view.lines {
        for (name, class) in [(common::SCORE, "muted"), (common::RANK, "visually-hidden")] {
            markup.open("th", &[("scope", "col"), ("class", "num")]);
            if !single {
                markup.element("span", &[("class", class)], &format!("{} · ", line.label.name));
            }
            markup.text(name.get(language));
            markup.close("th");
        }
    }
    markup.column("", province::NOTE.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    let has_figures = |year| {
        view.lines
            .iter()
            .any(|line| line.points.iter().any(|point| point.year == year))
    };
    for year in view.years.iter().rev().copied().filter(|year| has_figures(*year)) {
        let note = view.breaks.iter().find(|entry| entry.year == year).map(|entry| {
            // The year stands at the head of the row.
            capitalise(
                entry
                    .text
                    .split_once(": ")
                    .map_or(entry.text.as_str(), |(_, text)| text),
            )
        });
        markup.open("tr", &[("class", if note.is_some() { "has-break" } else { "" })]);
        markup.element("th", &[("scope", "row")], &year.to_string());
        for line in &view.lines {
            let point = line.points.iter().find(|point| point.year == year);
            markup.element(
                "td",
                &[("class", "num strong")],
                point.map_or(NO_FIGURE, |point| &point.score_text),
            );
            markup.number(point.map_or(NO_FIGURE, |point| &point.rank_text));
        }
        markup.element("td", &[("class", "small")], note.as_deref().unwrap_or_default());
        markup.close("tr");
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("history")
}
