use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::prelude::*;

use super::{search::edit_distance, *};
use crate::{Borders, domain::Province};

fn province(slug: &str, name_vi: &str, name_en: &str, aliases: &[&str]) -> Province {
    Province {
        slug: slug.parse().unwrap(),
        borders: Borders::Provinces63,
        name_vi: name_vi.to_owned(),
        name_en: name_en.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        region: "md".parse().unwrap(),
        code: String::new(),
        iso: None,
        municipality: false,
        first_year: None,
        last_year: None,
        successor: None,
        predecessors: Vec::new(),
        latitude: None,
        longitude: None,
    }
}

fn provinces() -> Vec<Province> {
    vec![
        province("ha-noi", "Hà Nội", "Hanoi", &["HN", "Thủ đô Hà Nội"]),
        Province {
            code: "35".to_owned(),
            iso: Some("VN-63".to_owned()),
            ..province("ha-nam", "Hà Nam", "Ha Nam", &[])
        },
        province("quang-nam", "Quảng Nam", "Quang Nam", &[]),
        province("da-nang", "Đà Nẵng", "Da Nang", &["Danang"]),
        province(
            "ho-chi-minh",
            "TP. Hồ Chí Minh",
            "Ho Chi Minh City",
            &["Sài Gòn", "HCMC"],
        ),
        province("thua-thien-hue", "Thừa Thiên Huế", "Thua Thien Hue", &["Huế"]),
    ]
}

fn slugs(provinces: &[&Province]) -> Vec<String> {
    provinces.iter().map(|province| province.slug.to_string()).collect()
}

#[test]
fn a_name_in_any_spelling_has_the_slug_of_its_province() {
    for province in provinces()
        .iter()
        .filter(|province| province.slug.as_str() != "ho-chi-minh")
    {
        for name in [
            &province.name_vi,
            &province.name_vi.to_uppercase(),
            &province.name_vi.replace(' ', "__"),
        ] {
            assert_eq!(slug(name), province.slug.as_str());
            assert_eq!(slug(&decomposed(name)), province.slug.as_str());
        }
        assert_eq!(slug(province.slug.as_str()), province.slug.as_str());
    }
    assert_eq!(slug(" – "), "");
}

fn found(text: &str) -> Vec<String> {
    let (provinces, wanted) = (provinces(), Wanted::place(text));
    let mut fits: Vec<_> = provinces
        .iter()
        .filter_map(|province| Some((wanted.fit_province(province)?, province)))
        .collect();
    fits.sort_by(|(one, left), (other, right)| one.cmp(other).then_with(|| compare(&left.name_vi, &right.name_vi)));
    slugs(&fits.into_iter().map(|(_, province)| province).collect::<Vec<_>>())
}

fn nearest(text: &str) -> Vec<String> {
    slugs(&nearest_provinces(&provinces(), text))
}

/// A text as some programs write it: letters and their marks apart.
fn decomposed(text: &str) -> String {
    const NORMALIZER: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();
    NORMALIZER.normalize(text).into_owned()
}

#[test]
fn the_table_has_each_vowel_with_the_mark_of_its_tone() {
    let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
    for vowel in VOWELS {
        let plain = vowel.chars().next().unwrap().to_string();
        assert_eq!(vowel.chars().count(), TONES.len());
        for (letter, mark) in vowel.chars().zip(marks) {
            assert_eq!(decomposed(&letter.to_string()), decomposed(&format!("{plain}{mark}")));
        }
        assert!(ALPHABET.contains(&plain), "{plain}");
    }
}

#[test]
fn letters_come_before_tones_in_the_alphabet() {
    let mut names = [
        "Đắk Nông",
        "Dak",
        "Đắk Lắk",
        "Hà Tĩnh",
        "Hà Tây",
        "Hạ",
        "Hải",
        "Hả",
        "Âu",
        "An",
        "Ăn",
        "Cần Thơ",
        "Cà Mau",
        "Cao Bằng",
        "Điện Biên",
        "Đà Nẵng",
    ];
    names.sort_by(|left, right| compare(left, right));
    assert_eq!(
        names,
        [
            "An",
            "Ăn",
            "Âu",
            "Cà Mau",
            "Cao Bằng",
            "Cần Thơ",
            "Dak",
            "Đà Nẵng",
            "Đắk Lắk",
            "Đắk Nông",
            "Điện Biên",
            "Hả",
            "Hạ",
            "Hà Tây",
            "Hà Tĩnh",
            "Hải"
        ]
    );
}

#[test]
fn names_match_without_marks_case_and_punctuation() {
    for name in [
        "Bà Rịa - Vũng Tàu",
        "BA RIA – VUNG TAU",
        "bà rịa-vũng tàu",
        "Bà Rịa Vũng Tàu",
    ] {
        assert_eq!(fold(name), "bariavungtau", "{name}");
    }
    assert_eq!(fold("Thừa Thiên Huế"), fold("Thu\u{31b}\u{300}a Thiên Huê\u{301}"));
}

#[test]
fn a_search_needs_no_marks_and_knows_aliases() {
    assert_eq!(found("da nang"), ["da-nang"]);
    assert_eq!(found("Ðà Nẵng"), ["da-nang"]);
    assert_eq!(found("sai gon"), ["ho-chi-minh"]);
    assert_eq!(found("hcmc"), ["ho-chi-minh"]);
    assert_eq!(found("HUẾ")[0], "thua-thien-hue");
}

#[test]
fn every_province_is_found_first_by_each_of_its_names() {
    for province in provinces() {
        let names = [&province.name_vi, &province.name_en];
        for name in names.into_iter().chain(&province.aliases) {
            assert_eq!(found(name)[0], province.slug.as_str(), "{name}");
        }
    }
}

#[test]
fn better_fits_come_first() {
    assert_eq!(found("ha n"), ["ha-nam", "ha-noi"]);
    assert_eq!(found("nam"), ["ha-nam", "quang-nam"]);
    assert_eq!(found("ho chi minh")[0], "ho-chi-minh");
}

#[test]
fn a_place_is_found_with_the_words_for_its_kind_and_by_its_codes() {
    for text in [
        "Tỉnh Hà Nam",
        "tinh ha nam",
        "Ha Nam Province",
        "HA  NAM",
        "vn-63",
        "VN63",
        "35",
    ] {
        assert_eq!(found(text)[0], "ha-nam", "{text}");
    }
    for text in [
        "Ha Noi City",
        "Hanoi city",
        "TP. Hà Nội",
        "thành phố hà nội",
        "Tp Ha Noi",
        "thu do ha noi",
    ] {
        assert_eq!(found(text), ["ha-noi"], "{text}");
    }
    for text in ["TP HCMC", "tp. hồ chí minh", "Saigon", "SÀI GÒN"] {
        assert_eq!(found(text)[0], "ho-chi-minh", "{text}");
    }
    // A code is whole or none, and a word for a kind alone is looked for as it is.
    assert!(found("3").is_empty());
    assert!(found("vn").is_empty());
    assert_eq!(found("city"), ["ho-chi-minh"]);
}

#[test]
fn a_name_fits_better_the_nearer_its_beginning_the_text_stands() {
    let fit = |text: &str| Wanted::new(text).fit("Chi phí không chính thức");
    assert_eq!(fit("chi phi khong chinh thuc"), Some(Fit::Whole));
    assert_eq!(fit("chiphi"), Some(Fit::Start));
    assert_eq!(fit("không chính"), Some(Fit::WordStart));
    assert_eq!(fit("chính thức phí"), Some(Fit::Words));
    assert_eq!(fit("hinh"), Some(Fit::Within));
    // Two letters stand within nearly every name.
    assert_eq!(fit("on"), None);
    assert_eq!(fit("minh bạch"), None);
}

#[test]
fn nothing_is_found_for_nothing() {
    assert!(found("").is_empty());
    assert!(found(" .-").is_empty());
    assert!(found("xyz").is_empty());
}

#[test]
fn a_misspelt_name_is_answered_with_three_and_an_alias_with_the_one_it_names() {
    let offered = nearest("ha-nol");
    assert_eq!((offered.len(), offered[0].as_str()), (3, "ha-noi"));
    assert_eq!(nearest("Thủ đô Hà Nội"), ["ha-noi"]);
}

#[test]
fn the_edit_distance_counts_single_letters() {
    assert_eq!(edit_distance("haugiang", "hugiang"), 1);
    assert_eq!(edit_distance("", "abc"), 3);
    assert_eq!(edit_distance("same", "same"), 0);
}

const NAME: &str = "[A-ZĐÂĂÊa-zàảãáạăắằâấđêếôốơờưừỹ0-9 .-]{0,8}";

proptest! {
    #[test]
    fn the_order_of_names_is_an_order(one in NAME, two in NAME, three in NAME) {
        prop_assert_eq!(compare(&one, &two), compare(&two, &one).reverse());
        if compare(&one, &two).is_le() && compare(&two, &three).is_le() {
            prop_assert!(compare(&one, &three).is_le());
        }
        prop_assert_eq!(compare(&one, &two).is_eq(), one == two);
    }

    #[test]
    fn tones_never_decide_between_different_letters(one in NAME, two in NAME) {
        let toneless = |text: &str| -> String { lower_case(text).map(|letter| split_tone(letter).0).collect() };
        let places = |text: &str| -> Vec<_> { lower_case(text).map(|letter| place(split_tone(letter).0)).collect() };
        if places(&one) != places(&two) {
            prop_assert_eq!(compare(&one, &two), compare(&toneless(&one), &toneless(&two)));
        }
    }

    #[test]
    fn matching_forms_hold_letters_and_digits_and_are_stable(text in "\\PC{0,20}") {
        let once = fold(&text);
        prop_assert!(once.chars().all(char::is_alphanumeric));
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn matching_forms_take_composed_and_decomposed_text_alike_and_do_not_heed_case(name in NAME) {
        prop_assert_eq!(fold(&decomposed(&name)), fold(&name));
        prop_assert_eq!(fold(&name.to_uppercase()), fold(&name));
        prop_assert!(fold(&name).is_ascii());
    }

    #[test]
    fn no_search_fails(text in "\\PC{0,20}", name in "\\PC{0,20}") {
        prop_assert!(found(&text).len() <= provinces().len());
        let wanted = Wanted::new(&name);
        prop_assert_eq!(wanted.fit(&name), (!wanted.is_empty()).then_some(Fit::Whole));
        prop_assert!((1..=3).contains(&nearest_provinces(&provinces(), &text).len()));
    }

    #[test]
    fn a_search_heeds_neither_case_nor_form_nor_spaces(text in NAME, name in NAME) {
        let fit = |text: &str| Wanted::new(text).fit(&name);
        prop_assert_eq!(fit(&text.to_uppercase()), fit(&text));
        prop_assert_eq!(fit(&decomposed(&text)), fit(&text));
        prop_assert_eq!(fit(&format!("  {} ", text.replace(' ', "   "))), fit(&text));
        prop_assert_eq!(Wanted::new(&text).fit(&decomposed(&name)), fit(&text));
    }

    #[test]
    fn an_edit_distance_is_a_distance(one in "[a-d]{0,6}", two in "[a-d]{0,6}", three in "[a-d]{0,6}") {
        prop_assert_eq!(edit_distance(&one, &two), edit_distance(&two, &one));
        prop_assert_eq!(edit_distance(&one, &two) == 0, one == two);
        prop_assert!(edit_distance(&one, &three) <= edit_distance(&one, &two) + edit_distance(&two, &three));
    }
}
