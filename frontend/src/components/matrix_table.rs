//! The table of provinces × components.

use leptos::prelude::*;

use super::table::{
    Caption, Columns, DataTable,
    cell::{ProvinceCell, ScoreAndRankCell, ScoreCell},
    head::ColumnHead,
    part::{CellPart, Part},
};
use crate::{
    address::Aspect,
    text::{common, compare, index},
    view_model::{MatrixView, matrix_view::MatrixRowView},
};

/// Every score with its rank; columns that are not complete say how much is on record. The page of a province opens on `aspect`.
pub(crate) fn matrix_table(view: &MatrixView, aspect: &Aspect) -> AnyView {
    let language = view.language;
    let mut columns = Columns::<MatrixRowView>::new();
    columns.words(common::PROVINCE.get(language), move |row| {
        view! { <ProvinceCell language province=&row.label.province name=row.label.name.clone() aspect/> }.into_any()
    });
    columns.figures(common::OVERALL.get(language), |row| {
        view! { <ScoreCell text=row.overall_score_text.clone()/> }.into_any()
    });
    let overall_n = view.overall_n.to_string();
    columns.figures(common::RANK.get(language), move |row| {
        let copied = overall_n.clone();
        view! {
            <td class="num">
                {row.overall_rank_text.clone()}
                <CellPart part=Part::OutOf text="" copied/>
            </td>
        }
        .into_any()
    });
    for (position, column) in view.columns.iter().enumerate() {
        let remark = (!column.complete).then(|| column.on_record.clone());
        columns.headed(
            view! { <ColumnHead text=column.name.clone() number=true remark/> }.into_any(),
            move |row| {
                let cell = &row.cells[position];
                let rank = cell.rank.is_some().then(|| cell.rank_text.clone());
                view! { <ScoreAndRankCell score=cell.score_text.clone() rank shows_out_of=false/> }.into_any()
            },
        );
    }
    let rows = view
        .rows
        .iter()
        .map(|row| columns.row(&row.label.province, row).highlighted(row.label.highlighted))
        .collect();
    let label = index::SCORES_BY_COMPONENT.get(language);
    let caption = Caption::Shown(format!(
        "{}. {}",
        view.text.kicker,
        compare::SCORE_AND_RANK.get(language)
    ));
    view! {
        <div class="matrix">
            <DataTable id="table-matrix" label caption heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}
