//! The order of a table: columns that it can be ordered by, each with a link in its head, and what is compared.

use std::cmp::Ordering;

use leptos::prelude::*;
use vithe_shared::{
    query::{Sort, SortOrder},
    sorting::sort_by,
    vietnamese,
};

use super::{cell::Remark, head::ColumnHead};
use crate::{address::PageAddress, components::optional_class::optional_class};

/// Which way a column runs.
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

    const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

/// What a column compares.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SortKey {
    /// A figure; what has none comes last, whichever way the column runs.
    Number(Option<f64>),
    /// A word, in the order of the Vietnamese alphabet.
    Word(String),
}

impl<T: Into<f64>> From<Option<T>> for SortKey {
    fn from(number: Option<T>) -> Self {
        Self::Number(number.map(Into::into))
    }
}

impl SortKey {
    fn compare(&self, other: &Self, direction: Direction) -> Ordering {
        let (order, is_missing) = match (self, other) {
            (Self::Number(Some(left)), Self::Number(Some(right))) => (left.total_cmp(right), false),
            (Self::Number(left), Self::Number(right)) => (left.is_none().cmp(&right.is_none()), true),
            (Self::Word(left), Self::Word(right)) => (vietnamese::compare(left, right), false),
            // A column has keys of one kind.
            (Self::Number(_), Self::Word(_)) | (Self::Word(_), Self::Number(_)) => (Ordering::Equal, false),
        };
        if direction == Direction::Descending && !is_missing {
            order.reverse()
        } else {
            order
        }
    }
}

/// The head of a column that a table can be ordered by.
pub(crate) struct SortHead {
    pub(super) by: Sort,
    usual: Direction,
    text: String,
    is_number: bool,
    remark: Option<String>,
    spoken: Option<String>,
}

impl SortHead {
    /// Of a column of words, which usually runs from the first letter.
    pub(crate) fn words(by: Sort, text: &str) -> Self {
        Self {
            by,
            usual: Direction::Ascending,
            text: text.to_owned(),
            is_number: false,
            remark: None,
            spoken: None,
        }
    }

    /// Of a column of ranks, which usually runs from the best one.
    pub(crate) fn ranks(by: Sort, text: &str) -> Self {
        Self {
            is_number: true,
            ..Self::words(by, text)
        }
    }

    /// Of a column of figures, which usually runs from the largest one.
    pub(crate) fn figures(by: Sort, text: &str) -> Self {
        Self {
            usual: Direction::Descending,
            ..Self::ranks(by, text)
        }
    }

    /// Over a picture of the figures, which stands where words do.
    pub(crate) fn over_picture(mut self) -> Self {
        self.is_number = false;
        self
    }

    /// With what is shown after the name.
    pub(crate) fn remark(mut self, words: Option<String>) -> Self {
        self.remark = words;
        self
    }

    /// With what only a screen reader says after the name.
    pub(crate) fn spoken(mut self, words: Option<String>) -> Self {
        self.spoken = words;
        self
    }

    /// The head alone, where the order stands.
    pub(super) fn plain(self) -> AnyView {
        view! { <ColumnHead text=self.text number=self.is_number remark=self.remark spoken=self.spoken/> }.into_any()
    }

    /// The head, with a link to the order by its column, or to the other way round where the table has it already.
    pub(super) fn view(self, page: &PageAddress, chosen: SortOrder) -> AnyView {
        let Self {
            by, text, is_number, ..
        } = self;
        let is_chosen = chosen.by == by;
        let next = SortOrder {
            by,
            is_reversed: is_chosen && !chosen.is_reversed,
        };
        let direction = is_chosen.then(|| {
            if chosen.is_reversed {
                self.usual.reversed()
            } else {
                self.usual
            }
        });
        let spoken = self
            .spoken
            .map(|words| view! { <span class="visually-hidden">{words}</span> });
        view! {
            <th scope="col" {..optional_class(is_number.then_some("num"))} aria-sort=direction.map(Direction::as_str)>
                <a id=format!("sort-{by}") href=page.with(|query| query.sort = next) data-noscroll="true" class="sort">{text}</a>
                {self.remark.map(|text| view! { <Remark text/> })}
                {spoken}
            </th>
        }
        .into_any()
    }
}

/// What a column compares the records of a table by.
pub(super) struct Order<'a, Record> {
    pub(super) by: Sort,
    usual: Direction,
    key: Box<dyn Fn(&Record) -> SortKey + 'a>,
}

impl<'a, Record> Order<'a, Record> {
    pub(super) fn new(head: &SortHead, key: impl Fn(&Record) -> SortKey + 'a) -> Self {
        Self {
            by: head.by,
            usual: head.usual,
            key: Box::new(key),
        }
    }

    /// The places of records in this order; equal ones stay as they are.
    pub(super) fn places(&self, records: &[Record], is_reversed: bool) -> Vec<usize> {
        let direction = if is_reversed { self.usual.reversed() } else { self.usual };
        places_by_key(&records.iter().map(&self.key).collect::<Vec<_>>(), direction)
    }
}

/// Apart from the type of the records, so that sorting is compiled once.
fn places_by_key(keys: &[SortKey], direction: Direction) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    sort_by(&mut places, |left, right| keys[*left].compare(&keys[*right], direction));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name and figure.
    type Record = (&'static str, Option<f64>);

    const RECORDS: [Record; 4] = [
        ("Đà Nẵng", Some(2.0)),
        ("Bắc Ninh", None),
        ("An Giang", Some(-1.0)),
        ("Bến Tre", Some(2.0)),
    ];

    fn sorted(order: &Order<'_, Record>, is_reversed: bool) -> Vec<&'static str> {
        let places = order.places(&RECORDS, is_reversed);
        places.into_iter().map(|place| RECORDS[place].0).collect()
    }

    #[test]
    fn figures_run_both_ways_and_missing_ones_come_last_in_both() {
        let order = Order::new(&SortHead::figures(Sort::Points, ""), |(_, figure): &Record| {
            SortKey::from(*figure)
        });
        assert_eq!(sorted(&order, false), ["Đà Nẵng", "Bến Tre", "An Giang", "Bắc Ninh"]);
        assert_eq!(sorted(&order, true), ["An Giang", "Đà Nẵng", "Bến Tre", "Bắc Ninh"]);
    }

    #[test]
    fn words_run_by_the_vietnamese_alphabet() {
        let order = Order::new(&SortHead::words(Sort::Name, ""), |(name, _): &Record| {
            SortKey::Word((*name).to_owned())
        });
        assert_eq!(sorted(&order, false), ["An Giang", "Bắc Ninh", "Bến Tre", "Đà Nẵng"]);
        assert_eq!(sorted(&order, true), ["Đà Nẵng", "Bến Tre", "Bắc Ninh", "An Giang"]);
    }
}
