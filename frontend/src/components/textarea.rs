//! Text within a `textarea`.

/// The content of a `textarea`. Leptos writes it into a document as it is, so that a text could end the element: there it is
/// written with references. The browser sets it as text.
pub(crate) fn content_of_textarea(text: &str) -> String {
    if cfg!(feature = "csr") {
        text.to_owned()
    } else {
        text.replace('&', "&amp;").replace('<', "&lt;")
    }
}
