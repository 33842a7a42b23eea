//! Heads of columns.

use leptos::prelude::*;
use vithe_shared::query::Sort;

use super::cell::Remark;
use crate::{address::PageAddress, components::optional_class::optional_class};

/// The head of a column.
#[component]
pub(crate) fn ColumnHead(
    /// The name of the column.
    #[prop(into)]
    text: String,
    /// Whether the column holds numbers.
    #[prop(optional)]
    number: bool,
    /// What is shown after the name.
    #[prop(optional_no_strip)]
    remark: Option<String>,
    /// What only a screen reader says after the name.
    #[prop(optional_no_strip)]
    spoken: Option<String>,
) -> impl IntoView {
    view! {
        <th scope="col" {..optional_class(number.then_some("num"))}>
            {text}
            {remark.map(|text| view! { <Remark text/> })}
            {spoken.map(|text| view! { <span class="visually-hidden">{text}</span> })}
        </th>
    }
}

/// Which way a column is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// From the first letter, rank or region.
    Ascending,
    /// From the largest figure.
    Descending,
}

impl Direction {
    /// The value of `aria-sort`.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }
}

/// The heads that set the order of a table by links to the same page in another order.
pub(crate) struct SortHeads<'a> {
    /// The page the table stands on.
    pub(crate) address: &'a PageAddress,
    /// The order it has.
    pub(crate) chosen: Sort,
    /// Which way an order runs.
    pub(crate) direction: fn(Sort) -> Direction,
}

impl SortHeads<'_> {
    /// The head of one order.
    pub(crate) fn head(&self, sort: Sort, text: &str, number: bool) -> AnyView {
        let href = self.address.with(|query| query.sort = Some(sort));
        let direction = (self.chosen == sort).then(|| (self.direction)(sort));
        view! { <SortHead sort href text direction number/> }.into_any()
    }
}

/// A head with a link to the order by its column.
#[component]
pub(crate) fn SortHead(
    /// The order.
    sort: Sort,
    /// The page in that order.
    href: String,
    /// The name of the column.
    #[prop(into)]
    text: String,
    /// Which way the table runs, where it has that order already.
    direction: Option<Direction>,
    /// Whether the column holds numbers.
    number: bool,
) -> impl IntoView {
    view! {
        <th scope="col" {..optional_class(number.then_some("num"))} aria-sort=direction.map(Direction::as_str)>
            <a id=format!("sort-{sort}") href=href data-noscroll="true" class="sort">{text}</a>
        </th>
    }
}
