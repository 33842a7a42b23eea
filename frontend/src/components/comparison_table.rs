//! The components of several provinces side by side.

use leptos::prelude::*;
use vithe_shared::ComponentId;

use super::table::{
    Caption, Columns, DataTable, Row,
    cell::{NameCell, ScoreAndRankCell, TextCell},
    head::ComponentHead,
};
use crate::{
    address::{Aspect, province_address},
    format::NO_FIGURE,
    text::{common, compare},
    view_model::{ComparisonView, comparison_view::ComparisonRow},
};

/// One row per component, one column per province; the total first, with its national median where there is one.
pub(crate) fn comparison_table(view: &ComparisonView, total_median: Option<&str>) -> AnyView {
    let language = view.language;
    let mut columns = Columns::<ComparisonRow>::new();
    let has_cost = view.rows.iter().any(|row| row.is_cost);
    columns.headed(view! { <ComponentHead has_cost language/> }.into_any(), |row| {
        view! { <NameCell name=row.name.clone()/> }.into_any()
    });
    let aspect = Aspect::default().within(view.borders);
    for (position, label) in view.provinces.iter().enumerate() {
        let href = province_address(language, &label.province, &aspect);
        let head = view! { <th scope="col" class="num"><a href=href>{label.name.clone()}</a></th> };
        columns.headed(head.into_any(), move |row| {
            let cell = &row.cells[position];
            let rank = cell.rank.is_some().then(|| cell.rank_text.clone());
            view! { <ScoreAndRankCell score=cell.score_text.clone() rank/> }.into_any()
        });
    }
    columns.figures(compare::MEDIAN.get(language), |row| {
        view! { <TextCell text=row.median_text.clone() class="num muted"/> }.into_any()
    });
    let rows = std::iter::once(total_row(view, total_median))
        .chain(view.rows.iter().map(|row| columns.row(&row.component, row)))
        .collect();
    let caption = Caption::Shown(compare::SCORE_AND_RANK.get(language).to_owned());
    view! {
        <div class="comparison">
            <DataTable id="table-comparison" label=compare::TABLE.get(language) caption heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}

fn total_row(view: &ComparisonView, median: Option<&str>) -> Row {
    let name = view! { <NameCell name=common::OVERALL.get(view.language)/> }.into_any();
    let totals = view.overall.iter().map(|(score, rank)| {
        let rank = (!rank.is_empty()).then(|| rank.clone());
        view! { <ScoreAndRankCell score=score.clone() rank/> }.into_any()
    });
    let median = view! { <TextCell text=median.unwrap_or(NO_FIGURE) class="num muted"/> }.into_any();
    let cells = std::iter::once(name).chain(totals).chain([median]).collect();
    Row::new(&ComponentId::overall(), cells).of_level(0)
}
