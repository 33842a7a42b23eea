//! The room of a live figure: when it comes near, how wide it is, and the picture that stood there before.

use leptos::{html, prelude::*};
use vithe_shared::query::FigureWidth;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
};

use crate::{
    client::idle::when_idle,
    components::figure_width::{MEDIUM_MEDIA, NARROW_MEDIA},
};

/// How near a figure must come before it is drawn.
const NEAR: &str = "300px";

/// Keeps the signal at the width of the room for a figure, in CSS pixels; 0 until it stands in the document.
pub(super) fn watch_width(element: &HtmlElement, width: RwSignal<f64>) {
    let Some(canvas) = element.closest(".figure-canvas").ok().flatten() else {
        return;
    };
    let room = canvas.clone();
    let callback = Closure::<dyn FnMut()>::new(move || {
        let now = f64::from(room.client_width());
        if width
            .try_get_untracked()
            .is_some_and(|before| (before - now).abs() >= 1.0)
        {
            width.set(now);
        }
    });
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(&canvas);
    // The observer calls the closure as long as it watches; both go with the figure.
    let kept = send_wrapper::SendWrapper::new((observer, callback));
    on_cleanup(move || kept.0.disconnect());
}

/// The picture that the server drew of the state that was taken over, as long as it stands in the room.
fn picture(live: NodeRef<html::Div>) -> Option<Element> {
    let canvas = live.try_get_untracked()??.closest(".figure-canvas").ok()??;
    canvas.query_selector(".figure-picture").ok()?
}

/// Whether the picture that the server drew stands in the room.
pub(super) fn has_picture(live: NodeRef<html::Div>) -> bool {
    picture(live).is_some()
}

/// Takes the picture out of the room: a chart stands in its place, or it shows another state than the page.
pub(super) fn remove_picture(live: NodeRef<html::Div>) {
    if let Some(picture) = picture(live) {
        picture.remove();
    }
}

/// The width class that a picture has in a window of this size.
pub(super) fn class_of_window() -> FigureWidth {
    let matches = |media: &str| {
        window()
            .match_media(media)
            .ok()
            .flatten()
            .is_some_and(|query| query.matches())
    };
    if matches(NARROW_MEDIA) {
        FigureWidth::Narrow
    } else if matches(MEDIUM_MEDIA) {
        FigureWidth::Medium
    } else {
        FigureWidth::Wide
    }
}

pub(super) fn whole_pixels(width: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width on the screen, far below the bound"
    )]
    let pixels = width.clamp(0.0, f64::from(u16::MAX)) as u16;
    pixels
}

/// Sets the signal once, when the element is near the viewport and the page has nothing better to do.
pub(super) fn watch_near(element: &HtmlElement, is_near: RwSignal<bool>) {
    let callback = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let near = entries
                .iter()
                .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
                .any(|entry| entry.is_intersecting());
            if near {
                observer.disconnect();
                when_idle(move || {
                    // The page may have been left meanwhile.
                    let _ = is_near.try_set(true);
                });
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let Ok(observer) = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options) else {
        return;
    };
    observer.observe(element);
    // The observer calls the closure as long as it watches; both go with the figure.
    let kept = send_wrapper::SendWrapper::new((observer, callback));
    on_cleanup(move || kept.0.disconnect());
}
