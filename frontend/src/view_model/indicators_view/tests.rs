//! Indicators in words: units, directions, what stands out.

use vithe_shared::{
    IndexId, Year,
    api::indicators::{BestInRegion, IndicatorRanking, IndicatorRankingRow},
    domain::{Direction, DirectionEvidence, IndicatorInfo, IndicatorUnit},
    identifier::Borders,
};

use super::*;
use crate::view_model::{fixtures, indicator_view};

fn indicator(unit: IndicatorUnit, direction: Direction) -> IndicatorInfo {
    IndicatorInfo {
        id: "part1.01".parse().unwrap(),
        component: "part1".parse().unwrap(),
        unit,
        direction,
        direction_evidence: DirectionEvidence::Wording,
        name_vi: "Tỷ lệ DN phải làm lại hồ sơ ĐKDN (%)".to_owned(),
        name_en: "Firms that had to file again (%)".to_owned(),
        note_vi: "Đọc kỹ.".to_owned(),
        note_en: "Read closely.".to_owned(),
    }
}

/// Five units from A, with 10, 20 … per cent; low values are good.
pub(crate) fn indicator_ranking() -> IndicatorRanking {
    let values = [10.0, 20.0, 30.0, 40.0, 50.0];
    IndicatorRanking {
        index: IndexId::Pci,
        indicator: indicator(IndicatorUnit::PercentOfFirms, Direction::Lower),
        year: Year(2023),
        years: vec![Year(2023)],
        borders: Borders::Provinces63,
        region: None,
        n: 5,
        on_record: 5,
        summary: Summary::of(&values),
        rows: values
            .iter()
            .zip('A'..)
            .zip(1_u16..)
            .map(|((value, letter), rank)| IndicatorRankingRow {
                province: fixtures::slug(letter),
                name_vi: format!("Tỉnh {letter}"),
                name_en: format!("Province {letter}"),
                region: "north".parse().unwrap(),
                value: Some(*value),
                rank: Some(rank),
                rank_n: Some(5),
                tied: 0,
                region_rank: Some(rank),
                region_n: Some(5),
                distance: Some((30.0 - value) / 20.0),
                stands_out: None,
            })
            .collect(),
        sources: Vec::new(),
        revision: "r".to_owned(),
    }
}

/// Three indicators of province A below a component, of which the first stands out on the bad side and the second on the good
/// one.
pub(crate) fn indicators_below(component: &vithe_shared::ComponentId) -> IndicatorsAnswer {
    let mut answer = answer(vec![
        row(50.0, Some(StandsOut::Bad), -1.0),
        row(10.0, Some(StandsOut::Good), 1.0),
        row(30.0, None, 0.0),
    ]);
    for row in &mut answer.rows {
        row.indicator.component = component.clone();
    }
    answer
}

fn answer(rows: Vec<IndicatorRow>) -> IndicatorsAnswer {
    IndicatorsAnswer {
        index: IndexId::Pci,
        component: Some("part1".parse().unwrap()),
        year: Year(2023),
        years: vec![Year(2023)],
        borders: Borders::Provinces63,
        province: Some(fixtures::slug('A')),
        rows,
        sources: Vec::new(),
        revision: "r".to_owned(),
    }
}

fn row(value: f64, stands_out: Option<StandsOut>, distance: f64) -> IndicatorRow {
    IndicatorRow {
        indicator: indicator(IndicatorUnit::PercentOfFirms, Direction::Lower),
        n: 5,
        summary: Summary::of(&[10.0, 20.0, 30.0, 40.0, 50.0]),
        standing: Some(IndicatorStanding {
            value,
            rank: Some(5),
            rank_n: 5,
            tied: 1,
            distance: Some(distance),
            stands_out,
            region_best: BestInRegion {
                value: 10.0,
                provinces: vec![fixtures::slug('A')],
            },
        }),
        source_id: None,
    }
}

fn view(rows: Vec<IndicatorRow>, language: Language) -> IndicatorsView {
    let index = fixtures::index_info(IndexId::Pci);
    indicators_view(
        &answer(rows),
        &index,
        &fixtures::province_list(5),
        ["Tỉnh A", "Đất đai"],
        language,
    )
}

#[test]
fn a_share_is_told_as_per_cent_and_never_as_points() {
    for (language, points) in [(Language::Vi, "điểm"), (Language::En, "points")] {
        let told = view(vec![row(50.0, Some(StandsOut::Bad), -1.0)], language);
        assert!(!format!("{told:?}").contains(points), "{told:?}");
    }
    let told = view(vec![row(50.0, Some(StandsOut::Bad), -1.0)], Language::Vi);
    assert_eq!(
        told.bad[0].1,
        "Tỷ lệ DN phải làm lại hồ sơ ĐKDN (%): 50,0\u{a0}%, hạng 5/5 (trung vị 30,0\u{a0}%, thấp là tốt)"
    );
}

#[test]
fn the_finding_counts_both_sides() {
    let both = || {
        vec![
            row(50.0, Some(StandsOut::Bad), -1.0),
            row(30.0, None, 0.0),
            row(10.0, Some(StandsOut::Good), 1.0),
        ]
    };
    assert_eq!(
        view(both(), Language::Vi).finding,
        "Tỉnh A kém hơn ba phần tư số tỉnh ở 1 chỉ tiêu, tốt hơn ba phần tư ở 1 chỉ tiêu trong 3 chỉ tiêu của Đất đai (PCI 2023)"
    );
    assert_eq!(
        view(both(), Language::En).finding,
        "Of the 3 indicators of Đất đai (PCI 2023), Tỉnh A is worse than three quarters of all provinces on 1 indicator and better than three quarters on 1 indicator"
    );
    assert_eq!(view(both(), Language::En).good.len(), 1);
}

#[test]
fn three_at_most_are_named_on_a_side_the_farthest_first() {
    let rows = [-2.0, -1.5, -1.2, -1.1].map(|distance| row(50.0, Some(StandsOut::Bad), distance));
    assert_eq!(view(rows.to_vec(), Language::Vi).bad.len(), 3);
}

/// A low value is at the good end of the picture.
#[test]
fn the_good_end_of_the_picture_is_the_same_for_every_direction() {
    let low = view(vec![row(10.0, Some(StandsOut::Good), 1.0)], Language::Vi).rows[0]
        .position
        .unwrap();
    assert_eq!((low.own, low.median), (1.0, 0.5));
    assert!(low.bad_quartile < low.good_quartile);
    let mut high = row(10.0, Some(StandsOut::Bad), -1.0);
    high.indicator.direction = Direction::Higher;
    assert_eq!(view(vec![high], Language::Vi).rows[0].position.unwrap().own, 0.0);
}

#[test]
fn abbreviations_that_occur_are_told_in_vietnamese() {
    let told = view(vec![row(50.0, None, 0.0)], Language::Vi).abbreviations.unwrap();
    assert_eq!(told, "DN: doanh nghiệp; ĐKDN: đăng ký doanh nghiệp");
    assert_eq!(view(vec![row(50.0, None, 0.0)], Language::En).abbreviations, None);
}

#[test]
fn the_table_of_an_indicator_says_which_end_is_good() {
    let index = fixtures::index_info(IndexId::Pci);
    let told = |language| indicator_view(&indicator_ranking(), &index, &fixtures::province_list(5), &[], language);
    let view = told(Language::Vi);
    assert_eq!(
        view.text.finding,
        "Tốt nhất: Tỉnh A, 10,0\u{a0}%; kém nhất: Tỉnh E, 50,0\u{a0}%; trung vị cả nước 30,0\u{a0}%"
    );
    assert!(
        view.text.kicker.contains("% doanh nghiệp, thấp là tốt"),
        "{}",
        view.text.kicker
    );
    assert!(view.text.notes.iter().any(|note| note == "Đọc kỹ."));
    assert_eq!(view.rows[0].sentence, "Tỉnh A, 2023: 10,0\u{a0}%, hạng 1/5");
    assert!(view.map().is_low_good);
    assert!(
        told(Language::En)
            .text
            .notes
            .iter()
            .any(|note| note.contains("translation"))
    );
}

#[test]
fn numbers_are_as_fine_as_the_table_needs() {
    let of = |unit, highest: f64| IndicatorNumber::of(unit, Summary::of(&[0.0, highest]).as_ref(), Language::Vi);
    assert_eq!(of(IndicatorUnit::Percent, 2.4).with_unit(0.76), "0,76\u{a0}%");
    assert_eq!(of(IndicatorUnit::Percent, 80.0).with_unit(41.75), "41,8\u{a0}%");
    assert_eq!(of(IndicatorUnit::Days, 14.0).with_unit(7.0), "7\u{a0}ngày");
    assert_eq!(of(IndicatorUnit::Days, 14.0).with_unit(7.5), "7,5\u{a0}ngày");
    let english = IndicatorNumber::of(IndicatorUnit::Days, None, Language::En);
    assert_eq!(
        (english.with_unit(1.0), english.with_unit(2.0)),
        ("1\u{a0}day".to_owned(), "2\u{a0}days".to_owned())
    );
}
