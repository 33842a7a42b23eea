//! The theme the reader sees. The small script of the head applies and stores it; here the pages only learn of it, so that
//! pictures and live charts follow.

use leptos::prelude::*;
use vithe_shared::query::Theme;

use super::{document_attribute, hand::find_all};

/// The theme as the pages know it.
#[derive(Clone, Copy)]
pub(crate) struct ThemeState {
    /// The theme chosen by hand; `None` while the device decides.
    chosen: RwSignal<Option<Theme>>,
    /// The theme on the screen.
    in_force: RwSignal<Theme>,
    /// Whether the page is being printed. Paper is never dark, and has a width of its own.
    on_paper: RwSignal<bool>,
}

impl ThemeState {
    /// Reads the theme, and follows the reader's choice.
    pub(super) fn new() -> Self {
        let (chosen, in_force) = read_document();
        let state = Self {
            chosen: RwSignal::new(chosen),
            in_force: RwSignal::new(in_force),
            on_paper: RwSignal::new(false),
        };
        window_event_listener_untyped("beforeprint", move |_| state.on_paper.set(true));
        window_event_listener_untyped("afterprint", move |_| state.on_paper.set(false));
        // The site lives as long as the document: its listeners are never removed.
        window_event_listener_untyped("vithe-theme", move |_| {
            let (chosen, in_force) = read_document();
            state.chosen.set(chosen);
            if state.in_force.get_untracked() != in_force {
                state.in_force.set(in_force);
            }
        });
        state
    }

    /// The theme in force.
    pub(super) fn in_force(self) -> Theme {
        if self.is_on_paper() {
            Theme::Light
        } else {
            self.in_force.get()
        }
    }

    /// Whether the page is being printed.
    pub(super) fn is_on_paper(self) -> bool {
        self.on_paper.get()
    }

    /// Lets the pictures of the page follow a theme chosen by hand: their dark form is bound to the device's wish as the
    /// server writes it.
    pub(super) fn dress_pictures(self) {
        let dark = match self.chosen.get() {
            None => "screen and (prefers-color-scheme: dark)",
            Some(Theme::Dark) => "screen",
            Some(Theme::Light) => "not all",
        };
        let Some(body) = document().body() else { return };
        for source in find_all(&body, "source[data-dark]") {
            let width = source.get_attribute("data-dark").unwrap_or_default();
            let media = if width.is_empty() || dark == "not all" {
                dark.to_owned()
            } else {
                format!("{dark} and {width}")
            };
            // A source always takes the attribute.
            let _ = source.set_attribute("media", &media);
        }
    }
}

/// The theme chosen by hand, and the one in force.
fn read_document() -> (Option<Theme>, Theme) {
    let chosen = document_attribute("data-theme").parse::<Theme>().ok();
    let device_is_dark = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let device = if device_is_dark { Theme::Dark } else { Theme::Light };
    (chosen, chosen.unwrap_or(device))
}
