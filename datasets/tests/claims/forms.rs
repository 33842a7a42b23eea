//! Claims that are given field by field, and questions that are wrong.

use vithe_shared::{
    IndexId, Language, ProblemCode, Year,
    api::check::{CheckRequest, CheckText, ClaimMeasure, ClaimRequest, ClaimUnit},
    claims::{MAXIMUM_BYTES, MAXIMUM_CLAIMS, check, check_claims, check_text},
};

use super::support::{catalog, told};

fn claim(index: IndexId, province: &str, year: u16, measure: ClaimMeasure, value: f64) -> ClaimRequest {
    ClaimRequest {
        index,
        province: province.parse().unwrap(),
        year: Year(year),
        from_year: None,
        measure,
        component: "overall".parse().unwrap(),
        value,
        n: None,
        unit: ClaimUnit::None,
    }
}

#[test]
fn every_measure_is_judged() {
    use ClaimMeasure::{Rank, RankChange, RegionalRank, Score, ScoreChange};
    let claims = [
        claim(IndexId::Pci, "hau-giang", 2021, Score, 63.8),
        claim(IndexId::Pci, "hau-giang", 2021, Score, 63.9),
        claim(IndexId::Pci, "hau-giang", 2021, Rank, 9.0),
        claim(IndexId::Pci, "hau-giang", 2021, RegionalRank, 9.0),
        claim(IndexId::Pci, "hau-giang", 2021, ScoreChange, 0.7),
        claim(IndexId::Pci, "hau-giang", 2021, RankChange, -1.0),
        claim(IndexId::Pci, "hau-giang", 2021, Score, 73.02),
        claim(IndexId::Pci, "hau-giang", 2021, Score, 42.16),
        claim(IndexId::Papi, "quang-ninh", 2021, Score, 45.0),
        claim(IndexId::Sipas, "hau-giang", 2010, Score, 80.0),
        claim(IndexId::Pci, "atlantis", 2021, Score, 60.0),
    ];
    let mut claims = claims.to_vec();
    claims.push(ClaimRequest {
        component: "happiness".parse().unwrap(),
        ..claims[0].clone()
    });
    claims.push(ClaimRequest {
        from_year: Some(Year(2019)),
        ..claim(IndexId::Pci, "quang-ninh", 2021, ScoreChange, -2.07)
    });
    assert_eq!(
        told(&check_claims(catalog(), &claims)),
        [
            "agrees pci hau-giang 2021 score 63.8",
            "differs pci hau-giang 2021 score 63.9",
            "differs pci hau-giang 2021 rank 9 regional_rank",
            "agrees pci hau-giang 2021 regional_rank 9",
            "agrees pci hau-giang 2020→2021 score_change 0.7",
            "differs pci hau-giang 2020→2021 rank_change -1 opposite_direction",
            "differs pci hau-giang 2021 score 73.02 another_province",
            "differs pci hau-giang 2021 score 42.16 another_index",
            "cannot_check papi quang-ninh 2021 score 45 withheld",
            "cannot_check sipas hau-giang 2010 score 80 unknown_year",
            "cannot_check pci atlantis 2021 score 60 unknown_province",
            "cannot_check pci hau-giang 2021 happiness score 63.8 unknown_component",
            "differs pci quang-ninh 2019→2021 score_change -2.07 another_start",
        ]
    );
}

#[test]
fn defaults_hold_until_the_text_names_others() {
    let question = CheckText {
        text: "PCI đạt 63,8 điểm, xếp thứ 38/63. Năm 2022 đạt 68,12 điểm; Cần Thơ đạt 66,94 điểm.".to_owned(),
        province: Some("hau-giang".parse().unwrap()),
        year: Some(Year(2021)),
    };
    assert_eq!(
        told(&check_text(catalog(), &question)),
        [
            "agrees pci hau-giang 2021 score 63.8",
            "agrees pci hau-giang 2021 rank 38",
            "agrees pci hau-giang 2022 score 68.12",
            "agrees pci can-tho 2022 score 66.94",
        ]
    );
}

#[test]
fn a_question_is_a_text_or_claims_of_a_size() {
    let one = claim(IndexId::Pci, "hau-giang", 2021, ClaimMeasure::Score, 63.8);
    let code = |question: CheckRequest| {
        let fault = check(catalog(), question).unwrap_err();
        fault.into_problem(Language::En).code
    };
    assert_eq!(code(CheckRequest::default()), ProblemCode::InvalidValue);
    let both = CheckRequest {
        claims: Some(vec![one.clone()]),
        text: Some(String::new()),
        ..CheckRequest::default()
    };
    assert_eq!(code(both), ProblemCode::InvalidValue);
    let long = CheckRequest {
        text: Some("a".repeat(MAXIMUM_BYTES + 1)),
        ..CheckRequest::default()
    };
    assert_eq!(code(long), ProblemCode::PayloadTooLarge);
    let many = CheckRequest {
        claims: Some(vec![one; MAXIMUM_CLAIMS + 1]),
        ..CheckRequest::default()
    };
    assert_eq!(code(many), ProblemCode::PayloadTooLarge);
    let elsewhere = CheckRequest {
        text: Some(String::new()),
        province: Some("atlantis".parse().unwrap()),
        ..CheckRequest::default()
    };
    assert_eq!(code(elsewhere), ProblemCode::UnknownProvince);
}
