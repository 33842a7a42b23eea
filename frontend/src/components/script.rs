//! Text within `<script>`, the one place where a page holds text that is not escaped as HTML.

use leptos::prelude::*;

/// A module that runs. The text must be the site's own, and hold no end of a script.
pub(crate) fn module_script(text: String) -> AnyView {
    view! { <script type="module">{text}</script> }.into_any()
}
