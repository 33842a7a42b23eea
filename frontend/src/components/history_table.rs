//! Scores and ranks over the years, with the breaks of method in their rows.

use leptos::prelude::*;
use vithe_shared::Year;

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, NumberCell, ScoreCell, TextCell},
};
use crate::{
    format::{NO_FIGURE, capitalise},
    text::{common, province},
    view_model::{
        SeriesView,
        series_view::{SeriesLine, SeriesPointView},
    },
};

/// One row per year, newest first; a pair of columns per province.
pub(crate) fn history_table(view: &SeriesView) -> AnyView {
    let language = view.subject.language;
    let is_single = view.lines.len() == 1;
    let mut columns = Columns::<Year>::new();
    columns.words(common::YEAR.get(language), |year| {
        view! { <NameCell name=year.to_string()/> }.into_any()
    });
    for line in &view.lines {
        let head = |name, class| figure_head((!is_single).then_some((&line.label.name, class)), name);
        columns.headed(head(common::SCORE.get(language), "muted"), |year| {
            let text = point(line, *year).map_or(NO_FIGURE, |point| &point.score_text);
            view! { <ScoreCell text/> }.into_any()
        });
        columns.headed(head(common::RANK.get(language), "visually-hidden"), |year| {
            let text = point(line, *year).map_or(NO_FIGURE, |point| &point.rank_text);
            view! { <NumberCell text/> }.into_any()
        });
    }
    for line in &view.lines {
        if line.points.iter().any(|point| point.spread_text.is_some()) {
            let head = figure_head(
                (!is_single).then_some((&line.label.name, "muted")),
                province::MEMBERS.get(language),
            );
            columns.headed(head, |year| {
                let text = point(line, *year).and_then(|point| point.spread_text.as_deref());
                view! { <NumberCell text=text.unwrap_or(NO_FIGURE)/> }.into_any()
            });
        }
    }
    columns.words(province::NOTE.get(language), |year| {
        view! { <TextCell text=note(view, *year).unwrap_or_default() class="small"/> }.into_any()
    });
    let rows = view
        .years
        .iter()
        .rev()
        .filter(|year| view.lines.iter().any(|line| point(line, **year).is_some()))
        .map(|year| {
            let class = note(view, *year).map(|_| "has-break".to_owned());
            columns.row(year, year).with_class(class)
        })
        .collect();
    let caption = Caption::Shown(view.text.kicker.clone());
    view! {
        <div class="history">
            <DataTable id="table-history" label=province::HISTORY.get(language) caption heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}

/// The head of a column of a province, whose name stands before that of the figure unless it is the only one.
fn figure_head(province: Option<(&String, &'static str)>, name: &'static str) -> AnyView {
    let province = province.map(|(name, class)| view! { <span class=class>{format!("{name} · ")}</span> });
    view! { <th scope="col" class="num">{province}{name}</th> }.into_any()
}

fn point(line: &SeriesLine, year: Year) -> Option<&SeriesPointView> {
    line.points.iter().find(|point| point.year == year)
}

/// What broke in a year; the year itself stands at the head of the row.
fn note(view: &SeriesView, year: Year) -> Option<String> {
    let entry = view.breaks.iter().find(|entry| entry.year == year)?;
    let text = entry
        .text
        .split_once(": ")
        .map_or(entry.text.as_str(), |(_, text)| text);
    Some(capitalise(text))
}
