//! Words, numbers and marks of folded letters. Dates, decisions' numbers and telephone numbers are one token that says nothing.

use super::letters::Letter;
use crate::api::check::Place;

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// The value, without its sign.
    pub(super) value: f64,
    /// Its decimals.
    pub(super) decimals: u8,
    /// Its digits before the decimals.
    pub(super) digits: u8,
    /// Whether a sign stands before it, and whether that is a minus.
    pub(super) negative: Option<bool>,
}

impl Number {
    /// A whole number without a sign.
    pub(super) fn whole(&self) -> Option<u16> {
        let is_whole = self.decimals == 0 && self.negative.is_none() && self.value <= f64::from(u16::MAX);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number within the range"
        )]
        is_whole.then_some(self.value as u16)
    }
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    /// Letters and digits that begin with a letter; lower case, without marks.
    Word(String),
    /// A number.
    Number(Number),
    /// Whole numbers with a stroke between them: `38/63`.
    Fraction(u16, u16),
    /// Any other character.
    Mark(char),
    /// The end of a line.
    Break,
    /// Figures that say nothing here.
    Other,
}

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) place: Place,
    /// Whether a word begins with a capital.
    pub(super) capital: bool,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
}

/// The tokens of a text.
pub(super) fn tokens(letters: &[Letter]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(letters.len() / 4);
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let rest = &letters[at..];
        let (length, kind) = match letter.folded {
            ' ' => {
                at += 1;
                continue;
            }
            '\n' => (1, TokenKind::Break),
            digit if digit.is_ascii_digit() => figures(rest),
            sign @ ('+' | '-') if is_sign(letters, at) => {
                let (length, kind) = figures(&rest[1..]);
                match kind {
                    TokenKind::Number(number) => {
                        let negative = Some(sign == '-');
                        (length + 1, TokenKind::Number(Number { negative, ..number }))
                    }
                    _ => (1, TokenKind::Mark(sign)),
                }
            }
            word if word.is_alphabetic() => {
                let length = rest.iter().take_while(|letter| letter.folded.is_alphanumeric()).count();
                let word = rest[..length].iter().map(|letter| letter.folded).collect();
                (length, TokenKind::Word(word))
            }
            mark => (1, TokenKind::Mark(mark)),
        };
        tokens.push(Token {
            kind,
            place: Place {
                start: letter.start,
                end: letters[at + length - 1].end,
            },
            capital: letter.capital,
            glued: at > 0 && !matches!(letters[at - 1].folded, ' ' | '\n' | '\t'),
        });
        at += length;
    }
    tokens
}

/// A sign belongs to a number that follows at once, where nothing stands before it that it could join.
fn is_sign(letters: &[Letter], at: usize) -> bool {
    let follows = letters.get(at + 1).is_some_and(|letter| letter.folded.is_ascii_digit());
    let before = at.checked_sub(1).map_or(' ', |before| letters[before].folded);
    follows && matches!(before, ' ' | '\n' | '\t' | '(' | ':' | ';' | '|' | ',' | '~')
}

/// What begins with a digit.
fn figures(letters: &[Letter]) -> (usize, TokenKind) {
    let is_digit = |at: usize| letters.get(at).is_some_and(|letter| letter.folded.is_ascii_digit());
    let folded = |at: usize| letters.get(at).map_or(' ', |letter| letter.folded);
    let (length, number) = number(letters);
    // 38/63, 38 / 63, but neither 28/3/2022 nor 7/2022 nor 123/QĐ-UBND.
    let stroke = length + usize::from(folded(length) == ' ' && folded(length + 1) == '/');
    if folded(stroke) == '/' {
        let after = stroke + 1 + usize::from(folded(stroke + 1) == ' ');
        if !is_digit(after) {
            let tail = letters[length..].iter();
            let is_part = |letter: &&Letter| letter.folded.is_alphanumeric() || matches!(letter.folded, '/' | '-');
            return if stroke == length && folded(stroke + 1).is_alphabetic() && number.decimals == 0 {
                (length + tail.take_while(is_part).count(), TokenKind::Other)
            } else {
                (length, TokenKind::Number(number))
            };
        }
        let (second_length, second) = self::number(&letters[after..]);
        let end = after + second_length;
        if folded(end) == '/' && is_digit(end + 1) {
            let date = letters[end..].iter();
            let is_part = |letter: &&Letter| letter.folded.is_ascii_digit() || letter.folded == '/';
            return (end + date.take_while(is_part).count(), TokenKind::Other);
        }
        return match (number.whole(), second.whole()) {
            (Some(_), Some(_)) if second.digits == 4 => (end, TokenKind::Other),
            (Some(first), Some(second)) => (end, TokenKind::Fraction(first, second)),
            // 63,8/100: the maximum of the scale says nothing.
            _ => (end, TokenKind::Number(number)),
        };
    }
    if number.digits > 6 {
        return (length, TokenKind::Other);
    }
    (length, TokenKind::Number(number))
}

/// A number in the form of either language: one separator is that of decimals, of several the last.
fn number(letters: &[Letter]) -> (usize, Number) {
    let folded = |at: usize| letters.get(at).map_or(' ', |letter| letter.folded);
    let mut separators = Vec::new();
    let mut length = 0;
    loop {
        match folded(length) {
            digit if digit.is_ascii_digit() => length += 1,
            separator @ ('.' | ',') if folded(length + 1).is_ascii_digit() => {
                separators.push((length, separator));
                length += 1;
            }
            _ => break,
        }
    }
    let groups = match separators.as_slice() {
        [_, .., (_, last)] => separators.iter().all(|(_, separator)| separator == last),
        _ => false,
    };
    let point = separators.last().map(|(at, _)| *at).filter(|_| !groups);
    let mut digits = 0_u8;
    let mut decimals = 0_u8;
    let mut text = String::with_capacity(length);
    for (at, letter) in letters[..length].iter().enumerate() {
        if letter.folded.is_ascii_digit() {
            text.push(letter.folded);
            let count = if point.is_some_and(|point| at > point) {
                &mut decimals
            } else {
                &mut digits
            };
            *count = count.saturating_add(1);
        } else if Some(at) == point {
            text.push('.');
        }
    }
    let number = Number {
        value: text.parse().unwrap_or_default(),
        decimals,
        digits,
        negative: None,
    };
    (length, number)
}

#[cfg(test)]
mod tests {
    use super::{super::letters::letters, *};

    fn kinds(text: &str) -> Vec<TokenKind> {
        tokens(&letters(text)).into_iter().map(|token| token.kind).collect()
    }

    fn values(text: &str) -> Vec<f64> {
        let sign = |number: Number| {
            if number.negative == Some(true) {
                -number.value
            } else {
                number.value
            }
        };
        kinds(text)
            .into_iter()
            .filter_map(|kind| match kind {
                TokenKind::Number(number) => Some(sign(number)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn numbers_of_both_languages_are_read() {
        assert_eq!(values("63,8; 63.80 và 06"), [63.8, 63.8, 6.0]);
        // Millions are money or a telephone.
        assert_eq!(values("1.234.567 1.234,5"), [1234.5]);
        assert_eq!(values("(−1,61) +2,26 50-52"), [-1.61, 2.26, 50.0, 52.0]);
        assert_eq!(values("63,8/100"), [63.8]);
    }

    #[test]
    fn fractions_are_no_dates() {
        assert_eq!(kinds("38/63"), [TokenKind::Fraction(38, 63)]);
        assert_eq!(kinds("9 / 13"), [TokenKind::Fraction(9, 13)]);
        for text in ["28/3/2022", "7/2022", "123/QĐ-UBND", "02933878878"] {
            assert_eq!(kinds(text), [TokenKind::Other], "{text}");
        }
    }
}
