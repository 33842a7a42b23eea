//! The parts of a component of a province: a row per part, from the table of its year.

use leptos::prelude::*;
use vithe_shared::{Language, ProvinceSlug};

use super::{
    change::{ChangeCell, ShownChange},
    table::{
        Caption, Columns, DataTable,
        cell::{NameCell, ScoreCell},
    },
};
use crate::{
    format::{NO_FIGURE, capitalise},
    text::{common, index, indicators as text},
    view_model::{
        RankingView,
        ranking_view::RankingRowView,
        wording::{marked, median_name, score_number},
    },
};

/// One row per table; the row of the province in it.
pub(crate) fn parts_table(tables: &[RankingView], province: &ProvinceSlug, language: Language) -> AnyView {
    let row = |table: &RankingView| -> Option<RankingRowView> {
        table.rows.iter().find(|row| &row.province == province).cloned()
    };
    let mut columns = Columns::<RankingView>::new();
    columns.words(common::COMPONENT.get(language), |table| {
        view! { <NameCell name=table.subject.component_name.clone()/> }.into_any()
    });
    columns.figures(common::SCORE.get(language), move |table| {
        let row = row(table);
        let text = row
            .as_ref()
            .map_or_else(|| NO_FIGURE.to_owned(), |row| row.score_text.clone());
        view! { <ScoreCell text missing=row.and_then(|row| row.missing)/> }.into_any()
    });
    columns.figures(index::SCORE_CHANGE.get(language), move |table| {
        let change = ShownChange::of_score(row(table).as_ref().and_then(|row| row.change.as_ref()));
        view! { <ChangeCell change language/> }.into_any()
    });
    if tables.iter().any(RankingView::has_ranks) {
        columns.numbers(common::RANK.get(language), move |table| {
            row(table).map_or_else(|| NO_FIGURE.to_owned(), |row| row.rank_text)
        });
        columns.numbers(common::REGION_RANK.get(language), move |table| {
            row(table).map_or_else(|| NO_FIGURE.to_owned(), |row| row.region_rank_text)
        });
    }
    let is_back_cast = tables.iter().any(|table| table.is_back_cast);
    let median = capitalise(median_name(is_back_cast, language));
    columns.numbers(&median, move |table| {
        table.summary.map_or_else(
            || NO_FIGURE.to_owned(),
            |summary| marked(score_number(summary.median, table.scale, language), table.is_back_cast),
        )
    });
    let rows = tables
        .iter()
        .map(|table| columns.row(&table.component, table))
        .collect();
    let caption = Caption::Hidden(text::PARTS.get(language).to_owned());
    view! { <DataTable id="table-parts" label=text::PARTS.get(language) caption heads=columns.into_heads() rows/> }
        .into_any()
}
