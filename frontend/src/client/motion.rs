//! What stays in place and what moves when a page changes its state: the control in the reader's hand stays where it is on
//! the screen, and rows of tables that change places are seen to move.

use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use web_sys::Element;

use super::hand::find_all;

/// How long a row moves, in milliseconds.
const A_MOVE: f64 = 400.0;

/// Where things were on the screen before the page changed, in CSS pixels from its top.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// The control that is used, by its `id`.
    control: Option<(String, f64)>,
    /// Rows that could be seen, by table and key.
    rows: HashMap<(String, String), f64>,
}

impl Before {
    /// Looks at a part of the document.
    pub(super) fn of(part: &Element) -> Self {
        let control = document()
            .active_element()
            .filter(|active| *active != *part && part.contains(Some(active)) && !active.id().is_empty())
            .map(|active| (active.id(), top(&active)));
        let rows = if is_calm() {
            HashMap::new()
        } else {
            rows(part)
                .map(|(key, row)| (key, top(&row)))
                .filter(|(_, top)| is_in_sight(*top))
                .collect()
        };
        Self { control, rows }
    }

    /// The page has changed: puts the control back to where it was, and lets rows that have other places go there.
    pub(super) fn settle(self, part: &Element) {
        if let Some((id, before)) = self.control
            && let Ok(Some(control)) = part.query_selector(&format!("[id=\"{id}\"]"))
            && (top(&control) - before).abs() >= 1.0
        {
            window().scroll_by_with_x_and_y(0.0, top_within_the_page(&control) - before);
        }
        if self.rows.is_empty() {
            return;
        }
        // All places are read before anything moves, so that the page is laid out once.
        let moves: Vec<(Element, f64)> = rows(part)
            .filter_map(|(key, row)| {
                let now = top(&row);
                let moved = self.rows.get(&key)? - now;
                (moved.abs() >= 1.0 && is_in_sight(now)).then_some((row, moved))
            })
            .collect();
        for (row, moved) in moves {
            come_from(row, moved);
        }
    }
}

/// The rows of the tables of a page, with the name of the table and their own.
fn rows(part: &Element) -> impl Iterator<Item = ((String, String), Element)> + use<> {
    find_all(part, "tr[data-key]").filter_map(|row| {
        let key = row.get_attribute("data-key")?;
        let table = row.closest("[id]").ok().flatten().map(|table| table.id());
        Some(((table.unwrap_or_default(), key), row.unchecked_into()))
    })
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Where an element is that does not stick to the window: what sticks would not follow the page that is scrolled.
fn top_within_the_page(element: &Element) -> f64 {
    let Some(bar) = element
        .closest(".timeline")
        .ok()
        .flatten()
        .and_then(|bar| bar.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return top(element);
    };
    // Only an unknown property would be refused.
    let _ = bar.style().set_property("position", "static");
    let place = top(element);
    let _ = bar.style().remove_property("position");
    place
}

fn is_in_sight(top: f64) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    (-100.0..height.unwrap_or(f64::INFINITY) + 100.0).contains(&top)
}

/// Whether the reader wants nothing to move.
fn is_calm() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

#[wasm_bindgen]
extern "C" {
    /// An element that moves by itself; `web_sys` calls what browsers have had for years unstable.
    type Animated;

    #[wasm_bindgen(method)]
    fn animate(this: &Animated, frames: &JsValue, options: &JsValue) -> JsValue;
}

fn come_from(row: Element, moved: f64) {
    let frames = [format!("translateY({moved}px)"), "none".to_owned()].map(JsValue::from);
    let frames = object([("transform", js_sys::Array::of2(&frames[0], &frames[1]).into())]);
    let options = object([("duration", A_MOVE.into()), ("easing", "ease-out".into())]);
    row.unchecked_into::<Animated>().animate(&frames, &options);
}

fn object<const N: usize>(properties: [(&str, JsValue); N]) -> js_sys::Object {
    let object = js_sys::Object::new();
    for (name, value) in properties {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&object, &name.into(), &value);
    }
    object
}
