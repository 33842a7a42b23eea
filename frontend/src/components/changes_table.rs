//! The parts of a score change and of a rank change as tables that add up.

use leptos::prelude::*;

use super::table::{
    Caption, Columns, DataTable, Row,
    cell::{NameCell, TextCell},
    head::ComponentHead,
};
use crate::{
    format::Tone,
    text::{planner, province},
    view_model::{
        ChangesView,
        changes_view::{ChangeRowView, RankPartView, residual_name},
    },
};

/// Parts, residual and change; then what the rank change is made of, where it is split.
pub(crate) fn changes_table(view: &ChangesView) -> AnyView {
    let score = view
        .residual_text
        .as_deref()
        .map(|residual| score_table(view, residual));
    let rank = (!view.rank_parts.is_empty()).then(|| rank_table(view));
    view! { <div class="changes-tables">{score}{rank}</div> }.into_any()
}

fn score_table(view: &ChangesView, residual: &str) -> AnyView {
    let language = view.language;
    let mut columns = Columns::<ChangeRowView>::new();
    let has_cost = view.rows.iter().any(|row| row.is_cost);
    columns.headed(view! { <ComponentHead has_cost language/> }.into_any(), |row| {
        view! { <NameCell name=row.name.clone()/> }.into_any()
    });
    columns.numbers(&view.from.year.to_string(), |row| row.from_text.clone());
    columns.numbers(&view.to.year.to_string(), |row| row.to_text.clone());
    columns.numbers(province::WEIGHT.get(language), |row| row.weight_text.clone());
    columns.figures(planner::CONTRIBUTION.get(language), |row| {
        let class = match row.contribution_tone {
            Tone::Up => "num change-up",
            Tone::Down => "num change-down",
            Tone::Same => "num",
        };
        view! { <TextCell text=row.contribution_text.clone() class/> }.into_any()
    });
    if view.has_weight_effect {
        columns.numbers(planner::WEIGHT_EFFECT.get(language), |row| {
            row.weight_effect_text.clone()
        });
    }
    // What holds for every part is said once, in the notes.
    let has_limits = view
        .rows
        .windows(2)
        .any(|pair| pair[0].comparability != pair[1].comparability);
    if has_limits {
        columns.words(planner::COMPARABILITY.get(language), |row| {
            view! { <TextCell text=row.comparability_text class="muted small nowrap"/> }.into_any()
        });
    }
    let closing = |key: &str, name: &str, from: &str, to: &str, change: &str| {
        let after = usize::from(view.has_weight_effect) + usize::from(has_limits);
        let numbers = [from, to, "", change].into_iter().chain(std::iter::repeat_n("", after));
        Row::of_numbers(&key, name, numbers)
    };
    let rows = view
        .rows
        .iter()
        .map(|row| columns.row(&row.component, row).of_level(row.level))
        .chain([
            closing("residual", residual_name(language), "", "", residual),
            closing(
                "change",
                planner::TOTAL_CHANGE.get(language),
                &view.from.score_text,
                &view.to.score_text,
                view.change_text.as_deref().unwrap_or_default(),
            )
            .of_level(0),
        ])
        .collect();
    let caption = Caption::Shown(format!("{} · {}", view.text.kicker, planner::WEIGHT_HINT.get(language)));
    view! { <DataTable id="table-changes" label=planner::CHANGES_TABLE.get(language) caption heads=columns.into_heads() rows/> }.into_any()
}

fn rank_table(view: &ChangesView) -> AnyView {
    let language = view.language;
    let label = planner::RANK_TABLE.get(language);
    let mut columns = Columns::<RankPartView>::new();
    columns.words(planner::CAUSE.get(language), |part| {
        view! { <NameCell name=part.name/> }.into_any()
    });
    columns.figures(planner::PLACES.get(language), |part| {
        view! { <td class=format!("num {}", part.tone.css_class())>{part.places_text.clone()}</td> }.into_any()
    });
    let span = format!(
        "{}: {} → {}",
        planner::RANK_SUM.get(language),
        view.from.rank_text,
        view.to.rank_text
    );
    let sum = Row::of_numbers(&"sum", &span, view.rank_text.as_deref().or(Some("")));
    let rows = view
        .rank_parts
        .iter()
        .map(|part| columns.row(&part.name, part))
        .chain([sum.of_level(0)])
        .collect();
    let caption = Caption::Shown(format!(
        "{label}. {}",
        view.national_shift.as_deref().unwrap_or_default()
    ));
    view! { <DataTable id="table-rank-change" label caption heads=columns.into_heads() rows/> }.into_any()
}
