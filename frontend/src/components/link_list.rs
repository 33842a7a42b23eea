//! Links in a line: where to go on from a page or a section.

use leptos::prelude::*;

/// A list of links, each an address and what is read.
#[component]
pub(crate) fn LinkList(
    /// The class of the list.
    #[prop(default = "inline-list")]
    class: &'static str,
    /// Addresses and texts.
    links: Vec<(String, String)>,
) -> impl IntoView {
    let items = links
        .into_iter()
        .map(|(address, text)| view! { <li><a href=address>{text}</a></li> })
        .collect_view();
    view! { <ul class=class>{items}</ul> }
}
