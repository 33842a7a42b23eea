//! Where several provinces stand in each index: a row per index in the year that it opens on.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language, ProvinceSlug, Year};

use super::table::{
    Caption, Columns, DataTable,
    cell::{NameCell, ScoreAndRankCell},
};
use crate::{
    address::{index_path, province_path},
    format::NO_FIGURE,
    text::{common, compare},
    view_model::RankingView,
};

/// An index with its newest year.
struct Standing<'v> {
    index: IndexId,
    year: Year,
    view: &'v RankingView,
}

/// One row per table, one column per province.
pub(crate) fn standings_table(
    language: Language,
    provinces: &[(ProvinceSlug, String)],
    tables: &[(Year, RankingView)],
) -> AnyView {
    let mut columns = Columns::<Standing<'_>>::new();
    columns.words(common::INDEX.get(language), move |row| {
        let name = row.index.short_name();
        let href = index_path(language, row.index);
        view! { <NameCell name href remark=Some(row.year.to_string())/> }.into_any()
    });
    for (slug, name) in provinces {
        let href = province_path(language, slug);
        let head = view! { <th scope="col" class="num"><a href=href>{name.clone()}</a></th> };
        columns.headed(head.into_any(), move |row| {
            let found = row.view.rows.iter().find(|row| row.province == *slug);
            let score = found.map_or_else(|| NO_FIGURE.to_owned(), |row| row.score_text.clone());
            let rank = found.filter(|row| row.rank.is_some()).map(|row| row.rank_text.clone());
            view! { <ScoreAndRankCell score rank/> }.into_any()
        });
    }
    let rows = tables
        .iter()
        .map(|(year, view)| {
            let index = view.subject.index;
            let standing = Standing {
                index,
                year: *year,
                view,
            };
            columns.row(&index, &standing)
        })
        .collect();
    let caption = Caption::Shown(compare::STANDINGS_CAPTION.get(language).to_owned());
    view! {
        <DataTable id="table-standings" label=compare::STANDINGS.get(language) caption heads=columns.into_heads() rows/>
    }
    .into_any()
}
