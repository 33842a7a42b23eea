//! A province: its components, its strengths, the documents behind a figure.

use vithe_shared::domain::ObservationStatus;

use super::*;

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

/// A change is one of estimates where either of its two scores is.
#[test]
fn changes_of_estimates_are_marked() {
    let told = |estimated: [bool; 2]| {
        let mut profile = fixtures::profile();
        let row = &mut profile.indices[0].overall.row;
        let status = |is_estimate: bool| {
            Some(if is_estimate {
                ObservationStatus::Estimated
            } else {
                ObservationStatus::Normal
            })
        };
        row.change.as_mut().unwrap().from_status = status(estimated[0]);
        row.status = status(estimated[1]);
        let card = profile_view(&profile, Language::Vi).cards.swap_remove(0);
        let change = card.change.unwrap();
        let (score, rank) = (change.score.unwrap(), change.rank.unwrap());
        [score.words, score.short, rank.words, card.against_text.unwrap()]
    };
    let marked = [
        "tăng ≈\u{a0}0,69\u{a0}điểm",
        "≈\u{a0}+0,69",
        "tăng ≈\u{a0}1 bậc",
        "so với 2020 (hạng 3/6)",
    ];
    assert_eq!(told([true, true]), marked);
    assert_eq!(told([false, true]), marked);
    // Where only the earlier year is an estimate, the card has no other word of it.
    let [.., against] = told([true, false]);
    assert_eq!(against, "so với 2020 (hạng 3/6, ước tính)");
    assert_eq!(told([true, false])[..3], marked[..3]);
    assert!(told([false, false]).iter().all(|words| !words.contains('≈')));
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
fn a_figure_is_told_with_its_documents_and_with_what_others_say() {
    use sources_view::Use;
    use vithe_shared::{
        api::Observation,
        domain::{Evidence, Measure, ScoreUnit, SourceGrade, SourceInfo},
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
