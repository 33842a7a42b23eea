//! The lines about the network and the version of the site. They are always there, so that they need neither the app nor
//! another request; the marks that `offline.js` sets on `<html>` show the one that holds.

use leptos::prelude::*;
use vithe_shared::Language;

use crate::text::connection as text;

/// The lines in one language.
pub(crate) fn connection(language: Language) -> AnyView {
    view! {
        <div class="connection" role="status">
            <p class="connection-away">
                {text::AWAY.get(language)}
                ". "
                <span class="connection-ready">{text::ALL_IS_KEPT.get(language)}</span>
                <span class="connection-partly">{text::SOME_IS_KEPT.get(language)}</span>
                " "
                <span class="connection-file">{text::NEEDS_NETWORK.get(language)}</span>
            </p>
            <p class="connection-version">
                {text::NEW_VERSION.get(language)} " " <a href="">{text::RELOAD.get(language)}</a>
            </p>
        </div>
    }
    .into_any()
}
