//! One test for each fault of form: the valid package with one thing broken has one finding, at its place.

mod fields;
mod references;

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
