//! Names held against a text that somebody types: the search of the site and of its long lists, and the provinces offered
//! where an address names none.

use super::{fold, lower_case, without_marks};
use crate::{domain::Province, sorting::sort_by_key};

/// How many names an unknown province is answered with.
const SUGGESTIONS: usize = 3;

/// How well a name fits what is wanted, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the name.
    Whole,
    /// The name begins with it.
    Start,
    /// One of the later words of the name begins with it.
    WordStart,
    /// Each of its words begins a word of the name, in any order.
    Words,
    /// It stands within the name.
    Within,
}

/// What somebody types into a search, ready to be held against many names: case, marks, spaces and punctuation do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<String>,
    joined: String,
}

/// The fewest letters that are looked for within words: fewer stand within nearly every name.
const SHORTEST_PART: usize = 3;

/// What stands before the name of a place without being part of it.
const BEFORE_PLACES: [&[&str]; 4] = [&["tinh"], &["thanh", "pho"], &["tp"], &["thu", "do"]];

/// What stands behind it.
const BEHIND_PLACES: [&str; 2] = ["province", "city"];

impl Wanted {
    /// Takes a text apart.
    pub fn new(text: &str) -> Self {
        Self::of_words(words(text))
    }

    /// Takes the name of a place apart, without the words that say of which kind it is: “tỉnh”, “tp.”, “city”.
    pub fn place(text: &str) -> Self {
        let all = words(text);
        let mut rest = &all[..];
        for before in BEFORE_PLACES {
            let is_there = before.len() < rest.len() && before.iter().zip(rest).all(|(one, other)| one == other);
            if is_there {
                rest = &rest[before.len()..];
            }
        }
        if let [name @ .., last] = rest
            && !name.is_empty()
            && BEHIND_PLACES.contains(&last.as_str())
        {
            rest = name;
        }
        Self::of_words(rest.to_vec())
    }

    fn of_words(words: Vec<String>) -> Self {
        let joined = words.concat();
        Self { words, joined }
    }

    /// Whether nothing is wanted: a text without letters or digits.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well a name fits; `None` where it does not.
    pub fn fit(&self, name: &str) -> Option<Fit> {
        if self.is_empty() {
            return None;
        }
        let words = words(name);
        let joined = words.concat();
        let begins_at = |word: usize| words[word..].concat().starts_with(&self.joined);
        let is_begun = |wanted: &String| words.iter().any(|word| word.starts_with(wanted));
        if joined == self.joined {
            Some(Fit::Whole)
        } else if joined.starts_with(&self.joined) {
            Some(Fit::Start)
        } else if (1..words.len()).any(begins_at) {
            Some(Fit::WordStart)
        } else if self.words.iter().all(is_begun) {
            Some(Fit::Words)
        } else {
            let is_within = self.joined.len() >= SHORTEST_PART && joined.contains(&self.joined);
            is_within.then_some(Fit::Within)
        }
    }

    /// How well a province fits by one of its names; its codes and its slug, which addresses show, fit as a whole only.
    /// The second part tells whether it is known by another name than its own: such a fit comes after.
    pub fn fit_province(&self, province: &Province) -> Option<(Fit, bool)> {
        let mut best: Option<(Fit, bool)> = None;
        for (name, is_alias) in names(province) {
            if let Some(fit) = self.fit(name)
                && best.is_none_or(|best| (fit, is_alias) < best)
            {
                best = Some((fit, is_alias));
            }
        }
        let codes = [
            province.iso.as_deref().unwrap_or_default(),
            &province.code,
            province.slug.as_str(),
        ];
        let is_code = codes.into_iter().any(|code| self.fit(code) == Some(Fit::Whole));
        match best {
            Some(best) if !is_code || best < (Fit::Whole, true) => Some(best),
            best => is_code.then_some((Fit::Whole, true)).or(best),
        }
    }
}

/// The words of a text in the form in which they are matched.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in lower_case(text).map(without_marks).chain([' ']) {
        if letter.is_alphanumeric() {
            word.push(letter);
        } else if !is_mark(letter) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    words
}

/// Whether it is a mark that stands alone, behind its letter (decomposed text): it ends no word.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// What a province is called, and whether it is an alias.
fn names(province: &Province) -> impl Iterator<Item = (&str, bool)> {
    let names = [province.name_vi.as_str(), province.name_en.as_str()];
    let aliases = province.aliases.iter().map(String::as_str);
    names
        .into_iter()
        .map(|name| (name, false))
        .chain(aliases.map(|alias| (alias, true)))
}

/// The provinces whose names come nearest to a text that names none, nearest first, at most three; the one it names, if it
/// names one.
pub fn nearest_provinces<'a>(provinces: &'a [Province], text: &str) -> Vec<&'a Province> {
    let wanted = fold(text);
    let mut scored: Vec<(usize, &Province)> = provinces
        .iter()
        .map(|province| {
            let distance = names(province)
                .chain([(province.slug.as_str(), true)])
                .map(|(name, _)| edit_distance(&wanted, &fold(name)))
                .min()
                .unwrap_or(usize::MAX);
            (distance, province)
        })
        .collect();
    sort_by_key(&mut scored, |(distance, _)| *distance);
    // An exact alias is the answer; farther names would only distract.
    let exact = scored.first().is_some_and(|(distance, _)| *distance == 0);
    scored
        .into_iter()
        .take(if exact { 1 } else { SUGGESTIONS })
        .map(|(_, province)| province)
        .collect()
}

/// The number of single-letter edits between two folded names.
pub(super) fn edit_distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in left.chars().enumerate() {
        let mut current = Vec::with_capacity(previous.len());
        current.push(row + 1);
        for (column, other) in right.iter().enumerate() {
            let substituted = previous[column] + usize::from(letter != *other);
            current.push(substituted.min(previous[column + 1] + 1).min(current[column] + 1));
        }
        previous = current;
    }
    previous.last().copied().unwrap_or_default()
}
