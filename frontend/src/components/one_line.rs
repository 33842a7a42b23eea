//! A section without figures: one line that says so, instead of an empty block.

use leptos::prelude::*;

/// The line of a section, with its anchor: what it is about, and why there is nothing or where there is.
pub(crate) fn one_line(anchor: &'static str, subject: impl Into<String>, reason: impl IntoView + 'static) -> AnyView {
    view! {
        <section id=anchor class="one-line">
            <h2>{subject.into()}</h2>
            <p>{reason}</p>
        </section>
    }
    .into_any()
}
