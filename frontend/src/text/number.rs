//! What is wrong with a number that was typed, and what to type instead.

use vithe_shared::{Language, Text, query::read_decimal};

use crate::format::format_score;

/// A target is a rank or a total: said at the second of two.
pub const ONE_TARGET: Text = Text::new(
    "Chỉ đặt một mục tiêu: hãy xóa ô này hoặc ô hạng.",
    "One target only: clear this field or that of the rank.",
);

/// The numbers that a field takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Takes {
    /// A number of points from one to another, with so many decimals in words.
    Between(f64, f64, u8),
    /// A number of points above 0.
    AboveZero,
    /// A rank up to the last one.
    Rank(u16),
}

impl Takes {
    /// Whether a number is one of them.
    pub fn has(self, number: f64) -> bool {
        match self {
            Self::Between(lowest, highest, _) => (lowest - 1e-9..=highest + 1e-9).contains(&number),
            Self::AboveZero => number > 0.0,
            Self::Rank(last) => number.fract() == 0.0 && (1.0..=f64::from(last)).contains(&number),
        }
    }

    /// Why what was typed is none of them, and what would be.
    pub fn refusal(self, typed: &str, language: Language) -> String {
        let is_number = read_decimal(typed).is_some();
        let typed = typed.trim();
        let what = match (is_number, self, language) {
            (false, _, Language::Vi) => format!("Không đọc được “{typed}”."),
            (false, _, Language::En) => format!("“{typed}” cannot be read."),
            (true, Self::Rank(_), Language::Vi) => format!("Không có hạng {typed}."),
            (true, Self::Rank(_), Language::En) => format!("There is no rank {typed}."),
            (true, _, Language::Vi) => format!("{typed} nằm ngoài khoảng cho phép."),
            (true, _, Language::En) => format!("{typed} is out of range."),
        };
        // Who typed a number knows how to type one.
        let example = |number: f64| match (is_number, language) {
            (true, _) => String::new(),
            (false, Language::Vi) => format!(", ví dụ {}", format_score(number, 1, language)),
            (false, Language::En) => format!(", such as {}", format_score(number, 1, language)),
        };
        let advice = match (self, language) {
            (Self::Between(lowest, highest, decimals), _) => {
                let [from, to] = [lowest, highest].map(|end| format_score(end, decimals, language));
                // A change is a small number, a total is one within the scale.
                let example = example(if lowest < 0.0 { 0.2 } else { highest * 0.65 });
                match language {
                    Language::Vi => format!("Hãy nhập một số từ {from} đến {to}{example}."),
                    Language::En => format!("Type a number from {from} to {to}{example}."),
                }
            }
            (Self::AboveZero, Language::Vi) => format!("Hãy nhập một số lớn hơn 0, nhiều nhất 100{}.", example(0.3)),
            (Self::AboveZero, Language::En) => format!("Type a number above 0 and up to 100{}.", example(0.3)),
            (Self::Rank(last), Language::Vi) => format!("Hãy nhập một số nguyên từ 1 đến {last}."),
            (Self::Rank(last), Language::En) => format!("Type a whole number from 1 to {last}."),
        };
        format!("{what} {advice}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_named_with_what_to_type() {
        let change = Takes::Between(-4.3, 4.7, 2);
        for (takes, typed, vi, en) in [
            (
                change,
                "abc",
                "Không đọc được “abc”. Hãy nhập một số từ −4,30 đến 4,70, ví dụ 0,2.",
                "“abc” cannot be read. Type a number from −4.30 to 4.70, such as 0.2.",
            ),
            (
                change,
                "9",
                "9 nằm ngoài khoảng cho phép. Hãy nhập một số từ −4,30 đến 4,70.",
                "9 is out of range. Type a number from −4.30 to 4.70.",
            ),
            (
                Takes::Between(0.0, 10.0, 0),
                "1.234,5",
                "Không đọc được “1.234,5”. Hãy nhập một số từ 0 đến 10, ví dụ 6,5.",
                "“1.234,5” cannot be read. Type a number from 0 to 10, such as 6.5.",
            ),
            (
                Takes::AboveZero,
                "-1",
                "-1 nằm ngoài khoảng cho phép. Hãy nhập một số lớn hơn 0, nhiều nhất 100.",
                "-1 is out of range. Type a number above 0 and up to 100.",
            ),
            (
                Takes::Rank(63),
                "3,5",
                "Không có hạng 3,5. Hãy nhập một số nguyên từ 1 đến 63.",
                "There is no rank 3,5. Type a whole number from 1 to 63.",
            ),
        ] {
            assert_eq!(takes.refusal(typed, Language::Vi), vi);
            assert_eq!(takes.refusal(typed, Language::En), en);
        }
    }

    #[test]
    fn the_ends_belong_to_what_is_taken() {
        let change = Takes::Between(-4.3, 4.7, 2);
        assert!(change.has(-4.3) && change.has(4.7) && !change.has(4.71));
        assert!(Takes::AboveZero.has(0.01) && !Takes::AboveZero.has(0.0));
        let rank = Takes::Rank(63);
        assert!(rank.has(1.0) && rank.has(63.0) && !rank.has(0.0) && !rank.has(64.0) && !rank.has(1.5));
    }
}
