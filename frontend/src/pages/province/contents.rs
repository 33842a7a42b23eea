//! What stands on the page: links to its sections, in sight while the page is read; one line on a telephone.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::{components::fold::fold, text::province as text};

/// A section with its anchor.
pub(super) type Entry = (&'static str, &'static str);

/// The links.
pub(super) fn contents(entries: &[Entry], language: Language) -> AnyView {
    // Within the page the browser goes by itself.
    let links = entries
        .iter()
        .map(|(anchor, name)| view! { <li><a href=format!("#{anchor}") rel="external">{*name}</a></li> })
        .collect_view();
    let line = text::CONTENTS.get(language);
    view! {
        <nav class="contents" aria-label=line>
            {fold("contents", line, view! { <ul class="inline-list">{links}</ul> })}
        </nav>
    }
    .into_any()
}
