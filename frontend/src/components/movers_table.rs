//! Movers between two years as a table.

use leptos::prelude::AnyView;
use vithe_shared::{api::Comparability, query::Sort};

use super::{change::short_change, sort_head::sort_head};
use crate::{
    address::{PageAddress, province_path},
    format::NO_FIGURE,
    markup::Markup,
    text::{common, index, movers},
    view_model::{MoversView, movers_view::MoverRowView},
};

/// All provinces of either ranked set, in the order of the address, with links to the other orders.
pub(crate) fn movers_table(view: &MoversView, address: &PageAddress) -> AnyView {
    let language = address.language;
    let is_refused = view.comparability == Comparability::NotComparable;
    let [from, to] = view.years;
    let mut markup = Markup::default();
    markup.open_frame("", movers::TABLE.get(language));
    markup.element("caption", &[], &view.text.kicker);
    markup.open("thead", &[]);
    markup.open("tr", &[]);
    head(&mut markup, address, Sort::Name, "", common::PROVINCE.get(language));
    // What moved stands first: a telephone shows no more than the first columns.
    head(
        &mut markup,
        address,
        Sort::Rank,
        "num",
        index::RANK_CHANGE.get(language),
    );
    for year in [from, to] {
        markup.column("num", &format!("{} {year}", common::RANK.get(language)));
    }
    if is_refused {
        markup.column("num", index::SCORE_CHANGE.get(language));
    } else {
        head(
            &mut markup,
            address,
            Sort::Points,
            "num",
            index::SCORE_CHANGE.get(language),
        );
    }
    for year in [from, to] {
        markup.column("num", &format!("{} {year}", common::SCORE.get(language)));
    }
    head(&mut markup, address, Sort::Region, "", common::REGION.get(language));
    markup.close("tr");
    markup.close("thead");
    markup.open("tbody", &[]);
    for row in &view.rows {
        write_row(&mut markup, row, address);
    }
    markup.close("tbody");
    markup.close_frame();
    markup.view("movers-part")
}

/// The order of the address, as far as this table has it.
fn order(address: &PageAddress) -> Sort {
    address
        .query
        .sort
        .filter(|sort| matches!(sort, Sort::Name | Sort::Region | Sort::Points))
        .unwrap_or_default()
}

fn head(markup: &mut Markup, address: &PageAddress, sort: Sort, class: &str, text: &str) {
    let direction = match (order(address) == sort, sort) {
        (false, _) => "",
        (true, Sort::Name | Sort::Region) => "ascending",
        (true, _) => "descending",
    };
    sort_head(markup, address, sort, direction, class, text);
}

fn write_row(markup: &mut Markup, row: &MoverRowView, address: &PageAddress) {
    let language = address.language;
    markup.open("tr", &[("class", if row.highlighted { "is-highlighted" } else { "" })]);
    markup.open("th", &[("scope", "row")]);
    markup.link(&province_path(language, &row.province), &row.name);
    markup.remark(row.remark.unwrap_or_default());
    markup.close("th");
    markup.open("td", &[("class", "num strong")]);
    match &row.places {
        Some(places) => short_change(markup, places),
        None => markup.text(NO_FIGURE),
    }
    markup.close("td");
    for rank in &row.rank_texts {
        markup.number(rank);
    }
    markup.open("td", &[("class", "num")]);
    match &row.points {
        Some(points) => short_change(markup, points),
        None if row.points_refused => markup.element("span", &[("class", "refused")], index::REFUSED.get(language)),
        None => markup.text(NO_FIGURE),
    }
    markup.close("td");
    for score in &row.score_texts {
        markup.number(score);
    }
    markup.element("td", &[("class", "nowrap")], &row.region_name);
    markup.close("tr");
}
