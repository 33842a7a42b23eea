//! The hand on the timeline: dragging, keys, and playing through the years.

use std::time::Duration;

use leptos::{leptos_dom::helpers::IntervalHandle, prelude::*};
use vithe_shared::Year;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::{Site, navigation::Step};
use crate::{address::PageAddress, components::timeline::year_reached};

/// How long a year is shown while the years are played.
const A_YEAR: Duration = Duration::from_millis(900);

/// Plays through the years; lives as long as the document.
#[derive(Clone, Copy)]
pub(super) struct Player {
    playing: RwSignal<Option<IntervalHandle>>,
    /// The addresses between which the last step led: any other one is a wish of the reader, who is not led away from it.
    led: StoredValue<Option<[PageAddress; 2]>>,
}

impl Player {
    pub(super) fn new() -> Self {
        Self {
            playing: RwSignal::new(None),
            led: StoredValue::new(None),
        }
    }

    fn stop(self) {
        if let Some(timer) = self.playing.get_untracked() {
            timer.clear();
            self.playing.set(None);
        }
    }
}

/// The control of one timeline as it is shown now.
#[derive(Clone, Copy)]
pub(crate) struct YearControl {
    site: Site,
    years: StoredValue<Vec<Year>>,
    year: Year,
}

impl YearControl {
    /// Of the years with figures, of which one is shown. Must be called within the app.
    pub(crate) fn new(years: &[Year], year: Year) -> Self {
        Self {
            site: expect_context(),
            years: StoredValue::new(years.to_vec()),
            year,
        }
    }

    /// Whether the years are being played.
    pub(crate) fn is_playing(self) -> bool {
        self.site.player.playing.with(Option::is_some)
    }

    /// Begins to play, from the first year where the last one is shown; or stops.
    pub(crate) fn play_or_pause(self) {
        let player = self.site.player;
        if player.playing.get_untracked().is_some() {
            player.stop();
            return;
        }
        let years = self.years.get_value();
        let first = years.first().copied().filter(|_| years.last() == Some(&self.year));
        let start = first.unwrap_or_else(|| year_reached(&years, self.year, Year(self.year.0 + 1)));
        let site = self.site;
        play(site, &years, start);
        let timer = set_interval_with_handle(
            move || {
                let here = site.address().get_untracked();
                let Some([from, to]) = player.led.get_value() else {
                    return;
                };
                if site.is_waiting().get_untracked() || (here == from && here != to) {
                    // What is late is waited for.
                    return;
                }
                let year = to.query.year.filter(|_| here == to);
                match year.and_then(|year| years.iter().find(|other| **other > year).copied()) {
                    Some(next) => play(site, &years, next),
                    None => player.stop(),
                }
            },
            A_YEAR,
        );
        player.playing.set(timer.ok());
    }

    /// The handle is dragged: the page follows at once, the address when it is let go.
    pub(crate) fn moved(self, event: &Event) {
        self.site.player.stop();
        if let Some((_, year)) = self.field_and_year(event)
            && year != self.year
        {
            self.site.show(in_year(self.site, year));
        }
    }

    /// The handle is let go, or was stepped.
    pub(crate) fn let_go(self, event: &Event) {
        self.site.player.stop();
        if let Some((field, year)) = self.field_and_year(event) {
            field.set_value(&year.to_string());
            go_to(self.site, year);
        }
    }

    /// Space plays and stops; the other keys are the browser's.
    pub(crate) fn key(self, event: &KeyboardEvent) {
        if event.key() == " " {
            event.prevent_default();
            self.play_or_pause();
        }
    }

    fn field_and_year(self, event: &Event) -> Option<(HtmlInputElement, Year)> {
        let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let wanted = field.value().parse().ok()?;
        let year = self.years.with_value(|years| year_reached(years, self.year, wanted));
        Some((field, year))
    }
}

fn play(site: Site, years: &[Year], year: Year) {
    if years.contains(&year) {
        let from = site.address().get_untracked();
        site.player.led.set_value(Some([from, in_year(site, year)]));
        go_to(site, year);
    }
}

/// Where the reader wants to be, in another year.
fn in_year(site: Site, year: Year) -> PageAddress {
    let mut address = site.address().get_untracked();
    address.query.year = Some(year);
    address.query.years = None;
    address
}

fn go_to(site: Site, year: Year) {
    let address = in_year(site, year);
    if address != site.address().get_untracked() {
        site.navigator.go(&address.canonical(), Step::Drag);
    }
}
