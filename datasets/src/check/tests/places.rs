//! Provinces and units, their names and shapes.

use super::*;

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
