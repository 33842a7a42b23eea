//! One test for each rule: the valid package with one thing broken has the finding of that rule and no other.

use std::fmt::Write as _;

use vithe_shared::Language;

use crate::{
    check_files,
    finding::{FindingCode, Severity},
    fixture::{Fixture, assert_only},
};

const OBSERVATIONS: &str = "data/observations.csv";

#[track_caller]
fn assert_error(fixture: &Fixture, code: FindingCode, file: &str, row: Option<u32>, column: Option<&str>) {
    assert_only(&fixture.checking(), Severity::Error, code, file, row, column);
}

#[track_caller]
fn assert_warning(fixture: &Fixture, code: FindingCode, file: &str, row: Option<u32>, column: Option<&str>) {
    assert_only(&fixture.checking(), Severity::Warning, code, file, row, column);
}

#[test]
fn the_valid_package_has_only_notes() {
    let report = check_files(&Fixture::new().files);
    assert!(report.is_usable());
    assert_eq!((report.errors, report.warnings), (0, 0), "{:#?}", report.findings);
    let codes: Vec<_> = report.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(
        codes,
        [
            FindingCode::TotalsReproduced,
            FindingCode::IncompleteTable,
            FindingCode::IncompleteTable,
            FindingCode::IncompleteTable,
        ]
    );
    insta::assert_snapshot!(
        report.findings[0].display(Language::En),
        @"note: data/observations.csv: pci: the weighted sum reproduces 2 published totals of 2021; the largest error is 0, rounding allows 2.8. [totals_reproduced]"
    );
}

#[test]
fn each_of_the_four_indices_is_described() {
    let mut fixture = Fixture::new();
    for file in [
        "data/indices.csv",
        "data/hues.csv",
        "data/method_versions.csv",
        "data/components.csv",
        "data/component_names.csv",
        "data/ranked_sets.csv",
        OBSERVATIONS,
    ] {
        let mut text = String::new();
        for line in fixture.text(file).lines().filter(|line| !line.starts_with("sipas,")) {
            writeln!(text, "{line}").unwrap();
        }
        fixture.files.insert(file, text.into_bytes());
    }
    // Without SIPAS, the press article is a source of PAPI alone.
    assert_error(&fixture, FindingCode::MissingIndex, "data/indices.csv", None, None);
}

#[test]
fn spans_run_forwards_and_do_not_overlap() {
    let backwards = Fixture::new().append(
        "data/component_names.csv",
        "pci,land,2023,2022,Đất,Land,Đất,Land,official",
    );
    assert_error(
        &backwards,
        FindingCode::BadSpan,
        "data/component_names.csv",
        Some(18),
        Some("last_year"),
    );
    let overlapping = Fixture::new().append(
        "data/component_names.csv",
        "pci,land,2021,2022,Đất,Land,Đất,Land,official",
    );
    assert_error(
        &overlapping,
        FindingCode::BadSpan,
        "data/component_names.csv",
        Some(18),
        Some("first_year"),
    );
}

#[test]
fn a_year_with_figures_needs_a_method_version() {
    let fixture = Fixture::new().replace("data/method_versions.csv", "sipas-2021,2021", "sipas-2022,2022");
    assert_error(
        &fixture,
        FindingCode::MissingMethodVersion,
        OBSERVATIONS,
        Some(26),
        Some("year"),
    );
}

#[test]
fn a_compared_version_needs_its_reason() {
    let fixture = Fixture::new().replace("data/method_versions.csv", "Đổi.,Changed.", "Đổi.,");
    assert_error(
        &fixture,
        FindingCode::MissingValue,
        "data/method_versions.csv",
        Some(3),
        Some("reason_en"),
    );
}

#[test]
fn decimals_are_few_and_run_from_the_least_to_the_most() {
    for (from, to, column) in [
        ("percent,1,2", "percent,3,2", "decimals_least"),
        ("percent,1,2", "percent,1,5", "decimals_most"),
    ] {
        let fixture = Fixture::new().replace("data/indices.csv", from, to);
        assert_error(
            &fixture,
            FindingCode::BadDecimals,
            "data/indices.csv",
            Some(5),
            Some(column),
        );
    }
    let fixture = Fixture::new().replace("data/indices.csv", "percent,1,2", "percent,0,4");
    assert!(fixture.checking().is_empty());
}

#[test]
fn an_index_that_is_shown_has_its_hues_in_both_themes() {
    let row = "par,dark,#F08A3C,#F08A3C,#FEC1A3,#E18C60,#B9673C,#864C2E,#533526\n";
    let fixture = Fixture::new().replace("data/hues.csv", row, "");
    assert_error(
        &fixture,
        FindingCode::MissingHues,
        "data/indices.csv",
        Some(4),
        Some("index"),
    );
}

#[test]
fn hues_stand_out_from_what_they_stand_on() {
    let fixture = Fixture::new().replace("data/hues.csv", "papi,light,#009E73", "papi,light,#4FC9A5");
    assert_error(
        &fixture,
        FindingCode::LowContrast,
        "data/hues.csv",
        Some(4),
        Some("mark"),
    );
    // Enough for a mark, too little for a text.
    let fixture = Fixture::new().replace("data/hues.csv", "#009E73,#007A58", "#009E73,#009E73");
    assert_error(
        &fixture,
        FindingCode::LowContrast,
        "data/hues.csv",
        Some(4),
        Some("text"),
    );
    // Enough on white, too little on the ground of the page.
    let fixture = Fixture::new().replace("data/hues.csv", "#009E73,#007A58", "#009E73,#008360");
    assert_error(
        &fixture,
        FindingCode::LowContrast,
        "data/hues.csv",
        Some(4),
        Some("text"),
    );
}

#[test]
fn the_classes_of_an_index_fade_evenly() {
    for (from, to) in [
        ("#4C9CD9,#91C4EE", "#91C4EE,#4C9CD9"),
        ("#4C9CD9,#91C4EE", "#4C9CD9,#4C9CD9"),
        ("#4C9CD9,#91C4EE", "#2F86C6,#91C4EE"),
    ] {
        let fixture = Fixture::new().replace("data/hues.csv", from, to);
        assert_error(
            &fixture,
            FindingCode::UnevenClasses,
            "data/hues.csv",
            Some(2),
            Some("class_1"),
        );
    }
}

#[test]
fn a_parent_exists_in_all_years_of_its_parts() {
    let fixture = Fixture::new().replace(
        "data/components.csv",
        "papi,d1,overall,1,2,2021",
        "papi,d1,overall,1,2,2020",
    );
    let findings = fixture.checking();
    assert!(
        findings
            .iter()
            .any(|finding| finding.code == FindingCode::BadParent && finding.row == Some(7))
    );
}

#[test]
fn a_component_has_a_name_in_each_of_its_years() {
    let fixture = Fixture::new().replace("data/component_names.csv", "pci,land,2019,2021", "pci,land,2019,2020");
    assert_error(
        &fixture,
        FindingCode::MissingComponentName,
        "data/components.csv",
        Some(3),
        Some("component"),
    );
}

#[test]
fn short_names_fit_a_chart() {
    let fixture = Fixture::new().replace(
        "data/component_names.csv",
        "Đất đai,Land,Đất đai,Land",
        "Đất đai,Land,Đất đai và ổn định sử dụng đất,Land",
    );
    assert_error(
        &fixture,
        FindingCode::LongShortName,
        "data/component_names.csv",
        Some(3),
        Some("short_vi"),
    );
}

#[test]
fn weights_of_a_year_add_to_one() {
    let fixture = Fixture::new().replace("data/weights.csv", "land,0.4", "land,0.41");
    let findings = fixture.checking();
    assert!(
        findings
            .iter()
            .any(|finding| finding.code == FindingCode::WeightsSum && finding.text_vi.contains("1,01")),
        "{findings:#?}"
    );
}

#[test]
fn weights_are_of_components_of_their_year() {
    let fixture = Fixture::new().append("data/weights.csv", "pci,2022,land,1,assumed,report");
    assert_error(
        &fixture,
        FindingCode::ComponentNotInYear,
        "data/weights.csv",
        Some(4),
        Some("component"),
    );
}

#[test]
fn breaks_are_of_components_of_their_year() {
    let fixture = Fixture::new().append("data/breaks.csv", "pci,land,2022,limited,new_survey");
    assert_error(
        &fixture,
        FindingCode::ComponentNotInYear,
        "data/breaks.csv",
        Some(3),
        Some("component"),
    );
}

#[test]
fn maximum_points_add_to_no_more_than_the_scale() {
    let fixture = Fixture::new().replace("data/maximum_points.csv", "p1,60.5", "p1,90.5");
    assert_error(
        &fixture,
        FindingCode::MaximumPointsSum,
        "data/maximum_points.csv",
        Some(2),
        Some("maximum"),
    );
}

#[test]
fn sources_are_used_and_have_addresses_that_open() {
    let unused = Fixture::new().append("data/sources.csv", "other,Báo,Bài,https://example.org/x,,,press");
    assert_warning(
        &unused,
        FindingCode::UnusedSource,
        "data/sources.csv",
        Some(4),
        Some("source_id"),
    );
    let address = Fixture::new().replace(
        "data/sources.csv",
        "https://example.org/report",
        "github:owner/name path",
    );
    assert_error(
        &address,
        FindingCode::BadAddress,
        "data/sources.csv",
        Some(2),
        Some("address"),
    );
}

#[test]
fn values_of_indicators_are_possible_in_their_unit() {
    for (value, is_possible) in [("100", true), ("100.1", false), ("-1", false)] {
        let fixture = Fixture::new().replace(
            "data/indicator_values.csv",
            ",land.02,60.5,",
            &format!(",land.02,{value},"),
        );
        let found = check_files(&fixture.files).findings;
        let is_found = found.iter().any(|finding| finding.code == FindingCode::OutOfRange);
        assert_eq!(is_found, !is_possible, "{value}");
    }
}

#[test]
fn the_direction_of_an_indicator_says_what_speaks_for_it() {
    const INDICATORS: &str = "data/indicators.csv";
    for (old, new) in [
        // The values say the opposite.
        (",lower,correlation,-1,", ",higher,correlation,-1,"),
        // The number is not that of the values.
        (",lower,correlation,-1,", ",lower,correlation,-0.9,"),
        // The correlation does speak.
        (",lower,correlation,-1,", ",lower,wording,-1,"),
        // A contradiction without a reason.
        (",lower,correlation,-1,", ",higher,disagrees,-1,"),
    ] {
        let fixture = Fixture::new().replace(INDICATORS, old, new);
        assert_error(
            &fixture,
            FindingCode::DirectionEvidence,
            INDICATORS,
            Some(2),
            Some("direction_evidence"),
        );
    }
    let told = Fixture::new().replace(
        INDICATORS,
        "lower,correlation,-1,Số ngày chờ,,Days of waiting,,",
        "higher,disagrees,-1,Số ngày chờ,,Days of waiting,Vì sao.,Why.",
    );
    assert!(
        check_files(&told.files)
            .findings
            .iter()
            .all(|finding| finding.code != FindingCode::DirectionEvidence)
    );
}

#[test]
fn a_value_is_of_an_indicator_that_is_described() {
    let fixture = Fixture::new().append("data/indicator_values.csv", "pci,2021,63,da-nang,land.03,1,report");
    assert_error(
        &fixture,
        FindingCode::UnknownIndicator,
        "data/indicator_values.csv",
        Some(6),
        Some("indicator"),
    );
}

#[test]
fn figures_are_of_components_of_their_year() {
    let fixture = Fixture::new().replace(
        "data/components.csv",
        "pci,tier,,1,4,2019,2021",
        "pci,tier,,1,4,2019,2020",
    );
    assert_error(
        &fixture,
        FindingCode::ComponentNotInYear,
        OBSERVATIONS,
        Some(12),
        Some("component"),
    );
}

#[test]
fn scores_lie_on_the_scale_of_their_year() {
    let fixture = Fixture::new().replace(OBSERVATIONS, "da-nang,1.1,score,1.25", "da-nang,1.1,score,0.45");
    let findings = fixture.checking();
    assert_eq!(findings[0].code, FindingCode::OutOfRange);
    assert_eq!(findings[0].row, Some(14));
}

#[test]
fn measures_go_with_the_kind_of_unit() {
    let fixture = Fixture::new().append(
        OBSERVATIONS,
        "sipas,2021,63,country,vn,overall,rank,3,A,printed,1,report,",
    );
    assert_error(
        &fixture,
        FindingCode::MeasureNotForUnit,
        OBSERVATIONS,
        Some(28),
        Some("measure"),
    );
}

#[test]
fn ranks_are_whole_numbers() {
    let fixture = Fixture::new().replace(
        OBSERVATIONS,
        "par,2021,63,province,hau-giang,overall,rank,2",
        "par,2021,63,province,hau-giang,overall,rank,2.5",
    );
    assert_error(&fixture, FindingCode::BadOrdinal, OBSERVATIONS, Some(19), Some("value"));
}

#[test]
fn one_figure_among_several_sources_is_preferred() {
    let row = "sipas,2021,63,province,hau-giang,overall,score,84.61,A,printed,1,report,";
    let several = Fixture::new().append(OBSERVATIONS, row);
    assert_error(
        &several,
        FindingCode::SeveralPreferred,
        OBSERVATIONS,
        Some(28),
        Some("preferred"),
    );
}

#[test]
fn sources_that_disagree_with_none_preferred_are_an_open_conflict() {
    let open = Fixture::new()
        .append(
            OBSERVATIONS,
            "par,2021,63,province,da-nang,overall,rank,3,A,printed,0,report,",
        )
        .append(
            OBSERVATIONS,
            "par,2021,63,province,da-nang,overall,rank,1,A,printed,0,press,",
        );
    assert_only(
        &open.checking(),
        Severity::Note,
        FindingCode::OpenConflict,
        OBSERVATIONS,
        Some(28),
        Some("preferred"),
    );
    let alone = Fixture::new().append(
        OBSERVATIONS,
        "par,2021,63,province,da-nang,overall,rank,3,A,printed,0,report,",
    );
    assert_warning(
        &alone,
        FindingCode::NeverShown,
        OBSERVATIONS,
        Some(28),
        Some("preferred"),
    );
}

#[test]
fn weighted_parts_add_to_the_published_total() {
    let fixture = Fixture::new().replace(OBSERVATIONS, "da-nang,overall,score,76,", "da-nang,overall,score,86,");
    assert_error(
        &fixture,
        FindingCode::PartsDifferFromTotal,
        OBSERVATIONS,
        Some(4),
        Some("value"),
    );
}

#[test]
fn a_published_total_of_computed_parts_agrees_to_its_last_digit() {
    let fixture = Fixture::new().replace(OBSERVATIONS, "score,7.88,", "score,7.87,");
    let findings = fixture.checking();
    assert!(findings.is_empty(), "7.875 may be printed either way: {findings:#?}");
    let fixture = Fixture::new().replace(OBSERVATIONS, "score,7.88,", "score,7.89,");
    assert_error(
        &fixture,
        FindingCode::PartsDifferFromTotal,
        OBSERVATIONS,
        Some(17),
        Some("value"),
    );
}

#[test]
fn the_four_parts_of_par_add_to_its_total() {
    let fixture = Fixture::new().replace(OBSERVATIONS, "p3,score,18.31", "p3,score,19.31");
    assert_error(
        &fixture,
        FindingCode::PartsDifferFromTotal,
        OBSERVATIONS,
        Some(18),
        Some("value"),
    );
}

#[test]
fn an_area_in_points_agrees_with_its_percentage() {
    let points = |points: &str| {
        Fixture::new()
            .append("data/maximum_points.csv", "par,2021,1,9.5,report")
            .append(
                OBSERVATIONS,
                &format!("par,2021,63,province,hau-giang,1,points,{points},A,printed,1,report,"),
            )
    };
    assert!(points("8.94").checking().is_empty());
    assert_error(
        &points("8.84"),
        FindingCode::PointsDifferFromPercent,
        OBSERVATIONS,
        Some(28),
        Some("value"),
    );
    let beyond: Vec<_> = points("9.6").checking().iter().map(|finding| finding.code).collect();
    assert_eq!(beyond, [FindingCode::OutOfRange, FindingCode::PointsDifferFromPercent]);
}

#[test]
fn points_are_at_most_the_maximum_of_their_year() {
    let fixture = Fixture::new().replace("data/maximum_points.csv", "p1,60.5", "p1,54.5");
    assert_error(&fixture, FindingCode::OutOfRange, OBSERVATIONS, Some(22), Some("value"));
}

#[test]
fn sipas_has_ten_of_the_hundred_points_of_par() {
    let fixture = Fixture::new().replace(OBSERVATIONS, "overall,score,84.6,", "overall,score,85.6,");
    assert_error(
        &fixture,
        FindingCode::SipasPartDiffers,
        OBSERVATIONS,
        Some(23),
        Some("value"),
    );
}

/// The valid package with a PCI year of 24 provinces more, of which the last one has `last` as its total.
fn many_provinces(total: impl Fn(usize) -> f64) -> Fixture {
    let mut fixture = Fixture::new();
    let (mut provinces, mut successions, mut set, mut rows, mut features) = (vec![], vec![], vec![], vec![], vec![]);
    for number in 0..24 {
        let slug = format!("tinh-{number}");
        provinces.push(format!("{slug},Tỉnh {number},Province {number},md,,,0,,,10,105,"));
        successions.push(format!("2025-07-01,63,{slug},34,khanh-hoa,merged"));
        for index in ["pci", "papi", "par", "sipas"] {
            set.push(format!("{index},2021,,63,{slug},member,,report"));
        }
        let score = 4.0 + f64::from(u8::try_from(number).unwrap()) / 100.0;
        for part in ["land", "time"] {
            rows.push(format!(
                "pci,2021,63,province,{slug},{part},score,{score},A,printed,1,report,"
            ));
        }
        let total = total(number);
        rows.push(format!(
            "pci,2021,63,province,{slug},overall,score,{total},A,printed,1,report,"
        ));
        features.push(format!(
            r#"{{"type":"Feature","properties":{{"slug":"{slug}"}},"geometry":{{"type":"Polygon","coordinates":[[[105,10],[106,10],[106,11],[105,10]]]}}}}"#
        ));
    }
    for (file, lines) in [
        ("data/provinces.csv", provinces),
        ("data/successions.csv", successions),
        ("data/ranked_sets.csv", set),
        (OBSERVATIONS, rows),
    ] {
        fixture = fixture.append(file, &lines.join("\n"));
    }
    fixture.replace(
        "geo/vn63.geojson",
        "{\"features\":[",
        &format!("{{\"features\":[{},", features.join(",")),
    )
}

#[test]
fn a_year_whose_totals_are_not_reproduced_is_told_once() {
    let whole = |number: usize| 41.5 + f64::from(u8::try_from(number).unwrap()) / 10.0;
    let mut findings = many_provinces(whole).checking();
    // The provinces of the small package are far from the 24; that is another rule.
    findings.retain(|finding| finding.code != FindingCode::Outlier);
    assert_only(
        &findings,
        Severity::Warning,
        FindingCode::TotalsNotReproduced,
        OBSERVATIONS,
        None,
        None,
    );
    assert!(findings[0].text_en.contains("24 of 26"), "{}", findings[0].text_en);
}

#[test]
fn a_value_far_from_all_others_is_a_warning() {
    let sums = |number: usize| 40.0 + f64::from(u8::try_from(number).unwrap()) / 10.0;
    let findings = many_provinces(sums).checking();
    // The two provinces of the small package are far from the 24 and, in every component, from each other.
    let outliers = findings
        .iter()
        .filter(|finding| finding.code == FindingCode::Outlier)
        .count();
    assert!(outliers > 0, "{findings:#?}");
    assert!(
        findings.iter().all(|finding| finding.severity == Severity::Warning),
        "{findings:#?}"
    );
}

#[test]
fn ranks_follow_scores() {
    let fixture = Fixture::new()
        .replace(OBSERVATIONS, "khanh-hoa,overall,rank,2", "khanh-hoa,overall,rank,3")
        .replace(
            OBSERVATIONS,
            "pci,2021,63,province,hau-giang,overall,rank,3",
            "pci,2021,63,province,hau-giang,overall,rank,2",
        );
    let findings = fixture.checking();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code, FindingCode::RankOrder);
}

#[test]
fn groups_follow_scores() {
    let group =
        |slug: &str, group: u8| format!("pci,2021,63,province,{slug},overall,group,{group},A,printed,1,report,");
    let with_groups = |first: u8, second: u8| {
        Fixture::new()
            .append("data/codes.csv", "pci,group,1,Cao,High\npci,group,2,Thấp,Low")
            .append(OBSERVATIONS, &group("da-nang", first))
            .append(OBSERVATIONS, &group("khanh-hoa", second))
    };
    assert!(with_groups(1, 2).checking().is_empty());
    assert!(with_groups(1, 1).checking().is_empty());
    let findings = with_groups(2, 1).checking();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code, FindingCode::RankOrder);
    assert!(findings[0].text_vi.starts_with("Nhóm"), "{}", findings[0].text_vi);
}

#[test]
fn a_rank_is_shared_only_with_equal_scores() {
    let unequal = Fixture::new().replace(
        OBSERVATIONS,
        "pci,2021,63,province,hau-giang,overall,rank,3",
        "pci,2021,63,province,hau-giang,overall,rank,2",
    );
    assert_error(
        &unequal,
        FindingCode::DuplicateRank,
        OBSERVATIONS,
        Some(11),
        Some("value"),
    );
    let equal = Fixture::new()
        .replace(
            OBSERVATIONS,
            "pci,2021,63,province,hau-giang,overall,rank,3",
            "pci,2021,63,province,hau-giang,overall,rank,2",
        )
        .replace(
            OBSERVATIONS,
            "hau-giang,overall,score,60,",
            "hau-giang,overall,score,63,",
        );
    assert!(equal.checking().is_empty());
}

#[test]
fn ranks_do_not_exceed_the_ranked_set_or_the_region() {
    let national = Fixture::new().replace(
        OBSERVATIONS,
        "par,2021,63,province,hau-giang,overall,rank,2",
        "par,2021,63,province,hau-giang,overall,rank,4",
    );
    assert_error(
        &national,
        FindingCode::RankBeyondSet,
        OBSERVATIONS,
        Some(19),
        Some("value"),
    );
    let regional = Fixture::new().replace(OBSERVATIONS, "regional_rank,1", "regional_rank,2");
    assert_error(
        &regional,
        FindingCode::RankBeyondSet,
        OBSERVATIONS,
        Some(20),
        Some("value"),
    );
}

#[test]
fn a_year_with_figures_has_a_ranked_set_with_its_units() {
    let figure = |year: u16| format!("pci,{year},63,province,da-nang,overall,score,70,A,printed,1,report,");
    let missing = Fixture::new().append(OBSERVATIONS, &figure(2020));
    assert_error(
        &missing,
        FindingCode::MissingRankedSet,
        OBSERVATIONS,
        Some(28),
        Some("unit"),
    );

    let outside = Fixture::new().replace("data/ranked_sets.csv", "sipas,2021,,63,hau-giang,member,,report\n", "");
    let findings = outside.checking();
    let codes: Vec<_> = findings
        .iter()
        .map(|finding| (finding.severity, finding.code))
        .collect();
    assert_eq!(
        codes,
        [
            (Severity::Error, FindingCode::UnitNotInSet),
            (Severity::Warning, FindingCode::RankedSetSize)
        ],
        "{findings:#?}"
    );
}

#[test]
fn a_withheld_unit_is_noted() {
    let fixture = Fixture::new().replace(
        "data/ranked_sets.csv",
        "papi,2021,,63,da-nang,member",
        "papi,2021,,63,da-nang,withheld",
    );
    assert_only(
        &fixture.checking(),
        Severity::Note,
        FindingCode::WithheldUnit,
        OBSERVATIONS,
        Some(14),
        Some("unit"),
    );
}

#[test]
fn a_province_has_figures_only_while_it_exists() {
    let fixture = Fixture::new().append(
        OBSERVATIONS,
        "pci,2021,63,province,ha-tay,overall,score,50,A,printed,1,report,",
    );
    assert_error(
        &fixture,
        FindingCode::UnitNotInForce,
        OBSERVATIONS,
        Some(28),
        Some("unit"),
    );
}

#[test]
fn a_name_means_one_unit() {
    let fixture = Fixture::new().append("data/aliases.csv", "63,khanh-hoa,Da-Nang");
    assert_error(
        &fixture,
        FindingCode::AmbiguousName,
        "data/aliases.csv",
        Some(4),
        Some("alias"),
    );
}

#[test]
fn every_province_has_a_successor() {
    let fixture = Fixture::new().replace(
        "data/successions.csv",
        "2025-07-01,63,hau-giang,34,khanh-hoa,merged\n",
        "",
    );
    assert_error(
        &fixture,
        FindingCode::MissingSuccession,
        "data/provinces.csv",
        Some(4),
        Some("slug"),
    );
}

#[test]
fn every_unit_has_one_shape() {
    let fixture = Fixture::new().replace("geo/vn63.geojson", "\"slug\":\"hau-giang\"", "\"slug\":\"ca-mau\"");
    let codes: Vec<_> = fixture.checking().iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [FindingCode::MissingShape, FindingCode::UnknownShape]);
}

#[test]
fn rings_are_closed_run_the_right_way_and_stay_in_the_country() {
    let square = "[[105.5,9.7],[105.75,9.7],[105.75,9.95],[105.5,9.95],[105.5,9.7]]";
    for (ring, code) in [
        (
            "[[105.5,9.7],[105.75,9.7],[105.75,9.95],[105.5,9.95]]",
            FindingCode::BrokenRing,
        ),
        (
            "[[105.5,9.7],[105.5,9.95],[105.75,9.95],[105.75,9.7],[105.5,9.7]]",
            FindingCode::WrongWinding,
        ),
        (
            "[[9.7,105.5],[9.95,105.5],[9.95,105.75],[9.7,105.75],[9.7,105.5]]",
            FindingCode::PointOutsideRange,
        ),
    ] {
        let fixture = Fixture::new().replace("geo/vn63.geojson", square, ring);
        assert_error(&fixture, code, "geo/vn63.geojson", None, None);
    }
}

#[test]
fn maps_have_hoang_sa_and_truong_sa() {
    let fixture = Fixture::new().replace(
        "geo/vn34.geojson",
        "[[112.0,16.5],[112.25,16.5],[112.25,16.75],[112.0,16.75],[112.0,16.5]]",
        "[[108.5,16.0],[108.75,16.0],[108.75,16.25],[108.5,16.0]]",
    );
    assert_error(
        &fixture,
        FindingCode::MissingArchipelago,
        "geo/vn34.geojson",
        None,
        None,
    );
}

#[test]
fn a_known_exception_becomes_a_note_with_its_reason() {
    let fixture = Fixture::new()
        .replace(OBSERVATIONS, "da-nang,overall,score,76,", "da-nang,overall,score,86,")
        .append(
            "data/known_exceptions.csv",
            "parts_differ_from_total,pci,2021,province,da-nang,overall,Số in sai.,Misprint.",
        );
    let findings = fixture.checking();
    assert_only(
        &findings,
        Severity::Note,
        FindingCode::PartsDifferFromTotal,
        OBSERVATIONS,
        Some(4),
        Some("value"),
    );
    assert!(findings[0].text_vi.ends_with("Ngoại lệ đã biết: Số in sai."));
    assert!(findings[0].text_en.ends_with("Known exception: Misprint."));
}

#[test]
fn an_exception_that_explains_nothing_is_stale() {
    let fixture = Fixture::new().append(
        "data/known_exceptions.csv",
        "parts_differ_from_total,pci,2020,province,da-nang,overall,Số in sai.,Misprint.",
    );
    assert_warning(
        &fixture,
        FindingCode::StaleException,
        "data/known_exceptions.csv",
        Some(2),
        None,
    );
}
