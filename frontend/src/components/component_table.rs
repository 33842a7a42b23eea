//! The components of a province: score, ranks, change, medians and best.

use leptos::prelude::*;

use super::change::{score_change_cell, short_change};
use crate::{
    text::{common, index, province},
    view_model::{ComponentsView, profile_view::ComponentRowView},
};

/// Every component of the year, parts indented below what they belong to, the total last.
pub(crate) fn component_table(view: &ComponentsView) -> AnyView {
    let language = view.language;
    let has_weight = view.rows.iter().any(|row| row.weight_text.is_some());
    let row = |row: &ComponentRowView| {
        let change = row.change.as_ref();
        let cost = row.is_cost.then(|| view! { <span class="muted small">" ("{province::HIGHER_IS_BETTER.get(language)}")"</span> });
        view! {
            <tr class=format!("level-{}", row.level)>
                <th scope="row">{row.name.clone()}{cost}</th>
                {has_weight.then(|| view! { <td class="num">{row.weight_text.clone()}</td> })}
                <td class="num strong">{row.score_text.clone()}</td>
                <td class="num">{change.map(|change| score_change_cell(change, language))}</td>
                <td class="num">{row.rank_text.clone()}</td>
                <td class="num">{change.and_then(|change| change.rank.as_ref()).map(short_change)}</td>
                <td class="num">{row.region_rank_text.clone()}</td>
                <td class="num">{row.national_median_text.clone()}</td>
                <td class="num">{row.region_median_text.clone()}</td>
                <td>{row.best_text.clone()}</td>
            </tr>
        }
    };
    let rows = view.rows.iter().map(row).collect_view();
    let column = |text: &'static str, class: &'static str| view! { <th scope="col" class=class>{text}</th> };
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=format!("{} {}", province::COMPONENT_TABLE.get(language), view.index.short_name())>
            <table class="data">
                <caption>{view.text.kicker.clone()}</caption>
                <thead>
                    <tr>
                        {column(common::COMPONENT.get(language), "")}
                        {has_weight.then(|| column(province::WEIGHT.get(language), "num"))}
                        {column(common::SCORE.get(language), "num")}
                        {column(index::SCORE_CHANGE.get(language), "num")}
                        {column(common::RANK.get(language), "num")}
                        {column(index::RANK_CHANGE.get(language), "num")}
                        {column(common::REGION_RANK.get(language), "num")}
                        {column(province::NATIONAL_MEDIAN.get(language), "num")}
                        {column(province::REGION_MEDIAN.get(language), "num")}
                        {column(province::BEST.get(language), "")}
                    </tr>
                </thead>
                <tbody>{rows}{row(&view.overall)}</tbody>
            </table>
        </div>
    }
    .into_any()
}
