//! Looking around from an item: the words before and after it within its clause.

use super::super::{
    item::{Item, ItemKind},
    lexicon::Mention,
    vocabulary::{compares, is_target, joins},
};
use crate::Year;

/// How far the reader looks back and ahead, so that a text without marks is read in a time that grows with its length only.
const REACH: usize = 24;

/// What a year is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claims) enum YearUse {
    /// Of the figures that follow.
    Told,
    /// What is compared with.
    Compared,
    /// Of a plan or a date: of no figure.
    Other,
}

/// The items of a text.
#[derive(Clone, Copy, Debug)]
pub(in crate::claims) struct View<'a> {
    pub(in crate::claims) items: &'a [Item<'a>],
}

impl<'a> View<'a> {
    /// What an item is; a break beyond the end.
    pub(super) fn kind(&self, at: usize) -> ItemKind<'a> {
        self.items.get(at).map_or(ItemKind::Break, |item| item.kind)
    }

    /// The word at a place; empty for anything else.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", Item::word)
    }

    /// The item so many places before.
    pub(super) fn back(&self, at: usize, steps: usize) -> ItemKind<'a> {
        at.checked_sub(steps).map_or(ItemKind::Break, |at| self.kind(at))
    }

    fn word_back(&self, at: usize, steps: usize) -> &'a str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    /// Whether a mark ends a sentence: a point that nothing is glued to.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        match self.kind(at) {
            ItemKind::Mark('.') => !self.items.get(at + 1).is_some_and(|next| next.glued),
            ItemKind::Mark('!' | '?') | ItemKind::Break => true,
            _ => false,
        }
    }

    /// Whether an item ends a clause. "tỉnh, thành" is one noun.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        match self.kind(at) {
            ItemKind::Mark(',') => self.word(at + 1) != "thanh",
            ItemKind::Mark(';' | ':' | '|' | '\t') | ItemKind::Break => true,
            _ => self.ends_sentence(at),
        }
    }

    /// The words before an item back to the end of the clause before or to a number, nearest first, each with how far it is
    /// away. Names and years are passed over, and so is one parenthesis that opens.
    pub(super) fn before(&self, at: usize) -> Vec<(usize, &'a str)> {
        let mut words = Vec::new();
        for steps in 1..=REACH.min(at) {
            let place = at - steps;
            match self.kind(place) {
                ItemKind::Word(word) => words.push((steps, word)),
                ItemKind::Number(_) | ItemKind::Fraction(..) | ItemKind::Mark(')') => break,
                _ if self.ends_clause(place) => break,
                _ => {}
            }
        }
        words
    }

    /// Whether two neighbouring words, or one, of a kind stand before an item within its sentence.
    pub(super) fn sentence_has(&self, at: usize, is_meant: fn((&str, &str)) -> bool) -> bool {
        for steps in 1..=REACH.min(at) {
            let place = at - steps;
            if self.ends_sentence(place) || self.kind(place) == ItemKind::Mark(';') {
                return false;
            }
            if is_meant((self.word(place), self.word(place + 1))) {
                return true;
            }
        }
        false
    }

    /// Whether figures from an item to before another are listed in the order of names: "lần lượt", "respectively".
    pub(super) fn lists_respectively(&self, at: usize, end: usize) -> bool {
        const WORD: &str = "respectively";
        let comma = |place: Option<usize>| place.is_some_and(|place| self.kind(place) == ItemKind::Mark(','));
        let said_before = (1..=REACH.min(at))
            .map(|steps| at - steps)
            .take_while(|place| !self.ends_sentence(*place))
            .any(|place| (self.word(place), self.word(place + 1)) == ("lan", "luot"));
        // "scored, respectively, 73.02 and 70.61 points"
        let skipped = usize::from(comma(at.checked_sub(1)));
        said_before
            || self.word_back(at, 1 + skipped) == WORD
            || self.word(end + usize::from(comma(Some(end)))) == WORD
            || self.after(end).any(|place| self.word(place) == WORD)
    }

    /// The places after an item up to the end of its clause, to a number or to a word that begins another statement.
    pub(super) fn after(&self, at: usize) -> impl Iterator<Item = usize> {
        let view = *self;
        (at..at + REACH).take_while(move |place| {
            let is_other = match view.kind(*place) {
                ItemKind::Number(_) | ItemKind::Fraction(..) | ItemKind::Mark('(' | ')') => true,
                ItemKind::Word(word) => joins(word) && !matches!((word, view.word(*place + 1)), ("trong", _)),
                _ => view.ends_clause(*place),
            };
            !is_other
        })
    }

    /// The places from the beginning of a sentence to before an item.
    pub(super) fn behind(&self, at: usize) -> impl Iterator<Item = usize> {
        let steps = (1..=(2 * REACH).min(at)).take_while(|steps| !self.ends_sentence(at - steps));
        at - steps.count()..at
    }

    /// The places after an item up to the end of its sentence.
    pub(super) fn ahead(&self, at: usize) -> impl Iterator<Item = usize> {
        let view = *self;
        (at..at + 2 * REACH)
            .take_while(move |place| !view.ends_sentence(*place) && view.kind(*place) != ItemKind::Mark(';'))
    }

    /// Whether the province at a place is one that is compared with.
    pub(super) fn is_compared(&self, at: usize) -> bool {
        let skipped = usize::from(matches!(self.word_back(at, 1), "tinh" | "tp" | "pho" | "the"));
        let skipped = skipped + usize::from(self.word_back(at, 1 + skipped) == "thanh");
        compares(self.word_back(at, 1 + skipped)) && {
            // "với Hậu Giang" without "so" only introduces.
            self.word_back(at, 1 + skipped) != "voi" || self.word_back(at, 2 + skipped) == "so"
        }
    }

    /// What a year is for.
    pub(super) fn use_of_year(&self, at: usize, year: Year, newest: Year) -> YearUse {
        let skipped = usize::from(matches!(self.word_back(at, 1), "nam" | "year"));
        let skipped = skipped + usize::from(matches!(self.word_back(at, 1 + skipped), "in" | "cung" | "cua" | "ky"));
        let before = self.word_back(at, 1 + skipped);
        let earlier = self.word_back(at, 2 + skipped);
        if year > newest || matches!(before, "doan" | "ky") || matches!((earlier, before), ("muc", "tieu")) {
            return YearUse::Other;
        }
        if before == "den" && self.sentence_has(at, is_target) {
            return YearUse::Other;
        }
        let is_compared = matches!(
            before,
            "voi" | "since" | "than" | "versus" | "vs" | "from" | "between" | "with" | "tu" | "hon" | "over" | "on"
        );
        // "với năm 2021" alone is told; "so với", "compared with" are not.
        let is_compared = is_compared
            && (!matches!(before, "voi" | "with")
                || matches!(earlier, "so" | "compared" | "comparison" | "sanh" | "duoc"));
        if is_compared { YearUse::Compared } else { YearUse::Told }
    }

    /// The province that stands right before, a parenthesis between them or not.
    pub(super) fn follows_name(&self, at: usize) -> bool {
        let skipped = usize::from(matches!(self.back(at, 1), ItemKind::Mark('(' | ':' | '-')));
        let skipped = skipped + usize::from(matches!(self.back(at, 1 + skipped), ItemKind::Year(_)));
        matches!(
            self.back(at, 1 + skipped),
            ItemKind::Name(Mention::Province(_) | Mention::Component(_) | Mention::Index(_))
        )
    }
}
