use vithe_shared::domain::RankInterval;

use super::{words::parameter_text, *};
use crate::view_model::{fixtures, ranking_view};

fn view(kind: IntervalKind, highlighted: &[ProvinceSlug], language: Language) -> IntervalView {
    let ranking = fixtures::ranking_with_intervals(6, kind);
    let index = fixtures::index_info(IndexId::Pci);
    let provinces = fixtures::province_list(6);
    interval_view(&ranking_view(&ranking, &index, &provinces, highlighted, language))
}

#[test]
fn only_what_comes_from_a_sample_is_called_confidence() {
    for kind in IntervalKind::ALL {
        for (language, sensitivity, confidence) in [
            (Language::Vi, "độ nhạy", "khoảng tin cậy"),
            (Language::En, "sensitivity", "confidence"),
        ] {
            let view = view(kind, &[], language);
            let name = view.text.kicker.to_lowercase();
            assert_eq!(name.contains(confidence), kind.is_confidence(), "{name}");
            assert_eq!(name.contains(sensitivity), !kind.is_confidence(), "{name}");
            for row in &view.rows {
                let sentence = row.sentence.to_lowercase();
                assert_eq!(sentence.contains(confidence), kind.is_confidence(), "{sentence}");
            }
        }
    }
}

#[test]
fn a_row_is_told_in_one_sentence() {
    let rows = view(IntervalKind::Weights, &[], Language::Vi).rows;
    assert_eq!(
        rows[2].sentence,
        "Tỉnh C, 2021: hạng 3/6; nếu trọng số các thành phần tăng hoặc giảm tới 10\u{a0}% (độ nhạy), hạng nằm trong khoảng 2–5"
    );
    let rows = view(IntervalKind::Perturbation, &[], Language::En).rows;
    assert_eq!(
        rows[2].sentence,
        "Province C, 2021: 3rd of 6; with its own score 1\u{a0}point up or down (sensitivity), the rank lies within 2–5"
    );
}

#[test]
fn a_rank_that_does_not_move_is_said_to_stay() {
    let interval = RankInterval {
        kind: IntervalKind::Rounding,
        parameter: 0.005,
        best: 4,
        worst: 4,
    };
    assert_eq!(interval_text(interval), "4");
    assert_eq!(
        interval_sentence(4, 63, interval, Language::Vi),
        "hạng 4/63; tính cả phần lẻ bị làm tròn (độ nhạy), hạng không đổi"
    );
    assert_eq!(parameter_text(interval, Language::Vi), "0,005\u{a0}điểm");
}

#[test]
fn the_finding_counts_how_far_ranks_move() {
    // Widths of six units, one place up and two down: 2, 3, 3, 3, 2, 1.
    assert_eq!(
        view(IntervalKind::Weights, &[], Language::En).text.finding,
        "With component weights up to 10% higher or lower (sensitivity), at least half of the ranks move over 2 places or more; the widest is Province B, 1–4"
    );
    let one = view(IntervalKind::Weights, &[fixtures::slug('F')], Language::En);
    assert_eq!(one.text.finding, one.rows[5].sentence);
}

#[test]
fn facts_of_a_survey_are_counted_from_its_intervals() {
    // Best ranks 1, 1, 2, 3, 4, 5 and worst ranks 3, 4, 5, 6, 6, 6.
    let facts = view(IntervalKind::Sampling, &[], Language::Vi).facts.unwrap();
    assert_eq!(facts.first, ["Tỉnh A"]);
    assert_eq!((facts.level_with_first, facts.units), (2, 6));
    assert_eq!((facts.pairs_apart, facts.pairs), (10, 15));
    // Those that reach from the third place or better to the fourth or worse: B, C and D.
    assert_eq!(facts.of_either_half, 3);
    assert_eq!(
        facts.sentences(Language::Vi)[0],
        "2 trong 5 tỉnh còn lại không phân biệt được với Tỉnh A, tỉnh có điểm cao nhất."
    );
    assert!(view(IntervalKind::Weights, &[], Language::Vi).facts.is_none());
}
