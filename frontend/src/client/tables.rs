//! Frames of tables: one that is as wide as its table is marked `data-fits`, any other one `data-wide`. Only the latter scrolls,
//! sideways, and the head of its table cannot stick to the window by itself (`styles/30-components.css`).

use leptos::prelude::{LocalStorage, StoredValue, WithValue as _};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, HtmlElement, ResizeObserver, ResizeObserverEntry};

use super::hand::find_all;

/// Watches the frames of the page that is shown. Lives as long as the app.
#[derive(Clone, Copy)]
pub(super) struct Frames(StoredValue<Option<Watch>, LocalStorage>);

/// The observer calls the closure as long as it watches.
struct Watch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Frames {
    pub(super) fn new() -> Self {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(|entries: js_sys::Array| {
            let frames = entries
                .iter()
                .filter_map(|entry| entry.dyn_into::<ResizeObserverEntry>().ok())
                .filter_map(|entry| entry.target().dyn_into::<HtmlElement>().ok());
            mark(frames);
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
        Self(StoredValue::new_local(observer.map(|observer| Watch {
            observer,
            _callback: callback,
        })))
    }

    /// Watches the frames of a page in place of those before.
    pub(super) fn watch(self, main: &Element) {
        let frames: Vec<HtmlElement> = find_all(main, ".table-frame").collect();
        self.0.with_value(|watch| {
            let Some(Watch { observer, .. }) = watch else { return };
            observer.disconnect();
            // A new table may need another room than the one before it in a frame that keeps its size: each is told once.
            for frame in &frames {
                observer.observe(frame);
            }
        });
    }
}

/// Marks the frames whose tables fit, and tells the others how high a caption stands above their heads.
fn mark(frames: impl Iterator<Item = HtmlElement>) {
    // All sizes are read before anything changes, so that the page is laid out once.
    let sizes: Vec<(HtmlElement, bool, f64)> = frames
        .filter_map(|frame| {
            let table = child(&frame, "table")?;
            // The head itself may be moved.
            let [head, body] = [child(&frame, "thead")?, child(&frame, "tbody")?];
            let top = |element: &HtmlElement| element.get_bounding_client_rect().top();
            let caption = top(&body) - top(&frame) - f64::from(head.offset_height());
            let fits = table.offset_width() <= frame.client_width();
            Some((frame, fits, caption))
        })
        .collect();
    for (frame, fits, caption) in sizes {
        let caption = format!("{caption}px");
        let is_known = frame
            .style()
            .get_property_value("--caption")
            .is_ok_and(|known| known == caption);
        // Names and values written here are always valid.
        let _ = frame.toggle_attribute_with_force("data-fits", fits);
        if !is_known {
            let _ = frame.style().set_property("--caption", &caption);
            // A browser reads the range of an animation when it begins: it begins anew.
            let _ = frame.remove_attribute("data-wide");
            let _ = frame.offset_width();
        }
        let _ = frame.toggle_attribute_with_force("data-wide", !fits);
    }
}

fn child(frame: &HtmlElement, name: &str) -> Option<HtmlElement> {
    frame.query_selector(name).ok()??.dyn_into().ok()
}
