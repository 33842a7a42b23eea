//! Movers between two years as a table.

use leptos::prelude::*;
use vithe_shared::{domain::Comparability, query::Sort};

use super::{
    change::{ChangeCell, ShownChange},
    table::{
        Caption, Columns, DataTable,
        cell::{ProvinceCell, TextCell},
        head::{ColumnHead, Direction, SortHeads},
    },
};
use crate::{
    address::PageAddress,
    text::{common, index, movers},
    view_model::{MoversView, movers_view::MoverRowView},
};

/// All provinces of either ranked set, in the order of the address, with links to the other orders.
pub(crate) fn movers_table(view: &MoversView, address: &PageAddress) -> AnyView {
    let columns = columns(view, address);
    let rows = view
        .rows
        .iter()
        .map(|row| columns.row(&row.province, row).highlighted(row.highlighted))
        .collect();
    let label = movers::TABLE.get(address.language);
    let caption = Caption::Shown(view.text.kicker.clone());
    view! {
        <div class="movers-part">
            <DataTable id="table-movers" label caption heads=columns.into_heads() rows/>
        </div>
    }
    .into_any()
}

fn columns(view: &MoversView, address: &PageAddress) -> Columns<'static, MoverRowView> {
    let language = address.language;
    let sorts = SortHeads {
        address,
        chosen: order(address),
        direction: |sort| match sort {
            Sort::Name | Sort::Region => Direction::Ascending,
            _ => Direction::Descending,
        },
    };
    let of_year = |name: &str, year| format!("{name} {year}");
    let [rank, score] = [common::RANK, common::SCORE].map(|name| name.get(language));
    let score_change = index::SCORE_CHANGE.get(language);
    let mut columns = Columns::<MoverRowView>::new();
    columns.headed(
        sorts.head(Sort::Name, common::PROVINCE.get(language), false),
        move |row| {
            let remark = row.remark.map(str::to_owned);
            view! { <ProvinceCell language province=&row.province name=row.name.clone() remark/> }.into_any()
        },
    );
    // What moved stands first: a telephone shows no more than the first columns.
    columns.headed(
        sorts.head(Sort::Rank, index::RANK_CHANGE.get(language), true),
        move |row| {
            let change = row.places.clone().map_or(ShownChange::Unknown, ShownChange::Told);
            view! { <ChangeCell change language strong=true/> }.into_any()
        },
    );
    for (position, year) in view.years.into_iter().enumerate() {
        columns.numbers(&of_year(rank, year), move |row| row.rank_texts[position].clone());
    }
    columns.headed(
        if view.comparability == Comparability::NotComparable {
            view! { <ColumnHead text=score_change number=true/> }.into_any()
        } else {
            sorts.head(Sort::Points, score_change, true)
        },
        move |row| {
            let change = match &row.points {
                Some(points) => ShownChange::Told(points.clone()),
                None if row.points_refused => ShownChange::Refused,
                None => ShownChange::Unknown,
            };
            view! { <ChangeCell change language/> }.into_any()
        },
    );
    for (position, year) in view.years.into_iter().enumerate() {
        columns.numbers(&of_year(score, year), move |row| row.score_texts[position].clone());
    }
    columns.headed(sorts.head(Sort::Region, common::REGION.get(language), false), |row| {
        view! { <TextCell text=row.region_name.clone() class="nowrap"/> }.into_any()
    });
    columns
}

/// The order of the address, as far as this table has it.
fn order(address: &PageAddress) -> Sort {
    address
        .query
        .sort
        .filter(|sort| matches!(sort, Sort::Name | Sort::Region | Sort::Points))
        .unwrap_or_default()
}
