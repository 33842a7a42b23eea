//! The search for a province: a form that leads to the search page, and in the browser a list of matches while typing.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use vithe_shared::Language;

#[cfg(feature = "csr")]
use crate::client::{Site, Step};
use crate::{address::search_path, text::common};

/// A match in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// The name of the province.
    pub(crate) name: String,
    /// Its page.
    pub(crate) address: String,
}

/// The search box within the content of a page.
pub(crate) fn content_search_box(language: Language, text: String) -> AnyView {
    search_box(language, "find-here", false, text)
}

/// A search box that starts with a text. `id` is unique on the page; the box that `takes_slash` is focused by the key `/`.
pub(crate) fn search_box(language: Language, id: &'static str, takes_slash: bool, text: String) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let suggestions = RwSignal::new(Vec::<Suggestion>::new());
    let chosen = RwSignal::new(None::<usize>);
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let list_id = format!("{id}-list");
    let hint_id = format!("{id}-hint");
    let option_id = move |position: usize| format!("{id}-option-{position}");

    #[cfg(feature = "csr")]
    let on_focus = suggest(language, typed, suggestions);
    #[cfg(not(feature = "csr"))]
    let on_focus = || ();
    #[cfg(feature = "csr")]
    if takes_slash {
        focus_on_slash(input);
    }
    let on_input = move |event: leptos::ev::Event| {
        typed.set(event_target_value(&event));
        chosen.set(None);
        open.set(true);
    };
    let on_keydown = {
        #[cfg(feature = "csr")]
        let navigator = expect_context::<Site>().navigator;
        move |event: KeyboardEvent| {
            let count = suggestions.with_untracked(Vec::len);
            let current = chosen.get_untracked();
            match event.key().as_str() {
                "ArrowDown" if count > 0 => {
                    event.prevent_default();
                    open.set(true);
                    chosen.set(Some(current.map_or(0, |position| (position + 1) % count)));
                }
                "ArrowUp" if count > 0 => {
                    event.prevent_default();
                    open.set(true);
                    chosen.set(Some(
                        current.map_or(count - 1, |position| (position + count - 1) % count),
                    ));
                }
                "Escape" => {
                    open.set(false);
                    chosen.set(None);
                }
                #[cfg(feature = "csr")]
                "Enter" => {
                    let address = current.and_then(|position| {
                        suggestions
                            .with_untracked(|list| list.get(position).map(|suggestion| suggestion.address.clone()))
                    });
                    if let Some(address) = address {
                        event.prevent_default();
                        open.set(false);
                        navigator.go(&address, Step::Page);
                    }
                }
                _ => {}
            }
        }
    };
    let is_open = Memo::new(move |_| open.get() && typed.with(|text| !text.trim().is_empty()));
    let options = move || {
        let list = suggestions.get();
        if list.is_empty() {
            return view! { <li class="search-nothing" role="option" aria-disabled="true" aria-selected="false">{common::NOTHING_FOUND.get(language)}</li> }
                .into_any();
        }
        list.into_iter()
            .enumerate()
            .map(|(position, suggestion)| {
                view! {
                    <li
                        id=option_id(position)
                        role="option"
                        aria-selected=move || if chosen.get() == Some(position) { "true" } else { "false" }
                    >
                        <a href=suggestion.address tabindex="-1" on:click=move |_| open.set(false)>{suggestion.name}</a>
                    </li>
                }
            })
            .collect_view()
            .into_any()
    };
    let path = search_path(language);
    view! {
        <form
            class="search"
            role="search"
            // One of several on a page is told apart by its name.
            aria-label=(!takes_slash).then(|| common::FIND_PROVINCE.get(language))
            method="get"
            action=path
            on:submit=move |_| open.set(false)
        >
            <label class="visually-hidden" for=id>{common::FIND_PROVINCE.get(language)}</label>
            <input
                node_ref=input
                id=id
                class="search-input"
                type="search"
                name="q"
                value=text
                autocomplete="off"
                spellcheck="false"
                role="combobox"
                aria-autocomplete="list"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                aria-controls=list_id.clone()
                aria-describedby=hint_id.clone()
                aria-activedescendant=move || chosen.get().map(option_id)
                placeholder=common::FIND_PLACEHOLDER.get(language)
                on:focus=move |_| on_focus()
                on:input=on_input
                on:keydown=on_keydown
                // A click on a match must arrive before the list goes.
                on:blur=move |_| set_timeout(move || open.set(false), std::time::Duration::from_millis(200))
            />
            <button id=format!("{id}-submit") class="search-button" type="submit">{common::FIND.get(language)}</button>
            <span id=hint_id class="visually-hidden">{common::FIND_HINT.get(language)}</span>
            <ul id=list_id class="search-list" role="listbox" aria-label=common::FIND_PROVINCE.get(language) hidden=move || !is_open.get()>
                {options}
            </ul>
        </form>
    }
    .into_any()
}

/// Keeps the matches up to date with what is typed, once the box has been used.
#[cfg(feature = "csr")]
fn suggest(language: Language, typed: RwSignal<String>, suggestions: RwSignal<Vec<Suggestion>>) -> impl Fn() + Copy {
    let site = expect_context::<Site>();
    let is_used = RwSignal::new(false);
    Effect::new(move |_| {
        let typed = typed.get();
        if !is_used.get() {
            return;
        }
        leptos::task::spawn_local_scoped_with_cancellation(async move {
            // Without the names of the provinces the form still leads to the search page; the next letter asks again.
            if let Ok(found) = site.suggest(typed, language).await
                && suggestions.with_untracked(|list| list != &found)
            {
                suggestions.set(found);
            }
        });
    });
    move || is_used.set(true)
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
