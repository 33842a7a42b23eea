//! A list below a field that is searched by typing: the findings of the search ([`super::finding_list`]), the choices of a
//! long list ([`super::choice_list`]). The focus stays in the field, as in the combobox pattern of WAI-ARIA with a grouped
//! list: arrows, Home and End go through the list, Enter takes what is marked, Escape closes.
//!
//! It is made of elements, not of views: a tenth of the code, which every reader of a page with such a list loads. It holds
//! no element, only their identifiers, so that it ends with the elements it belongs to.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::document;
use vithe_shared::Language;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::hand::find_all;
use crate::text::search as text;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The heading it stands under, with those beside it that have the same; empty where there is none.
    pub(super) group: String,
    /// What is read.
    pub(super) name: String,
    /// What tells it from others; may be empty.
    pub(super) note: String,
    /// The address of a finding, the value of a choice.
    pub(super) value: String,
    /// Whether it is a part of what stands above it.
    pub(super) is_part: bool,
    /// Whether it is the present choice.
    pub(super) is_chosen: bool,
}

/// What the list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Entries are links. The list opens with the field, and what is typed can be sent all the same.
    Search,
    /// Entries are values. The list opens when it is asked for, and only an entry can be chosen.
    Choice,
}

/// The event of a field whose list may have more lines than before.
pub(super) const MORE: &str = "vithe-more";

/// The lines for what is typed.
type Entries = dyn Fn(&str) -> Vec<Entry>;

/// The list of a field.
pub(super) struct Listbox {
    /// The identifier of the field.
    pub(super) id: String,
    pub(super) language: Language,
    pub(super) purpose: Purpose,
    /// The lines for what is typed.
    pub(super) entries: Box<Entries>,
    /// What is done with the line that is taken.
    pub(super) take: Box<dyn Fn(&Entry)>,
    /// The lines that are shown.
    pub(super) shown: RefCell<Vec<Entry>>,
    /// Which of them is marked.
    pub(super) marked: Cell<Option<usize>>,
}

/// A new element within another.
pub(super) fn append(place: &Element, name: &str, class: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    set(&element, &[("class", class)]);
    set(&element, attributes);
    place.append_child(&element).ok()?;
    Some(element)
}

/// Sets attributes whose names are valid.
pub(super) fn set(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        let _ = element.set_attribute(name, value);
    }
}

/// Lets something hear of events of an element as long as the element lives.
pub(super) fn listen(target: &EventTarget, events: &[&str], hear: impl FnMut(Event) + 'static) {
    let hear = Closure::<dyn FnMut(Event)>::new(hear).into_js_value();
    for event in events {
        // An element takes any listener.
        let _ = target.add_event_listener_with_callback(event, hear.unchecked_ref());
    }
}

impl Listbox {
    /// Gives a field its list, which stands at the end of an element around it.
    pub(super) fn attach(self, field: &HtmlInputElement, place: &Element, label: &str) -> Option<()> {
        let list_id = self.options_id();
        let list = append(place, "div", "list", &[("id", &self.list_id()), ("hidden", "")])?;
        append(
            &list,
            "div",
            "",
            &[("id", &list_id), ("role", "listbox"), ("aria-label", label)],
        )?;
        append(&list, "p", "list-nothing", &[])?.set_text_content(Some(text::NOTHING_FITS.get(self.language)));
        append(
            place,
            "span",
            "visually-hidden",
            &[("id", &self.count_id()), ("role", "status")],
        )?;
        set(
            field,
            &[
                ("role", "combobox"),
                ("aria-autocomplete", "list"),
                ("aria-expanded", "false"),
                ("aria-controls", &list_id),
            ],
        );
        let this = Rc::new(self);
        let of_list = Rc::clone(&this);
        listen(&list, &["mousedown", "click"], move |event| of_list.hear_list(&event));
        let is_used = document().active_element().is_some_and(|active| active == ***field);
        if is_used {
            // It may have come while the reader was typing already.
            this.focused(field);
        }
        listen(
            field,
            &["keydown", "input", "click", "focus", "blur", MORE],
            move |event| {
                let _ = this.hear(&event);
            },
        );
        Some(())
    }

    fn list_id(&self) -> String {
        format!("{}-list", self.id)
    }

    fn options_id(&self) -> String {
        format!("{}-options", self.id)
    }

    fn count_id(&self) -> String {
        format!("{}-count", self.id)
    }

    fn field(&self) -> Option<HtmlInputElement> {
        document().get_element_by_id(&self.id)?.dyn_into().ok()
    }

    fn list(&self) -> Option<HtmlElement> {
        document().get_element_by_id(&self.list_id())?.dyn_into().ok()
    }

    fn is_open(&self) -> bool {
        self.list().is_some_and(|list| !list.hidden())
    }

    fn hear(&self, event: &Event) -> Option<()> {
        let field = self.field()?;
        match event.type_().as_str() {
            "keydown" => self.key(event.dyn_ref()?, &field),
            "input" => self.open(&field, &field.value()),
            "click" => self.begin(&field),
            "focus" => self.focused(&field),
            MORE => self.open_with_more(&field),
            _ => self.close(),
        }
        Some(())
    }

    fn hear_list(&self, event: &Event) {
        if event.type_() == "mousedown" {
            // The focus stays in the field.
            event.prevent_default();
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let option = target.and_then(|target| target.closest("[role=option]").ok().flatten());
        let Some(option) = option else { return };
        match self.purpose {
            // The router follows the link.
            Purpose::Search => self.close(),
            Purpose::Choice => {
                let before = self.option_id("");
                let position = option
                    .id()
                    .strip_prefix(&before)
                    .and_then(|position| position.parse().ok());
                if let Some(position) = position {
                    self.take(position);
                }
            }
        }
    }

    /// Opens the list for a text.
    fn open(&self, field: &HtmlInputElement, typed: &str) {
        let entries = (self.entries)(typed);
        self.draw(&entries);
        let count = text::count(entries.len(), self.language);
        if let Some(said) = document().get_element_by_id(&self.count_id()) {
            said.set_text_content(Some(&count));
        }
        self.shown.replace(entries);
        if let Some(list) = self.list() {
            list.set_hidden(false);
            list.set_scroll_top(0);
        }
        set(field, &[("aria-expanded", "true")]);
        self.mark(None);
    }

    /// An open list takes in what is found only now; the line that is marked stays so.
    fn open_with_more(&self, field: &HtmlInputElement) {
        if self.is_open() {
            let marked = self
                .marked
                .get()
                .and_then(|place| self.shown.borrow().get(place).cloned());
            self.open(field, &field.value());
            let place = marked.and_then(|marked| self.shown.borrow().iter().position(|entry| *entry == marked));
            self.mark(place);
        }
    }

    /// Writes the lines into the list.
    fn draw(&self, entries: &[Entry]) -> Option<()> {
        let options = document().get_element_by_id(&self.options_id())?;
        options.set_text_content(None);
        let mut group = options.clone();
        let mut heading = "";
        for (position, entry) in entries.iter().enumerate() {
            if entry.group != heading {
                heading = &entry.group;
                group = append(&options, "div", "", &[("role", "group"), ("aria-label", heading)])?;
                append(&group, "div", "list-group", &[("aria-hidden", "true")])?.set_text_content(Some(heading));
            }
            let class = match (entry.is_part, entry.is_chosen) {
                (false, false) => "list-option",
                (true, false) => "list-option is-part",
                (false, true) => "list-option is-chosen",
                (true, true) => "list-option is-part is-chosen",
            };
            let id = self.option_id(&position.to_string());
            let option = append(
                &group,
                "a",
                class,
                &[("id", &id), ("role", "option"), ("tabindex", "-1")],
            )?;
            if self.purpose == Purpose::Search {
                set(&option, &[("href", &entry.value)]);
            }
            append(&option, "span", "list-name", &[])?.set_text_content(Some(&entry.name));
            option.append_with_str_1(" ").ok()?;
            append(&option, "span", "list-note", &[])?.set_text_content(Some(&entry.note));
        }
        Some(())
    }

    fn option_id(&self, position: &str) -> String {
        format!("{}-option-{position}", self.id)
    }

    /// Marks a line, or none.
    fn mark(&self, marked: Option<usize>) {
        self.marked.set(marked);
        let (Some(field), Some(list)) = (self.field(), self.list()) else {
            return;
        };
        let id = marked
            .map(|position| self.option_id(&position.to_string()))
            .unwrap_or_default();
        for option in find_all(&list, "[role=option]") {
            let is_marked = option.id() == id;
            set(&option, &[("aria-selected", if is_marked { "true" } else { "false" })]);
            if is_marked {
                keep_in_sight(&list, &option);
            }
        }
        if id.is_empty() {
            let _ = field.remove_attribute("aria-activedescendant");
        } else {
            set(&field, &[("aria-activedescendant", &id)]);
        }
    }

    /// Opens the list before anything is typed: of a choice all of it, with the present one marked.
    fn begin(&self, field: &HtmlInputElement) {
        if self.is_open() {
            return;
        }
        match self.purpose {
            Purpose::Search => self.open(field, &field.value()),
            Purpose::Choice => {
                self.open(field, "");
                let chosen = self.shown.borrow().iter().position(|entry| entry.is_chosen);
                self.mark(chosen);
                field.select();
            }
        }
    }

    /// A search opens with its field. One that stands with its text, on the page of its results, has been answered.
    fn focused(&self, field: &HtmlInputElement) {
        let is_answered = !field.value().is_empty() && field.value() == field.default_value();
        if self.purpose == Purpose::Search && !is_answered {
            self.begin(field);
        }
    }

    fn close(&self) {
        let (Some(field), Some(list)) = (self.field(), self.list()) else {
            return;
        };
        list.set_hidden(true);
        set(&field, &[("aria-expanded", "false")]);
        self.mark(None);
        if let Some(said) = document().get_element_by_id(&self.count_id()) {
            said.set_text_content(None);
        }
        if self.purpose == Purpose::Choice {
            // What was typed and led to nothing gives way to what is chosen.
            field.set_value(&field.default_value());
        }
    }

    fn take(&self, position: usize) {
        let entry = self.shown.borrow().get(position).cloned();
        if let Some(entry) = entry {
            self.close();
            (self.take)(&entry);
        }
    }

    fn key(&self, event: &KeyboardEvent, field: &HtmlInputElement) {
        let (marked, was_open) = (self.marked.get(), self.is_open());
        let key = event.key();
        match key.as_str() {
            "ArrowDown" | "ArrowUp" => {
                self.begin(field);
                let count = self.shown.borrow().len();
                // A list that opens on its present choice begins there.
                if count > 0 && (was_open || self.marked.get().is_none()) {
                    let next = match (key == "ArrowDown", marked) {
                        (true, marked) => marked.map_or(0, |position| (position + 1) % count),
                        (false, marked) => marked.map_or(count - 1, |position| (position + count - 1) % count),
                    };
                    self.mark(Some(next));
                }
            }
            "Home" if marked.is_some() => self.mark(Some(0)),
            "End" if marked.is_some() => self.mark(self.shown.borrow().len().checked_sub(1)),
            "Escape" if was_open => self.close(),
            "Enter" => match (self.purpose, marked) {
                (_, Some(position)) => self.take(position),
                // The form leads on.
                (Purpose::Search, None) => {
                    self.close();
                    return;
                }
                (Purpose::Choice, None) => {
                    let is_only = was_open && self.shown.borrow().len() == 1;
                    if is_only {
                        self.take(0);
                    }
                }
            },
            _ => return,
        }
        event.prevent_default();
    }
}

/// Scrolls a list, and nothing else, so that an option is seen.
fn keep_in_sight(list: &HtmlElement, option: &HtmlElement) {
    let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
