//! Ranks, groups, and the sets of units that are ranked.

use super::*;

#[test]
fn ranks_follow_scores() {
    let fixture = Fixture::new()
        .replace(OBSERVATIONS, "khanh-hoa,overall,rank,2", "khanh-hoa,overall,rank,3")
        .replace(
            OBSERVATIONS,
            "pci,2021,63,province,hau-giang,overall,rank,3",
            "pci,2021,63,province,hau-giang,overall,rank,2",
        );
    let findings = fixture.checking();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code, FindingCode::RankOrder);
}

#[test]
fn groups_follow_scores() {
    let group =
        |slug: &str, group: u8| format!("pci,2021,63,province,{slug},overall,group,{group},A,printed,1,report,");
    let with_groups = |first: u8, second: u8| {
        Fixture::new()
            .append("data/codes.csv", "pci,group,1,Cao,High\npci,group,2,Thấp,Low")
            .append(OBSERVATIONS, &group("da-nang", first))
            .append(OBSERVATIONS, &group("khanh-hoa", second))
    };
    assert!(with_groups(1, 2).checking().is_empty());
    assert!(with_groups(1, 1).checking().is_empty());
    let findings = with_groups(2, 1).checking();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code, FindingCode::RankOrder);
    assert!(findings[0].text_vi.starts_with("Nhóm"), "{}", findings[0].text_vi);
}

#[test]
fn a_rank_is_shared_only_with_equal_scores() {
    let unequal = Fixture::new().replace(
        OBSERVATIONS,
        "pci,2021,63,province,hau-giang,overall,rank,3",
        "pci,2021,63,province,hau-giang,overall,rank,2",
    );
    assert_error(
        &unequal,
        FindingCode::DuplicateRank,
        OBSERVATIONS,
        Some(11),
        Some("value"),
    );
    let equal = Fixture::new()
        .replace(
            OBSERVATIONS,
            "pci,2021,63,province,hau-giang,overall,rank,3",
            "pci,2021,63,province,hau-giang,overall,rank,2",
        )
        .replace(
            OBSERVATIONS,
            "hau-giang,overall,score,60,",
            "hau-giang,overall,score,63,",
        );
    assert!(equal.checking().is_empty());
}

#[test]
fn ranks_do_not_exceed_the_ranked_set_or_the_region() {
    let national = Fixture::new().replace(
        OBSERVATIONS,
        "par,2021,63,province,hau-giang,overall,rank,2",
        "par,2021,63,province,hau-giang,overall,rank,4",
    );
    assert_error(
        &national,
        FindingCode::RankBeyondSet,
        OBSERVATIONS,
        Some(19),
        Some("value"),
    );
    let regional = Fixture::new().replace(OBSERVATIONS, "regional_rank,1", "regional_rank,2");
    assert_error(
        &regional,
        FindingCode::RankBeyondSet,
        OBSERVATIONS,
        Some(20),
        Some("value"),
    );
}

#[test]
fn a_year_with_figures_has_a_ranked_set_with_its_units() {
    let figure = |year: u16| format!("pci,{year},63,province,da-nang,overall,score,70,A,printed,1,report,");
    let missing = Fixture::new().append(OBSERVATIONS, &figure(2020));
    assert_error(
        &missing,
        FindingCode::MissingRankedSet,
        OBSERVATIONS,
        Some(28),
        Some("unit"),
    );

    let outside = Fixture::new().replace("data/ranked_sets.csv", "sipas,2021,,63,hau-giang,member,,report\n", "");
    let findings = outside.checking();
    let codes: Vec<_> = findings
        .iter()
        .map(|finding| (finding.severity, finding.code))
        .collect();
    assert_eq!(
        codes,
        [
            (Severity::Error, FindingCode::UnitNotInSet),
            (Severity::Warning, FindingCode::RankedSetSize)
        ],
        "{findings:#?}"
    );
}

#[test]
fn a_withheld_unit_is_noted() {
    let fixture = Fixture::new().replace(
        "data/ranked_sets.csv",
        "papi,2021,,63,da-nang,member",
        "papi,2021,,63,da-nang,withheld",
    );
    assert_only(
        &fixture.checking(),
        Severity::Note,
        FindingCode::WithheldUnit,
        OBSERVATIONS,
        Some(14),
        Some("unit"),
    );
}
