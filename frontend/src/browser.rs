//! What runs in the browser: taking the page over, changing pages, live figures, the what-if form.
//!
//! The content of a page is HTML that the server made. What moves in it is found by its attributes each time a content has
//! arrived ([`Content::take_over`]); everything else works by itself or through the listeners of [`navigation`].

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    address::PageAddress,
    app::frame,
    components::search_box::{CONTENT_BOX, search_box},
};

mod echarts;
mod focus;
mod live_figure;
mod navigation;
pub(crate) mod request;
mod theme;
mod what_if;

use live_figure::LiveFigures;
pub(crate) use navigation::Navigator;
use theme::ThemeState;
use what_if::FormError;

/// The site, as it takes over the body that the server wrote.
pub(crate) fn site() -> impl IntoView {
    let address = RwSignal::new(navigation::current_address());
    let is_busy = RwSignal::new(false);
    let main = NodeRef::<html::Main>::new();
    let theme = ThemeState::new();
    let navigator = Navigator::new(address, is_busy, main, theme);
    provide_context(navigator);
    navigator.listen();
    Effect::new(move |_| {
        if main.get().is_some() {
            navigator.take_over();
            if let Some(body) = document().body() {
                // Only tests and styles look at the mark.
                let _ = body.set_attribute("data-hydrated", "true");
            }
        }
    });
    Effect::new(move |_| theme.dress_pictures());
    frame(address, is_busy, main, String::new())
}

/// How a content came to be in the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// With the document.
    Document,
    /// By itself, into the document of another page.
    Navigation,
}

/// What lives within the content of a page; dropping it ends it.
#[derive(Default)]
struct Content {
    figures: LiveFigures,
    what_if: Option<what_if::WhatIfForm>,
    search: Option<Box<dyn std::any::Any>>,
}

impl Content {
    /// Brings a content to life that has just arrived; live figures of the content before are kept where they fit.
    fn take_over(
        &mut self,
        main: &web_sys::Element,
        source: Source,
        address: PageAddress,
        navigator: Navigator,
        theme: ThemeState,
    ) {
        let language = address.language;
        self.figures.take_over(main, language, navigator, theme);
        self.what_if = None;
        if let Some(form) = what_if::find_form(main) {
            spawn_local(async move {
                match what_if::take_over(form, address, navigator).await {
                    Ok(form) => navigator.keep_what_if(form),
                    Err(FormError::Chunk(_)) => do_without_chunk(source),
                    Err(error) => leptos::logging::warn!("the what-if form stays a form: {error}"),
                }
            });
        }
        self.search = navigation::find_all(main, "[data-search-box]").next().map(|place| {
            let handle = leptos::mount::hydrate_from(place, move || {
                provide_context(navigator);
                // The text stands in the document already.
                search_box(language, CONTENT_BOX, false, String::new())
            });
            Box::new(handle) as Box<dyn std::any::Any>
        });
    }
}

/// A chunk did not load: perhaps the server has another build by now. A content that came by itself is asked for once more,
/// as a whole document that names the chunks of its own build; a document is left as it is, for it works without them.
fn do_without_chunk(source: Source) {
    if source == Source::Navigation {
        // Where the page cannot be loaded anew, it stays as a document would.
        let _ = window().location().reload();
    }
}
