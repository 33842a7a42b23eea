//! The table of ranks by province and year.

use leptos::prelude::*;
use vithe_shared::{Language, ProvinceSlug, Year};

use super::table::{
    Caption, Columns, DataTable,
    cell::{ProvinceCell, RankCell},
};
use crate::{
    address::Aspect,
    text::{common, index},
};

/// One row per province, one column per year; `ranks` runs along `years`. The page of a province opens on `aspect`.
pub(crate) fn rank_table(
    years: &[Year],
    ranks: &[(ProvinceSlug, String, &[Option<u16>])],
    aspect: &Aspect,
    language: Language,
) -> AnyView {
    let title = index::RANKS_BY_YEAR.get(language);
    let mut columns = Columns::<(ProvinceSlug, String, &[Option<u16>])>::new();
    columns.words(common::PROVINCE.get(language), move |(slug, name, _)| {
        view! { <ProvinceCell language province=slug name=name.clone() aspect/> }.into_any()
    });
    for (position, year) in years.iter().enumerate() {
        columns.figures(&year.to_string(), move |(_, _, ranks)| {
            view! { <RankCell rank=ranks.get(position).copied().flatten()/> }.into_any()
        });
    }
    let rows = ranks.iter().map(|row| columns.row(&row.0, row)).collect();
    view! {
        <div class="ranks">
            <DataTable id="table-ranks" label=title caption=Caption::Hidden(title.to_owned()) heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}
