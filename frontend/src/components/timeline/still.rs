//! The timeline in the document of the server, which nobody moves.

use leptos::ev::{Event, KeyboardEvent};
use vithe_shared::Year;

/// Stands for the control of the app.
#[derive(Clone, Copy)]
pub(super) struct YearControl;

#[expect(clippy::unused_self, reason = "the control of the app has the same methods")]
impl YearControl {
    pub(super) const fn new(_years: &[Year], _year: Year) -> Self {
        Self
    }

    pub(super) const fn is_playing(self) -> bool {
        false
    }

    pub(super) const fn play_or_pause(self) {}

    pub(super) const fn moved(self, _event: &Event) {}

    pub(super) const fn let_go(self, _event: &Event) {}

    pub(super) const fn key(self, _event: &KeyboardEvent) {}
}
