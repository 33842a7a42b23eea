//! The search box: a form that leads to the search page, and in the browser a list of what can be found, which comes with the
//! chunk of the search when the box is used first (`client::finding_list`).

use leptos::{html, prelude::*};
use vithe_shared::Language;

#[cfg(feature = "csr")]
use crate::client::{Site, searching};
use crate::{address::search_path, text::common};

/// The search box within the content of a page.
pub(crate) fn content_search_box(language: Language, text: String) -> AnyView {
    search_box(language, "find-here", false, text)
}

/// A search box that starts with a text. `id` is unique on the page; the box that `takes_slash` is focused by the key `/`.
pub(crate) fn search_box(language: Language, id: &'static str, takes_slash: bool, text: String) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let hint_id = format!("{id}-hint");
    #[cfg(feature = "csr")]
    let on_focus = {
        let site = expect_context::<Site>();
        move || {
            if let Some(field) = input.get_untracked() {
                searching::begin(site, field, language);
            }
        }
    };
    #[cfg(not(feature = "csr"))]
    let on_focus = || ();
    #[cfg(feature = "csr")]
    if takes_slash {
        focus_on_slash(input);
    }
    view! {
        <form
            class="search"
            role="search"
            // One of several on a page is told apart by its name.
            aria-label=(!takes_slash).then(|| common::FIND_ANYTHING.get(language))
            method="get"
            action=search_path(language)
        >
            <label class="visually-hidden" for=id>{common::FIND_ANYTHING.get(language)}</label>
            <input
                node_ref=input
                id=id
                class="search-input"
                type="search"
                name="q"
                value=text
                autocomplete="off"
                spellcheck="false"
                aria-describedby=hint_id.clone()
                placeholder=common::FIND_PLACEHOLDER.get(language)
                on:focus=move |_| on_focus()
            />
            <button id=format!("{id}-submit") class="search-button" type="submit">{common::FIND.get(language)}</button>
            <span id=hint_id class="visually-hidden">{common::FIND_HINT.get(language)}</span>
        </form>
    }
    .into_any()
}

/// Focuses the box when `/` is pressed outside a field, unless that was switched off.
#[cfg(feature = "csr")]
fn focus_on_slash(input: NodeRef<html::Input>) {
    use wasm_bindgen::JsCast as _;

    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| {
                element
                    .closest("input, select, textarea, [contenteditable]")
                    .is_ok_and(|field| field.is_some())
            });
        let with_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let is_meant = event.key() == "/" && !in_field && !with_modifier && slash_is_on();
        if let Some(input) = input.get_untracked().filter(|_| is_meant) {
            event.prevent_default();
            // An element that cannot take the focus leaves it where it is.
            let _ = input.focus();
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(feature = "csr")]
const SLASH_KEY: &str = "vithe-slash";

#[cfg(feature = "csr")]
fn slash_is_on() -> bool {
    let stored = window()
        .local_storage()
        .ok()
        .flatten()
        .and_then(|storage| storage.get_item(SLASH_KEY).ok().flatten());
    stored.as_deref() != Some("off")
}

/// The switch of the key `/`; it works only in the browser and is shown only there.
pub(crate) fn slash_switch(language: Language) -> AnyView {
    let on = RwSignal::new(true);
    #[cfg(feature = "csr")]
    Effect::new(move |_| on.set(slash_is_on()));
    let toggle = move |event: leptos::ev::Event| {
        let wanted = event_target_checked(&event);
        on.set(wanted);
        #[cfg(feature = "csr")]
        if let Ok(Some(storage)) = window().local_storage() {
            // Without storage the choice lasts as long as the page.
            let _ = if wanted {
                storage.remove_item(SLASH_KEY)
            } else {
                storage.set_item(SLASH_KEY, "off")
            };
        }
    };
    view! {
        <label class="slash-switch needs-script">
            <input type="checkbox" prop:checked=move || on.get() checked on:change=toggle/>
            " "
            {common::SLASH_SETTING.get(language)}
        </label>
    }
    .into_any()
}
