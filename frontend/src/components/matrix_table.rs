//! The table of provinces × components.

use leptos::prelude::*;

use crate::{
    pages::address::province_path,
    text::{common, compare, index},
    view_model::MatrixView,
};

/// Every score with its rank; columns that are not complete say how much is on record.
pub(crate) fn matrix_table(view: &MatrixView) -> AnyView {
    let language = view.language;
    let columns = view
        .columns
        .iter()
        .map(|column| {
            let on_record = (!column.complete).then(|| view! { <span class="muted small">" " {column.on_record.clone()}</span> });
            view! { <th scope="col" class="num">{column.name.clone()}{on_record}</th> }
        })
        .collect_view();
    let rows = view
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|cell| view! { <td class="num">{cell.score_text.clone()}<span class="muted small">" " {cell.rank.map(|rank| rank.to_string())}</span></td> })
                .collect_view();
            view! {
                <tr class=row.label.highlighted.then_some("is-highlighted")>
                    <th scope="row"><a href=province_path(language, &row.label.province)>{row.label.name.clone()}</a></th>
                    <td class="num strong">{row.overall_score_text.clone()}</td>
                    <td class="num">{row.overall_rank_text.clone()}</td>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=index::SCORES_BY_COMPONENT.get(language)>
            <table class="data">
                <caption>{view.text.kicker.clone()} ". " {compare::SCORE_AND_RANK.get(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{common::PROVINCE.get(language)}</th>
                        <th scope="col" class="num">{common::OVERALL.get(language)}</th>
                        <th scope="col" class="num">{common::RANK.get(language)}</th>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
