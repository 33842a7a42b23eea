//! Coming closer to a part of a plot: by buttons and keys here, by wheel, pinch and drag in ECharts.

use leptos::prelude::*;
use vithe_shared::{Language, Text};

use super::Controls;
use crate::{charts::zoom::Zoom, text::figure as text};

/// How much closer a step leads.
const STEP: f64 = 1.5;

impl Controls {
    /// A gesture of ECharts changed what is seen.
    pub(super) fn zoomed(self, percentages: &[f64]) {
        let zooms = self.choosing.with_value(|choosing| choosing.zooms);
        self.zoom.set(Zoom::of_percentages(zooms, percentages));
    }

    /// Leads closer by a factor, or away.
    fn closer(self, factor: f64) {
        let zooms = self.choosing.with_value(|choosing| choosing.zooms);
        self.clear();
        self.zoom.update(|zoom| *zoom = zoom.closer(zooms, factor));
    }

    /// Follows `+`, `-` and `0`; says whether the key was one of them.
    pub(super) fn closer_by_key(self, key: &str) -> bool {
        match key {
            "+" | "=" => self.closer(STEP),
            "-" => self.closer(1.0 / STEP),
            "0" => self.zoom.set(Zoom::WHOLE),
            _ => return false,
        }
        true
    }
}

/// The buttons below a chart whose plot comes closer.
pub(super) fn closer_buttons(id: &str, controls: Controls, language: Language) -> AnyView {
    let button = |name: &str, sign: &'static str, words: Text, key: &'static str| {
        view! {
            <button
                id=format!("{id}-{name}")
                type="button"
                class="zoom-button"
                aria-label=words.get(language)
                title=words.get(language)
                on:click=move |_| {
                    controls.closer_by_key(key);
                }
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="figure-zoom" hidden=move || !controls.is_live.get()>
            {button("closer", "+", text::CLOSER, "+")}
            {button("farther", "−", text::FARTHER, "-")}
            <button
                id=format!("{id}-whole")
                type="button"
                class="zoom-button"
                hidden=move || controls.zoom.get().is_whole()
                on:click=move |_| controls.zoom.set(Zoom::WHOLE)
            >
                {text::WHOLE.get(language)}
            </button>
            <span class="muted small zoom-hint">{text::ZOOM_HINT.get(language)}</span>
        </div>
    }
    .into_any()
}
