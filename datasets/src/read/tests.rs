//! One test for each fault of form: the valid package with one thing broken has one finding, at its place.

use proptest::prelude::*;

use super::read_package;
use crate::{
    files::DESCRIPTOR,
    finding::{FindingCode, Severity},
    fixture::{Fixture, assert_only, place},
    package::TABLE_FILES,
};

const OBSERVATIONS: &str = "data/observations.csv";

#[track_caller]
fn assert_fault(fixture: &Fixture, code: FindingCode, file: &str, row: Option<u32>, column: Option<&str>) {
    assert_only(&fixture.reading(), Severity::Error, code, file, row, column);
}

#[test]
fn the_valid_package_is_read() {
    let package = read_package(&Fixture::new().files).unwrap();
    assert_eq!(package.version, "1.0.0");
    assert_eq!(package.date, "2026-01-02");
    assert_eq!(package.observations.len(), 26);
    assert_eq!(package.content_hash().len(), 16);
}

#[test]
fn a_missing_file_is_told_once_and_not_for_every_reference_into_it() {
    for file in TABLE_FILES {
        let mut fixture = Fixture::new();
        fixture.files.remove(file).unwrap();
        assert_fault(&fixture, FindingCode::MissingFile, file, None, None);
    }
}

#[test]
fn missing_shapes_and_a_missing_descriptor_are_told() {
    for file in ["geo/vn63.geojson", "geo/vn34.geojson", DESCRIPTOR] {
        let mut fixture = Fixture::new();
        fixture.files.remove(file).unwrap();
        assert_fault(&fixture, FindingCode::MissingFile, file, None, None);
    }
}

#[test]
fn a_file_the_data_model_does_not_know_is_told() {
    let mut fixture = Fixture::new();
    fixture.files.insert("data/observation.csv", b"".to_vec());
    assert_fault(&fixture, FindingCode::UnknownFile, "data/observation.csv", None, None);
}

#[test]
fn bytes_that_are_no_utf8_are_told_with_their_line() {
    let mut fixture = Fixture::new();
    let mut bytes = fixture.text(OBSERVATIONS).into_bytes();
    let second_break = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .nth(1)
        .unwrap()
        .0;
    bytes.insert(second_break + 3, 0xff);
    fixture.files.insert(OBSERVATIONS, bytes);
    assert_fault(&fixture, FindingCode::InvalidUtf8, OBSERVATIONS, Some(3), None);
}

#[test]
fn decomposed_letters_are_told() {
    let fixture = Fixture::new().replace("data/provinces.csv", "Hậu Giang", "Ha\u{323}\u{302}u Giang");
    assert_fault(
        &fixture,
        FindingCode::NotNormalised,
        "data/provinces.csv",
        Some(4),
        Some("name_vi"),
    );
}

#[test]
fn an_eth_in_place_of_the_vietnamese_letter_is_told() {
    let fixture = Fixture::new().replace("data/provinces.csv", "Đà Nẵng", "Ðà Nẵng");
    assert_fault(
        &fixture,
        FindingCode::WrongLetter,
        "data/provinces.csv",
        Some(2),
        Some("name_vi"),
    );
}

#[test]
fn a_carriage_return_is_told() {
    let fixture = Fixture::new().replace("data/reasons.csv", "New survey.\n", "New survey.\r\n");
    assert_fault(
        &fixture,
        FindingCode::WrongLineEnding,
        "data/reasons.csv",
        Some(2),
        None,
    );
}

#[test]
fn a_wrong_header_is_told_whether_names_or_order_differ() {
    for (from, to) in [
        ("text_vi,text_en", "text_en,text_vi"),
        ("text_vi", "text"),
        ("code", "\u{feff}code"),
    ] {
        let fixture = Fixture::new().replace("data/reasons.csv", from, to);
        assert_fault(&fixture, FindingCode::WrongHeader, "data/reasons.csv", Some(1), None);
    }
    let mut empty = Fixture::new();
    empty.files.insert("data/reasons.csv", b"".to_vec());
    assert_fault(&empty, FindingCode::WrongHeader, "data/reasons.csv", Some(1), None);
}

#[test]
fn a_row_of_the_wrong_length_is_told() {
    let fixture = Fixture::new().replace("data/reasons.csv", "Phiếu mới.", "Phiếu, mới.");
    assert_fault(
        &fixture,
        FindingCode::WrongFieldCount,
        "data/reasons.csv",
        Some(2),
        None,
    );
}

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

#[test]
fn references_that_lead_nowhere_are_told() {
    for (file, from, to, code, row, column) in [
        ("data/breaks.csv", "pci", "pgi", FindingCode::UnknownIndex, 2, "index"),
        (
            OBSERVATIONS,
            "da-nang,land",
            "da-nang,labor",
            FindingCode::UnknownComponent,
            2,
            "component",
        ),
        (
            OBSERVATIONS,
            "da-nang,land",
            "ha-noi,land",
            FindingCode::UnknownProvince,
            2,
            "unit",
        ),
        (
            OBSERVATIONS,
            "region,md",
            "region,se",
            FindingCode::UnknownRegion,
            27,
            "unit",
        ),
        (
            "data/units2025.csv",
            "Da Nang,scch",
            "Da Nang,md",
            FindingCode::UnknownRegion,
            2,
            "region",
        ),
        (
            OBSERVATIONS,
            "press,rounded in source",
            "press,cut off in source",
            FindingCode::UnknownNote,
            26,
            "note",
        ),
        (
            "data/context.csv",
            "report",
            "yearbook",
            FindingCode::UnknownSource,
            2,
            "source_id",
        ),
        (
            "data/breaks.csv",
            "new_survey",
            "new_method",
            FindingCode::UnknownReason,
            2,
            "reason",
        ),
        (
            OBSERVATIONS,
            "tier,tier,2",
            "tier,tier,3",
            FindingCode::UnknownOrdinal,
            12,
            "value",
        ),
    ] {
        let findings: Vec<_> = Fixture::new().replace(file, from, to).reading();
        let places: Vec<_> = findings.iter().map(place).collect();
        assert!(places.contains(&(code, file, Some(row), Some(column))), "{findings:#?}");
        assert!(findings.iter().all(|finding| finding.row == Some(row)), "{findings:#?}");
    }
}

#[test]
fn a_province_of_the_other_list_is_unknown() {
    let fixture = Fixture::new().append("data/aliases.csv", "34,hau-giang,Hậu Giang cũ");
    assert_fault(
        &fixture,
        FindingCode::UnknownProvince,
        "data/aliases.csv",
        Some(4),
        Some("unit"),
    );
}

#[test]
fn a_repeated_key_is_told_at_the_later_row() {
    let row = "pci,2021,63,province,da-nang,land,score,7.5,A,printed,0,report,";
    let fixture = Fixture::new().append(OBSERVATIONS, row);
    assert_fault(&fixture, FindingCode::DuplicateKey, OBSERVATIONS, Some(28), None);
}

#[test]
fn broken_json_is_told_with_its_line() {
    for file in ["geo/vn63.geojson", DESCRIPTOR] {
        let mut fixture = Fixture::new();
        fixture.files.insert(file, b"{\n\"features\": [}".to_vec());
        assert_fault(&fixture, FindingCode::BadJson, file, Some(2), None);
    }
}

#[test]
fn a_descriptor_that_does_not_fit_the_files_is_told() {
    for (from, to) in [
        ("1.0.0", "1.0"),
        ("2026-01-02T", "2 January 2026, "),
        ("data/reasons.csv", "data/reason.csv"),
        ("{\"name\":\"text_vi\"},", ""),
        (
            "\"path\":\"data/reasons.csv\",",
            "\"path\":\"data/reasons.csv\",\"unused\":1,",
        ),
    ] {
        let fixture = Fixture::new().replace(DESCRIPTOR, from, to);
        if to.contains("unused") {
            assert!(fixture.reading().is_empty(), "further properties are allowed");
        } else {
            assert_fault(&fixture, FindingCode::DescriptorDiffers, DESCRIPTOR, None, None);
        }
    }
    let keyed = |key: &str| {
        Fixture::new().replace(
            DESCRIPTOR,
            "[{\"name\":\"code\"},{\"name\":\"text_vi\"},{\"name\":\"text_en\"}]",
            &format!("[{{\"name\":\"code\"}},{{\"name\":\"text_vi\"}},{{\"name\":\"text_en\"}}],\"primaryKey\":{key}"),
        )
    };
    assert!(keyed("[\"code\"]").reading().is_empty());
    assert!(keyed("\"code\"").reading().is_empty());
    assert_fault(
        &keyed("[\"text_vi\"]"),
        FindingCode::DescriptorDiffers,
        DESCRIPTOR,
        None,
        None,
    );
}

#[test]
fn all_faults_are_collected_in_one_go() {
    let fixture = Fixture::new()
        .replace(
            OBSERVATIONS,
            "da-nang,land,score,7,A,printed",
            "da-nang,land,score,seven,Z,printed",
        )
        .replace("data/breaks.csv", "limited", "partly")
        .append("data/reasons.csv", "other,,");
    let findings = fixture.reading();
    let mut codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            FindingCode::MissingValue,
            FindingCode::MissingValue,
            FindingCode::BadNumber,
            FindingCode::UnknownValue,
            FindingCode::UnknownValue,
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damage_to_a_file_makes_the_reader_panic(
        file in 0..TABLE_FILES.len(),
        position in any::<prop::sample::Index>(),
        damage in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let mut fixture = Fixture::new();
        let mut bytes = fixture.files.get(TABLE_FILES[file]).unwrap().to_vec();
        let at = position.index(bytes.len());
        bytes.splice(at..(at + damage.len() / 2).min(bytes.len()), damage);
        fixture.files.insert(TABLE_FILES[file], bytes);
        let report = crate::check_files(&fixture.files);
        prop_assert_eq!(report.findings.len(), report.errors + report.warnings + report.notes);
    }
}
