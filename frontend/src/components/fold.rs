//! What is folded into one line on a telephone and stands open where there is room and on paper: one `details` for all
//! windows, which the style sheet opens in a wide one. Its line says what is inside, so that nobody opens it in vain.

use leptos::prelude::*;

/// Content behind its line. `id` is unique on the page: by it the app keeps what the reader opened.
pub(crate) fn fold(id: impl Into<String>, line: impl Into<String>, content: impl IntoView + 'static) -> AnyView {
    fold_of_class("fold", id.into(), line.into(), content.into_any())
}

/// The controls above a figure; the line says what is chosen.
pub(crate) fn filter_fold(
    id: impl Into<String>,
    state: impl Into<String>,
    filters: impl IntoView + 'static,
) -> AnyView {
    fold_of_class("fold filter-fold", id.into(), state.into(), filters.into_any())
}

fn fold_of_class(class: &'static str, id: String, line: String, content: AnyView) -> AnyView {
    let summary_id = format!("{id}-line");
    view! {
        <details id=id class=class>
            <summary id=summary_id>{line}</summary>
            {content}
        </details>
    }
    .into_any()
}
