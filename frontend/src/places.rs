//! How far down the pages of the history were read, so that going back leads to the place where the reader was.

use std::collections::HashMap;

/// An entry of the browser's history, as this site numbers them.
pub(crate) type Entry = u32;

/// The places of the entries of one tab.
#[derive(Debug, Default)]
pub(crate) struct Places {
    last: Entry,
    places: HashMap<Entry, f64>,
}

impl Places {
    /// A number for an entry that has none yet.
    pub(crate) fn number_new(&mut self) -> Entry {
        self.last += 1;
        self.last
    }

    /// Takes note of an entry that was numbered before, perhaps by an earlier document of this tab.
    pub(crate) fn know(&mut self, entry: Entry) {
        self.last = self.last.max(entry);
    }

    /// Remembers how far an entry is scrolled, in pixels.
    pub(crate) fn remember(&mut self, entry: Entry, scrolled: f64) {
        self.places.insert(entry, scrolled);
    }

    /// How far an entry was scrolled; the top where nothing is known.
    pub(crate) fn of(&self, entry: Entry) -> f64 {
        self.places.get(&entry).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_leads_to_the_place_that_was_read() {
        let mut places = Places::default();
        let (first, second) = (places.number_new(), places.number_new());
        places.remember(first, 420.0);
        places.remember(second, 7.0);
        places.remember(first, 430.0);
        assert_eq!((places.of(first), places.of(second)), (430.0, 7.0));
        assert_eq!(places.of(99), 0.0);
    }

    #[test]
    fn numbers_of_an_earlier_document_are_not_given_again() {
        let mut places = Places::default();
        places.know(7);
        places.know(3);
        assert_eq!(places.number_new(), 8);
    }
}
