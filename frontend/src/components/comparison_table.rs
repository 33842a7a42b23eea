//! The components of several provinces side by side.

use leptos::prelude::*;

use crate::{
    pages::address::province_path,
    text::{common, compare, province},
    view_model::{ComparisonView, matrix_view::MatrixCellView},
};

/// One row per component, one column per province; the total first.
pub(crate) fn comparison_table(view: &ComparisonView) -> AnyView {
    let language = view.language;
    let columns = view
        .provinces
        .iter()
        .map(|label| view! { <th scope="col" class="num"><a href=province_path(language, &label.province)>{label.name.clone()}</a></th> })
        .collect_view();
    let overall = view
        .overall
        .iter()
        .map(|(score, rank)| view! { <td class="num strong">{score.clone()}<span class="muted small">" " {rank.clone()}</span></td> })
        .collect_view();
    let cell = |cell: &MatrixCellView| {
        let rank = cell.rank.is_some().then(|| cell.rank_text.clone());
        view! { <td class="num">{cell.score_text.clone()}<span class="muted small">" " {rank}</span></td> }
    };
    let rows = view
        .rows
        .iter()
        .map(|row| {
            let cost = row.is_cost.then(|| view! { <span class="muted small">" ("{province::HIGHER_IS_BETTER.get(language)}")"</span> });
            view! {
                <tr>
                    <th scope="row">{row.name.clone()}{cost}</th>
                    {row.cells.iter().map(cell).collect_view()}
                    <td class="num muted">{row.median_text.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=compare::TABLE.get(language)>
            <table class="data">
                <caption>{compare::SCORE_AND_RANK.get(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{common::COMPONENT.get(language)}</th>
                        {columns}
                        <th scope="col" class="num">{compare::MEDIAN.get(language)}</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{common::OVERALL.get(language)}</th>
                        {overall}
                        <td></td>
                    </tr>
                    {rows}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
