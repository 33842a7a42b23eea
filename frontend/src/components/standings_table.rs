//! Where several provinces stand in each index: a row per index in the year that it opens on.

use leptos::prelude::*;
use vithe_shared::{Borders, Language, ProvinceSlug, Text, api::Ranking};

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, ScoreAndRankCell},
};
use crate::{
    address::{Aspect, index_path, province_address},
    format::{NO_FIGURE, format_rank},
    text::{common, compare},
    view_model::wording::score_number,
};

/// One row per table, one column per province.
pub(crate) fn standings_table(
    language: Language,
    borders: Borders,
    provinces: &[(ProvinceSlug, String)],
    tables: &[Ranking],
    caption: Text,
) -> AnyView {
    let aspect = Aspect::default().within(borders);
    let mut columns = Columns::<Ranking>::new();
    columns.words(common::INDEX.get(language), move |table| {
        let name = table.index.short_name();
        let href = index_path(language, table.index);
        view! { <NameCell name href remark=Some(table.year.to_string())/> }.into_any()
    });
    for (slug, name) in provinces {
        let href = province_address(language, slug, &aspect);
        let head = view! { <th scope="col" class="num"><a href=href>{name.clone()}</a></th> };
        columns.headed(head.into_any(), move |table| {
            let found = table.rows.iter().find(|row| row.province == *slug);
            let score = found.and_then(|row| row.score).map_or_else(
                || NO_FIGURE.to_owned(),
                |score| score_number(score, table.scale, language),
            );
            let rank = found
                .and_then(|row| row.rank.zip(row.rank_n))
                .map(|(rank, n)| format_rank(rank, n));
            view! { <ScoreAndRankCell score rank/> }.into_any()
        });
    }
    let rows = tables.iter().map(|table| columns.row(&table.index, table)).collect();
    let caption = Caption::Shown(caption.get(language).to_owned());
    view! {
        <DataTable id="table-standings" label=compare::STANDINGS.get(language) caption heads=columns.into_heads() rows/>
    }
    .into_any()
}
