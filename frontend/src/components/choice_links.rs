//! A choice of a few as links: one of them is the state of the page.

use leptos::prelude::*;

/// One of a few.
pub(crate) struct ChoiceLink {
    /// Its name in anchors, unique within the choice.
    pub(crate) name: &'static str,
    /// What is read.
    pub(crate) text: &'static str,
    /// The page in that state.
    pub(crate) href: String,
    /// Whether it is the state of the page.
    pub(crate) is_chosen: bool,
}

/// The links, behind what they choose. `id` is unique on the page.
pub(crate) fn choice_links(
    id: &'static str,
    label: &'static str,
    choices: impl IntoIterator<Item = ChoiceLink>,
) -> AnyView {
    let items = choices
        .into_iter()
        .map(|choice| {
            view! {
                <li>
                    <a
                        id=format!("{id}-{}", choice.name)
                        href=choice.href
                        data-noscroll="true"
                        aria-current=choice.is_chosen.then_some("true")
                    >
                        {choice.text}
                    </a>
                </li>
            }
        })
        .collect_view();
    let label_id = format!("{id}-label");
    view! {
        <div class="choice">
            <span class="choice-label" id=label_id.clone()>{label}</span>
            <ul class="inline-list" aria-labelledby=label_id>{items}</ul>
        </div>
    }
    .into_any()
}
