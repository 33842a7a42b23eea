use vithe_shared::{
    Borders, ComponentId,
    api::discrepancies::{ComputedFrom, ComputedScore, DiscrepancyCounts, Note, PlacesByScore, SameRank},
    domain::{Evidence, Measure, ObservationStatus, ScoreUnit, SourceGrade},
};

use super::*;
use crate::view_model::fixtures;

fn claim(measure: Measure, value: f64, source: &str, preferred: bool) -> DiscrepancyClaim {
    DiscrepancyClaim {
        measure,
        value,
        source_id: source.to_owned(),
        evidence: Evidence::Printed,
        status: ObservationStatus::Normal,
        preferred,
        note: None,
    }
}

/// A made-up row about “Tỉnh A”.
fn row(kind: DiscrepancyKind, measure: Measure, claims: Vec<DiscrepancyClaim>) -> Discrepancy {
    let province = fixtures::province('a');
    let shown = claims.iter().find(|claim| claim.preferred && claim.measure == measure);
    Discrepancy {
        id: format!("{kind}.sipas.2021.{}.overall.{measure}", province.slug),
        kind,
        index: IndexId::Sipas,
        year: Year(2021),
        borders: Borders::Provinces63,
        province: Some(province.slug),
        region: None,
        name_vi: province.name_vi,
        name_en: province.name_en,
        component: ComponentId::overall(),
        component_name_vi: "Tổng".to_owned(),
        component_name_en: "Total".to_owned(),
        measure,
        unit: (measure == Measure::Score || kind == DiscrepancyKind::Rank).then_some(ScoreUnit::Percent),
        rank_n: (measure == Measure::Rank).then_some(63),
        shown: shown.map(|claim| claim.value),
        claims,
        computed: None,
        places: None,
        same_rank: Vec::new(),
        difference: None,
        state: DiscrepancyState::Preferred,
        note: None,
    }
}

fn answer(rows: Vec<Discrepancy>) -> DiscrepanciesAnswer {
    let source = |id: &str| SourceInfo {
        id: id.to_owned(),
        publisher: "Báo A".to_owned(),
        document: format!("Bài {id}"),
        address: format!("https://example.vn/{id}"),
        grade: SourceGrade::Press,
    };
    DiscrepanciesAnswer {
        index: None,
        year: None,
        province: None,
        kind: None,
        years: vec![Year(2021)],
        counts: DiscrepancyCounts {
            total: u16::try_from(rows.len()).unwrap(),
            sources: u16::try_from(rows.len()).unwrap(),
            ..DiscrepancyCounts::default()
        },
        rows,
        sources: ["one", "two", "three"].map(source).to_vec(),
        version: "2.2.0".to_owned(),
        revision: "abc".to_owned(),
    }
}

fn only_row(row: Discrepancy, language: Language) -> DiscrepancyRowView {
    let mut view = discrepancies_view(&answer(vec![row]), "/vi/discrepancies", language);
    view.groups.remove(0).rows.remove(0)
}

#[test]
fn documents_that_give_one_value_stand_together_and_the_shown_value_is_marked() {
    let mut of_sources = row(
        DiscrepancyKind::Sources,
        Measure::Score,
        vec![
            claim(Measure::Score, 89.06, "one", true),
            claim(Measure::Score, 89.6, "two", false),
            claim(Measure::Score, 89.06, "three", false),
        ],
    );
    of_sources.difference = Some(0.54);
    let vi = only_row(of_sources.clone(), Language::Vi);
    let values: Vec<(&str, bool, usize)> = vi
        .values
        .iter()
        .map(|value| (value.value.as_str(), value.is_shown, value.documents.len()))
        .collect();
    assert_eq!(values, [("89,06\u{a0}%", true, 2), ("89,6\u{a0}%", false, 1)]);
    assert_eq!(vi.difference, "0,54\u{a0}điểm phần trăm");
    assert_eq!(vi.values[0].documents[0].title, "Bài one (Báo A)");
    assert_eq!(
        (vi.shown.as_deref(), vi.why.as_slice()),
        (Some("89,06\u{a0}%"), &["số được chọn".to_owned()][..])
    );
    let en = only_row(of_sources, Language::En);
    assert_eq!(en.difference, "0.54\u{a0}percentage points");
    assert_eq!(en.figure, "SIPAS 2021 · Overall index · Score");
}

#[test]
fn ranks_differ_by_places_and_are_told_with_how_many_are_ranked() {
    let mut of_ranks = row(
        DiscrepancyKind::Sources,
        Measure::Rank,
        vec![
            claim(Measure::Rank, 40.0, "one", false),
            claim(Measure::Rank, 41.0, "two", false),
        ],
    );
    of_ranks.difference = Some(1.0);
    of_ranks.state = DiscrepancyState::Open;
    let vi = only_row(of_ranks.clone(), Language::Vi);
    assert_eq!(
        (vi.values[0].value.as_str(), vi.difference.as_str()),
        ("hạng 40/63", "1\u{a0}bậc")
    );
    assert!(
        vi.is_open && vi.shown.is_none() && vi.why[0].starts_with("để ngỏ"),
        "{vi:?}"
    );
    assert_eq!(only_row(of_ranks, Language::En).difference, "1\u{a0}place");
}

#[test]
fn a_total_is_told_with_what_its_parts_add_up_to() {
    let mut of_parts = row(
        DiscrepancyKind::Parts,
        Measure::Score,
        vec![claim(Measure::Score, 87.38, "one", true)],
    );
    of_parts.computed = Some(ComputedScore {
        value: 86.62,
        from: ComputedFrom::Sum,
        tolerance: 0.025,
    });
    of_parts.difference = Some(0.76);
    of_parts.state = DiscrepancyState::Explained;
    of_parts.note = Some(Note {
        vi: "Lý do.".to_owned(),
        en: "The reason.".to_owned(),
    });
    let vi = only_row(of_parts.clone(), Language::Vi);
    assert_eq!(vi.why, ["tổng các phần: 86,62\u{a0}%", "như tài liệu ghi", "Lý do."]);
    assert_eq!(vi.difference, "+0,76\u{a0}điểm phần trăm");
    let en = only_row(of_parts, Language::En);
    assert_eq!(en.why, ["sum of the parts: 86.62%", "as printed", "The reason."]);
}

#[test]
fn a_rank_is_told_with_its_place_by_score_or_with_who_shares_it() {
    let mut of_score = row(
        DiscrepancyKind::Rank,
        Measure::Rank,
        vec![
            claim(Measure::Rank, 12.0, "one", true),
            claim(Measure::Score, 87.68, "two", false),
        ],
    );
    of_score.places = Some(PlacesByScore { best: 19, worst: 20 });
    of_score.difference = Some(-7.0);
    of_score.state = DiscrepancyState::Open;
    let en = only_row(of_score.clone(), Language::En);
    assert_eq!(
        en.why,
        [
            "by its score it would be 19th to 20th",
            "the rank is in use, the score is left open"
        ]
    );
    assert_eq!(
        (en.values[1].value.as_str(), en.difference.as_str()),
        ("87.68%", "7\u{a0}places")
    );
    let mut shared = row(
        DiscrepancyKind::Rank,
        Measure::Rank,
        vec![claim(Measure::Rank, 3.0, "one", false)],
    );
    shared.same_rank = vec![SameRank {
        province: fixtures::slug('b'),
        name_vi: "Tỉnh B".to_owned(),
        name_en: "Province B".to_owned(),
    }];
    shared.state = DiscrepancyState::Open;
    let vi = only_row(shared, Language::Vi);
    assert_eq!(
        (vi.why[0].as_str(), vi.difference.as_str()),
        ("cùng hạng với Tỉnh B", "")
    );
}

#[test]
fn the_finding_counts_kinds_and_what_is_open() {
    let counts = DiscrepancyCounts {
        total: 6,
        sources: 4,
        rank: 2,
        open: 1,
        preferred: 5,
        ..DiscrepancyCounts::default()
    };
    assert_eq!(
        words::finding(&counts, Language::Vi),
        "6 chỗ không khớp: 4 giữa các tài liệu và 2 giữa hạng và điểm; 1 chỗ còn để ngỏ"
    );
    assert_eq!(
        words::finding(&counts, Language::En),
        "6 discrepancies: 4 between documents and 2 between ranks and scores; one is open"
    );
    let nothing = discrepancies_view(&answer(Vec::new()), "/vi/discrepancies", Language::Vi);
    assert_eq!(nothing.finding, text::NOTHING.get(Language::Vi));
    assert!(nothing.groups.is_empty() && nothing.citation.is_empty());
}
