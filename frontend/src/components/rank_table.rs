//! The table of ranks by province and year.

use leptos::prelude::*;
use vithe_shared::{Language, ProvinceSlug, Year};

use crate::{
    format::NO_FIGURE,
    pages::address::province_path,
    text::{common, index},
};

/// One row per province, one column per year; `ranks` runs along `years`.
pub(crate) fn rank_table(years: &[Year], ranks: &[(ProvinceSlug, String, &[Option<u16>])], language: Language) -> AnyView {
    let columns = years.iter().map(|year| view! { <th scope="col" class="num">{year.0}</th> }).collect_view();
    let rows = ranks
        .iter()
        .map(|(slug, name, ranks)| {
            let cells = ranks
                .iter()
                .map(|rank| view! { <td class="num">{rank.map_or_else(|| NO_FIGURE.to_owned(), |rank| rank.to_string())}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row"><a href=province_path(language, slug)>{name.clone()}</a></th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=index::RANKS_BY_YEAR.get(language)>
            <table class="data">
                <caption>{index::RANKS_BY_YEAR.get(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{common::PROVINCE.get(language)}</th>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
