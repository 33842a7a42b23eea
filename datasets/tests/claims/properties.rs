//! What holds for any text.

use proptest::prelude::*;
use vithe_shared::api::check::{CheckAnswer, Place};

use super::support::read;

/// Pieces that claims are made of, and what may stand among them.
const PIECES: &[&str] = &[
    "PCI",
    "PAPI",
    "PAR INDEX",
    "SIPAS",
    "Hậu Giang",
    "Quảng Ninh",
    "năm 2021",
    "năm 2020",
    "so với",
    "đạt",
    "tăng",
    "giảm",
    "điểm",
    "bậc",
    "xếp thứ",
    "38/63",
    "63,8",
    "1,61",
    "%",
    "(",
    ")",
    ",",
    ";",
    ".",
    "\n",
    "\t",
    "|",
    "như:",
    "tính minh bạch",
    "từ",
    "lên",
    "50 - 52",
    "4/5 tiêu chí",
    "nhóm hạng",
    "lần lượt",
    "và",
    "respectively",
    "in",
    "rose",
    "to",
    "12th",
    "of 63",
    "−",
    "+",
    "<b>",
    "&nbsp;",
    "\u{200f}",
    "\u{301}",
    "đứng đầu cả nước",
    "led the",
    "2016-2020",
    "Tỉnh",
    "Điểm",
    "Hạng",
    "tương ứng",
];

fn assert_places(text: &str, answer: &CheckAnswer) {
    let length = u32::try_from(text.chars().count()).unwrap();
    let claims: Vec<Place> = answer.claims.iter().filter_map(|claim| claim.place).collect();
    assert_eq!(claims.len(), answer.claims.len());
    let unread: Vec<Place> = answer.unread.iter().map(|unread| unread.place).collect();
    for place in claims.iter().chain(&unread) {
        assert!(
            place.start < place.end && place.end <= length,
            "{place:?} of {length} in {text:?}"
        );
    }
    for places in [&claims, &unread] {
        assert!(places.is_sorted(), "{places:?} in {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_a_clean_answer(text in any::<String>(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        assert_places(&text, &read(&text));
        let junk = String::from_utf8_lossy(&bytes);
        assert_places(&junk, &read(&junk));
    }

    #[test]
    fn pieces_of_claims_in_any_order_have_a_clean_answer(
        pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..60),
    ) {
        let mut text = String::new();
        for (piece, glued) in pieces {
            text.push_str(PIECES[piece]);
            if !glued {
                text.push(' ');
            }
        }
        assert_places(&text, &read(&text));
    }
}
