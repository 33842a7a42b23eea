//! Folded letters of a text that know where they stand in it: lower case without marks, one kind of space, dash and quotation mark,
//! without invisible marks, without HTML. Decomposed and composed text fold alike.

use crate::vietnamese::without_marks;

/// A letter, digit, mark or space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Lower case, without marks.
    pub(super) folded: char,
    /// Whether it was a capital.
    pub(super) capital: bool,
    /// The first scalar it stands for.
    pub(super) start: u32,
    /// The scalar after the last.
    pub(super) end: u32,
}

/// A tag or entity that is longer is none.
const LONGEST_TAG: usize = 400;
const LONGEST_ENTITY: usize = 12;

/// The letters of a text.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let scalars: Vec<char> = text.chars().collect();
    let mut letters: Vec<Letter> = Vec::with_capacity(scalars.len());
    let mut at = 0;
    while let Some(scalar) = scalars.get(at).copied() {
        let (length, read) = match scalar {
            '<' => tag(&scalars[at..]),
            '&' => entity(&scalars[at..]),
            _ => None,
        }
        .unwrap_or((1, Some(scalar)));
        if let Some(read) = read.and_then(plain) {
            let folded = lower(read);
            letters.push(Letter {
                folded,
                capital: read.is_uppercase(),
                start: to_offset(at),
                end: to_offset(at + length),
            });
        } else if is_mark(scalar)
            && let Some(last) = letters.last_mut()
        {
            // A mark of decomposed text belongs to its letter.
            last.end = to_offset(at + 1);
        }
        at += length;
    }
    letters
}

/// Texts have at most 256 kB.
fn to_offset(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn is_mark(scalar: char) -> bool {
    matches!(scalar, '\u{300}'..='\u{36f}')
}

/// One scalar for all that look or mean alike; `None` for what is not seen.
fn plain(scalar: char) -> Option<char> {
    Some(match scalar {
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ad}' => return None,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' => '"',
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(scalar) - 0xfee0).unwrap_or(scalar),
        '\t' | '\n' => scalar,
        control if control.is_control() => ' ',
        other => other,
    })
}

fn lower(scalar: char) -> char {
    if scalar.is_ascii() {
        return scalar.to_ascii_lowercase();
    }
    let lower = scalar.to_lowercase().next().unwrap_or(scalar);
    // The eth of some files stands for đ.
    without_marks(if lower == 'ð' { 'đ' } else { lower })
}

/// The length of a tag and the space it stands for.
fn tag(scalars: &[char]) -> Option<(usize, Option<char>)> {
    let first = scalars.get(1)?;
    if !(first.is_ascii_alphabetic() || matches!(first, '/' | '!')) {
        return None;
    }
    let rest = scalars.iter().skip(1).take(LONGEST_TAG);
    let length = rest.take_while(|scalar| !matches!(scalar, '>' | '<')).count() + 1;
    if scalars.get(length) != Some(&'>') {
        return None;
    }
    let name: String = (scalars[1..length].iter())
        .skip_while(|scalar| **scalar == '/')
        .take_while(|scalar| scalar.is_ascii_alphanumeric())
        .map(char::to_ascii_lowercase)
        .collect();
    let space = match name.as_str() {
        "p" | "br" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "section" | "article" | "h1" | "h2" | "h3"
        | "h4" => Some('\n'),
        "td" | "th" => Some('\t'),
        // Emphasis stands within words and numbers.
        _ => None,
    };
    Some((length + 1, space))
}

/// The length of an entity and what it stands for.
fn entity(scalars: &[char]) -> Option<(usize, Option<char>)> {
    let name: String = (scalars.iter().skip(1).take(LONGEST_ENTITY))
        .take_while(|scalar| scalar.is_ascii_alphanumeric() || **scalar == '#')
        .collect();
    let length = name.len() + 2;
    if scalars.get(length - 1) != Some(&';') {
        return None;
    }
    let number = || {
        let digits = name.strip_prefix('#')?;
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => digits.parse().ok()?,
        };
        char::from_u32(code)
    };
    let accented = || {
        let marks = ["grave", "acute", "circ", "tilde", "uml"];
        let letter = marks.into_iter().find_map(|mark| name.strip_suffix(mark))?;
        letter.chars().next().filter(|_| letter.len() == 1)
    };
    let read = match name.as_str() {
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" | "ldquo" | "rdquo" | "lsquo" | "rsquo" => '"',
        "ndash" | "mdash" | "minus" => '-',
        "eth" => 'đ',
        "ETH" => 'Đ',
        _ => number().or_else(accented)?,
    };
    Some((length, Some(read)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        letters(text).iter().map(|letter| letter.folded).collect()
    }

    #[test]
    fn forms_of_one_text_fold_alike() {
        let composed = "Hậu Giang đạt 63,8 điểm";
        let expected = "hau giang dat 63,8 diem";
        assert_eq!(folded(composed), expected);
        let decomposed: String = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd()
            .normalize(composed)
            .into_owned();
        assert_ne!(decomposed, composed);
        assert_eq!(folded(&decomposed), expected);
        assert_eq!(
            folded("H&acirc;u\u{a0}Giang\u{200f} <b>&#273;ạt</b>&nbsp;63,8 điểm"),
            expected
        );
    }

    #[test]
    fn letters_know_their_place() {
        let text = "<p>A\u{323}b";
        let places: Vec<(u32, u32)> = letters(text).iter().map(|letter| (letter.start, letter.end)).collect();
        assert_eq!(places, [(0, 3), (3, 5), (5, 6)]);
    }

    #[test]
    fn what_is_no_tag_stays() {
        assert_eq!(folded("3 < 5 & 7 <"), "3 < 5 & 7 <");
        assert_eq!(folded("<chưa đóng"), "<chua dong");
    }
}
