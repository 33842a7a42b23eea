//! A change as it is shown: arrow, words and colour together, or why there is none.

use leptos::prelude::*;
use vithe_shared::{Language, Year, domain::Comparability};

use super::table::part::{CellPart, Part};
use crate::{
    format::{ChangeText, NO_FIGURE},
    text::index,
    view_model::ChangeView,
};

/// A change in a narrow column; a screen reader hears the words.
#[component]
pub(crate) fn ShortChange(
    /// The change.
    change: ChangeText,
) -> impl IntoView {
    view! {
        <span class=change.tone.css_class() data-copy=change.number>
            <span aria-hidden="true">{change.short}</span>
            <span class="visually-hidden">{change.words}</span>
        </span>
    }
}

/// A change in words, with its arrow.
#[component]
pub(crate) fn WordedChange(
    /// The change.
    change: ChangeText,
) -> impl IntoView {
    view! {
        <span class=change.tone.css_class()>
            <span aria-hidden="true">{change.tone.arrow()}</span>
            " "
            {change.words}
        </span>
    }
}

/// What a cell says about a change.
pub(crate) enum ShownChange {
    /// The change.
    Told(ChangeText),
    /// That the years do not compare.
    Refused,
    /// That a figure is missing.
    Unknown,
    /// Nothing: there is no earlier year.
    Nothing,
}

impl ShownChange {
    /// The change of a score, refused where the years do not compare.
    pub(crate) fn of_score(change: Option<&ChangeView>) -> Self {
        match change {
            None => Self::Nothing,
            Some(ChangeView { score: Some(score), .. }) => Self::Told(score.clone()),
            Some(change) if change.comparability == Comparability::NotComparable => Self::Refused,
            Some(_) => Self::Unknown,
        }
    }

    /// The change of a rank, which is told across every break.
    pub(crate) fn of_rank(change: Option<&ChangeView>) -> Self {
        change
            .and_then(|change| change.rank.clone())
            .map_or(Self::Nothing, Self::Told)
    }
}

/// A cell with a change.
#[component]
pub(crate) fn ChangeCell(
    /// What it says.
    change: ShownChange,
    /// The language of the page.
    language: Language,
    /// The year it is against, where that is not the one of the other rows.
    #[prop(optional_no_strip)]
    against: Option<Year>,
    /// Whether the table is about this change.
    #[prop(optional)]
    strong: bool,
) -> impl IntoView {
    let change = match change {
        ShownChange::Told(change) => view! { <ShortChange change/> }.into_any(),
        ShownChange::Refused => view! { <span class="refused">{index::REFUSED.get(language)}</span> }.into_any(),
        ShownChange::Unknown => NO_FIGURE.into_any(),
        ShownChange::Nothing => ().into_any(),
    };
    let against = against.map(|year| {
        view! {
            " "
            <span class="muted small">
                <CellPart part=Part::Against text=format!("({year})") copied=year.to_string()/>
            </span>
        }
    });
    view! {
        <td class=if strong { "num strong" } else { "num" }>
            {change}
            {against}
        </td>
    }
}
