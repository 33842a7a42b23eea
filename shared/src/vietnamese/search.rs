//! Finding provinces by a text that somebody types: the search of the site, and the names offered where an address names no
//! province.

use super::{compare, fold};
use crate::domain::Province;

/// How many names an unknown province is answered with.
const SUGGESTIONS: usize = 3;

/// How well a name fits a search, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    WordStart,
    Within,
}

fn fit(name: &str, wanted: &str) -> Option<Fit> {
    let folded = fold(name);
    if folded == wanted {
        return Some(Fit::Whole);
    }
    if folded.starts_with(wanted) {
        return Some(Fit::Start);
    }
    let mut rest = name;
    while let Some((_, after)) = rest.split_once([' ', '-', '.']) {
        if fold(after).starts_with(wanted) {
            return Some(Fit::WordStart);
        }
        rest = after;
    }
    folded.contains(wanted).then_some(Fit::Within)
}

/// What a province is called, and whether it is an alias. A slug is what an address shows, so people type it.
fn names(province: &Province) -> impl Iterator<Item = (&str, bool)> {
    let names = [province.name_vi.as_str(), province.name_en.as_str()];
    let aliases = province.aliases.iter().map(String::as_str);
    names
        .into_iter()
        .map(|name| (name, false))
        .chain(aliases.chain([province.slug.as_str()]).map(|alias| (alias, true)))
}

/// The provinces that fit a text, best first: whole names before beginnings before parts, names before aliases, then by
/// the alphabet. A text without letters or digits finds nothing.
pub fn search_provinces<'a>(provinces: &'a [Province], text: &str) -> Vec<&'a Province> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<((Fit, bool), &Province)> = provinces
        .iter()
        .filter_map(|province| {
            let best = names(province)
                .filter_map(|(name, is_alias)| fit(name, &wanted).map(|fit| (fit, is_alias)))
                .min()?;
            Some((best, province))
        })
        .collect();
    found.sort_by(|(left_fit, left), (right_fit, right)| {
        left_fit
            .cmp(right_fit)
            .then_with(|| compare(&left.name_vi, &right.name_vi))
    });
    found.into_iter().map(|(_, province)| province).collect()
}

/// The provinces whose names come nearest to a text that names none, nearest first, at most three; the one it names, if it
/// names one.
pub fn nearest_provinces<'a>(provinces: &'a [Province], text: &str) -> Vec<&'a Province> {
    let wanted = fold(text);
    let mut scored: Vec<(usize, &Province)> = provinces
        .iter()
        .map(|province| {
            let distance = names(province)
                .map(|(name, _)| edit_distance(&wanted, &fold(name)))
                .min()
                .unwrap_or(usize::MAX);
            (distance, province)
        })
        .collect();
    scored.sort_by_key(|(distance, _)| *distance);
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
