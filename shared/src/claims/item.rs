//! What a text consists of for the reader of claims: names, years, numbers, words, marks.

use super::{
    lexicon::{Lexicon, Mention},
    token::{Number, Token, TokenKind},
    vocabulary::{is_place_unit, numeral},
};
use crate::{Year, api::check::Place};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ItemKind<'a> {
    /// A word.
    Word(&'a str),
    /// A name.
    Name(Mention),
    /// A name of a component in small letters, which may be any words of a sentence.
    MaybeComponent(usize),
    /// A year.
    Year(Year),
    /// A number.
    Number(Number),
    /// A whole number of another.
    Fraction(u16, u16),
    /// A mark.
    Mark(char),
    /// The end of a line.
    Break,
    /// Something that says nothing: a date, a span of years.
    Other,
}

/// An item with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Item<'a> {
    pub(super) kind: ItemKind<'a>,
    pub(super) place: Place,
    /// Whether nothing stands between it and the one before.
    pub(super) glued: bool,
}

impl<'a> Item<'a> {
    /// The word; empty for anything else.
    pub(super) fn word(&self) -> &'a str {
        match self.kind {
            ItemKind::Word(word) => word,
            _ => "",
        }
    }
}

/// The items of a text.
pub(super) fn items<'a>(tokens: &'a [Token], lexicon: &Lexicon) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'a>> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (length, kind) = read(tokens, at, lexicon, &items);
        let end = tokens[at + length - 1].place.end;
        items.push(Item {
            kind,
            place: Place {
                start: token.place.start,
                end,
            },
            glued: token.glued,
        });
        at += length;
    }
    items
}

fn read<'a>(tokens: &'a [Token], at: usize, lexicon: &Lexicon, items: &[Item<'a>]) -> (usize, ItemKind<'a>) {
    let token = &tokens[at];
    match &token.kind {
        TokenKind::Break => (1, ItemKind::Break),
        TokenKind::Other => (1, ItemKind::Other),
        TokenKind::Mark(mark) => (1, ItemKind::Mark(*mark)),
        TokenKind::Fraction(first, second) => (1, ItemKind::Fraction(*first, *second)),
        TokenKind::Number(number) => match year(number) {
            None => (1, ItemKind::Number(*number)),
            Some(year) => match span(&tokens[at + 1..]) {
                Some(length) => (1 + length, ItemKind::Other),
                None => (1, ItemKind::Year(year)),
            },
        },
        TokenKind::Word(word) => {
            if let Some(number) = spelled(tokens, at, word) {
                return (1, ItemKind::Number(number));
            }
            let before = items.last().map_or("", Item::word);
            match lexicon.find(&tokens[at..]) {
                Some((length, Mention::Province(province))) => {
                    let is_name = token.capital || matches!(before, "tinh" | "tp" | "pho");
                    match before {
                        // A newspaper.
                        "bao" => (length, ItemKind::Other),
                        _ if is_name => (length, ItemKind::Name(Mention::Province(province))),
                        _ => (1, ItemKind::Word(word)),
                    }
                }
                Some((length, Mention::Component(component))) => {
                    let led_by = matches!(
                        before,
                        "so" | "truc"
                            | "dung"
                            | "vuc"
                            | "chi"
                            | "phan"
                            | "ve"
                            | "index"
                            | "dimension"
                            | "area"
                            | "component"
                            | "in"
                    ) || items.last().is_some_and(|item| item.kind == ItemKind::Mark('"'));
                    let is_name = token.capital || led_by || lexicon.components[component].is_plain;
                    let kind = if is_name {
                        ItemKind::Name(Mention::Component(component))
                    } else {
                        ItemKind::MaybeComponent(component)
                    };
                    (length, kind)
                }
                // "par" in small letters is an English word.
                Some((1, mention)) if word == "par" && !token.capital => {
                    debug_assert!(matches!(mention, Mention::Index(_)));
                    (1, ItemKind::Word(word))
                }
                Some((length, Mention::Nothing)) => (length, ItemKind::Other),
                Some((length, mention)) => (length, ItemKind::Name(mention)),
                None => (1, ItemKind::Word(word)),
            }
        }
    }
}

/// A whole number of four digits that is a year.
fn year(number: &Number) -> Option<Year> {
    let year = number.whole().filter(|_| number.digits == 4)?;
    (1990..=2100).contains(&year).then_some(Year(year))
}

/// The tokens that make a span of a year before them: `2016-2020`, `2016 – 2020`.
fn span(tokens: &[Token]) -> Option<usize> {
    let is_year = |token: Option<&Token>| {
        token.is_some_and(|token| match &token.kind {
            TokenKind::Number(number) => {
                let unsigned = Number {
                    negative: None,
                    ..*number
                };
                year(&unsigned).is_some()
            }
            _ => false,
        })
    };
    match &tokens.first()?.kind {
        TokenKind::Mark('-') if is_year(tokens.get(1)) => Some(2),
        TokenKind::Number(number) if number.negative == Some(true) && is_year(tokens.first()) => Some(1),
        _ => None,
    }
}

/// A number that is written as a word: "six places", "hai bậc", "xếp thứ nhì", "ranked first".
fn spelled(tokens: &[Token], at: usize, word: &str) -> Option<Number> {
    let value = numeral(word)?;
    let word_at = |at: usize| match tokens.get(at).map(|token| &token.kind) {
        Some(TokenKind::Word(word)) => word.as_str(),
        _ => "",
    };
    let before = |back: usize| at.checked_sub(back).map_or("", word_at);
    // "từ vị trí", "sau hạng" are no numbers; "sáu bậc" is.
    let unit = word_at(at + 1);
    let is_change = match word {
        "tu" | "sau" | "nam" | "tam" => unit == "bac",
        _ => is_place_unit(unit, word_at(at + 2)) && unit != "thu",
    };
    let is_rank = match before(1) {
        "thu" => matches!(before(2), "xep" | "dung" | "hang" | "tri"),
        "ranked" | "ranks" | "placed" => true,
        "was" | "came" | "finished" => value > 1 && word.ends_with(['d', 'h']),
        // "second among 63 provinces"
        _ => {
            let follows = tokens.get(at + 2).map(|token| &token.kind);
            let counts = matches!(follows, Some(TokenKind::Number(_)));
            value > 1 && word.ends_with(['d', 'h']) && (unit == "among" || (unit == "of" && counts))
        }
    };
    (is_change || is_rank).then_some(Number {
        value: f64::from(value),
        decimals: 0,
        // A place that is told as a word has no digits.
        digits: u8::from(is_change),
        negative: None,
    })
}
