//! Tables: one component for every table of the site, with columns and rows as data.
//!
//! The module of a table lists its [`Columns`], each a head and the cell of a record, and makes a [`Row`] of every record; a
//! row that is no record, such as a sum at the end, is made of its cells. Only the columns know the type of the records; what
//! writes the elements does not, so that it is compiled once. Columns may also say how they order the records ([`order`]).

use std::collections::BTreeSet;

use leptos::prelude::*;
use vithe_shared::{query::SortOrder, sorting::gather};

pub(crate) mod cell;
#[cfg(any(feature = "csr", test))]
pub(crate) mod copied;
pub(crate) mod head;
pub(crate) mod order;
pub(crate) mod part;

use cell::{NameCell, NumberCell};
use head::ColumnHead;
use order::{Order, SortHead, SortKey};

use super::optional_class::optional_class;
use crate::address::PageAddress;

/// The columns of a table from left to right: of each its head, and the cell of every record.
pub(crate) struct Columns<'a, Record> {
    /// The page whose address says the order of the records; `None` where the order stands.
    page: Option<&'a PageAddress>,
    heads: Vec<Head>,
    cells: Vec<Cell<'a, Record>>,
    orders: Vec<Order<'a, Record>>,
}

/// The head of a column.
enum Head {
    /// An element: a `th` in scope of the column.
    Element(AnyView),
    /// One that sets the order.
    Sort(SortHead),
}

/// How a column shows a record: as one `th` or `td`.
type Cell<'a, Record> = Box<dyn Fn(&Record) -> AnyView + 'a>;

impl<'a, Record> Columns<'a, Record> {
    /// None yet, of a table whose order stands.
    pub(crate) const fn new() -> Self {
        Self::ordered_on(None)
    }

    /// None yet, of a table whose order the address of its page says.
    pub(crate) const fn ordered_on(page: Option<&'a PageAddress>) -> Self {
        Self {
            page,
            heads: Vec::new(),
            cells: Vec::new(),
            orders: Vec::new(),
        }
    }

    /// Adds a column whose head is an element of its own: a `th` in scope of the column.
    pub(crate) fn headed(&mut self, head: AnyView, cell: impl Fn(&Record) -> AnyView + 'a) {
        self.heads.push(Head::Element(head));
        self.cells.push(Box::new(cell));
    }

    /// Adds a column that the table can be ordered by.
    pub(crate) fn sortable(
        &mut self,
        head: SortHead,
        key: impl Fn(&Record) -> SortKey + 'a,
        cell: impl Fn(&Record) -> AnyView + 'a,
    ) {
        self.orders.push(Order::new(&head, key));
        self.heads.push(Head::Sort(head));
        self.cells.push(Box::new(cell));
    }

    /// Adds a column of words.
    pub(crate) fn words(&mut self, name: &str, cell: impl Fn(&Record) -> AnyView + 'a) {
        self.headed(view! { <ColumnHead text=name/> }.into_any(), cell);
    }

    /// Adds a column of figures, each in a cell of its own form.
    pub(crate) fn figures(&mut self, name: &str, cell: impl Fn(&Record) -> AnyView + 'a) {
        self.headed(view! { <ColumnHead text=name number=true/> }.into_any(), cell);
    }

    /// Adds a column of plain numbers.
    pub(crate) fn numbers(&mut self, name: &str, text: impl Fn(&Record) -> String + 'a) {
        self.figures(name, move |record| view! { <NumberCell text=text(record)/> }.into_any());
    }

    /// The row of a record.
    pub(crate) fn row(&self, key: &impl ToString, record: &Record) -> Row {
        Row::new(key, self.cells.iter().map(|cell| cell(record)).collect())
    }

    /// The order of the address, as far as a column has it.
    fn chosen(&self) -> SortOrder {
        self.page
            .map(|page| page.query.sort)
            .filter(|sort| self.orders.iter().any(|order| order.by == sort.by))
            .unwrap_or_default()
    }

    /// Records in the order of the address, those that the reader keeps in view on top; they come in the order that the
    /// table has by itself.
    pub(crate) fn in_order<'r>(&self, records: &'r [Record], is_kept: impl Fn(&Record) -> bool) -> Vec<&'r Record> {
        let chosen = self.chosen();
        let order = self.orders.iter().find(|order| order.by == chosen.by);
        let places = match order.filter(|_| chosen != SortOrder::default()) {
            Some(order) => order.places(records, chosen.is_reversed),
            None => (0..records.len()).collect(),
        };
        let (kept, others): (Vec<&Record>, Vec<&Record>) = places
            .into_iter()
            .map(|place| &records[place])
            .partition(|record| is_kept(record));
        kept.into_iter().chain(others).collect()
    }

    /// The heads, once the rows are made.
    pub(crate) fn into_heads(self) -> Vec<AnyView> {
        let chosen = self.chosen();
        let page = self.page;
        self.heads
            .into_iter()
            .map(|head| match (head, page) {
                (Head::Element(head), _) => head,
                (Head::Sort(head), Some(page)) => head.view(page, chosen),
                (Head::Sort(head), None) => head.plain(),
            })
            .collect()
    }
}

/// A row.
pub(crate) struct Row {
    /// What it is about, unique within its table and the same for every state of it: a province, a component, a year. By it
    /// the app sees where a row has gone (`client::motion`).
    key: String,
    id: Option<String>,
    class: Option<String>,
    cells: Vec<AnyView>,
}

impl Row {
    /// A row of cells: one `th` or `td` each.
    pub(crate) fn new(key: &impl ToString, cells: Vec<AnyView>) -> Self {
        Self {
            key: key.to_string(),
            id: None,
            class: None,
            cells,
        }
    }

    /// A row of plain numbers behind its name.
    pub(crate) fn of_numbers<'a>(key: &impl ToString, name: &str, numbers: impl IntoIterator<Item = &'a str>) -> Self {
        let name = view! { <NameCell name/> }.into_any();
        let numbers = numbers.into_iter().map(|text| view! { <NumberCell text/> }.into_any());
        Self::new(key, std::iter::once(name).chain(numbers).collect())
    }

    /// With a class, where there is one.
    pub(crate) fn with_class(mut self, class: Option<String>) -> Self {
        self.class = class;
        self
    }

    /// With an anchor.
    pub(crate) fn with_id(mut self, id: String) -> Self {
        self.id = Some(id);
        self
    }

    /// As deep as its component: the total is of level 0.
    pub(crate) fn of_level(self, level: u8) -> Self {
        self.with_class(Some(format!("level-{level}")))
    }

    /// Picked out by the reader or not.
    pub(crate) fn highlighted(self, is_highlighted: bool) -> Self {
        self.with_class(is_highlighted.then(|| "is-highlighted".to_owned()))
    }
}

/// What a table shows, in words.
pub(crate) enum Caption {
    /// Above the table.
    Shown(String),
    /// For screen readers, where a heading says it already.
    Hidden(String),
}

/// A table within a frame, which scrolls sideways where it is too narrow and can then be reached by the keyboard.
#[component]
pub(crate) fn DataTable(
    /// The frame takes the focus, so it has the same anchor wherever the page is made.
    #[prop(optional, into)]
    id: Option<String>,
    /// The name of the frame.
    #[prop(into)]
    label: String,
    /// What the table shows.
    caption: Caption,
    /// The heads of its columns.
    heads: Vec<AnyView>,
    /// Its rows.
    rows: Vec<Row>,
    /// Classes of the frame beside its own.
    #[prop(optional)]
    frame: Option<&'static str>,
    /// Classes of the table.
    #[prop(default = "data")]
    class: &'static str,
) -> impl IntoView {
    let frame = frame.map_or_else(|| "table-frame".to_owned(), |frame| format!("table-frame {frame}"));
    view! {
        <div id=id class=frame tabindex="0" role="region" aria-label=label>
            <PlainTable caption heads rows class/>
        </div>
    }
}

/// A table without a frame, which fits wherever it stands.
#[component]
pub(crate) fn PlainTable(
    /// What the table shows.
    caption: Caption,
    /// The heads of its columns.
    heads: Vec<AnyView>,
    /// Its rows.
    rows: Vec<Row>,
    /// Its classes.
    #[prop(default = "data")]
    class: &'static str,
    /// Whether the heads are for screen readers only.
    #[prop(optional)]
    hides_heads: bool,
) -> impl IntoView {
    debug_assert!(has_unique_keys(&rows), "two rows of a table are about the same thing");
    let (caption, caption_class) = match caption {
        Caption::Shown(text) => (text, None),
        Caption::Hidden(text) => (text, Some("visually-hidden")),
    };
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|row| view! { <tr id=row.id data-key=row.key {..optional_class(row.class)}>{row.cells}</tr> }.into_any())
        .collect();
    view! {
        <table class=class>
            <caption {..optional_class(caption_class)}>{caption}</caption>
            <thead {..optional_class(hides_heads.then_some("visually-hidden"))}>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn has_unique_keys(rows: &[Row]) -> bool {
    let keys: BTreeSet<&String> = gather(rows.iter().map(|row| &row.key));
    keys.len() == rows.len()
}
