//! What runs in the browser: taking the page over, changing pages, live figures, the what-if form.
//!
//! The content of a page is HTML that the server made. What moves in it is found by its attributes each time a content has
//! arrived ([`Content::take_over`]); everything else works by itself or through the listeners of [`navigation`].

use leptos::{html, prelude::*};
use vithe_shared::Problem;

use crate::{
    address::PageAddress,
    app::frame,
    components::search_box::{CONTENT_BOX, search_box},
    failure::failure_view,
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

/// What lives within the content of a page; dropping it ends it.
#[derive(Default)]
struct Content {
    figures: LiveFigures,
    what_if: Option<what_if::WhatIfForm>,
    search: Option<Box<dyn std::any::Any>>,
    failure: Option<Box<dyn std::any::Any>>,
}

impl Content {
    /// Puts the content of a page into its place.
    fn put(&mut self, main: &web_sys::Element, html: &str) {
        self.failure = None;
        main.set_inner_html(html);
    }

    /// Puts into its place why there is no content.
    fn fail(&mut self, main: &web_sys::HtmlElement, address: PageAddress, problem: Problem) {
        self.put(main, "");
        let handle = leptos::mount::mount_to(main.clone(), move || failure_view(&address, &problem));
        self.failure = Some(Box::new(handle));
    }

    /// Brings a content to life that has just arrived; live figures of the content before are kept where they fit.
    fn take_over(&mut self, main: &web_sys::Element, address: PageAddress, navigator: Navigator, theme: ThemeState) {
        let language = address.language;
        self.figures.take_over(main, language, navigator, theme);
        self.what_if = what_if::WhatIfForm::find(main, address, navigator);
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
