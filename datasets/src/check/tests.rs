//! One test for each rule: the valid package with one thing broken has the finding of that rule and no other.

mod figures;
mod indices;
mod places;
mod ranks;
mod totals;

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
