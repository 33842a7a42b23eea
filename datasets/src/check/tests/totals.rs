//! Totals and their parts, and values far from all others.

use super::*;

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
