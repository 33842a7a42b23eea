//! What rows and the descriptor name.

use super::*;

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
