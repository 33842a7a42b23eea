//! A list below a field that is searched by typing: the findings of the search ([`super::finding_list`]), the choices of a
//! long list ([`super::choice_list`]). The focus stays in the field, as in the combobox pattern of WAI-ARIA with a
//! grouped list: arrows, Home and End go through the list, Enter takes what is marked, Escape closes.

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use vithe_shared::Language;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};

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

/// The lines for what is typed.
pub(super) type Entries = Box<dyn Fn(&str) -> Vec<Entry>>;

/// What is done with the line that is taken.
pub(super) type Take = Box<dyn Fn(&Entry)>;

/// The list of a field.
pub(super) struct Listbox {
    pub(super) field: HtmlInputElement,
    pub(super) language: Language,
    pub(super) label: &'static str,
    pub(super) purpose: Purpose,
    pub(super) entries: Entries,
    pub(super) take: Take,
}

/// How the list stands.
#[derive(Clone, Copy)]
struct State {
    purpose: Purpose,
    field: StoredValue<HtmlInputElement, LocalStorage>,
    take: StoredValue<Take, LocalStorage>,
    is_open: RwSignal<bool>,
    typed: RwSignal<String>,
    /// The lines for what is typed; none while the list is closed.
    entries: Memo<Vec<Entry>>,
    /// Which line is marked.
    marked: RwSignal<Option<usize>>,
}

/// Gives a field its list.
pub(super) fn listbox(parts: Listbox) -> AnyView {
    let Listbox {
        field,
        language,
        label,
        purpose,
        entries,
        take,
    } = parts;
    let id = field.id();
    let list_id = format!("{id}-list");
    for (name, value) in [
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-expanded", "false"),
        ("aria-controls", &list_id),
    ] {
        // Names written here are valid.
        let _ = field.set_attribute(name, value);
    }
    let (is_open, typed) = (RwSignal::new(false), RwSignal::new(String::new()));
    let entries = StoredValue::new_local(entries);
    let state = State {
        purpose,
        field: StoredValue::new_local(field.clone()),
        take: StoredValue::new_local(take),
        is_open,
        typed,
        entries: Memo::new(move |_| {
            let typed = typed.read();
            if is_open.get() {
                entries.with_value(|entries| entries(&typed))
            } else {
                Vec::new()
            }
        }),
        marked: RwSignal::new(None),
    };
    // Dropped with the list, they stop listening.
    StoredValue::new_local([
        field.on(ev::keydown, move |event| state.key(&event)),
        field.on(ev::input, move |_| state.open()),
        field.on(ev::click, move |_| state.begin()),
        field.on(ev::focus, move |_| state.focused()),
        field.on(ev::blur, move |_| state.close()),
    ]);
    // It may have come while the reader was typing already.
    if document().active_element().is_some_and(|active| active == **field) {
        state.focused();
    }
    let option_id = move |position: usize| format!("{id}-option-{position}");
    let ids = option_id.clone();
    Effect::new(move |_| {
        let marked = state.marked.get().map(&ids);
        state.field.with_value(|field| {
            let _ = field.set_attribute("aria-expanded", if is_open.get() { "true" } else { "false" });
            let _ = match &marked {
                Some(id) => field.set_attribute("aria-activedescendant", id),
                None => field.remove_attribute("aria-activedescendant"),
            };
        });
        if let Some(option) = marked.and_then(|id| document().get_element_by_id(&id)) {
            keep_in_sight(&option);
        }
    });
    let groups = move || {
        let option_id = &option_id;
        state.entries.with(|entries| {
            let mut rest = entries.iter().enumerate().peekable();
            let mut groups = Vec::new();
            while let Some((_, first)) = rest.peek() {
                let name = first.group.clone();
                let mut options = Vec::new();
                while let Some((position, entry)) = rest.next_if(|(_, entry)| entry.group == name) {
                    options.push(option(state, position, entry, option_id(position)));
                }
                if name.is_empty() {
                    groups.push(options.into_any());
                    continue;
                }
                groups.push(
                    view! {
                        <div role="group" aria-label=name.clone()>
                            <div class="list-group" aria-hidden="true">{name.clone()}</div>
                            {options}
                        </div>
                    }
                    .into_any(),
                );
            }
            groups
        })
    };
    let count = move || {
        is_open
            .get()
            .then(|| text::count(state.entries.with(Vec::len), language))
    };
    let is_empty = move || is_open.get() && state.entries.with(Vec::is_empty);
    view! {
        <div
            class="list"
            hidden=move || !is_open.get()
            // The focus stays in the field.
            on:mousedown=move |event| event.prevent_default()
        >
            <div id=list_id role="listbox" aria-label=label>{groups}</div>
            {move || is_empty().then(|| view! { <p class="list-nothing">{text::NOTHING_FITS.get(language)}</p> })}
        </div>
        <span class="visually-hidden" role="status">{count}</span>
    }
    .into_any()
}

fn option(state: State, position: usize, entry: &Entry, id: String) -> AnyView {
    let address = (state.purpose == Purpose::Search).then(|| entry.value.clone());
    let class = if entry.is_part {
        "list-option is-part"
    } else {
        "list-option"
    };
    view! {
        <a
            id=id
            role="option"
            class=class
            class:is-chosen=entry.is_chosen
            href=address
            tabindex="-1"
            aria-selected=move || if state.marked.get() == Some(position) { "true" } else { "false" }
            on:click=move |_| match state.purpose {
                // The router follows the link.
                Purpose::Search => state.close(),
                Purpose::Choice => state.take(position),
            }
        >
            <span class="list-name">{entry.name.clone()}</span>
            " "
            <span class="list-note">{entry.note.clone()}</span>
        </a>
    }
    .into_any()
}

impl State {
    fn value(self) -> String {
        self.field.with_value(HtmlInputElement::value)
    }

    /// Opens the list for what stands in the field.
    fn open(self) {
        self.typed.set(self.value());
        self.marked.set(None);
        self.is_open.set(true);
    }

    /// Opens the list before anything is typed: of a choice all of it, with the present one marked.
    fn begin(self) {
        if self.is_open.get_untracked() {
            return;
        }
        self.open();
        if self.purpose == Purpose::Choice {
            self.typed.set(String::new());
            let chosen = |entries: &Vec<Entry>| entries.iter().position(|entry| entry.is_chosen);
            self.marked.set(self.entries.with_untracked(chosen));
            self.field.with_value(HtmlInputElement::select);
        }
    }

    /// A search opens with its field. One that stands with its text, on the page of its results, has been answered.
    fn focused(self) {
        let is_answered = self
            .field
            .with_value(|field| !field.value().is_empty() && field.value() == field.default_value());
        if self.purpose == Purpose::Search && !is_answered {
            self.begin();
        }
    }

    fn close(self) {
        self.is_open.set(false);
        self.marked.set(None);
        if self.purpose == Purpose::Choice {
            // What was typed and led to nothing gives way to what is chosen.
            self.field.with_value(|field| field.set_value(&field.default_value()));
        }
    }

    fn take(self, position: usize) {
        if let Some(entry) = self.entries.with_untracked(|entries| entries.get(position).cloned()) {
            self.close();
            self.take.with_value(|take| take(&entry));
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let marked = self.marked.get_untracked();
        let key = event.key();
        match key.as_str() {
            "ArrowDown" | "ArrowUp" => {
                let was_open = self.is_open.get_untracked();
                self.begin();
                let count = self.entries.with_untracked(Vec::len);
                // A list that opens on its present choice begins there.
                if count > 0 && (was_open || self.marked.get_untracked().is_none()) {
                    let next = match (key == "ArrowDown", marked) {
                        (true, marked) => marked.map_or(0, |position| (position + 1) % count),
                        (false, marked) => marked.map_or(count - 1, |position| (position + count - 1) % count),
                    };
                    self.marked.set(Some(next));
                }
            }
            "Home" if marked.is_some() => self.marked.set(Some(0)),
            "End" if marked.is_some() => {
                let last = self.entries.with_untracked(Vec::len).checked_sub(1);
                self.marked.set(last);
            }
            "Escape" if self.is_open.get_untracked() => self.close(),
            "Enter" => {
                let only = (self.entries.with_untracked(Vec::len) == 1).then_some(0);
                match (self.purpose, marked) {
                    // The form leads on.
                    (Purpose::Search, None) => {
                        self.close();
                        return;
                    }
                    (Purpose::Choice, None) => only.map_or((), |position| self.take(position)),
                    (_, Some(position)) => self.take(position),
                }
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// Scrolls a list, and nothing else, so that an option is seen.
fn keep_in_sight(option: &web_sys::Element) {
    let list = option.closest(".list").ok().flatten();
    let list = list.and_then(|list| list.dyn_into::<HtmlElement>().ok());
    if let (Some(list), Some(option)) = (list, option.dyn_ref::<HtmlElement>()) {
        let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
        if top < list.scroll_top() {
            list.set_scroll_top(top);
        } else if bottom > list.scroll_top() + list.client_height() {
            list.set_scroll_top(bottom - list.client_height());
        }
    }
}
