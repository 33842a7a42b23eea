//! When work is done that can wait: a page is taken over as soon as the browser has nothing better to do, or at the first touch
//! of a control.

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdleRequestOptions;

use super::hand::Hand;

/// How long a page that is being used is left alone before it is asked again.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(700);

/// Sets the signal once it is time. A reader who is in the middle of a choice or a selection is not disturbed.
pub(super) fn when_due(is_due: RwSignal<bool>) {
    when_idle(move || come_due(is_due));
    // The site lives as long as the document, and a signal that is set already costs nothing.
    let _ = window_event_listener(ev::pointerover, move |event| {
        let is_control = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("main input, main select, main button").ok().flatten())
            .is_some();
        if is_control {
            come_due(is_due);
        }
    });
}

fn come_due(is_due: RwSignal<bool>) {
    if is_due.get_untracked() {
        return;
    }
    let main = document().query_selector("body > main").ok().flatten();
    if main.is_some_and(|main| Hand::is_busy(&main)) {
        set_timeout(move || come_due(is_due), PATIENCE);
    } else {
        is_due.set(true);
    }
}

/// The longest that something waits for an idle moment, in milliseconds: a page on which nothing moves may have none for many
/// seconds.
const LONGEST_WAIT: u32 = 500;

/// Runs soon: when the browser is idle, where it can tell.
pub(super) fn when_idle(run: impl FnOnce() + 'static) {
    let can_tell = js_sys::Reflect::has(&window(), &"requestIdleCallback".into()).unwrap_or(false);
    if can_tell {
        let options = IdleRequestOptions::new();
        options.set_timeout(LONGEST_WAIT);
        // A window takes any function.
        let _ = window().request_idle_callback_with_options(Closure::once_into_js(run).unchecked_ref(), &options);
    } else {
        set_timeout(run, std::time::Duration::from_millis(100));
    }
}

/// Goes on in a task of its own, after what the reader did meanwhile.
pub(super) async fn next_task() {
    let next = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer the work goes on at once.
        if window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(next).await;
}
