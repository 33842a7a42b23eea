//! Figures and where they are from: sources, indicators, measures, what is preferred.

use super::*;

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
