//! Text within `<script>`, the one place where a page holds text that is not escaped as HTML.

use leptos::prelude::*;
use serde::Serialize;

/// A module that runs. The text must be the site's own, and hold no end of a script.
pub(crate) fn module_script(text: String) -> AnyView {
    view! { <script type="module">{text}</script> }.into_any()
}

/// Figures for the script of a page, as JSON that cannot end the element it stands in.
pub(crate) fn json_script(id: &'static str, value: &impl Serialize) -> AnyView {
    // Plain structs of numbers and texts can always be written.
    let json = serde_json::to_string(value).unwrap_or_default().replace('<', "\\u003c");
    view! { <script type="application/json" id=id>{json}</script> }.into_any()
}
