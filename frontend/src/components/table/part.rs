//! Parts of a cell: figures that stand beside the one of the cell, such as what a rank is out of. On the screen they are read
//! together; a copy gives each a column of its own (`client::copying`), so that a spreadsheet takes no `1/11` for a date.

use leptos::prelude::*;
#[cfg(any(feature = "csr", test))]
use vithe_shared::Text;

use crate::format::split_rank;
#[cfg(any(feature = "csr", test))]
use crate::text::{common, table};

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// How many are ranked, or would be counted.
    OutOf,
    /// The rank of the figure.
    Rank,
    /// The best rank of an interval.
    Best,
    /// The worst one.
    Worst,
    /// The year that a change is against, where it is not that of the other rows.
    Against,
}

impl Part {
    #[cfg(feature = "csr")]
    const ALL: [Self; 5] = [Self::OutOf, Self::Rank, Self::Best, Self::Worst, Self::Against];

    /// The value of `data-part`.
    const fn as_str(self) -> &'static str {
        match self {
            Self::OutOf => "out-of",
            Self::Rank => "rank",
            Self::Best => "best",
            Self::Worst => "worst",
            Self::Against => "against",
        }
    }

    /// The part that a value of `data-part` names.
    #[cfg(feature = "csr")]
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }

    /// The head of its column in a copy.
    #[cfg(any(feature = "csr", test))]
    pub(crate) const fn head(self) -> Text {
        match self {
            Self::OutOf => table::OUT_OF,
            Self::Rank => common::RANK,
            Self::Best => table::BEST_RANK,
            Self::Worst => table::WORST_RANK,
            Self::Against => table::AGAINST,
        }
    }
}

/// A part as it is shown, and as it is copied.
#[component]
pub(crate) fn CellPart(
    /// What it is.
    part: Part,
    /// What is shown.
    #[prop(into)]
    text: String,
    /// What is copied.
    #[prop(into)]
    copied: String,
) -> impl IntoView {
    view! { <span class="part" data-part=part.as_str() data-copy=copied>{unless_empty(text)}</span> }
}

/// A number as it is written; what a rank is out of is a part of its own.
pub(crate) fn number(text: String) -> AnyView {
    let Some((rank, of)) = split_rank(&text) else {
        return unless_empty(text).into_any();
    };
    let (rank, of) = (rank.to_owned(), of.to_owned());
    view! {
        {rank}
        <CellPart part=Part::OutOf text=format!("/{of}") copied=of/>
    }
    .into_any()
}

/// An empty text would be written as a space.
pub(super) fn unless_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
