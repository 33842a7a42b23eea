//! The line of a page on a device that saves data: the app is not loaded until the reader turns it on, which `theme.js` does.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::text::connection as text;

/// The line in one language; shown where `<html>` is marked `data-saving`.
pub(crate) fn saving(language: Language) -> AnyView {
    view! {
        <p class="saving">
            <span class="wrap">
                {text::SAVING.get(language)} " " <a href="" data-turn-on="">{text::TURN_ON.get(language)}</a>
            </span>
        </p>
    }
    .into_any()
}
