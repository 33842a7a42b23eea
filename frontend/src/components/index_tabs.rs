//! The choice of an index on pages that show one of the four.

use leptos::prelude::*;
use vithe_shared::{IndexId, Language};

use crate::text::province;

/// Links to the four indices; the current one is marked.
pub(crate) fn index_tabs(current: IndexId, language: Language, address_of: impl Fn(IndexId) -> String) -> AnyView {
    let items = IndexId::ALL
        .into_iter()
        .map(|index| {
            view! {
                <li>
                    <a
                        id=format!("tab-{index}")
                        class=format!("index-{index}")
                        href=address_of(index)
                        data-noscroll=""
                        aria-current=(index == current).then_some("true")
                    >
                        {index.short_name()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <nav class="tabs index-tabs" aria-label=province::CHOOSE_INDEX.get(language)><ul>{items}</ul></nav> }
        .into_any()
}
