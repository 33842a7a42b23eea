//! The reader's way through the site. `leptos_router` owns the address: it follows links, writes the history and tells
//! where the reader is. What it does not know stands here: which addresses are pages of this site, forms whose fields are
//! the state of a page, and how far down each entry of the history was read.

use std::rc::Rc;

use leptos::{ev, prelude::*};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
    location::State,
};
use vithe_shared::query::PageQuery;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Element, EventTarget, HtmlFormElement, ScrollRestoration, SubmitEvent};

use crate::{
    address::{PageAddress, PageKind},
    places::{Entry, Places},
};

/// How a page is reached by the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A new page, read from its top.
    Page,
    /// A choice on a page: a new entry of the history, and the reader stays where they are.
    Choice,
    /// A control that is dragged or stepped: the same entry of the history.
    Drag,
}

type Go = Rc<dyn Fn(&str, NavigateOptions)>;

/// Changes pages.
#[derive(Clone, Copy)]
pub(crate) struct Navigator {
    address: Memo<PageAddress>,
    go: StoredValue<Go, LocalStorage>,
    places: StoredValue<Places, LocalStorage>,
    /// The entry of the history whose page is shown.
    shown: StoredValue<Entry, LocalStorage>,
}

impl Navigator {
    /// Must be called within a router.
    pub(super) fn new() -> Self {
        let location = use_location();
        let address = Memo::new(move |_| {
            location
                .search
                .with(|search| location.pathname.with(|path| PageAddress::of_address(path, search)))
        });
        let navigator = Self {
            address,
            go: StoredValue::new_local(Rc::new(use_navigate())),
            places: StoredValue::new_local(Places::default()),
            shown: StoredValue::new_local(0),
        };
        navigator.listen();
        navigator
    }

    /// Where the reader wants to be.
    pub(crate) fn address(self) -> Memo<PageAddress> {
        self.address
    }

    /// Opens an address of the site.
    pub(crate) fn go(self, address: &str, step: Step) {
        let address = &self.address.with_untracked(|here| here.carry_pins(address));
        let state = match step {
            // The entry keeps its number.
            Step::Drag => State::new(Some(JsValue::from(self.entry()))),
            Step::Page | Step::Choice => State::default(),
        };
        let options = NavigateOptions {
            resolve: false,
            replace: step == Step::Drag,
            scroll: step == Step::Page,
            state,
        };
        self.go.with_value(|go| go(address, options));
    }

    /// Scrolls to where the reader was, where the history led to the page that stands now.
    pub(super) fn return_to_place(self) {
        if let Some(entry) = entry_of_history().filter(|entry| *entry != self.shown.get_value()) {
            self.shown.set_value(entry);
            let place = self.places.with_value(|places| places.of(entry));
            window().scroll_to_with_x_and_y(0.0, place);
        }
    }

    /// The number of the entry of the history; one that has none yet is that of the page shown, and gets one.
    fn entry(self) -> Entry {
        let known = entry_of_history();
        let mut entry = 0;
        self.places.update_value(|places| {
            entry = known.unwrap_or_else(|| places.number_new());
            places.know(entry);
        });
        if known.is_none() {
            self.shown.set_value(entry);
            if let Ok(history) = window().history() {
                // An entry without a number only forgets its place.
                let _ = history.replace_state(&JsValue::from(entry), "");
            }
        }
        entry
    }

    /// Remembers how far the page is read, unless the history leads elsewhere and its page is still on the way.
    fn remember_place(self) {
        let entry = self.entry();
        if entry == self.shown.get_value() {
            let scrolled = window().scroll_y().unwrap_or_default();
            self.places.update_value(|places| places.remember(entry, scrolled));
        }
    }

    /// Follows what the router does not: the site lives as long as the document, so its listeners are never removed.
    fn listen(self) {
        if let Ok(history) = window().history() {
            // Where the browser cannot be told, it scrolls by itself as well, which only looks less calm.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        window_event_listener_untyped("pagehide", |_| {
            if let Ok(history) = window().history() {
                // A reload is scrolled by the browser again.
                let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
            }
        });
        self.shown.set_value(self.entry());
        window_event_listener(ev::scroll, move |_| self.remember_place());
        window_event_listener(ev::submit, move |event| self.on_submit(&event));
        window_event_listener(ev::change, |event| submit_choice(&event));
        before_the_router(&document(), "click", move |event| {
            // The place may be newer than the last event of scrolling.
            self.remember_place();
            let Some((link, address)) =
                closest(&event, "a[href]").and_then(|link| Some((link.clone(), link.get_attribute("href")?)))
            else {
                return;
            };
            if is_page(&address) {
                let carried = self.address.with_untracked(|here| here.carry_pins(&address));
                if carried != address {
                    // The router and the browser follow what the link says now; later it may lead on from other pins.
                    let _ = link.set_attribute("href", &carried);
                    set_timeout(
                        move || drop(link.set_attribute("href", &address)),
                        std::time::Duration::ZERO,
                    );
                }
            } else {
                // The router takes every address of this origin for a page; files and the API are none.
                event.stop_propagation();
            }
        });
    }

    /// A form whose fields are the state of a page leads to the address they make, without empty fields.
    fn on_submit(self, event: &SubmitEvent) {
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        // A form that is sent by POST is no state of a page.
        let Some(form) = form.filter(|form| !event.default_prevented() && form.method() == "get") else {
            return;
        };
        let path = form.get_attribute("action").unwrap_or_default();
        if !is_page(&path) {
            return;
        }
        // A form that cannot be read is sent by the browser.
        let Some(query) = form_query(&form) else { return };
        event.prevent_default();
        let stays = self.address.with_untracked(|address| address.page() == path);
        self.go(&query.address(&path), if stays { Step::Choice } else { Step::Page });
    }
}

/// The number that an entry of the history was given.
fn entry_of_history() -> Option<Entry> {
    let state = window().history().ok()?.state().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number that was written here"
    )]
    state.as_f64().map(|entry| entry as Entry)
}

/// Hears of an event before the router does, as long as the document lives.
fn before_the_router(target: &EventTarget, event: &str, hear: impl FnMut(web_sys::Event) + 'static) {
    let hear = Closure::<dyn FnMut(web_sys::Event)>::new(hear);
    // A window and a document take any listener.
    let _ = target.add_event_listener_with_callback_and_bool(event, hear.as_ref().unchecked_ref(), true);
    hear.forget();
}

/// The state that the fields of a form make.
pub(super) fn form_query(form: &HtmlFormElement) -> Option<PageQuery> {
    let fields = web_sys::FormData::new_with_form(form).ok()?;
    let fields = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    Some(PageQuery::parse(&String::from(fields.to_string())))
}

/// A choice that takes effect at once.
fn submit_choice(event: &web_sys::Event) {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let form = field
        .filter(|field| field.has_attribute("data-submits"))
        .and_then(|field| field.closest("form").ok().flatten())
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    if let Some(form) = form {
        // A form that cannot be sent now can still be sent with its button.
        let _ = form.request_submit();
    }
}

/// Whether an address is one of the site's pages, as far as its path can tell.
fn is_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    address.starts_with('#') || PageAddress::of_address(path, "").kind != PageKind::Unknown
}

/// Whether a click is on a link to an address.
pub(super) fn leads_to(event: &web_sys::Event, address: &PageAddress) -> bool {
    let link = closest(event, "a[href]").and_then(|link| link.get_attribute("href"));
    link.is_some_and(|link| link == address.canonical())
}

/// The nearest element around the target of an event that a selector names.
fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}
