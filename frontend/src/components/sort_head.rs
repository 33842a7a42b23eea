//! Heads of columns that set the order of a table.

use vithe_shared::query::Sort;

use crate::{address::PageAddress, markup::Markup};

/// A head with a link to the order by its column. `direction` is `ascending` or `descending` where the table has that order
/// already, and empty elsewhere.
pub(crate) fn sort_head(
    markup: &mut Markup,
    address: &PageAddress,
    sort: Sort,
    direction: &str,
    class: &str,
    text: &str,
) {
    markup.open("th", &[("scope", "col"), ("class", class), ("aria-sort", direction)]);
    let link = address.with(|query| query.sort = Some(sort));
    markup.element(
        "a",
        &[("href", &link), ("data-noscroll", "true"), ("class", "sort")],
        text,
    );
    markup.close("th");
}
