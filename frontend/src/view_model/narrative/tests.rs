//! The prose of a province from figures that are made up.

use vithe_shared::{IndexId, Language, api::Profile};

use super::*;
use crate::view_model::{fixtures, indicators_view::tests::indicators_below, profile_view};

fn told_with(profile: &Profile, changes: Option<&ChangesAnswer>, language: Language) -> Vec<String> {
    let stories: Vec<Story<'_>> = profile
        .indices
        .iter()
        .map(|own| Story {
            own,
            changes: changes.filter(|changes| changes.index == own.index),
            totals: None,
            declines: None,
            indicators: None,
            members: &[],
        })
        .collect();
    let view = profile_view(profile, language);
    narrative(profile, &view, &stories)
        .iter()
        .map(Paragraph::text)
        .collect()
}

fn told(profile: &Profile, language: Language) -> Vec<String> {
    told_with(profile, None, language)
}

#[test]
fn each_index_is_told_once_and_what_is_limited_is_labelled() {
    assert_eq!(
        told(&fixtures::profile(), Language::Vi),
        [
            "Năm 2021, Tỉnh A đạt 63,80\u{a0}điểm PCI, hạng 2/6, tăng 1 bậc so với 2020, hạng 1/3 Vùng Bắc; tăng 0,69\u{a0}điểm \
             so với 2020 (so sánh hạn chế). Chỉ so sánh được 2 trong 3 thành phần: 1 tăng, 1 giảm; giảm nhiều nhất là Tính \
             minh bạch, giảm 0,75\u{a0}điểm.",
            "PAPI 2021: 63,80\u{a0}điểm, hạng 2/6, tăng 1 bậc so với 2020, hạng 1/3 Vùng Bắc; điểm không so sánh được với 2020 \
             vì cách tính thay đổi. Chỉ so sánh được 2 trong 3 thành phần: 1 tăng, 1 giảm; giảm nhiều nhất là Tính minh bạch, \
             giảm 0,75\u{a0}điểm (so sánh hạn chế)."
        ]
    );
    assert_eq!(
        told(&fixtures::profile(), Language::En),
        [
            "In 2021, Province A scored 63.80\u{a0}points in PCI, 2nd of 6, up 1 place on 2020, 1st of 3 in the North; up \
             0.69\u{a0}points on 2020 (limited comparison). Only 2 of 3 components can be compared: 1 rose and 1 fell; the largest fall was in \
             Transparency, down 0.75\u{a0}points.",
            "PAPI 2021: 63.80\u{a0}points, 2nd of 6, up 1 place on 2020, 1st of 3 in the North; the score cannot be compared \
             with 2020 because the method changed. Only 2 of 3 components can be compared: 1 rose and 1 fell; the largest fall was in \
             Transparency, down 0.75\u{a0}points (limited comparison)."
        ]
    );
}

#[test]
fn the_worst_place_is_told_first_with_the_year_of_its_figures() {
    let mut profile = fixtures::profile();
    profile.year = Year(2022);
    let last = &mut profile.indices[1];
    last.year = Year(2022);
    last.is_press_only = true;
    last.overall.row.rank = Some(6);
    last.components.clear();
    last.fallen.clear();
    last.risen.clear();
    let told = told(&profile, Language::Vi);
    assert!(
        told[0].starts_with("Năm 2022, Tỉnh A đạt 63,80\u{a0}điểm PAPI, hạng 6/6 (cuối bảng)"),
        "{told:?}"
    );
    assert!(told[0].ends_with("Điểm chung và hạng chỉ có trên báo chí."), "{told:?}");
    assert!(
        told[1].starts_with("Điểm PCI năm 2021 của Tỉnh A là 63,80\u{a0}điểm, hạng 2/6"),
        "{told:?}"
    );
    assert!(
        !told[0].contains("thành phần tăng"),
        "no component is on record: {told:?}"
    );
}

#[test]
fn a_year_without_figures_is_said_so() {
    let mut profile = fixtures::profile();
    profile.year = Year(2022);
    assert_eq!(
        told(&profile, Language::Vi),
        ["Năm 2022 chưa có số liệu của Tỉnh A trong bốn chỉ số."]
    );
}

#[test]
fn what_a_change_is_made_of_is_told_with_its_signs_and_leads_to_its_figure() {
    let profile = fixtures::profile();
    let changes = fixtures::changes();
    let stories: Vec<Story<'_>> = profile
        .indices
        .iter()
        .map(|own| Story {
            own,
            changes: Some(&changes).filter(|changes| changes.index == own.index),
            totals: None,
            declines: None,
            indicators: None,
            members: &[],
        })
        .collect();
    let view = profile_view(&profile, Language::Vi);
    let paragraphs = narrative(&profile, &view, &stories);
    let pci = paragraphs
        .iter()
        .find(|paragraph| paragraph.index == Some(IndexId::Pci))
        .unwrap();
    let parts: Vec<&Piece> = pci
        .pieces
        .iter()
        .skip_while(|piece| !piece.text.contains("mức đóng góp") && !piece.text.contains("Mức đóng góp"))
        .skip(1)
        .filter(|piece| piece.figure.is_some())
        .collect();
    assert!(!parts.is_empty(), "{}", pci.text());
    for piece in parts {
        assert_eq!(piece.figure, Some(Figure::Changes));
        assert!(piece.text.contains(['+', '−']), "{}", piece.text);
    }
}

/// Every number of a paragraph stands in a piece that leads to its figure, save counts.
#[test]
fn numbers_lead_to_figures() {
    let profile = fixtures::profile();
    let view = profile_view(&profile, Language::En);
    let stories: Vec<Story<'_>> = profile
        .indices
        .iter()
        .map(|own| Story {
            own,
            changes: None,
            totals: None,
            declines: None,
            indicators: None,
            members: &[],
        })
        .collect();
    for piece in narrative(&profile, &view, &stories)
        .iter()
        .flat_map(|paragraph| &paragraph.pieces)
    {
        let is_count = piece.text.contains(" rose and ");
        let has_digit = piece.text.chars().any(|letter| letter.is_ascii_digit());
        assert!(piece.figure.is_some() || !has_digit || is_count, "{piece:?}");
    }
}

/// The first index of the fixtures as estimates of a unit of A and B.
fn estimated_profile() -> Profile {
    let mut profile = fixtures::profile();
    profile.indices.truncate(1);
    let own = &mut profile.indices[0];
    own.back_cast = true;
    for component in std::iter::once(&mut own.overall).chain(&mut own.components) {
        let row = &mut component.row;
        row.status = Some(vithe_shared::domain::ObservationStatus::Estimated);
        row.rank = None;
        row.rank_n = None;
        row.region_rank = None;
        if let Some(change) = &mut row.change {
            change.rank = None;
        }
    }
    profile
}

fn told_of_unit(profile: &Profile, language: Language) -> String {
    let members = ['A', 'B'].map(|letter| (fixtures::slug(letter), format!("Tỉnh {letter}")));
    let story = Story {
        own: &profile.indices[0],
        changes: None,
        totals: None,
        declines: None,
        indicators: None,
        members: &members,
    };
    let view = profile_view(profile, language);
    narrative(profile, &view, &[story])[0].text()
}

#[test]
fn estimates_are_marked_with_their_members_and_changes() {
    let mut profile = estimated_profile();
    profile.indices[0].overall.row.spread = Some(fixtures::member_spread(62.5, 66.0));
    assert_eq!(
        told_of_unit(&profile, Language::Vi),
        "Năm 2021, Tỉnh A đạt ≈\u{a0}63,80\u{a0}điểm PCI, ước tính theo dân số từ các tỉnh hợp thành: thấp nhất Tỉnh B 62,50, \
         cao nhất Tỉnh A 66,00; không xếp hạng. Tăng ≈\u{a0}0,69\u{a0}điểm so với 2020 (so sánh hạn chế). Chỉ so sánh được 2 trong \
         3 thành phần: 1 tăng, 1 giảm; giảm nhiều nhất là Tính minh bạch, giảm ≈\u{a0}0,75\u{a0}điểm."
    );
}

#[test]
fn where_no_total_is_on_record_the_estimated_components_are_told() {
    let mut profile = estimated_profile();
    profile.indices[0].back_cast = false;
    profile.indices[0].overall.row.score = None;
    profile.indices[0].components.truncate(2);
    assert_eq!(
        told_of_unit(&profile, Language::En),
        "In 2021, no total PCI score of Province A is on record; estimates are on record for the components Transparency \
         ≈\u{a0}4.50, Informal charges ≈\u{a0}7.25; not ranked."
    );
}

#[test]
fn what_stands_out_below_the_worst_component_is_named_without_its_unit() {
    let mut profile = fixtures::profile();
    for (component, rank) in profile.indices[0].components.iter_mut().zip(2..) {
        component.parent = Some(ComponentId::overall());
        component.row.rank = Some(rank);
        component.row.rank_n = Some(6);
    }
    let worst = profile.indices[0].components.last().unwrap().component.clone();
    let indicators = indicators_below(&worst);
    let view = profile_view(&profile, Language::Vi);
    let story = Story {
        own: &profile.indices[0],
        changes: None,
        totals: None,
        declines: None,
        indicators: Some(&indicators),
        members: &[],
    };
    let paragraph = narrative(&profile, &view, &[story]).remove(0);
    assert!(
        paragraph
            .text()
            .contains("Đào tạo lao động: “Tỷ lệ DN phải làm lại hồ sơ ĐKDN”.")
            || paragraph.text().contains(
                "Trong Đào tạo lao động, kém trung vị cả nước rõ nhất là “Tỷ lệ DN phải làm lại hồ sơ ĐKDN”."
            ),
        "{}",
        paragraph.text()
    );
    let named = Figure::Indicator(indicators.rows[0].indicator.id.clone());
    assert!(
        paragraph
            .pieces
            .iter()
            .any(|piece| piece.figure.as_ref() == Some(&named))
    );
}

#[test]
fn a_run_is_told_only_over_years_that_compare() {
    let mut series = fixtures::series(1);
    let points = &mut series.series[0].points;
    let last = points.last().unwrap().year;
    for (step, point) in points.iter_mut().enumerate() {
        point.score = Some(60.0 + step as f64);
    }
    series.breaks.clear();
    let count = series.series[0].points.len();
    let run = facts::run_of_total(&series, last).unwrap();
    assert!(run.is_rise);
    assert!(run.years >= 2 && run.years < count);
    series.series[0].points.last_mut().unwrap().score = Some(0.0);
    assert_eq!(facts::run_of_total(&series, last), None, "one fall is no run");
}
