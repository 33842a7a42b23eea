//! Movers between two years as a table.

use leptos::prelude::*;
use vithe_shared::{domain::Comparability, query::Sort};

use super::{
    change::{ChangeCell, ShownChange},
    table::{
        Caption, Columns, DataTable,
        cell::{NumberCell, ProvinceCell, TextCell},
        head::ColumnHead,
        order::{SortHead, SortKey},
    },
};
use crate::{
    address::{Aspect, PageAddress},
    text::{common, index, movers},
    view_model::{MoversView, movers_view::MoverRowView},
};

/// All provinces of either ranked set, in the order of the address, with links to the other orders.
pub(crate) fn movers_table(view: &MoversView, address: &PageAddress) -> AnyView {
    let columns = columns(view, address);
    let rows = columns
        .in_order(&view.rows, |row| row.highlighted)
        .into_iter()
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

fn columns<'a>(view: &MoversView, address: &'a PageAddress) -> Columns<'a, MoverRowView> {
    let language = address.language;
    let of_year = |name: &str, year| format!("{name} {year}");
    let [rank, score] = [common::RANK, common::SCORE].map(|name| name.get(language));
    let score_change = index::SCORE_CHANGE.get(language);
    let mut columns = Columns::<MoverRowView>::ordered_on(Some(address));
    let aspect = Aspect::of(view.index, &view.component, view.years[1]).within(view.borders);
    columns.sortable(
        SortHead::words(Sort::Name, common::PROVINCE.get(language)),
        |row| SortKey::Word(row.name.clone()),
        move |row| {
            let remark = row.remark.map(str::to_owned);
            view! { <ProvinceCell language province=&row.province name=row.name.clone() aspect=&aspect remark/> }
                .into_any()
        },
    );
    // What moved stands first: a telephone shows no more than the first columns.
    columns.sortable(
        SortHead::figures(Sort::Rank, index::RANK_CHANGE.get(language)),
        |row| SortKey::from(row.places_won),
        move |row| {
            let change = row.places.clone().map_or(ShownChange::Unknown, ShownChange::Told);
            view! { <ChangeCell change language strong=true/> }.into_any()
        },
    );
    let years = view.years.into_iter().enumerate();
    for ((position, year), sort) in years.clone().zip([Sort::FromRank, Sort::ToRank]) {
        columns.sortable(
            SortHead::ranks(sort, &of_year(rank, year)),
            move |row| SortKey::from(row.ranks[position]),
            move |row| view! { <NumberCell text=row.rank_texts[position].clone()/> }.into_any(),
        );
    }
    let points_cell = move |row: &MoverRowView| {
        let change = match &row.points {
            Some(points) => ShownChange::Told(points.clone()),
            None if row.points_refused => ShownChange::Refused,
            None => ShownChange::Unknown,
        };
        view! { <ChangeCell change language/> }.into_any()
    };
    if view.comparability == Comparability::NotComparable {
        columns.headed(
            view! { <ColumnHead text=score_change number=true/> }.into_any(),
            points_cell,
        );
    } else {
        columns.sortable(
            SortHead::figures(Sort::Points, score_change),
            |row| SortKey::from(row.points_won),
            points_cell,
        );
    }
    for ((position, year), sort) in years.zip([Sort::FromScore, Sort::ToScore]) {
        columns.sortable(
            SortHead::figures(sort, &of_year(score, year)),
            move |row| SortKey::from(row.scores[position]),
            move |row| view! { <NumberCell text=row.score_texts[position].clone()/> }.into_any(),
        );
    }
    columns.sortable(
        SortHead::words(Sort::Region, common::REGION.get(language)),
        |row| SortKey::Word(row.region_name.clone()),
        |row| view! { <TextCell text=row.region_name.clone() class="nowrap"/> }.into_any(),
    );
    columns
}
