//! Vietnamese alphabetical order and the folding of names for a search, without locale data.
//!
//! The alphabet orders base letters first (`a ă â b c d đ e ê …`), tone marks only between words that are otherwise equal.

/// The vowels, each with its five tone marks, in alphabetical order; `y` ends the alphabet.
const VOWELS: [(char, &str); 12] = [
    ('a', "àảãáạ"),
    ('ă', "ằẳẵắặ"),
    ('â', "ầẩẫấậ"),
    ('e', "èẻẽéẹ"),
    ('ê', "ềểễếệ"),
    ('i', "ìỉĩíị"),
    ('o', "òỏõóọ"),
    ('ô', "ồổỗốộ"),
    ('ơ', "ờởỡớợ"),
    ('u', "ùủũúụ"),
    ('ư', "ừửữứự"),
    ('y', "ỳỷỹýỵ"),
];

/// The letters in alphabetical order, with the four of foreign names at their Latin places.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Splits a lower-case letter into base letter and tone, 0 for none.
fn without_tone(letter: char) -> (char, u8) {
    for (base, toned) in VOWELS {
        if let Some(position) = toned.chars().position(|candidate| candidate == letter) {
            return (base, u8::try_from(position + 1).unwrap_or(u8::MAX));
        }
    }
    (letter, 0)
}

/// The place of a base letter in the alphabet; digits come before letters.
fn alphabet_place(letter: char) -> u32 {
    match ALPHABET.chars().position(|candidate| candidate == letter) {
        Some(position) => 1_000 + u32::try_from(position).unwrap_or(u32::MAX - 1_000),
        None => u32::from(letter).min(999),
    }
}

/// A key that sorts names as a Vietnamese dictionary does: letters first, then tones. Punctuation and spaces between
/// words do not count, except that a shorter word comes first.
pub(crate) fn sort_key(name: &str) -> (Vec<u32>, Vec<u8>) {
    let mut letters = Vec::with_capacity(name.len());
    let mut tones = Vec::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            let (base, tone) = without_tone(letter);
            letters.push(alphabet_place(base));
            tones.push(tone);
        } else if letter == ' ' {
            letters.push(0);
            tones.push(0);
        }
    }
    (letters, tones)
}

/// A name as it is matched: lower-case ASCII letters and digits only, marks dropped, `đ` as `d`.
pub(crate) fn fold(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .map(|letter| match without_tone(letter).0 {
            'ă' | 'â' => 'a',
            'đ' | 'ð' => 'd',
            'ê' => 'e',
            'ô' | 'ơ' => 'o',
            'ư' => 'u',
            other => other,
        })
        .collect()
}

/// The number of single-letter edits between two folded names.
pub(crate) fn edit_distance(left: &str, right: &str) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_in_a_vietnamese_dictionary() {
        let mut names = [
            "Đà Nẵng",
            "Điện Biên",
            "Đắk Lắk",
            "Cần Thơ",
            "Cà Mau",
            "Đắk Nông",
            "An Giang",
            "Hà Tĩnh",
            "Hà Nội",
            "Cao Bằng",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "An Giang",
                "Cà Mau",
                "Cao Bằng",
                "Cần Thơ",
                "Đà Nẵng",
                "Đắk Lắk",
                "Đắk Nông",
                "Điện Biên",
                "Hà Nội",
                "Hà Tĩnh"
            ]
        );
    }

    #[test]
    fn folding_drops_marks_case_and_punctuation() {
        assert_eq!(fold("Bà Rịa - Vũng Tàu"), "bariavungtau");
        assert_eq!(fold("ĐẮK LẮK"), "daklak");
    }

    #[test]
    fn the_edit_distance_counts_single_letters() {
        assert_eq!(edit_distance("haugiang", "hugiang"), 1);
        assert_eq!(edit_distance("", "abc"), 3);
        assert_eq!(edit_distance("same", "same"), 0);
    }
}
