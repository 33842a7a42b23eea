//! The components of a province: score, ranks, change, medians and best.

use leptos::prelude::*;
use vithe_shared::Borders;

use super::{
    change::{ChangeCell, ShownChange},
    table::{
        Caption, Columns, DataTable,
        cell::{NameCell, Remark, ScoreCell},
        head::ComponentHead,
    },
};
use crate::{
    address::{Aspect, province_address},
    format::capitalise,
    text::{common, index, province},
    view_model::{ComponentsView, profile_view::ComponentRowView, wording::median_name},
};

/// Every component of the year, parts indented below what they belong to, the total last.
pub(crate) fn components_table(view: &ComponentsView, borders: Borders) -> AnyView {
    let language = view.language;
    let columns = columns(view, borders);
    let rows = view
        .rows
        .iter()
        .chain([&view.overall])
        .map(|row| columns.row(&row.component, row).of_level(row.level))
        .collect();
    let label = format!(
        "{} {}",
        province::COMPONENT_TABLE.get(language),
        view.index.short_name()
    );
    let id = format!("table-{}", view.index);
    let caption = Caption::Shown(view.text.kicker.clone());
    view! { <DataTable id label caption heads=columns.into_heads() rows/> }.into_any()
}

fn columns(view: &ComponentsView, borders: Borders) -> Columns<'_, ComponentRowView> {
    let language = view.language;
    let mut columns = Columns::<ComponentRowView>::new();
    let has_cost = view.rows.iter().any(|row| row.is_cost);
    columns.headed(view! { <ComponentHead has_cost language/> }.into_any(), move |row| {
        let name = row.name.clone();
        if row.component.is_overall() {
            return view! { <NameCell name/> }.into_any();
        }
        let aspect = Aspect::of(view.index, &row.component, view.year).within(borders);
        let href = province_address(language, &view.province, &aspect);
        view! { <NameCell name href/> }.into_any()
    });
    if view.rows.iter().any(|row| row.weight_text.is_some()) {
        columns.numbers(province::WEIGHT.get(language), |row| {
            row.weight_text.clone().unwrap_or_default()
        });
    }
    columns.figures(common::SCORE.get(language), |row| {
        view! { <ScoreCell text=row.score_text.clone()/> }.into_any()
    });
    columns.figures(index::SCORE_CHANGE.get(language), move |row| {
        let change = ShownChange::of_score(row.change.as_ref());
        view! { <ChangeCell change language/> }.into_any()
    });
    // Estimates are not ranked.
    if !view.is_back_cast {
        columns.figures(index::RANK_CHANGE.get(language), move |row| {
            let change = ShownChange::of_rank(row.change.as_ref());
            view! { <ChangeCell change language/> }.into_any()
        });
        columns.numbers(common::RANK.get(language), |row| row.rank_text.clone());
        columns.numbers(common::REGION_RANK.get(language), |row| row.region_rank_text.clone());
    }
    let median = capitalise(median_name(view.is_back_cast, language));
    columns.figures(&median, |row| {
        distance_cell(&row.national_median_text, row.national_gap_text.clone())
    });
    columns.numbers(province::REGION_MEDIAN.get(language), |row| {
        row.region_median_text.clone()
    });
    // Of estimates nobody is named as the best.
    if !view.is_back_cast {
        columns.figures(province::REGION_BEST.get(language), |row| {
            distance_cell(&row.region_best_text, row.region_gap_text.clone())
        });
        columns.numbers(province::BEST.get(language), |row| row.best_text.clone());
    }
    columns
}

/// What a score is measured against, and below it how far the score is from it.
fn distance_cell(against: &str, gap: Option<String>) -> AnyView {
    view! {
        <td class="num distance">
            {against.to_owned()}
            {gap.map(|text| view! { <Remark text/> })}
        </td>
    }
    .into_any()
}
