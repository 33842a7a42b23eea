//! A change as it is shown: arrow, words and colour together, or why there is none.

use leptos::prelude::*;
use vithe_shared::{Language, api::Comparability};

use crate::{format::ChangeText, text::index, view_model::ChangeView};

/// A change in a narrow column; a screen reader hears the words.
pub(crate) fn short_change(change: &ChangeText) -> AnyView {
    view! {
        <span class=change.tone.css_class()>
            <span aria-hidden="true">{change.short.clone()}</span>
            <span class="visually-hidden">{change.words.clone()}</span>
        </span>
    }
    .into_any()
}

/// A change in words, with its arrow.
pub(crate) fn worded_change(change: &ChangeText) -> AnyView {
    view! {
        <span class=change.tone.css_class()>
            <span aria-hidden="true">{change.tone.arrow()}" "</span>
            {change.words.clone()}
        </span>
    }
    .into_any()
}

/// The change of score in a table cell: refused where the years do not compare.
pub(crate) fn score_change_cell(change: &ChangeView, language: Language) -> AnyView {
    match &change.score {
        Some(score) => short_change(score),
        None if change.comparability == Comparability::NotComparable => {
            view! { <span class="muted small">{index::REFUSED.get(language)}</span> }.into_any()
        }
        None => view! { <span class="muted">"–"</span> }.into_any(),
    }
}
