//! What runs in the browser: the app that takes the document of the server over.
//!
//! The main module is the frame: header, footer, search, the router and the state of the app ([`site::Site`]). Pages come as
//! chunks ([`chunks`]), figures as datasets ([`data`]); both stay. A figure on a page of others has neither frame nor router
//! ([`embed`]). Only [`data`] talks to the network, only [`echarts`] to
//! the chart library.

use leptos::{ev, html, prelude::*, task::tick};
use leptos_router::components::Router;
use vithe_shared::address::stand_below;
use wasm_bindgen::JsCast as _;

pub(crate) mod checking;
mod choice_list;
mod chunks;
mod copying;
mod data;
mod echarts;
mod embed;
mod engine_part;
mod figure;
mod finding_list;
mod hand;
mod idle;
mod listbox;
mod live_form;
mod motion;
mod navigation;
mod pointed;
pub(crate) mod searching;
mod site;
mod surroundings;
mod tables;
mod take_over;
mod theme;
mod years;

pub(crate) use chunks::{narrator, report_views};
pub(crate) use figure::{LiveFigure, live_figure};
pub(crate) use navigation::Step;
pub(crate) use pointed::Pointed;
pub(crate) use site::Site;
pub(crate) use surroundings::Surroundings;
pub(crate) use years::YearControl;

use crate::app::{Origin, frame};

/// Starts the app in the document that the server wrote. Without a part it needs, the document stays as it is: complete,
/// with links and forms that work.
pub(crate) fn start() -> Option<()> {
    stand_below(&document_attribute("data-base"));
    if document_has("data-embed") {
        embed::load();
        return Some(());
    }
    let root = document()
        .create_element("div")
        .ok()?
        .dyn_into::<web_sys::HtmlElement>()
        .ok()?;
    let main = NodeRef::<html::Main>::new();
    let is_started = StoredValue::new(false);
    let mounted = {
        let root = root.clone();
        leptos::mount::mount_to(root, move || {
            view! {
                <Router>
                    {move || {
                        let site = Site::new();
                        is_started.set_value(site.is_some());
                        site.map(|site| app(site, main))
                    }}
                </Router>
            }
        })
    };
    // The app lives as long as the document.
    mounted.forget();
    let own_main = root.query_selector("main").ok()??;
    take_over::exchange_frame(&root, &own_main)?;
    mark("data-app", "frame");
    Some(())
}

/// The frame, and what keeps its content in step with the address.
fn app(site: Site, main: NodeRef<html::Main>) -> impl IntoView {
    provide_context(site);
    provide_context(Surroundings::on_site(site));
    provide_context(Origin(window().location().origin().unwrap_or_default()));
    let pointed = Pointed::new();
    provide_context(pointed);
    pointed.follow(main);
    let wanted = site.address();
    let shown = site.shown();
    let is_due = RwSignal::new(false);
    if site.is_shell() {
        is_due.set(true);
    } else {
        idle::when_due(is_due);
    }
    live_form::follow(site);
    copying::copy_clean(site);
    copying::copy_links();
    let frames = tables::Frames::new();
    // A link to the page that is shown, such as “try again”, changes no address; nor does a network that is back.
    window_event_listener(ev::click, move |event| {
        if navigation::leads_to(&event, &site.address().get_untracked()) {
            site.try_again();
        }
    });
    window_event_listener_untyped("vithe-back", move |_| site.try_again());
    Effect::new(move |before: Option<String>| {
        let wanted = wanted.get();
        let address = wanted.canonical();
        // The first page stands already; it is taken over when there is time. Any other wish is fulfilled at once.
        let is_first = before.as_ref().is_none_or(|before| *before == address);
        if is_due.get() || !is_first {
            site.show(wanted);
        }
        address
    });
    Effect::new(move |before: Option<Option<String>>| {
        let address = shown.get()?;
        let before = before.flatten();
        let path = address.path.clone();
        leptos::task::spawn_local(async move {
            // The content is made by an effect of its own; the first one is shown by a task of its own.
            if is_shown(main) {
                tick().await;
            } else {
                idle::next_task().await;
            }
            arrived(site, main, before.as_deref(), &path);
            if let Some(main) = main.get_untracked() {
                frames.watch(&main);
            }
        });
        Some(address.path)
    });
    Effect::new(move |_| site.theme.dress_pictures());
    frame(
        site.address().into(),
        site.is_waiting(),
        main,
        site.content().into_any(),
    )
}

/// Whether the app's content is in the document already.
fn is_shown(main: NodeRef<html::Main>) -> bool {
    main.get_untracked().is_some_and(|main| main.is_connected())
}

/// The content stands: the first one takes the place of the server's, another page begins where it is read from.
fn arrived(site: Site, main: NodeRef<html::Main>, before: Option<&str>, path: &str) {
    let Some(main) = main.get_untracked() else { return };
    let is_first = !main.is_connected();
    if is_first {
        // A document without a place for the content keeps the server's, and its links load documents.
        let _ = take_over::exchange_content(&main);
        mark("data-app", "ready");
    }
    hand::show_state_of_address(&main);
    searching::search_long_lists(&main, site.address().get_untracked().language);
    site.settle(&main);
    site.complete_navigation();
    if !is_first && before.is_some_and(|before| before != path) {
        hand::focus(&main);
    }
    site.navigator.return_to_place();
}

/// Tests and styles look at the marks of the root element.
fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // A name written here is always valid.
        let _ = root.set_attribute(name, value);
    }
}

/// Whether `<html>` has an attribute.
fn document_has(name: &str) -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute(name))
}

/// The value of an attribute of `<html>`; empty where there is none.
fn document_attribute(name: &str) -> String {
    document()
        .document_element()
        .and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}
