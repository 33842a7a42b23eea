//! Figures that are listed in the order of names: "PCI năm 2020 và 2021 lần lượt đạt 63,11 và 63,80 điểm", "respectively".
//!
//! The numbers belong, in their order, to the one enumeration that the sentence has: of provinces, years, components or indices.
//! Where it has none or several, or one that is longer or shorter, nothing is read, and it is said so.

use super::{
    super::{item::ItemKind, lexicon::Mention, unread::UnreadReason},
    Reader,
    context::IndexToldOf,
    number::{Reading, UnitWord},
    view::YearUse,
};
use crate::Year;

/// Whom or when a listed number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member {
    /// By its place in the lexicon.
    Province(usize),
    Year(Year),
    /// By its place in the lexicon.
    Component(usize),
    Index(IndexToldOf),
}

impl Member {
    /// Whether both can stand in one enumeration.
    const fn is_like(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Province(_), Self::Province(_))
                | (Self::Year(_), Self::Year(_))
                | (Self::Component(_), Self::Component(_))
                | (Self::Index(_), Self::Index(_))
        )
    }
}

/// Numbers that are joined by marks or by "and".
struct Numbers {
    /// Each with the item after it and its unit.
    places: Vec<(usize, usize)>,
    /// The unit of all of them.
    unit: UnitWord,
    /// The item after the last one.
    end: usize,
}

impl Reader<'_> {
    /// Reads the listed numbers that begin at a place; the place of the next item.
    pub(super) fn respectively(&mut self, at: usize) -> Option<usize> {
        let numbers = self.numbers(at)?;
        if !self.view.lists_respectively(at, numbers.end) {
            return None;
        }
        let readings = (numbers.places.iter())
            .map(|(place, _)| self.listed(at, *place, &numbers))
            .collect::<Option<Vec<_>>>()?;
        let reason = match self.enumerations(at, numbers.end).as_slice() {
            [members] if members.len() == readings.len() => {
                for (((from, to), reading), member) in numbers.places.iter().zip(readings).zip(members) {
                    let reading = Reading {
                        listed: Some(*member),
                        ..reading
                    };
                    self.take(at, &reading, self.place(*from, *to));
                }
                return Some(numbers.end);
            }
            [_] => UnreadReason::RespectivelyCounts,
            _ => UnreadReason::Respectively,
        };
        let place = self.place(at, numbers.end);
        self.found.unread.push((place, reason));
        Some(numbers.end)
    }

    /// The numbers that are joined from a place on; `None` where it is one alone.
    fn numbers(&self, at: usize) -> Option<Numbers> {
        let is_fraction = |place: usize| match self.view.kind(place) {
            ItemKind::Number(_) => Some(false),
            ItemKind::Fraction(..) => Some(true),
            _ => None,
        };
        let kind = is_fraction(at)?;
        // "thứ 38 và thứ 12": what stands before the first may stand before each.
        let head = at.checked_sub(1).map_or("", |before| self.view.word(before));
        let mut numbers = Numbers {
            places: Vec::new(),
            unit: UnitWord::None,
            end: at,
        };
        let mut next = at;
        while numbers.places.len() < MOST_LISTED && is_fraction(next) == Some(kind) {
            let (unit, end) = self.unit_after(next + 1);
            // "63,11 và 63,80 điểm, 38": what has no unit behind one that has is another figure.
            if numbers.unit != UnitWord::None && unit != numbers.unit {
                break;
            }
            numbers.places.push((next, end));
            (numbers.unit, numbers.end) = (unit, end);
            let joined = (end..end + 2)
                .take_while(|place| joins_names(self.view.kind(*place)))
                .count();
            if joined == 0 {
                break;
            }
            next = end + joined;
            next += usize::from(matches!(head, "thu" | "hang") && self.view.word(next) == head);
        }
        (numbers.places.len() > 1).then_some(numbers)
    }

    /// One of the numbers, by the words before the first and behind the last.
    fn listed(&self, at: usize, place: usize, numbers: &Numbers) -> Option<Reading> {
        match self.view.kind(place) {
            ItemKind::Number(number) => self.with_unit(at, number, numbers.unit, numbers.end),
            ItemKind::Fraction(rank, n) if rank >= 1 && self.rank_cue(at) => {
                Some(self.rank(at, rank, Some(n), numbers.end))
            }
            _ => None,
        }
    }

    /// The enumerations of a sentence around the numbers in it.
    fn enumerations(&self, at: usize, end: usize) -> Vec<Vec<Member>> {
        let mut found = self.enumerations_within(self.view.behind(at));
        found.extend(self.enumerations_within(self.view.ahead(end)));
        found
    }

    fn enumerations_within(&self, places: impl Iterator<Item = usize>) -> Vec<Vec<Member>> {
        let mut found: Vec<Vec<Member>> = Vec::new();
        let mut is_open = false;
        for place in places {
            let Some(member) = self.member(place) else {
                is_open &= joins_names(self.view.kind(place)) || is_kind_of_name(self.view.word(place));
                continue;
            };
            match found.last_mut() {
                Some(members) if is_open && members.iter().all(|other| other.is_like(member)) => members.push(member),
                _ => found.push(vec![member]),
            }
            is_open = true;
        }
        found.retain(|members| members.len() > 1);
        found
    }

    /// What is named at a place, unless it is only compared with.
    fn member(&self, place: usize) -> Option<Member> {
        match self.view.kind(place) {
            ItemKind::Name(Mention::Province(province)) => {
                (!self.view.is_compared(place)).then_some(Member::Province(province))
            }
            ItemKind::Name(Mention::Component(component)) | ItemKind::MaybeComponent(component) => {
                Some(Member::Component(component))
            }
            ItemKind::Name(Mention::Index(index)) => Some(Member::Index(IndexToldOf::Known(index))),
            ItemKind::Name(Mention::Foreign) => Some(Member::Index(IndexToldOf::Foreign)),
            ItemKind::Year(year) => {
                let is_told = self.view.use_of_year(place, year, self.lexicon.newest) == YearUse::Told;
                is_told.then_some(Member::Year(year))
            }
            _ => None,
        }
    }
}

/// Whether an item stands between the names or the numbers of a list.
fn joins_names(item: ItemKind<'_>) -> bool {
    matches!(item, ItemKind::Mark(',' | ';') | ItemKind::Word("va" | "and"))
}

/// More are not taken for one list, so that a text of numbers alone is read in a time that grows with its length only.
const MOST_LISTED: usize = 12;

/// Words that say what a name in an enumeration is of: "năm 2020 và năm 2021", "tỉnh A, thành phố B".
fn is_kind_of_name(word: &str) -> bool {
    matches!(
        word,
        "nam" | "year" | "in" | "tinh" | "thanh" | "pho" | "tp" | "chi" | "so" | "the"
    )
}
