//! The rules of the methodology, seen from the words a reader gets.

use vithe_shared::{
    IndexId, Language, Year,
    domain::{Availability, Comparability},
    query::Show,
};

use super::{
    coverage_view::Fullness,
    fixtures::{self, slug},
    series_view::Join,
    *,
};
use crate::format::Tone;

fn pci() -> vithe_shared::domain::IndexInfo {
    fixtures::index_info(IndexId::Pci)
}

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
fn a_line_is_dashed_where_years_compare_in_part_and_ends_where_they_do_not() {
    let view = series_view(&fixtures::series(2), &pci(), Show::Score, Language::Vi);
    assert_eq!(view.lines[0].score_joins, [Join::Solid, Join::Dashed, Join::Gap]);
    assert_eq!(
        view.lines[0].rank_joins,
        [Join::Solid, Join::Solid, Join::Gap],
        "a rank compares with one of the same method"
    );
    // The second province misses 2019.
    assert_eq!(view.lines[1].score_joins, [Join::Gap, Join::Gap]);
    assert_eq!(view.median_joins, [Join::Gap, Join::Gap, Join::Gap]);
}

#[test]
fn no_trend_is_told_across_a_break() {
    let view = series_view(&fixtures::series(1), &pci(), Show::Score, Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A: điểm PAPI năm 2021 là 70,50\u{a0}điểm, hạng 1/1"
    );
}

#[test]
fn a_trend_is_told_within_comparable_years() {
    let mut answer = fixtures::series(1);
    answer.breaks.clear();
    let view = series_view(&answer, &pci(), Show::Score, Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tỉnh A: điểm PAPI tăng từ 69,00 năm 2018 lên 70,50\u{a0}điểm năm 2021, hạng 1/1"
    );
}

#[test]
fn without_a_choice_the_rank_flow_picks_the_leaders() {
    let view = rank_flow_view(&fixtures::series(8), &pci(), &[], Language::Vi);
    let picked: Vec<&str> = view
        .lines
        .iter()
        .filter(|line| line.label.highlighted)
        .map(|line| line.label.name.as_str())
        .collect();
    assert_eq!(picked, ["Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D", "Tỉnh E"]);
    assert_eq!(view.text.finding, "Tỉnh A đứng đầu PAPI 4 năm liền, 2018–2021");
}

#[test]
fn a_first_place_on_record_in_a_year_with_few_ranks_counts_to_the_run() {
    let mut answer = fixtures::series(8);
    // Only the leader and one more have a rank in the newest year.
    for series in &mut answer.series[2..] {
        series.points.retain(|point| point.year != vithe_shared::Year(2021));
    }
    let view = rank_flow_view(&answer, &pci(), &[], Language::Vi);
    assert_eq!(view.text.finding, "Tỉnh A đứng đầu PAPI 4 năm liền, 2018–2021");
}

#[test]
fn a_refused_change_shows_the_reason_and_both_printed_values() {
    let view = profile_view(&fixtures::profile(), Language::Vi);
    let change = view.cards[1].change.as_ref().unwrap();
    assert_eq!(change.comparability, Comparability::NotComparable);
    assert_eq!(change.score, None);
    assert_eq!(
        change.note.as_deref(),
        Some("không so sánh được với 2020: một phần bộ chỉ tiêu được thay mới")
    );
    assert_eq!(
        change.printed_values.as_deref(),
        Some("2020: 63,11\u{a0}điểm; 2021: 63,80\u{a0}điểm")
    );
    assert_eq!(change.rank.as_ref().unwrap().words, "tăng 1 bậc");
}

#[test]
fn components_open_the_page_and_the_last_place_is_said() {
    let mut profile = fixtures::profile();
    profile.year = vithe_shared::Year(2022);
    let last = &mut profile.indices[1];
    last.year = vithe_shared::Year(2022);
    last.is_press_only = true;
    last.overall.row.rank = Some(6);
    last.components.clear();
    last.fallen.clear();
    last.risen.clear();
    let view = profile_view(&profile, Language::Vi);
    // The index with components is the first card, and what the page opens on; the last place is the first sentence.
    let order: Vec<IndexId> = view.cards.iter().map(|card| card.index).collect();
    assert_eq!(order, [IndexId::Pci, IndexId::Papi]);
    assert_eq!(profile_view::opening_index(&profile), Some(IndexId::Pci));
    assert_eq!((view.cards[0].press, view.cards[1].press), (None, Some("theo báo chí")));
    assert_eq!(view.cards[1].extreme, Some("cuối bảng"));
}

#[test]
fn a_rank_without_a_score_says_that_the_score_is_missing() {
    let mut profile = fixtures::profile();
    let row = &mut profile.indices[0].overall.row;
    row.score = None;
    row.availability = Availability::NotOnRecord;
    assert!(row.rank.is_some(), "a rank without its score");
    assert_eq!(profile_view(&profile, Language::Vi).cards[0].score_text, "chưa có điểm");
}

#[test]
fn a_distance_is_told_with_what_it_is_worth_in_the_total() {
    let view = components_view(&fixtures::profile(), &pci(), Language::Vi).unwrap();
    let told = &view.rows[0];
    assert_eq!(
        told.national_gap_text.as_deref(),
        Some("cách +0,50, bằng +0,10 điểm tổng")
    );
    assert_eq!(
        told.region_gap_text.as_deref(),
        Some("cách −0,50, bằng −0,10 điểm tổng")
    );
    assert!(told.region_best_text.ends_with("(Tỉnh C)"), "{}", told.region_best_text);
    // The total is worth itself.
    assert_eq!(view.overall.national_gap_text.as_deref(), Some("cách +0,50"));
}

#[test]
fn the_year_before_is_drawn_only_where_it_compares() {
    let view = components_view(&fixtures::profile(), &pci(), Language::Vi).unwrap();
    let before: Vec<bool> = view.rows.iter().map(|row| row.before.is_some()).collect();
    assert_eq!(before, [true, true, false]);
    let labor = &view.rows[2];
    assert_eq!(
        (labor.national_median_text.as_str(), &labor.national_gap_text),
        ("–", &None)
    );
    assert!(view.text.notes.iter().any(|note| note.starts_with("Không có trung vị")));
    assert_eq!(view.risen[0].name, "điểm Chi phí không chính thức (cao là tốt)");
    assert_eq!(view.fallen[0].tone(), Tone::Down);
    assert!(
        components_view(
            &fixtures::profile(),
            &fixtures::index_info(IndexId::Sipas),
            Language::Vi
        )
        .is_none()
    );
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
fn a_strength_is_told_with_place_margin_and_weight() {
    let mut profile = fixtures::profile();
    let own = &mut profile.indices[0];
    let standout = |component: &str, rank, points: f64, against_overall| vithe_shared::api::Standout {
        component: component.parse().unwrap(),
        rank,
        rank_n: 6,
        margin: vithe_shared::domain::Margin {
            points,
            quartile_ranges: Some(points / 0.5),
        },
        weight: Some(0.2),
        against_overall: Some(against_overall),
    };
    own.strengths = Some(vec![standout(
        "informal",
        1,
        0.75,
        vithe_shared::domain::AgainstOverall::Stronger,
    )]);
    own.weaknesses = Some(Vec::new());
    let view = strengths_view(own, &pci(), Language::Vi);
    assert!(view.is_told && view.weaknesses.is_empty());
    let told = &view.strengths[0];
    assert_eq!(
        (told.rank_text.as_str(), told.margin_text.as_str()),
        ("1/6", "+0,75\u{a0}điểm")
    );
    assert_eq!(
        told.remark,
        "trọng số 20\u{a0}% · cách trung vị 1,5 lần khoảng tứ phân vị · hơn hẳn hạng chung"
    );
}

#[test]
fn where_component_tables_are_not_complete_the_reason_and_the_newest_year_are_told() {
    let mut profile = fixtures::profile();
    let own = &mut profile.indices[0];
    own.standouts_missing = Some(vithe_shared::api::StandoutsMissing {
        reason: vithe_shared::domain::Reason {
            code: "incomplete_table".to_owned(),
            vi: "Mới có 2/6 tỉnh.".to_owned(),
            en: "Only 2 of 6.".to_owned(),
        },
        with_components: 2,
        n: 6,
        newest_year: Some(vithe_shared::Year(2019)),
    });
    let view = strengths_view(own, &pci(), Language::Vi);
    assert_eq!((view.is_told, view.rule.as_str()), (false, "Mới có 2/6 tỉnh."));
    assert_eq!(view.newest_year, Some(vithe_shared::Year(2019)));
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

/// The page of a query string, asked from a starting point.
fn what_if_of(
    base: &vithe_shared::api::what_if::WhatIfAnswer,
    query: &str,
    language: Language,
) -> crate::what_if::Parts {
    let address = crate::address::PageAddress::parse(&format!("/{language}/what-if"), query);
    crate::what_if::parts(base, &address)
}

#[test]
fn changed_components_are_told_with_who_is_passed() {
    let base = fixtures::what_if();
    let told = |change: &str, language| {
        let parts = what_if_of(&base, &format!("d=support:{change}&target=1"), language);
        parts.outcome.map(|outcome| outcome.sentence)
    };
    assert_eq!(told("0.75", Language::Vi).unwrap(), "Vượt Tỉnh B.");
    assert_eq!(
        told("0", Language::En).unwrap(),
        "No province changes places with this one."
    );
    assert_eq!(told("-4", Language::Vi).unwrap(), "Bị Tỉnh C vượt.");
    assert_eq!(
        told("5", Language::Vi).unwrap_err(),
        "Dịch vụ hỗ trợ: 10,50 nằm ngoài thang điểm 1–10."
    );
}

#[test]
fn a_target_says_where_its_plans_start_and_the_sliders_whether_they_reach_it() {
    let base = fixtures::what_if();
    let still = what_if_of(&base, "target=1", Language::En);
    let moved = what_if_of(&base, "d=support:0.75&target=1", Language::En);
    let target = moved.target.unwrap();
    assert!(
        target.sentence.starts_with(
            "To reach 1st of 4 takes 62.01\u{a0}points: 2.01\u{a0}points more than now (60.00\u{a0}points)."
        ),
        "{}",
        target.sentence
    );
    assert_eq!(still.target.as_ref(), Some(&target));
    assert_eq!(target.plans[0].rows[0].name, "Business support");
    let verdict = moved.outcome.unwrap().verdict.unwrap();
    assert_eq!(
        (verdict.goal.as_str(), verdict.words.as_str()),
        ("Target: 1st of 4", "0.51\u{a0}points short")
    );
    // What wins the rest is an address like any other: it reaches the target.
    let (_, changes) = verdict.rest.unwrap();
    let list: Vec<String> = changes
        .iter()
        .map(|(component, change)| format!("{component}:{change}"))
        .collect();
    let applied = what_if_of(&base, &format!("target=1&d={}", list.join("~")), Language::En);
    let verdict = applied.outcome.unwrap().verdict.unwrap();
    assert_eq!((verdict.words.as_str(), verdict.rest), ("Reached", None));
}

#[test]
fn a_plan_on_the_sliders_is_marked() {
    let base = fixtures::what_if();
    let plans = what_if_of(&base, "target=1", Language::Vi).target.unwrap().plans;
    for (place, plan) in plans.iter().enumerate() {
        let list: Vec<String> = (plan.changes.iter())
            .map(|(component, change)| format!("{component}:{change}"))
            .collect();
        let parts = what_if_of(&base, &format!("target=1&d={}", list.join("~")), Language::Vi);
        let applied: Vec<bool> = parts.target.unwrap().plans.iter().map(|plan| plan.is_applied).collect();
        assert_eq!(applied, [place == 0, place == 1]);
        let outcome = parts.outcome.unwrap();
        assert!(
            plan.result.contains(&outcome.score_text) && plan.result.contains(&format!("hạng {}", outcome.rank_text)),
            "{} and {outcome:?}",
            plan.result
        );
    }
}

#[test]
fn start_values_are_distances_upwards_and_missing_ones_are_named() {
    let mut base = fixtures::what_if();
    base.peer = Some(slug('B'));
    base.components[0].peer_score = Some(5.0);
    base.components[1].peer_score = Some(6.25);
    let view = what_if_view(&base, Language::Vi);
    let keys: Vec<&str> = view.starts.iter().map(|start| start.key).collect();
    assert_eq!(keys, ["peer", "median", "region", "country"]);
    let peer = &view.starts[0];
    assert_eq!(peer.title, "Tỉnh B");
    assert_eq!((peer.cells[0].text.as_str(), &peer.cells[0].gap), ("5,00", &None));
    assert_eq!(peer.changes.len(), 1);
    assert_eq!(peer.changes["informal"].points(), 0.25);
    let region = &view.starts[2];
    assert_eq!(region.remark.as_deref(), Some("trong 3 tỉnh có điểm, vùng có 4"));
    let (_, text, label) = region.cells[0].gap.clone().unwrap();
    assert_eq!(
        (text.as_str(), label.as_str()),
        ("+2,50", "Dịch vụ hỗ trợ: +2,50, Cao nhất vùng (Tỉnh A)")
    );
    for component in &mut base.components {
        (
            component.national_median,
            component.best_in_country,
            component.peer_score,
        ) = (None, None, None);
        component.on_record = 3;
    }
    let view = what_if_view(&base, Language::En);
    assert_eq!(view.starts.len(), 1);
    let missing = view.no_starts.unwrap();
    assert!(
        missing.contains("3 of 4 provinces") && missing.contains("Province B"),
        "{missing}"
    );
}

#[test]
fn a_year_without_component_scores_counts_in_changes() {
    let mut base = fixtures::what_if();
    for component in &mut base.components {
        component.compared_year = Some(Year(2019));
        component.compared_score = component.score.take();
    }
    base.years_with_components = vec![Year(2019)];
    let view = what_if_view(&base, Language::Vi);
    assert!(!view.has_scores);
    let words = view.no_scores.unwrap();
    assert!(
        words.starts_with("Chưa có điểm thành phần năm 2021") && words.contains("theo năm 2019"),
        "{words}"
    );
    assert_eq!(view.year_with_scores, Some(Year(2019)));
    assert_eq!(
        (view.levers[0].score_text.as_str(), view.levers[0].reach),
        ("5,50 (2019)", [-9.0, 9.0])
    );
    assert_eq!(view.starts[0].title, "Trung vị cả nước (2019)");
    let parts = what_if_of(&base, "d=support:0.5&target=1", Language::Vi);
    assert_eq!(
        (parts.levers[0].new_score.as_str(), parts.levers[0].spoken.as_str()),
        ("", "+0,50")
    );
    let plan = &parts.target.unwrap().plans[0];
    assert!(
        plan.method.ends_with("nên lấy khoảng cách của năm 2019."),
        "{}",
        plan.method
    );
    assert!(plan.rows.iter().all(|row| row.to_text.is_empty()));
    for component in &mut base.components {
        (
            component.compared_year,
            component.compared_score,
            component.best_in_region,
        ) = (None, None, None);
        (component.national_median, component.best_in_country) = (None, None);
    }
    let view = what_if_view(&base, Language::Vi);
    assert!(view.starts.is_empty() && view.levers[0].score_text == "–");
    let plan = &what_if_of(&base, "target=1", Language::Vi).target.unwrap().plans[0];
    assert!(
        plan.method.ends_with("chỉ giới hạn bởi bề rộng thang điểm."),
        "{}",
        plan.method
    );
}

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

#[test]
fn regional_medians_end_at_breaks_and_where_a_region_is_not_complete() {
    let papi = fixtures::index_info(IndexId::Papi);
    let view = regions_view(&fixtures::regions(2), &papi, Language::Vi);
    let [north, south] = view.regions.as_slice() else {
        panic!("{} regions", view.regions.len())
    };
    assert_eq!(north.joins, [Join::Solid, Join::Dashed, Join::Gap]);
    assert_eq!(south.joins, [Join::Gap, Join::Gap, Join::Gap]);
    assert_eq!(south.points[1].score, None);
    assert_eq!(
        (south.cells[2].median.as_str(), south.cells[2].is_incomplete),
        ("–", true)
    );
    assert!(south.points[1].sentence.contains("2/3 tỉnh có điểm"));
    assert_eq!(
        north.points[0].sentence,
        "Vùng Bắc, 2018: trung vị 62,00\u{a0}điểm, một nửa số tỉnh trong khoảng 61,00–64,50, 3 tỉnh"
    );
}

#[test]
fn the_newest_complete_year_of_regions_is_summed_up() {
    let papi = fixtures::index_info(IndexId::Papi);
    let view = regions_view(&fixtures::regions(2), &papi, Language::Vi);
    assert_eq!(view.spread_year, Some(vithe_shared::Year(2021)));
    assert_eq!(
        view.frame.text.finding,
        "Trung vị điểm PAPI năm 2021 (n = 6): cao nhất là Vùng Nam, 66,50\u{a0}điểm; thấp nhất là Vùng Bắc, 63,50\u{a0}điểm"
    );
    assert_eq!(view.spread[0].middle_half, "62,50–66,00");
    assert_eq!(view.spread[0].range, "61,50–68,50");
    assert_eq!(view.spread[0].published_mean, "66,50");
    assert_eq!(view.spread.last().unwrap().name, "Cả nước");
    assert_eq!(view.table_years[0], (vithe_shared::Year(2021), "không so sánh được"));

    // A median that lies on a binary half is told as the table shows it.
    let mut answer = fixtures::regions(2);
    for region in &mut answer.regions {
        for year in &mut region.years {
            year.summary = year.summary.map(|summary| vithe_shared::domain::Summary {
                median: 63.805,
                ..summary
            });
        }
    }
    let view = regions_view(&answer, &papi, Language::En);
    assert_eq!(view.spread[0].median, "63.80");
    assert!(view.frame.text.finding.contains("63.80"), "{}", view.frame.text.finding);

    // Without a break the distance is told against the first year of the run.
    let mut answer = fixtures::regions(2);
    answer.breaks.clear();
    let view = regions_view(&answer, &papi, Language::En);
    assert!(
        view.frame
            .text
            .finding
            .ends_with("; 3.00\u{a0}points apart, 3.00 in 2020"),
        "{}",
        view.frame.text.finding
    );

    let mut answer = fixtures::regions(2);
    for region in &mut answer.regions {
        for year in &mut region.years {
            year.summary = None;
        }
    }
    let view = regions_view(&answer, &papi, Language::Vi);
    assert!(!view.has_medians() && view.has_published_means);
    assert_eq!(
        view.frame.text.finding,
        "Trung bình điểm PAPI của vùng năm 2021 đã công bố (2/2 vùng): cao nhất là Vùng Bắc, 66,50\u{a0}điểm; thấp nhất là Vùng Nam, 66,50\u{a0}điểm"
    );
    for region in &mut answer.regions {
        for year in &mut region.years {
            year.published = None;
        }
    }
    let view = regions_view(&answer, &papi, Language::Vi);
    assert!(
        view.frame.text.finding.starts_with("Chưa vùng nào"),
        "{}",
        view.frame.text.finding
    );
    assert!(
        !view
            .frame
            .text
            .notes
            .iter()
            .any(|note| note.contains("không bắt đầu từ 0"))
    );
}

#[test]
fn a_figure_is_told_with_its_documents_and_with_what_others_say() {
    use sources_view::Use;
    use vithe_shared::{
        api::Observation,
        domain::{Evidence, Measure, ObservationStatus, ScoreUnit, SourceGrade, SourceInfo},
    };

    let observation = |letter: char, measure: Measure, value: f64, preferred: bool, source: &str| Observation {
        index: IndexId::Par,
        method_version: "test-2021".to_owned(),
        year: vithe_shared::Year(2021),
        borders: vithe_shared::Borders::Provinces63,
        province: slug(letter),
        province_name: format!("Tỉnh {letter}"),
        component: vithe_shared::ComponentId::overall(),
        measure,
        value,
        unit: (measure == Measure::Score).then_some(ScoreUnit::Points),
        status: ObservationStatus::Normal,
        evidence: Evidence::Printed,
        preferred,
        rank: None,
        rank_n: (measure == Measure::Rank).then_some(6),
        rank_basis: None,
        comparability_with_prev: None,
        source_id: Some(source.to_owned()),
        note: None,
        note_vi: None,
    };
    let derived = Observation {
        evidence: Evidence::Derived,
        status: ObservationStatus::Estimated,
        note: Some("two places up".to_owned()),
        note_vi: Some("tăng hai bậc".to_owned()),
        ..observation('C', Measure::Rank, 4.0, true, "b")
    };
    let observations = [
        observation('A', Measure::Score, 86.5, true, "a"),
        observation('A', Measure::Score, 86.5, false, "b"),
        observation('A', Measure::Score, 85.25, false, "b"),
        observation('B', Measure::Rank, 2.0, false, "a"),
        observation('B', Measure::Rank, 3.0, false, "b"),
        derived,
    ];
    let sources = ["a", "b"].map(|id| SourceInfo {
        id: id.to_owned(),
        publisher: format!("Báo {id}"),
        document: format!("Bài {id}"),
        address: String::new(),
        grade: SourceGrade::Press,
    });
    let view = sources_view(
        &observations,
        &sources,
        &fixtures::index_info(IndexId::Par),
        &fixtures::province_list(6),
        Language::Vi,
    );
    let told: Vec<(&str, &str, Use, usize)> = view
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.value.as_str(), row.used, row.documents.len()))
        .collect();
    assert_eq!(
        told,
        [
            ("Tỉnh A", "86,5", Use::Used, 2),
            ("Tỉnh A", "85,25", Use::NotUsed, 1),
            ("Tỉnh B", "2/6", Use::Open, 1),
            ("Tỉnh B", "3/6", Use::Open, 1),
            ("Tỉnh C", "4/6", Use::Used, 1),
        ]
    );
    assert_eq!(
        view.finding,
        "PAR INDEX, overall: 3 số liệu của 3 tỉnh từ 2 tài liệu; 2 số liệu được các tài liệu ghi khác nhau"
    );
    let how = &view.rows[4].documents[0];
    assert_eq!(how.how, ["ước tính"]);
    assert_eq!(how.note.as_deref(), Some("tăng hai bậc"));
    assert!(view.note.is_some_and(|note| note.contains("Để ngỏ")));
}

#[test]
fn a_province_without_figures_is_said_beside_the_lines() {
    let mut answer = fixtures::series(2);
    for point in &mut answer.series[1].points {
        (point.score, point.rank) = (None, None);
    }
    for (show, language, words) in [
        (Show::Score, Language::Vi, "Chưa có điểm của Tỉnh B trong các năm này."),
        (
            Show::Rank,
            Language::En,
            "No rank of Province B is on record in these years.",
        ),
    ] {
        let notes = series_view(&answer, &pci(), show, language).text.notes;
        assert!(notes.iter().any(|note| note == words), "{notes:?}");
    }
    let complete = series_view(&fixtures::series(2), &pci(), Show::Score, Language::Vi)
        .text
        .notes;
    assert!(!complete.iter().any(|note| note.starts_with("Chưa có")), "{complete:?}");
}

#[test]
fn ranks_over_the_years_say_among_how_many_and_of_whom() {
    for (language, kicker, alt) in [
        (Language::Vi, "hạng trong 2 tỉnh", "của Tỉnh A và Tỉnh B"),
        (Language::En, "ranks among 2 provinces", "for Province A and Province B"),
    ] {
        let view = series_view(&fixtures::series(2), &pci(), Show::Rank, language);
        assert!(view.text.kicker.ends_with(kicker), "{}", view.text.kicker);
        assert!(view.text.alt.contains(alt), "{}", view.text.alt);
        assert_eq!(view.lines[0].rank_joins, [Join::Solid, Join::Solid, Join::Gap]);
        assert_eq!(view.lines[1].rank_joins, [Join::Gap, Join::Gap]);
    }
}

#[test]
fn of_a_window_of_years_nothing_is_told_that_other_years_may_belie() {
    let answer = fixtures::cut_series(2, 2019, 2020);
    let view = series_view(&fixtures::cut_series(1, 2019, 2020), &pci(), Show::Rank, Language::Vi);
    assert!(
        view.is_cut && view.text.kicker.contains("2019–2020"),
        "{}",
        view.text.kicker
    );
    assert!(
        view.text.finding.contains("cao nhất trong 2019–2020 là hạng"),
        "{}",
        view.text.finding
    );
    let flow = rank_flow_view(&answer, &pci(), &[], Language::En);
    assert!(
        flow.text.finding.ends_with("from 2019 to 2020"),
        "{}",
        flow.text.finding
    );
    assert!(!rank_flow_view(&fixtures::series(2), &pci(), &[], Language::En).is_cut);
}
