//! The theme the reader sees. The small script of the head applies and stores it; here the pages only learn of it, so
//! that pictures and live charts follow.

use leptos::prelude::*;
use vithe_shared::query::Theme;

/// The theme as the pages know it, shared by context.
#[derive(Clone, Copy)]
pub(crate) struct ThemeState {
    /// The theme chosen by hand; `None` while the device decides.
    chosen: RwSignal<Option<Theme>>,
    /// The theme in force. Light until the page is hydrated.
    #[cfg(feature = "hydrate")]
    in_force: RwSignal<Theme>,
}

impl ThemeState {
    /// Starts with what the server assumed, and follows the reader's choice once the page is hydrated.
    pub(crate) fn provide() {
        let state = Self {
            chosen: RwSignal::new(None),
            #[cfg(feature = "hydrate")]
            in_force: RwSignal::new(Theme::Light),
        };
        provide_context(state);
        #[cfg(feature = "hydrate")]
        {
            Effect::new(move |_| state.read_document());
            let listener = window_event_listener_untyped("vithe-theme", move |_| state.read_document());
            on_cleanup(move || listener.remove());
        }
    }

    /// The theme in force.
    #[cfg(feature = "hydrate")]
    pub(crate) fn in_force(self) -> Theme {
        self.in_force.get()
    }

    /// The media condition under which the dark form of a picture is shown.
    pub(crate) fn dark_media(self) -> &'static str {
        match self.chosen.get() {
            None => "(prefers-color-scheme: dark)",
            Some(Theme::Dark) => "all",
            Some(Theme::Light) => "not all",
        }
    }

    #[cfg(feature = "hydrate")]
    fn read_document(self) {
        let chosen = crate::site::document_attribute("data-theme").parse::<Theme>().ok();
        let device_is_dark = window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches());
        let device = if device_is_dark { Theme::Dark } else { Theme::Light };
        self.chosen.set(chosen);
        if self.in_force.get_untracked() != chosen.unwrap_or(device) {
            self.in_force.set(chosen.unwrap_or(device));
        }
    }
}
