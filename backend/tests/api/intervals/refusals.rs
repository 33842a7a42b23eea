//! Intervals that a table lacks, and questions that are not right.

use serde_json::json;
use vithe_shared::ProvinceSlug;

use crate::support::{get, get_in, get_json};

#[tokio::test]
async fn a_kind_a_table_lacks_is_refused_with_the_reason_and_what_there_is() {
    for (table, kind, code, words) in [
        (
            "index=pci&year=2011",
            "weights",
            "not_applicable",
            "up to 0.55 points off",
        ),
        (
            "index=pci&year=2022",
            "weights",
            "incomplete_table",
            "14 of 63 provinces",
        ),
        (
            "index=pci&year=2005",
            "weights",
            "not_applicable",
            "weights of the components of PCI 2005",
        ),
        (
            "index=pci&year=2019&component=land",
            "weights",
            "not_applicable",
            "on the total only",
        ),
        ("index=pci&year=2019", "rounding", "not_applicable", "the publisher’s"),
        (
            "index=pci&year=2024",
            "perturbation",
            "incomplete_table",
            "18 of 63 provinces",
        ),
        ("index=pci&year=2019", "sampling", "not_applicable", "PAPI 2019 only"),
        ("index=papi&year=2018", "sampling", "not_applicable", "PAPI 2019 only"),
        (
            "index=papi&year=2019&component=d1",
            "sampling",
            "not_applicable",
            "PAPI 2019 only",
        ),
        ("index=par&year=2023", "weights", "incomplete_table", "of 63 provinces"),
        (
            "index=sipas&year=2023",
            "perturbation",
            "incomplete_table",
            "of 63 provinces",
        ),
    ] {
        let address = format!("/api/v1/rankings?{table}&interval={kind}");
        let answer = get_in("en", &address).await;
        assert_eq!(answer.status, 409, "{address}");
        let problem = answer.json();
        assert_eq!(problem["code"], code, "{address}: {problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(words), "{address}: {detail}");
        let told: Vec<&str> = match detail.rsplit_once("here: ") {
            Some((_, list)) if !detail.contains("none of any kind") => list
                .trim_end_matches('.')
                .split(", ")
                .map(|kind| {
                    kind.rsplit_once('(')
                        .map_or(kind, |(_, name)| name.trim_end_matches(')'))
                })
                .collect(),
            _ => Vec::new(),
        };
        let has = get_json(&format!("/api/v1/rankings?{table}")).await["intervals"].clone();
        assert_eq!(has, json!(told), "{address}");
        assert_eq!(problem["errors"][0]["pointer"], "interval");
    }
    let answer = get("/api/v1/rankings?index=pci&year=2011&interval=weights")
        .await
        .json();
    assert!(
        answer["detail"].as_str().unwrap().contains("lệch tới 0,55 điểm"),
        "{answer}"
    );
}

#[tokio::test]
async fn bad_questions_name_the_parameter() {
    for (address, status, code, pointer) in [
        ("index=pci&interval=bootstrap", 400, "malformed_parameter", "interval"),
        ("index=pci&points=1", 409, "conflicting_parameters", "points"),
        (
            "index=papi&interval=weights&points=1",
            409,
            "conflicting_parameters",
            "points",
        ),
        (
            "index=pci&interval=perturbation&points=many",
            400,
            "malformed_parameter",
            "points",
        ),
        (
            "index=pci&interval=perturbation&points=0",
            409,
            "not_applicable",
            "points",
        ),
        (
            "index=pci&interval=perturbation&points=-1",
            409,
            "not_applicable",
            "points",
        ),
        (
            "index=pci&year=2019&component=land&interval=perturbation&points=9.1",
            409,
            "not_applicable",
            "points",
        ),
        (
            "index=pci&interval=weights&interval=sampling",
            400,
            "repeated_parameter",
            "interval",
        ),
    ] {
        let answer = get(&format!("/api/v1/rankings?{address}")).await;
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(answer.json()["code"], code, "{address}");
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{address}");
    }
}

#[tokio::test]
async fn a_kind_that_no_index_of_a_profile_has_is_refused() {
    let address = "/api/v1/provinces/hau-giang/profile?year=2021&interval=sampling";
    let answer = get(address).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (409, &json!("not_applicable"))
    );
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    assert!(
        detail.contains("PAPI 2019")
            && detail.contains("làm tròn (rounding), mức tăng, giảm điểm (perturbation), trọng số (weights)"),
        "{detail}"
    );
    let bad = get("/api/v1/provinces/hau-giang/profile?interval=perturbation&points=-2").await;
    assert_eq!(
        (bad.status.as_u16(), &bad.json()["code"]),
        (409, &json!("not_applicable"))
    );
}

#[tokio::test]
async fn unknown_provinces_and_years_stay_unknown() {
    let unknown: ProvinceSlug = "nowhere".parse().unwrap();
    for address in [
        format!("/api/v1/provinces/{unknown}/profile?interval=weights"),
        "/api/v1/rankings?index=pci&year=2003&interval=weights".to_owned(),
    ] {
        assert_eq!(get(&address).await.status, 404, "{address}");
    }
}
