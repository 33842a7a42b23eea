//! Pinning from a chart: the name of a province in the plot, or at the end of its line, pins it or lets it go; the key `p` does
//! the same with the province of the mark that the keyboard is on. A page of others keeps no pins.

use leptos::prelude::*;
use vithe_shared::ProvinceSlug;

use super::{Controls, tip::Tip};
use crate::{
    address::PageAddress,
    text::{figure as text, index::PINS_FULL},
};

impl Controls {
    /// Lets the name of a province at a pixel answer; says whether there is one.
    pub(super) fn answer_name(self, at: [f64; 2]) -> bool {
        let Some((province, address)) = self.named_at(at) else {
            return false;
        };
        let language = self.choosing.with_value(|choosing| choosing.language);
        let is_pinned = address.query.pins.contains(&province);
        let words = match (address.with_pin_turned(&province).is_some(), is_pinned) {
            (true, true) => text::LET_GO,
            (true, false) => text::PIN_THIS,
            (false, _) => PINS_FULL,
        };
        self.session.with_value(|session| {
            if let Some(session) = session {
                let (width, height) = session.size();
                let room = [f64::from(width), f64::from(height)];
                self.tip
                    .set(Some(Tip::saying(words.get(language).to_owned(), at, room)));
                session.highlight(None, Some(&province));
            }
        });
        self.pointed.at(Some(province));
        true
    }

    /// Pins the province whose name is at a pixel, or lets it go; says whether there is one.
    pub(super) fn turn_pin_at(self, at: [f64; 2]) -> bool {
        let named = self.named_at(at);
        if let Some((province, _)) = &named {
            self.turn_pin(province);
        }
        named.is_some()
    }

    /// Pins the province of the mark the keyboard is on, or lets it go.
    pub(super) fn turn_pin_of_chosen(self) {
        let province = self.session.with_value(|session| {
            let session = session.as_ref()?;
            let mark = session.order.get(session.chosen?).copied()?;
            session.mark(mark)?.province.clone()
        });
        if let Some(province) = province {
            self.turn_pin(&province);
        }
    }

    /// The province whose name stands at a pixel, and the address of the page; none on a page whose address names the province
    /// itself.
    fn named_at(self, at: [f64; 2]) -> Option<(ProvinceSlug, PageAddress)> {
        let address = self.surroundings().address()?;
        let province = self
            .session
            .with_value(|session| session.as_ref()?.named_at(at).cloned())?;
        let is_fixed = address.query.provinces.contains(&province);
        (!is_fixed).then_some((province, address))
    }

    fn turn_pin(self, province: &ProvinceSlug) {
        let surroundings = self.surroundings();
        let turned = surroundings
            .address()
            .and_then(|address| address.with_pin_turned(province));
        if let Some(address) = turned {
            surroundings.change(&address);
        }
    }
}
