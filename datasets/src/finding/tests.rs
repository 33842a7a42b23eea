use std::collections::HashSet;

use super::*;

#[test]
fn codes_are_unique_and_spelled_as_they_are_serialised() {
    let mut seen = HashSet::new();
    for code in FindingCode::ALL {
        assert!(seen.insert(code.as_str()), "{code} is used twice");
        assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{code}\""));
    }
}

#[test]
fn a_finding_is_written_in_either_language_with_its_place() {
    let finding = Finding::warning(
        FindingCode::Outlier,
        "data/observations.csv",
        "Xa các giá trị khác.",
        "Far off.",
    )
    .at_row(12)
    .at_column("value");
    assert_eq!(
        finding.display(Language::Vi).to_string(),
        "cảnh báo: data/observations.csv:12 (value): Xa các giá trị khác. [outlier]"
    );
    assert_eq!(
        finding.display(Language::En).to_string(),
        "warning: data/observations.csv:12 (value): Far off. [outlier]"
    );
}
