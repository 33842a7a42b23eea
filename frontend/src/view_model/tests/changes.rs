//! What changed: movers, decompositions, runs of falls.

use super::*;

#[test]
fn who_moved_most_is_told_with_the_way_and_points_with_their_label() {
    let provinces = fixtures::province_list(6);
    let view = |comparability, picked: &[vithe_shared::ProvinceSlug], language| {
        movers_view(
            &fixtures::movers(6, comparability),
            &pci(),
            &provinces,
            picked,
            language,
        )
    };
    let told = view(Comparability::Limited, &[], Language::Vi);
    assert_eq!(
        told.text.finding,
        "Từ 2018 đến 2021, Tỉnh A tăng nhiều bậc nhất về PCI: 4 bậc, từ hạng 5 lên 1; Tỉnh E giảm nhiều bậc nhất: 4 bậc, từ \
         hạng 1 xuống 5"
    );
    assert_eq!(
        told.counts.as_deref(),
        Some("2 tỉnh tăng bậc, 2 tỉnh giảm bậc, 1 tỉnh giữ nguyên hạng, 1 tỉnh mới vào danh sách")
    );
    assert_eq!(
        told.points.as_deref(),
        Some(
            "Về điểm (so sánh hạn chế): tăng nhiều nhất là Tỉnh A (+4,75\u{a0}điểm), giảm nhiều nhất là Tỉnh E (−3,25\u{a0}điểm)."
        )
    );
    assert_eq!(told.rows[5].remark, Some("mới vào danh sách xếp hạng"));
    assert!(
        told.text.notes.iter().any(|note| note.contains("Tỉnh F")),
        "{:?}",
        told.text.notes
    );

    let refused = view(Comparability::NotComparable, &[slug('B')], Language::En);
    assert_eq!(
        refused.text.finding,
        "Province B: rank 4/5 in 2018, 2/6 in 2021, up 2 places; the scores do not compare"
    );
    assert_eq!((refused.points, refused.rows[0].points.is_none()), (None, true));
    assert!(refused.rows[0].points_refused && !refused.rows[5].points_refused);
    assert!(refused.rows[1].featured && !refused.rows[0].featured);
}

#[test]
fn too_few_ranks_are_said_with_the_years_that_have_enough() {
    let provinces = fixtures::province_list(6);
    let view = movers_view(&fixtures::refused_movers(), &pci(), &provinces, &[], Language::Vi);
    assert_eq!((&view.counts, view.rows.len(), view.text.notes.len()), (&None, 0, 0));
    assert_eq!(
        view.hint.as_deref(),
        Some("Các năm có đủ hạng: 2018, 2020 và 2021. Xem hạng từng năm:")
    );
}

#[test]
fn a_better_score_and_a_worse_rank_are_told_in_one_sentence() {
    let view = changes_view(&fixtures::changes(), &pci(), Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A: điểm PCI năm 2021 tăng 0,69\u{a0}điểm so với 2020 nhưng giảm 1 bậc: điểm của tỉnh so với mức thay đổi chung \
         cả nước (+1,25) làm mất 0,5 bậc; thay đổi trong danh sách xếp hạng giúp tăng 0,5 bậc; thứ tự công bố giữa các điểm in \
         bằng nhau làm mất 1 bậc"
    );
    let view = changes_view(&fixtures::changes(), &pci(), Language::En);
    assert_eq!(
        view.text.finding,
        "Province A: PCI score 2021 up 0.69\u{a0}points on 2020 but down 1 place: its own score against the national shift \
         (+1.25) cost 0.5 places; changes of who is ranked gained 0.5 places; the published order of equal printed scores cost \
         1 place"
    );
}

#[test]
fn what_is_printed_of_a_change_adds_up_with_the_residual() {
    let view = changes_view(&fixtures::changes(), &pci(), Language::Vi);
    // One contribution needs three decimals, so all have three.
    let told: Vec<&str> = view.steps.iter().map(|step| step.text.as_str()).collect();
    assert_eq!(told, ["+1,895", "+0,345", "−1,560", "+0,010"]);
    assert_eq!(view.residual_text.as_deref(), Some("+0,010"));
    assert_eq!(view.steps.last().map(|step| step.after), Some(63.8));
    assert_eq!(
        view.steps[3].name,
        "Phần không giải thích được bởi các chỉ số thành phần (làm tròn)"
    );
    assert!(
        view.steps[0]
            .sentence
            .starts_with("Điểm Chi phí không chính thức (cao là tốt)"),
        "{}",
        view.steps[0].sentence
    );
    assert!(
        view.text
            .notes
            .contains(&"Trọng số năm 2020 lấy theo năm khác, giả định vẫn áp dụng.".to_owned())
    );
    assert!(
        view.text
            .notes
            .iter()
            .any(|note| note.starts_with("So sánh hạn chế với 2020")),
        "{:?}",
        view.text.notes
    );
}

#[test]
fn a_refused_decomposition_is_one_sentence_with_both_printed_values() {
    let view = changes_view(&fixtures::refused_changes(), &pci(), Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A, điểm PCI 2020: 63,11\u{a0}điểm, hạng 3/6; 2021: 63,80\u{a0}điểm, hạng 4/6 – không so sánh được với 2020: một \
         phần bộ chỉ tiêu được thay mới"
    );
    assert!(view.steps.is_empty() && view.rank_parts.is_empty());
    assert_eq!(view.rank_text.as_deref(), Some("giảm 1 bậc"));
}

#[test]
fn a_run_of_falls_says_since_when_and_what_it_costs() {
    let view = declines_view(&fixtures::declines(3), &pci(), Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tính đến PCI 2021 có 3 thành phần giảm từ 2 năm liền trở lên; lâu nhất là điểm Chi phí không chính thức (cao là tốt) của \
         Tỉnh A (3 năm liền, 2018–2021, mất 1,50\u{a0}điểm); làm mất nhiều điểm tổng hợp nhất là điểm Đào tạo lao động \
         của Tỉnh B (2019–2021, 2,00\u{a0}điểm tổng hợp)"
    );
    assert_eq!(
        view.rows[0].sentence,
        "Tỉnh A: điểm Chi phí không chính thức (cao là tốt) giảm 3 năm liền, 2018–2021, mất 1,50\u{a0}điểm; kéo điểm tổng hợp xuống \
         0,75\u{a0}điểm, mất 1 bậc"
    );
    assert_eq!(
        (view.rows[0].places_text.as_str(), view.rows[1].places_text.as_str()),
        ("−2", "–")
    );
    assert_eq!(
        view.coverage,
        "5/6 tỉnh có đủ điểm thành phần của năm 2021 và năm trước đó để thấy chuỗi giảm"
    );
    let none = declines_view(&fixtures::declines(0), &pci(), Language::En);
    assert_eq!(
        none.text.finding,
        "No component has fallen for 2 years in a row or more, up to PCI 2021"
    );
}

#[test]
fn a_part_of_a_falling_component_stands_in_its_row() {
    let mut answer = fixtures::declines(3);
    answer.rows[1].province = answer.rows[0].province.clone();
    answer.rows[1].part_of = Some(answer.rows[0].component.clone());
    let view = declines_view(&answer, &pci(), Language::Vi);
    assert_eq!(view.rows.len(), 2);
    assert_eq!(view.rows[0].parts.len(), 1);
    assert!(view.text.finding.starts_with("Tính đến PCI 2021 có 2 thành phần"));
}
