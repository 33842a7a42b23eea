//! Changing pages: links and forms within the site ask the server for the content of the next page instead of loading a
//! document. What stands remains until the next content has come; a request that is overtaken by another is aborted; going
//! back leads to the place on the page where the reader was.

use std::collections::HashMap;

use leptos::{ev, html, prelude::*, task::spawn_local};
use vithe_shared::{Problem, api::PageContent, query::PageQuery};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, MouseEvent, ScrollRestoration, SubmitEvent};

use super::{
    Content, Source, ThemeState,
    focus::{FocusPlace, focus},
    request::{self, Abort},
    what_if::WhatIfForm,
};
use crate::{
    address::{PageAddress, PageKind},
    app::document_title,
    failure::failure_html,
};

/// An entry of the browser's history.
type Entry = u32;

/// How a page is reached.
#[derive(Clone, Copy)]
enum Arrival {
    /// By a link or a form: a new entry of the history. With `keeps_place` the page is not scrolled.
    Forward { keeps_place: bool },
    /// By the history.
    Back,
}

/// Where a page is: what the server is asked for, and the place within it.
#[derive(Clone)]
struct Target {
    path: String,
    /// With its question mark.
    search: String,
    /// With its number sign.
    hash: String,
}

impl Target {
    fn parse(address: &str) -> Self {
        let (rest, hash) = address.find('#').map_or((address, ""), |place| address.split_at(place));
        let (path, search) = rest.find('?').map_or((rest, ""), |place| rest.split_at(place));
        Self {
            path: path.to_owned(),
            search: search.to_owned(),
            hash: hash.to_owned(),
        }
    }

    fn page(&self) -> PageAddress {
        PageAddress::parse(&self.path, &self.search)
    }
}

/// What the navigation remembers.
struct State {
    content: Content,
    /// The request under way.
    asked: Abort,
    /// Counts visits, so that an answer that was overtaken is known.
    visit: u32,
    /// The entry of the history that is shown, and the last one made.
    entry: Entry,
    last_entry: Entry,
    /// How far down the pages of the history were read.
    places: HashMap<Entry, f64>,
    /// What the server was last asked for.
    shown: (String, String),
}

/// Changes pages.
#[derive(Clone, Copy)]
pub(crate) struct Navigator {
    address: RwSignal<PageAddress>,
    is_busy: RwSignal<bool>,
    main: NodeRef<html::Main>,
    theme: ThemeState,
    state: StoredValue<State, LocalStorage>,
}

impl Navigator {
    pub(super) fn new(
        address: RwSignal<PageAddress>,
        is_busy: RwSignal<bool>,
        main: NodeRef<html::Main>,
        theme: ThemeState,
    ) -> Self {
        let here = here();
        Self {
            address,
            is_busy,
            main,
            theme,
            state: StoredValue::new_local(State {
                content: Content::default(),
                asked: Abort::default(),
                visit: 0,
                entry: 0,
                last_entry: 0,
                places: HashMap::new(),
                shown: (here.path, here.search),
            }),
        }
    }

    /// Opens a page of the site.
    pub(crate) fn visit(self, address: &str) {
        self.load(Target::parse(address), Arrival::Forward { keeps_place: false });
    }

    /// Writes the state of the page into its address without asking for it: the content shows it already.
    pub(super) fn note(self, address: PageAddress) {
        let target = Target::parse(&address.canonical());
        if let Ok(history) = window().history() {
            // An address of this site is always taken.
            let _ =
                history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&address.canonical()));
        }
        self.state
            .update_value(|state| state.shown = (target.path, target.search));
        self.address.set(address);
    }

    /// Follows clicks, submissions and the history, as long as the page lives.
    pub(super) fn listen(self) {
        if let Ok(history) = window().history() {
            // Where the browser cannot be told, it scrolls by itself as well, which only looks less calm.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        match entry_of_history() {
            Some(entry) => self
                .state
                .update_value(|state| (state.entry, state.last_entry) = (entry, entry)),
            None => name_entry(0),
        }
        // The site lives as long as the document: its listeners are never removed.
        window_event_listener(ev::click, move |event| self.on_click(&event));
        window_event_listener(ev::submit, move |event| self.on_submit(&event));
        window_event_listener(ev::change, move |event| self.on_change(&event));
        window_event_listener(ev::popstate, move |_| self.on_history());
        window_event_listener_untyped("pagehide", |_| {
            if let Ok(history) = window().history() {
                // A reload is scrolled by the browser again.
                let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
            }
        });
    }

    /// Brings the content to life that the server wrote into the document.
    pub(super) fn take_over(self) {
        if let Some(main) = self.main.get_untracked() {
            let address = self.address.get_untracked();
            self.state.update_value(|state| {
                state
                    .content
                    .take_over(&main, Source::Document, address, self, self.theme);
            });
        }
    }

    /// Keeps a form that has come to life, unless its page has been left meanwhile.
    pub(super) fn keep_what_if(self, form: WhatIfForm) {
        if form.is_in_page() {
            self.state.update_value(|state| state.content.what_if = Some(form));
        }
    }

    fn on_click(self, event: &MouseEvent) {
        if event.default_prevented()
            || event.button() != 0
            || event.meta_key()
            || event.alt_key()
            || event.ctrl_key()
            || event.shift_key()
        {
            return;
        }
        let Some(link) = closest(event, "a[href]") else { return };
        if link.has_attribute("download") || link.has_attribute("target") || link.has_attribute("rel") {
            return;
        }
        let href = link.get_attribute("href").unwrap_or_default();
        let target = Target::parse(&href);
        if !is_page(&target.path) {
            return;
        }
        let here = here();
        let stays = target.path == here.path && target.search == here.search;
        if stays && !target.hash.is_empty() {
            // The browser knows the way within a page.
            return;
        }
        event.prevent_default();
        let keeps_place = link.has_attribute("data-noscroll");
        self.load(target, Arrival::Forward { keeps_place });
    }

    fn on_submit(self, event: &SubmitEvent) {
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = form.filter(|_| !event.default_prevented()) else {
            return;
        };
        let path = form.get_attribute("action").unwrap_or_default();
        if !is_page(&path) {
            return;
        }
        let fields = web_sys::FormData::new_with_form(&form)
            .and_then(|fields| web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields));
        // A form that cannot be read is sent by the browser.
        let Ok(fields) = fields else { return };
        event.prevent_default();
        let query = PageQuery::parse(&String::from(fields.to_string()));
        let keeps_place = here().path == path;
        self.load(Target::parse(&query.address(&path)), Arrival::Forward { keeps_place });
    }

    /// A choice that takes effect at once.
    fn on_change(self, event: &web_sys::Event) {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        if field.has_attribute("data-submits") {
            let form = field.closest("form").ok().flatten();
            if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
                // A form that cannot be sent now can still be sent with its button.
                let _ = form.request_submit();
            }
        } else if let Some(targets) = field.get_attribute("data-targets") {
            let position = event_target_value(event).parse::<usize>().ok();
            if let Some(target) = position.and_then(|position| targets.split(' ').nth(position)) {
                self.load(Target::parse(target), Arrival::Forward { keeps_place: true });
            }
        }
    }

    fn on_history(self) {
        let here = here();
        let known = entry_of_history();
        let mut is_shown = false;
        let mut place = None;
        self.state.update_value(|state| {
            state.remember_place();
            state.entry = known.unwrap_or_else(|| state.new_entry());
            place = state.places.get(&state.entry).copied();
            is_shown = state.shown == (here.path.clone(), here.search.clone());
        });
        if known.is_none() {
            // An entry that the browser made, for a place within the page.
            name_entry(self.state.with_value(|state| state.entry));
        }
        if !is_shown {
            self.load(here, Arrival::Back);
        } else if let Some(place) = place {
            window().scroll_to_with_x_and_y(0.0, place);
        }
    }

    fn load(self, target: Target, arrival: Arrival) {
        let mut visit = 0;
        let mut signal = None;
        self.state.update_value(|state| {
            state.visit += 1;
            visit = state.visit;
            // Dropping the one before aborts it.
            state.asked = Abort::new();
            signal = state.asked.signal();
        });
        self.is_busy.set(true);
        let page = target.page();
        spawn_local(async move {
            let answer = request::page(format!("{}{}", target.path, target.search), signal, page.language).await;
            if self.state.with_value(|state| state.visit) == visit {
                self.is_busy.set(false);
                self.arrive(&target, page, answer, arrival);
            }
        });
    }

    fn arrive(self, target: &Target, page: PageAddress, answer: Result<PageContent, Problem>, arrival: Arrival) {
        let Some(main) = self.main.get_untracked() else { return };
        let full = format!("{}{}{}", target.path, target.search, target.hash);
        let (title, html) = match answer {
            Ok(content) if content.build == document_attribute("data-build") => (content.title, content.html),
            Ok(_) => {
                // The server has another build than this script: only the whole document fits it.
                let _ = window().location().set_href(&full);
                return;
            }
            Err(problem) => (document_title(&problem.title), failure_html(&page, &problem)),
        };
        let here = here();
        let is_elsewhere = (&here.path, &here.search) != (&target.path, &target.search);
        // The same address once more, as after a failure, is no new entry.
        if matches!(arrival, Arrival::Forward { .. }) && is_elsewhere {
            self.state.update_value(|state| {
                state.remember_place();
                state.entry = state.new_entry();
            });
            push_entry(self.state.with_value(|state| state.entry), &full);
        }
        let is_other_page = self.address.with_untracked(|address| address.path != page.path);
        let focused = FocusPlace::within(&main);
        document().set_title(&title);
        set_root_attribute("lang", page.language.as_str());
        if let Ok(Some(link)) = document().query_selector("link[rel=canonical]") {
            // Only readers of the document look at it.
            let _ = link.set_attribute("href", &format!("{}{}", origin(), page.canonical()));
        }
        main.set_inner_html(&html);
        self.address.set(page.clone());
        self.theme.dress_pictures();
        self.state.update_value(|state| {
            state.shown = (target.path.clone(), target.search.clone());
            state
                .content
                .take_over(&main, Source::Navigation, page, self, self.theme);
        });
        if is_other_page {
            focus(&main);
        } else if let Some(focused) = focused {
            focused.take();
        }
        match arrival {
            Arrival::Back => {
                let place = self.state.with_value(|state| state.places.get(&state.entry).copied());
                window().scroll_to_with_x_and_y(0.0, place.unwrap_or_default());
            }
            Arrival::Forward { keeps_place } => {
                let part = target
                    .hash
                    .strip_prefix('#')
                    .and_then(|id| document().get_element_by_id(id));
                if let Some(part) = part {
                    part.scroll_into_view();
                } else if !keeps_place {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                }
            }
        }
    }
}

impl State {
    fn remember_place(&mut self) {
        self.places.insert(self.entry, window().scroll_y().unwrap_or_default());
    }

    fn new_entry(&mut self) -> Entry {
        self.last_entry += 1;
        self.last_entry
    }
}

/// The number of the entry that the history is at; the first one has none, like entries that the browser made.
fn entry_of_history() -> Option<Entry> {
    let state = window().history().ok()?.state().ok()?;
    if state.is_null() {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "written by `push_entry`"
    )]
    state.as_f64().map(|entry| entry as Entry)
}

fn push_entry(entry: Entry, address: &str) {
    if let Ok(history) = window().history() {
        // An address of this site is always taken.
        let _ = history.push_state_with_url(&JsValue::from(entry), "", Some(address));
    }
}

fn name_entry(entry: Entry) {
    if let Ok(history) = window().history() {
        // As above.
        let _ = history.replace_state(&JsValue::from(entry), "");
    }
}

/// Whether a path is one of the site's pages, as far as a path can tell.
fn is_page(path: &str) -> bool {
    path.starts_with('/') && PageAddress::parse(path, "").kind != PageKind::Unknown
}

/// Where the browser is.
fn here() -> Target {
    let location = window().location();
    Target {
        path: location.pathname().unwrap_or_default(),
        search: location.search().unwrap_or_default(),
        hash: location.hash().unwrap_or_default(),
    }
}

/// The page the browser is on.
pub(super) fn current_address() -> PageAddress {
    here().page()
}

fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The nearest element around the target of an event that a selector names.
fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// The elements below one that a selector names, in the order of the document.
pub(super) fn find_all(root: &Element, selector: &str) -> impl Iterator<Item = HtmlElement> + use<> {
    let found = root.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |position| found.as_ref()?.get(position)?.dyn_into().ok())
}

/// The value of an attribute of `<html>`; empty where there is none.
pub(super) fn document_attribute(name: &str) -> String {
    document()
        .document_element()
        .and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // A name written here is always valid.
        let _ = root.set_attribute(name, value);
    }
}
