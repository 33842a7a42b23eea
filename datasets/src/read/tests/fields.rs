//! The form of single fields.

use super::*;

#[test]
fn an_empty_field_that_must_be_filled_is_told() {
    let fixture = Fixture::new().replace(
        OBSERVATIONS,
        "overall,score,60,A,printed,1,report",
        "overall,score,60,A,printed,1,",
    );
    assert_fault(
        &fixture,
        FindingCode::MissingValue,
        OBSERVATIONS,
        Some(10),
        Some("source_id"),
    );
}

#[test]
fn numbers_must_be_finite_and_written_with_a_point() {
    for (value, code) in [
        ("sáu mươi", FindingCode::BadNumber),
        ("\"60,5\"", FindingCode::BadNumber),
        ("NaN", FindingCode::NotFinite),
        ("inf", FindingCode::NotFinite),
        ("1e999", FindingCode::NotFinite),
    ] {
        let fixture = Fixture::new().replace(OBSERVATIONS, "overall,score,60,", &format!("overall,score,{value},"));
        assert_fault(&fixture, code, OBSERVATIONS, Some(10), Some("value"));
    }
}

#[test]
fn whole_numbers_years_dates_and_identifiers_are_checked() {
    for (file, from, to, code, row, column) in [
        (
            "data/regions.csv",
            "Mekong,2",
            "Mekong,hai",
            FindingCode::BadNumber,
            3,
            "order",
        ),
        (
            "data/hues.csv",
            "pci,light,#0072B2",
            "pci,light,#0072b2",
            FindingCode::BadColour,
            2,
            "mark",
        ),
        (
            "data/hues.csv",
            "pci,light,",
            "pci,grey,",
            FindingCode::UnknownValue,
            2,
            "theme",
        ),
        ("data/breaks.csv", "2021", "21", FindingCode::BadYear, 2, "year"),
        (
            "data/successions.csv",
            "2008-08-01",
            "1/8/2008",
            FindingCode::BadDate,
            2,
            "date",
        ),
        (
            "data/breaks.csv",
            "overall",
            "Overall",
            FindingCode::BadIdentifier,
            2,
            "component",
        ),
        (
            "data/aliases.csv",
            "63,da-nang",
            "63,Đà Nẵng",
            FindingCode::BadIdentifier,
            2,
            "unit",
        ),
        (
            "data/breaks.csv",
            "new_survey",
            "New survey",
            FindingCode::BadIdentifier,
            2,
            "reason",
        ),
        (
            "data/breaks.csv",
            "limited",
            "partly",
            FindingCode::UnknownValue,
            2,
            "comparability",
        ),
        (
            OBSERVATIONS,
            "da-nang,land,score,7,A",
            "da-nang,land,score,7,X",
            FindingCode::UnknownValue,
            2,
            "status",
        ),
        (
            OBSERVATIONS,
            "score,7,A,printed",
            "score,7,A,computed",
            FindingCode::UnknownValue,
            2,
            "evidence",
        ),
        (
            OBSERVATIONS,
            "land,score,7,A,printed,1",
            "land,score,7,A,printed,yes",
            FindingCode::UnknownValue,
            2,
            "preferred",
        ),
        (
            OBSERVATIONS,
            "da-nang,land,score",
            "da-nang,land,percent",
            FindingCode::UnknownValue,
            2,
            "measure",
        ),
        (
            OBSERVATIONS,
            "region,md",
            "regions,md",
            FindingCode::UnknownValue,
            27,
            "unit_type",
        ),
        (
            OBSERVATIONS,
            "country,vn",
            "country,vietnam",
            FindingCode::UnknownValue,
            13,
            "unit",
        ),
        ("data/breaks.csv", "pci", "ease", FindingCode::UnknownIndex, 2, "index"),
    ] {
        let fixture = Fixture::new().replace(file, from, to);
        assert_fault(&fixture, code, file, Some(row), Some(column));
    }
}
