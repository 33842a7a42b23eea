//! What stands in the place of figures that are on their way.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::text::common;

/// Figures are on their way.
pub(crate) fn loading(language: Language) -> AnyView {
    view! { <p class="loading wrap" role="status">{common::LOADING.get(language)}</p> }.into_any()
}
