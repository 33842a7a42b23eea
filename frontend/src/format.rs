//! Numbers, ranks, changes and joined names as a reader sees them, in Vietnamese and English. Pages, charts and view models write
//! no number without this module, so that a score reads the same everywhere.

use std::cmp::Ordering;

use vithe_shared::{Language, domain::ScoreUnit};

/// Stands between a number and its unit, so that no line breaks there.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// Stands before a figure that is an estimate.
pub const ESTIMATE: &str = "≈\u{a0}";
/// The minus sign on screen; data files keep the hyphen.
pub const MINUS: char = '\u{2212}';
/// Stands where no figure is on record.
pub const NO_FIGURE: &str = "–";

/// A number with fixed decimals and grouped thousands: `1.234,56` in Vietnamese, `1,234.56` in English.
///
/// ```
/// use vithe_frontend::format::format_score;
/// use vithe_shared::Language;
/// assert_eq!(format_score(63.8, 2, Language::Vi), "63,80");
/// assert_eq!(format_score(-1234.5, 1, Language::En), "−1,234.5");
/// ```
pub fn format_score(value: f64, decimals: u8, language: Language) -> String {
    let digits = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let (group, point) = match language {
        Language::Vi => ('.', ','),
        Language::En => (',', '.'),
    };
    let mut text = String::with_capacity(digits.len() + 4);
    // A value that rounds to zero has no sign.
    if value < 0.0 && digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        text.push(MINUS);
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// The value that a reader takes from [`format_score`], for words and differences that must agree with it.
///
/// ```
/// use vithe_frontend::format::{as_shown, format_score};
/// use vithe_shared::Language;
/// // A binary fraction just below the half.
/// assert_eq!(format_score(63.805, 2, Language::En), "63.80");
/// assert_eq!(as_shown(63.805, 2), 63.8);
/// ```
pub fn as_shown(value: f64, decimals: u8) -> f64 {
    format!("{value:.*}", usize::from(decimals)).parse().unwrap_or(value)
}

/// A number as it stands in a field, as short as can be: `0,2`, `−0.3`.
///
/// ```
/// use vithe_frontend::format::format_typed;
/// use vithe_shared::Language;
/// assert_eq!(format_typed(-0.3, Language::Vi), "−0,3");
/// assert_eq!(format_typed(2.0, Language::En), "2");
/// ```
pub fn format_typed(number: f64, language: Language) -> String {
    let text = number.to_string().replace('-', "\u{2212}");
    match language {
        Language::Vi => text.replace('.', ","),
        Language::En => text,
    }
}

/// A whole number with grouped thousands.
pub fn format_count(value: usize, language: Language) -> String {
    format_score(value as f64, 0, language)
}

/// A score with its unit: `63,80 điểm`, `84,6 %`; in English `63.80 points`, `84.6%`.
///
/// ```
/// use vithe_frontend::format::format_score_with_unit;
/// use vithe_shared::{Language, domain::ScoreUnit};
/// assert_eq!(format_score_with_unit(84.6, 1, ScoreUnit::Percent, Language::Vi), "84,6\u{a0}%");
/// assert_eq!(format_score_with_unit(63.8, 2, ScoreUnit::Points, Language::En), "63.80\u{a0}points");
/// ```
pub fn format_score_with_unit(value: f64, decimals: u8, unit: ScoreUnit, language: Language) -> String {
    with_unit(&format_score(value, decimals, language), unit, language)
}

fn with_unit(number: &str, unit: ScoreUnit, language: Language) -> String {
    match (unit, language) {
        (ScoreUnit::Points, Language::Vi) => format!("{number}{NO_BREAK_SPACE}điểm"),
        (ScoreUnit::Points, Language::En) => format!("{number}{NO_BREAK_SPACE}points"),
        (ScoreUnit::Percent | ScoreUnit::PercentOfMaximum, Language::Vi) => format!("{number}{NO_BREAK_SPACE}%"),
        (ScoreUnit::Percent | ScoreUnit::PercentOfMaximum, Language::En) => format!("{number}%"),
    }
}

/// The unit of a scale in words, for the head of a column or an axis.
pub const fn unit_name(unit: ScoreUnit, language: Language) -> &'static str {
    match (unit, language) {
        (ScoreUnit::Points, Language::Vi) => "điểm",
        (ScoreUnit::Points, Language::En) => "points",
        (ScoreUnit::Percent, _) => "%",
        (ScoreUnit::PercentOfMaximum, Language::Vi) => "% điểm tối đa",
        (ScoreUnit::PercentOfMaximum, Language::En) => "% of maximum",
    }
}

/// A difference with its sign: `+0,69`, `−1,61`, `0,00`.
pub fn format_difference(value: f64, decimals: u8, language: Language) -> String {
    let number = format_score(value, decimals, language);
    let is_zero = number.bytes().all(|byte| !(b'1'..=b'9').contains(&byte));
    if value > 0.0 && !is_zero {
        format!("+{number}")
    } else {
        number
    }
}

/// A difference with sign and unit; percentages differ by percentage points.
///
/// ```
/// use vithe_frontend::format::format_difference_with_unit;
/// use vithe_shared::{Language, domain::ScoreUnit};
/// assert_eq!(format_difference_with_unit(3.5, 1, ScoreUnit::Percent, Language::Vi), "+3,5\u{a0}điểm phần trăm");
/// ```
pub fn format_difference_with_unit(value: f64, decimals: u8, unit: ScoreUnit, language: Language) -> String {
    let number = format_difference(value, decimals, language);
    format!("{number}{NO_BREAK_SPACE}{}", difference_unit(unit, language))
}

const fn difference_unit(unit: ScoreUnit, language: Language) -> &'static str {
    match (unit, language) {
        (ScoreUnit::Points, Language::Vi) => "điểm",
        (ScoreUnit::Points, Language::En) => "points",
        (ScoreUnit::Percent | ScoreUnit::PercentOfMaximum, Language::Vi) => "điểm phần trăm",
        (ScoreUnit::Percent | ScoreUnit::PercentOfMaximum, Language::En) => "percentage points",
    }
}

/// A rank among those ranked, for tables: `38/63`.
pub fn format_rank(rank: u16, ranked: u16) -> String {
    format!("{rank}/{ranked}")
}

/// The two numbers of what [`format_rank`] wrote; `None` of any other text.
///
/// ```
/// use vithe_frontend::format::split_rank;
/// assert_eq!(split_rank("38/63"), Some(("38", "63")));
/// assert_eq!(split_rank("63,80"), None);
/// ```
pub fn split_rank(text: &str) -> Option<(&str, &str)> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('/')
        .filter(|(rank, ranked)| is_number(rank) && is_number(ranked))
}

/// A rank among those ranked, for sentences: `hạng 38/63`, `38th of 63`.
pub fn rank_words(rank: u16, ranked: u16, language: Language) -> String {
    match language {
        Language::Vi => format!("hạng {rank}/{ranked}"),
        Language::En => format!("{} of {ranked}", ordinal(rank)),
    }
}

/// An English ordinal number: `1st`, `12th`, `23rd`.
pub fn ordinal(number: u16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Which way a figure moved. Never said by colour alone: an arrow and a word go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Rose: a higher score, a better place.
    Up,
    /// Fell.
    Down,
    /// Unchanged.
    Same,
}

impl Tone {
    /// Of a difference; what rounds to zero counts as unchanged only if it is zero.
    pub fn of(difference: f64) -> Self {
        match difference.partial_cmp(&0.0) {
            Some(Ordering::Greater) => Self::Up,
            Some(Ordering::Less) => Self::Down,
            _ => Self::Same,
        }
    }

    /// The arrow shown before the words.
    pub const fn arrow(self) -> &'static str {
        match self {
            Self::Up => "▲",
            Self::Down => "▼",
            Self::Same => "●",
        }
    }

    /// The class of the style sheet.
    pub const fn css_class(self) -> &'static str {
        match self {
            Self::Up => "change-up",
            Self::Down => "change-down",
            Self::Same => "change-same",
        }
    }
}

/// A change as it is shown: arrow, words and tone belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeText {
    /// Which way.
    pub tone: Tone,
    /// The words: `tăng 1 bậc`, `giảm 0,91 điểm`.
    pub words: String,
    /// For a narrow column: `▲ 1`, `▼ 6`, `+0,69`.
    pub short: String,
    /// The number alone, for a copy: `1`, `−6`, `+0,69`.
    pub number: String,
}

impl ChangeText {
    /// The same change with the mark of estimates: `tăng ≈ 0,69 điểm`, `≈ +0,69`, `≈ điểm không đổi`.
    #[must_use]
    pub fn of_estimates(mut self) -> Self {
        let number = self.words.find(|letter: char| letter.is_ascii_digit());
        self.words.insert_str(number.unwrap_or_default(), ESTIMATE);
        self.short.insert_str(0, ESTIMATE);
        self.number.insert_str(0, ESTIMATE);
        self
    }
}

/// A change of rank, positive when places were won.
///
/// ```
/// use vithe_frontend::format::rank_change;
/// use vithe_shared::Language;
/// assert_eq!(rank_change(1, Language::Vi).words, "tăng 1 bậc");
/// assert_eq!(rank_change(-6, Language::En).words, "down 6 places");
/// ```
pub fn rank_change(places_won: i32, language: Language) -> ChangeText {
    let tone = Tone::of(f64::from(places_won));
    let places = places_won.unsigned_abs();
    let words = match (tone, language) {
        (Tone::Up, Language::Vi) => format!("tăng {places} bậc"),
        (Tone::Down, Language::Vi) => format!("giảm {places} bậc"),
        (Tone::Same, Language::Vi) => "giữ nguyên hạng".to_owned(),
        (Tone::Up, Language::En) => format!("up {places} {}", if places == 1 { "place" } else { "places" }),
        (Tone::Down, Language::En) => format!("down {places} {}", if places == 1 { "place" } else { "places" }),
        (Tone::Same, Language::En) => "rank unchanged".to_owned(),
    };
    let short = if tone == Tone::Same {
        tone.arrow().to_owned()
    } else {
        format!("{}{NO_BREAK_SPACE}{places}", tone.arrow())
    };
    ChangeText {
        tone,
        words,
        short,
        number: format_difference(f64::from(places_won), 0, language),
    }
}

/// A change of score in words: `tăng 0,69 điểm`, `giảm 1,2 điểm phần trăm`, `không đổi`.
pub fn score_change(difference: f64, decimals: u8, unit: ScoreUnit, language: Language) -> ChangeText {
    let number = format_score(difference.abs(), decimals, language);
    let is_zero = number.bytes().all(|byte| !(b'1'..=b'9').contains(&byte));
    let tone = if is_zero { Tone::Same } else { Tone::of(difference) };
    let unit_words = difference_unit(unit, language);
    let words = match (tone, language) {
        (Tone::Up, Language::Vi) => format!("tăng {number}{NO_BREAK_SPACE}{unit_words}"),
        (Tone::Down, Language::Vi) => format!("giảm {number}{NO_BREAK_SPACE}{unit_words}"),
        (Tone::Same, Language::Vi) => "điểm không đổi".to_owned(),
        (Tone::Up, Language::En) => format!("up {number}{NO_BREAK_SPACE}{unit_words}"),
        (Tone::Down, Language::En) => format!("down {number}{NO_BREAK_SPACE}{unit_words}"),
        (Tone::Same, Language::En) => "score unchanged".to_owned(),
    };
    let short = format_difference(difference, decimals, language);
    ChangeText {
        tone,
        words,
        number: short.clone(),
        short,
    }
}

/// A date `2026-11-29` as its readers write it: `29/11/2026` in Vietnamese.
pub fn format_date(date: &str, language: Language) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match (parts.as_slice(), language) {
        ([year, month, day], Language::Vi) => format!("{day}/{month}/{year}"),
        _ => date.to_owned(),
    }
}

/// Names joined as a sentence does: `A, B và C`, `A, B and C`.
pub fn join_names<S: AsRef<str>>(names: &[S], language: Language) -> String {
    let conjunction = language.pick("và", "and");
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {conjunction} {}", first.join(", "), last.as_ref())
        }
    }
}

/// The first letter in upper case, for a name that opens a sentence.
pub fn capitalise(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The first letter in lower case, for a name within a sentence; an abbreviation keeps its capitals.
pub fn decapitalise(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(characters).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
