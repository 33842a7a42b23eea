//! Vietnamese letters: the order of names, and names without their marks, for matching and searching. Server, importer and
//! browser all order and match by these functions, without locale data.
//!
//! Text is expected composed (Unicode form C), as all files of the package are checked to be; [`fold`] takes any.

use std::cmp::Ordering;

mod search;
#[cfg(test)]
mod tests;

pub use search::{Fit, Wanted, nearest_provinces};

/// The tone mark of a vowel, in the order of dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tone {
    Level,
    Grave,
    Hook,
    Tilde,
    Acute,
    Dot,
}

const TONES: [Tone; 6] = [
    Tone::Level,
    Tone::Grave,
    Tone::Hook,
    Tone::Tilde,
    Tone::Acute,
    Tone::Dot,
];

/// Every vowel with its tones, in the order of [`TONES`].
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// The Vietnamese alphabet, with the four letters of foreign names at their Latin places.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// A lower-case letter without its tone, and the tone.
fn split_tone(letter: char) -> (char, Tone) {
    // Most letters of most names.
    if letter.is_ascii() {
        return (letter, Tone::Level);
    }
    for vowel in VOWELS {
        let toned = vowel.chars().zip(TONES).find(|(toned, _)| *toned == letter);
        if let (Some((_, tone)), Some(plain)) = (toned, vowel.chars().next()) {
            return (plain, tone);
        }
    }
    (letter, Tone::Level)
}

/// Lower case, with the eth that some files have for Đ, which looks the same as a capital.
fn lower_case(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'ð' { 'đ' } else { letter })
}

/// Letters of the alphabet in their order after digits, which come after the gaps between words; other letters last.
fn place(letter: char) -> (u8, u32) {
    match ALPHABET.chars().zip(0..).find(|(other, _)| *other == letter) {
        Some((_, position)) => (2, position),
        None if letter.is_ascii_digit() => (1, u32::from(letter)),
        None if letter.is_alphanumeric() => (3, u32::from(letter)),
        None => (0, 0),
    }
}

/// Compares by the Vietnamese alphabet (a ă â b c d đ e ê …), tones deciding only between names of the same letters. Only
/// equal texts are equal.
///
/// ```
/// use vithe_shared::vietnamese;
/// let mut names = ["Đà Nẵng", "Điện Biên", "Bình Dương", "Bắc Ninh", "Bạc Liêu", "An Giang"];
/// names.sort_by(|left, right| vietnamese::compare(left, right));
/// assert_eq!(names, ["An Giang", "Bạc Liêu", "Bắc Ninh", "Bình Dương", "Đà Nẵng", "Điện Biên"]);
/// ```
pub fn compare(left: &str, right: &str) -> Ordering {
    fn letters(text: &str) -> impl Iterator<Item = (u8, u32)> {
        lower_case(text).map(|letter| place(split_tone(letter).0))
    }
    fn tones(text: &str) -> impl Iterator<Item = Tone> {
        lower_case(text).map(|letter| split_tone(letter).1)
    }
    letters(left)
        .cmp(letters(right))
        .then_with(|| tones(left).cmp(tones(right)))
        .then_with(|| left.cmp(right))
}

/// Letters and digits only, lower case, without marks, `đ` and eth as `d`: the form in which names are matched.
///
/// ```
/// use vithe_shared::vietnamese::fold;
/// assert_eq!(fold("TP. Hồ Chí Minh"), "tphochiminh");
/// assert_eq!(fold("ĐẮK LẮK"), "daklak");
/// assert_eq!(fold("Ðà Nẵng"), fold("da nang"));
/// ```
pub fn fold(text: &str) -> String {
    // Marks that stand alone (decomposed text) are no letters and fall away here.
    lower_case(text)
        .map(without_marks)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Letters and digits as in [`fold`], with one hyphen for whatever stands between words: the form of names in addresses.
///
/// ```
/// use vithe_shared::vietnamese::slug;
/// assert_eq!(slug("Bà Rịa – Vũng Tàu"), "ba-ria-vung-tau");
/// assert_eq!(slug("Đắk_Lắk "), "dak-lak");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in lower_case(text).map(without_marks) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !is_standing_mark(letter) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A mark of decomposed text, which stands behind its letter.
fn is_standing_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// A lower-case letter without any mark of Vietnamese.
///
/// ```
/// use vithe_shared::vietnamese::without_marks;
/// assert_eq!(['ữ', 'đ', 'k'].map(without_marks), ['u', 'd', 'k']);
/// ```
pub fn without_marks(letter: char) -> char {
    match split_tone(letter).0 {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    }
}
