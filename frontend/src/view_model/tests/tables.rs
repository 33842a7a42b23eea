//! League tables, maps, distributions, components side by side.

use super::*;

#[test]
fn the_state_of_the_filters_is_said_in_words() {
    let provinces = fixtures::province_list(6);
    let view = ranking_view(&fixtures::ranking(6), &pci(), &provinces, &[], Language::Vi);
    assert_eq!(view.state, "PCI · Chỉ số tổng hợp · 2021 · 6 tỉnh");
    let mut ranking = fixtures::ranking(6);
    ranking.component = "transparency".parse().unwrap();
    ranking.component_name_vi = "Tính minh bạch".to_owned();
    let view = ranking_view(&ranking, &pci(), &provinces, &[], Language::Vi);
    assert_eq!(view.state, "PCI · Tính minh bạch · 2021 · 6 tỉnh");
}

#[test]
fn the_headline_names_who_leads() {
    let view = ranking_view(
        &fixtures::ranking(6),
        &pci(),
        &fixtures::province_list(6),
        &[],
        Language::Vi,
    );
    assert_eq!(
        view.text.finding,
        "Tỉnh A dẫn đầu cả nước về điểm PCI năm 2021 với 70,00\u{a0}điểm"
    );
    let view = ranking_view(
        &fixtures::ranking(6),
        &pci(),
        &fixtures::province_list(6),
        &[],
        Language::En,
    );
    assert_eq!(
        view.text.finding,
        "Province A leads the country in PCI score 2021 with 70.00\u{a0}points"
    );
}

#[test]
fn a_province_that_is_picked_out_is_what_the_headline_tells() {
    let view = ranking_view(
        &fixtures::ranking(6),
        &pci(),
        &fixtures::province_list(6),
        &[slug('B')],
        Language::Vi,
    );
    assert_eq!(
        view.text.finding,
        "Tỉnh B: hạng 2/6 về điểm PCI năm 2021 với 69,00\u{a0}điểm, tăng 1 bậc so với 2020"
    );
}

#[test]
fn shared_first_places_are_told_together() {
    let mut ranking = fixtures::ranking(6);
    ranking.rows[1].rank = Some(1);
    ranking.rows[1].score = ranking.rows[0].score;
    let view = ranking_view(&ranking, &pci(), &fixtures::province_list(6), &[], Language::Vi);
    assert!(
        view.text.finding.starts_with("Tỉnh A và Tỉnh B cùng dẫn đầu"),
        "{}",
        view.text.finding
    );
}

#[test]
fn whoever_leads_a_pilot_does_not_lead_the_country() {
    let pilot = |language| {
        ranking_view(
            &fixtures::ranking(3),
            &pci(),
            &fixtures::province_list(6),
            &[],
            language,
        )
    };
    let view = pilot(Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A dẫn đầu 3 tỉnh được xếp hạng về điểm PCI năm 2021 với 70,00\u{a0}điểm"
    );
    assert_eq!(
        view.text.notes.first().map(String::as_str),
        Some("Kỳ này chỉ khảo sát và xếp hạng 3 trong 6 tỉnh, thành phố.")
    );
    assert!(
        pilot(Language::En)
            .text
            .finding
            .contains("leads the 3 ranked provinces in")
    );
}

#[test]
fn a_partial_table_says_how_much_is_on_record() {
    let view = ranking_view(
        &fixtures::partial_ranking(),
        &pci(),
        &fixtures::province_list(6),
        &[],
        Language::Vi,
    );
    assert_eq!(
        view.text.notes.first().map(String::as_str),
        Some("4/6 tỉnh có hạng đã công bố, 3/6 tỉnh có điểm.")
    );
    assert_eq!(view.rows[4].missing, Some("chưa có điểm"));
    assert_eq!(view.rows[4].rank_text, "–");
}

#[test]
fn a_cost_component_is_called_by_its_score() {
    let mut ranking = fixtures::ranking(6);
    ranking.component = "informal".parse().unwrap();
    ranking.component_name_vi = "Chi phí không chính thức".to_owned();
    ranking.component_name_en = "Informal charges".to_owned();
    ranking.scale.cost = true;
    let view = ranking_view(&ranking, &pci(), &fixtures::province_list(6), &[], Language::Vi);
    assert!(
        view.text
            .finding
            .contains("điểm Chi phí không chính thức (PCI, cao là tốt)"),
        "{}",
        view.text.finding
    );
    let view = ranking_view(&ranking, &pci(), &fixtures::province_list(6), &[], Language::En);
    assert!(
        view.text
            .finding
            .contains("Informal charges score (PCI, higher is better)"),
        "{}",
        view.text.finding
    );
}

#[test]
fn maps_before_august_2008_are_marked() {
    let mut ranking = fixtures::ranking(6);
    ranking.year = vithe_shared::Year(2008);
    assert!(ranking_view(&ranking, &pci(), &fixtures::province_list(6), &[], Language::Vi).before_ha_tay_merger);
    ranking.year = vithe_shared::Year(2009);
    assert!(!ranking_view(&ranking, &pci(), &fixtures::province_list(6), &[], Language::Vi).before_ha_tay_merger);
}

#[test]
fn a_region_has_a_median_only_if_the_table_is_complete() {
    let provinces = fixtures::province_list(6);
    let view = distribution_view(&fixtures::ranking(6), &pci(), &provinces, &[], Language::Vi);
    assert_eq!(view.regions[0].median, Some(69.0));
    let view = distribution_view(&fixtures::partial_ranking(), &pci(), &provinces, &[], Language::Vi);
    assert!(view.regions.iter().all(|region| region.median.is_none()));
    assert_eq!(view.national_median, None);
}

#[test]
fn a_withheld_member_is_named_and_does_not_count() {
    let mut ranking = fixtures::ranking(6);
    ranking.rows[5].score = None;
    ranking.rows[5].rank = None;
    ranking.rows[5].availability = Availability::Withheld;
    ranking.n = 5;
    let provinces = fixtures::province_list(6);
    let view = distribution_view(&ranking, &pci(), &provinces, &[], Language::Vi);
    assert_eq!((view.regions[1].members, view.regions[1].median), (2, Some(66.5)));
    assert!(view.text.notes[0].contains("Tỉnh F"), "{:?}", view.text.notes);
}

#[test]
fn only_complete_columns_are_coloured() {
    let view = matrix_view(&fixtures::matrix(6), &pci(), &[], Language::Vi);
    let fifths: Vec<Option<u8>> = view.rows[0].cells.iter().map(|cell| cell.fifth).collect();
    assert_eq!(fifths, [Some(0), Some(4), None]);
    assert_eq!(view.columns[2].on_record, "5/6 tỉnh");
}

#[test]
fn a_comparison_counts_who_scores_highest() {
    let view = comparison_view(&fixtures::matrix(2), &pci(), Language::Vi);
    // The third component lacks the first province's score and cannot be won.
    assert_eq!(
        view.text.finding,
        "Tỉnh A và Tỉnh B mỗi tỉnh có điểm cao nhất ở 1/2 thành phần PCI năm 2021"
    );
}

#[test]
fn coverage_tells_full_years_from_partial_ones() {
    let view = coverage_view(&[pci()], Language::Vi);
    let fullness: Vec<Fullness> = view.rows[0].cells.iter().map(|cell| cell.fullness).collect();
    assert_eq!(
        fullness,
        [Fullness::Part, Fullness::Nothing, Fullness::Nothing, Fullness::Complete],
        "newest first"
    );
}
