//! How indices are described: spans, versions, hues, components, weights, breaks.

use std::fmt::Write as _;

use super::*;

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
