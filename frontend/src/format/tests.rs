use super::*;
use proptest::prelude::*;

#[test]
fn thousands_are_grouped_and_the_minus_is_a_minus() {
    assert_eq!(format_score(-1_234_567.891, 2, Language::Vi), "−1.234.567,89");
    assert_eq!(format_score(999.0, 0, Language::Vi), "999");
    assert_eq!(format_score(1000.0, 0, Language::En), "1,000");
}

#[test]
fn what_rounds_to_zero_has_no_sign() {
    assert_eq!(format_score(-0.001, 2, Language::Vi), "0,00");
    assert_eq!(format_difference(0.001, 2, Language::Vi), "0,00");
    assert_eq!(score_change(0.001, 2, ScoreUnit::Points, Language::Vi).tone, Tone::Same);
}

#[test]
fn differences_carry_their_sign_and_their_unit() {
    assert_eq!(
        format_difference_with_unit(-1.61, 2, ScoreUnit::Points, Language::Vi),
        "−1,61\u{a0}điểm"
    );
    assert_eq!(
        score_change(-0.91, 2, ScoreUnit::Points, Language::Vi).words,
        "giảm 0,91\u{a0}điểm"
    );
    assert_eq!(
        score_change(3.5, 1, ScoreUnit::Percent, Language::En).words,
        "up 3.5\u{a0}percentage points"
    );
}

#[test]
fn ranks_read_as_each_language_says_them() {
    assert_eq!(format_rank(38, 63), "38/63");
    assert_eq!(rank_words(38, 63, Language::Vi), "hạng 38/63");
    assert_eq!(rank_words(38, 63, Language::En), "38th of 63");
    for (number, words) in [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (63, "63rd"),
    ] {
        assert_eq!(ordinal(number), words);
    }
}

#[test]
fn a_smaller_rank_number_has_risen() {
    assert_eq!(
        rank_change(1, Language::Vi),
        ChangeText {
            tone: Tone::Up,
            words: "tăng 1 bậc".to_owned(),
            short: "▲\u{a0}1".to_owned(),
            number: "+1".to_owned()
        }
    );
    assert_eq!(rank_change(-6, Language::Vi).words, "giảm 6 bậc");
    assert_eq!(rank_change(0, Language::Vi).words, "giữ nguyên hạng");
    assert_eq!(
        rank_change(0, Language::Vi).of_estimates().words,
        "≈\u{a0}giữ nguyên hạng"
    );
    assert_eq!(rank_change(1, Language::En).words, "up 1 place");
    assert_eq!(rank_change(-2, Language::En).words, "down 2 places");
}

#[test]
fn names_are_joined_as_a_sentence_does() {
    assert_eq!(join_names::<&str>(&[], Language::Vi), "");
    assert_eq!(join_names(&["A", "B", "C"], Language::Vi), "A, B và C");
    assert_eq!(join_names(&["A", "B"], Language::En), "A and B");
}

#[test]
fn a_reason_loses_its_capital_but_an_abbreviation_does_not() {
    assert_eq!(decapitalise("Đổi cách tính"), "đổi cách tính");
    assert_eq!(decapitalise("VCCI đổi cách tính"), "VCCI đổi cách tính");
}

proptest! {
    #[test]
    fn a_number_reads_back_as_it_was(value in -1e7_f64..1e7, decimals in 0_u8..5) {
        let vi = format_score(value, decimals, Language::Vi);
        let plain = vi.replace('.', "").replace(',', ".").replace(MINUS, "-");
        let read: f64 = plain.parse().unwrap();
        prop_assert!((read - value).abs() <= 0.5 * 10_f64.powi(-i32::from(decimals)) + 1e-6);
        prop_assert!(!vi.contains('-'));
    }

    #[test]
    fn both_languages_print_the_same_digits(value in -1e7_f64..1e7, decimals in 0_u8..4) {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(format_score(value, decimals, Language::Vi)), digits(format_score(value, decimals, Language::En)));
    }
}
