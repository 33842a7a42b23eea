//! Scores and ranks over the years, with the breaks of method in their rows.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::{
    format::NO_FIGURE,
    text::{common, province},
    view_model::SeriesView,
};

/// One row per year, newest first; a pair of columns per province.
pub(crate) fn history_table(view: &SeriesView) -> AnyView {
    let language = view.subject.language;
    let single = view.lines.len() == 1;
    let columns = view
        .lines
        .iter()
        .map(|line| {
            let name = (!single).then(|| view! { <span class="muted">{line.label.name.clone()}" · "</span> });
            let again = (!single).then(|| view! { <span class="visually-hidden">{line.label.name.clone()}" · "</span> });
            view! {
                <th scope="col" class="num">{name}{common::SCORE.get(language)}</th>
                <th scope="col" class="num">{again}{common::RANK.get(language)}</th>
            }
        })
        .collect_view();
    let rows = view
        .years
        .iter()
        .rev()
        .filter(|year| view.lines.iter().any(|line| line.points.iter().any(|point| point.year == **year)))
        .map(|year| {
            let cells = view
                .lines
                .iter()
                .map(|line| {
                    let point = line.points.iter().find(|point| point.year == *year);
                    let score = point.map_or_else(|| NO_FIGURE.to_owned(), |point| point.score_text.clone());
                    let rank = point.map_or_else(|| NO_FIGURE.to_owned(), |point| point.rank_text.clone());
                    view! {
                        <td class="num strong">{score}</td>
                        <td class="num">{rank}</td>
                    }
                })
                .collect_view();
            let note = view.breaks.iter().find(|entry| entry.year == *year).map(|entry| {
                // The year stands at the head of the row.
                let text = entry.text.split_once(": ").map_or(entry.text.as_str(), |(_, text)| text);
                crate::format::capitalise(text)
            });
            let has_break = note.is_some();
            view! {
                <tr class=has_break.then_some("has-break")>
                    <th scope="row">{year.0}</th>
                    {cells}
                    <td class="small">{note}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=label(language)>
            <table class="data history">
                <caption>{view.text.kicker.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{common::YEAR.get(language)}</th>
                        {columns}
                        <th scope="col">{province::NOTE.get(language)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn label(language: Language) -> &'static str {
    province::HISTORY.get(language)
}
