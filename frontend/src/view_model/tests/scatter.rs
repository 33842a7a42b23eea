//! Two figures set against each other.

use super::*;

fn scatter_of(answer: &vithe_shared::api::scatter::ScatterAnswer, language: Language) -> ScatterView {
    let papi = fixtures::index_info(IndexId::Papi);
    scatter_view(
        answer,
        [&papi, &pci()],
        &fixtures::province_list(6),
        &[slug('B')],
        language,
    )
}

#[test]
fn a_correlation_is_told_with_its_n_and_no_word_about_causes() {
    let view = scatter_of(&fixtures::scatter(6), Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh có điểm PAPI cao hơn thường có điểm Chi phí không chính thức (PCI, cao là tốt) thấp hơn (năm 2021), mức gắn kết rất chặt"
    );
    assert!(
        view.text
            .notes
            .contains(&"Tương quan hạng Spearman −1,00 (n = 6).".to_owned())
    );
    assert!(
        view.text
            .notes
            .iter()
            .any(|note| note.contains("không cho biết bên nào là nguyên nhân"))
    );
    assert!(view.text.notes.iter().any(|note| note.contains("từ 0,4 vừa phải")));
    assert!(
        view.text
            .notes
            .iter()
            .any(|note| note.contains("Hai trục khác thang điểm"))
    );
    assert!(view.points[1].label.highlighted);
    assert_eq!(
        view.points[1].sentence,
        "Tỉnh B (Vùng Bắc): PAPI 2021 69,00\u{a0}điểm; Chi phí không chính thức (PCI, cao là tốt) 2021 5,50\u{a0}điểm"
    );
    let mut weak = fixtures::scatter(6);
    // Shown as 0.20: the words follow what is shown.
    weak.correlation = weak
        .correlation
        .map(|found| vithe_shared::api::scatter::RankCorrelation {
            spearman: 0.1996,
            ..found
        });
    let view = scatter_of(&weak, Language::En);
    let notes = view.text.notes.join(" ");
    assert!(notes.contains("0.20 (n = 6)"), "{notes}");
    assert!(
        view.text.finding.ends_with("too (2021), a weak association"),
        "{}",
        view.text.finding
    );
    weak.correlation = weak
        .correlation
        .map(|found| vithe_shared::api::scatter::RankCorrelation {
            spearman: -0.19,
            ..found
        });
    let view = scatter_of(&weak, Language::Vi);
    assert!(
        view.text.finding.contains("hầu như không gắn với"),
        "{}",
        view.text.finding
    );
}

#[test]
fn an_incomplete_table_says_how_much_is_on_record_and_tells_no_correlation() {
    for (language, on_record, missing) in [
        (Language::Vi, "4/5 tỉnh có điểm", "không được công bố"),
        (Language::En, "scores of 4 of 5 provinces", "withheld by the publisher"),
    ] {
        let view = scatter_of(&fixtures::partial_scatter(), language);
        assert!(!view.text.finding.contains("Spearman"), "{}", view.text.finding);
        assert!(
            view.text.notes.iter().any(|note| note.contains(on_record)),
            "{:?}",
            view.text.notes
        );
        // Reason, overlap, different years, who is left out.
        assert!(
            view.text.notes.iter().filter(|note| note.contains("2020")).count() >= 2,
            "{:?}",
            view.text.notes
        );
        assert_eq!(view.left_out[1].y_text, missing);
        assert_eq!(view.y.median, None);
    }
}

#[test]
fn an_axis_says_that_it_does_not_start_at_zero_exactly_where_it_does_not() {
    let mut answer = fixtures::scatter(6);
    let note = |answer: &vithe_shared::api::scatter::ScatterAnswer| {
        scatter_of(answer, Language::Vi)
            .text
            .notes
            .into_iter()
            .find(|note| note.contains("bắt đầu từ 0"))
    };
    assert_eq!(note(&answer).as_deref(), Some("Hai trục không bắt đầu từ 0."));
    answer.points[0].y = 0.5;
    assert_eq!(note(&answer).as_deref(), Some("Trục ngang không bắt đầu từ 0."));
    answer.points[0].x = 10.0;
    assert_eq!(note(&answer), None);
}
