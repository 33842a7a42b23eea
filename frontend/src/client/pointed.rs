//! What the reader points at, on the whole page: a province, in a chart or in a row of a table. Charts let it stand out,
//! rows of tables light up.

use leptos::{html, prelude::*};
use vithe_shared::ProvinceSlug;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget};

/// Class of the rows about the province that is pointed at.
const CLASS: &str = "is-pointed";

/// The province that is pointed at, wherever on the page.
#[derive(Clone, Copy)]
pub(crate) struct Pointed(RwSignal<Option<ProvinceSlug>>);

impl Pointed {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The province, followed.
    pub(super) fn get(self) -> Option<ProvinceSlug> {
        self.0.get()
    }

    /// Points at a province, or at none.
    pub(super) fn at(self, province: Option<ProvinceSlug>) {
        if self.0.with_untracked(|before| *before != province) {
            self.0.set(province);
        }
    }

    /// Follows rows of the content under pointer and focus, and lights up those of the province pointed at.
    pub(super) fn follow(self, main: NodeRef<html::Main>) {
        let over = move |target: Option<EventTarget>| {
            // The charts tell by themselves what they are pointed at.
            if let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok())
                && element.closest(".figure-canvas").ok().flatten().is_none()
            {
                self.at(province_of_row(&element));
            }
        };
        window_event_listener(leptos::ev::mouseover, move |event| over(event.target()));
        window_event_listener(leptos::ev::focusin, move |event| over(event.target()));
        Effect::new(move |_| {
            let pointed = self.get();
            let Some(main) = main.get() else { return };
            for row in elements(&main, &format!("tr.{CLASS}")) {
                // An unknown class is no fault.
                let _ = row.class_list().remove_1(CLASS);
            }
            if let Some(province) = pointed {
                for row in elements(&main, &format!("tr[data-key=\"{province}\"]")) {
                    let _ = row.class_list().add_1(CLASS);
                }
            }
        });
    }
}

/// The province that a row is about.
fn province_of_row(element: &Element) -> Option<ProvinceSlug> {
    let row = element.closest("tr[data-key]").ok()??;
    row.get_attribute("data-key")?.parse().ok()
}

fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.item(place)?.dyn_into().ok())
        .collect()
}
