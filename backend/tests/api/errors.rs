//! Every way to ask for what is not there: the right problem, in both languages, naming what is allowed.

use axum::http::{Method, StatusCode};
use serde_json::Value;
use vithe_shared::{Language, Problem, ProblemCode};

use crate::support::{get, get_in, send, server};

/// Address, status, code, and words that the detail must have: what was wrong and what is there instead.
const CASES: &[(&str, u16, &str, &[&str])] = &[
    ("/api/v1/rankings", 400, "missing_parameter", &["index"]),
    ("/api/v1/rankings?index=", 400, "missing_parameter", &["index"]),
    (
        "/api/v1/rankings?index=gdp",
        404,
        "unknown_index",
        &["gdp", "pci, papi, par, sipas"],
    ),
    (
        "/api/v1/rankings?index=pci&yaer=2021",
        400,
        "unknown_parameter",
        &["yaer", "year", "component", "v"],
    ),
    (
        "/api/v1/rankings?index=pci&excel=vi",
        400,
        "unknown_parameter",
        &["excel"],
    ),
    (
        "/api/v1/rankings?index=pci&year=2020&year=2021",
        400,
        "repeated_parameter",
        &["year"],
    ),
    (
        "/api/v1/rankings?index=pci&year=nope",
        400,
        "malformed_parameter",
        &["year", "nope", "2021"],
    ),
    (
        "/api/v1/rankings?index=pci&year=1999",
        400,
        "malformed_parameter",
        &["1999"],
    ),
    (
        "/api/v1/rankings?index=pci&year=2004",
        404,
        "unknown_year",
        &["2004", "2005–2024"],
    ),
    (
        "/api/v1/rankings?index=sipas&year=2016",
        404,
        "unknown_year",
        &["2016", "2015, 2017–2024"],
    ),
    (
        "/api/v1/rankings?index=pci&component=d1",
        404,
        "unknown_component",
        &["d1", "transparency"],
    ),
    (
        "/api/v1/rankings?index=pci&component=Transparency",
        400,
        "malformed_parameter",
        &["Transparency"],
    ),
    (
        "/api/v1/rankings?index=pci&component=fair&year=2012",
        404,
        "unknown_year",
        &["fair", "2013"],
    ),
    (
        "/api/v1/rankings?index=pci&region=xx",
        404,
        "unknown_region",
        &["xx", "md"],
    ),
    (
        "/api/v1/rankings?index=pci&borders=64",
        400,
        "malformed_parameter",
        &["64", "63"],
    ),
    (
        "/api/v1/movers?index=pci&from=2020&to=2021&borders=34",
        404,
        "unknown_year",
        &["34", "borders=63"],
    ),
    (
        "/api/v1/rankings?index=pci&v=9.9.9",
        404,
        "unknown_version",
        &["9.9.9", "0."],
    ),
    (
        "/api/v1/rankings.csv?index=pci&excel=fr",
        400,
        "malformed_parameter",
        &["excel", "fr", "vi", "en"],
    ),
    (
        "/api/v1/series?index=pci&p=hau-gian",
        404,
        "unknown_province",
        &["hau-gian", "hau-giang"],
    ),
    (
        "/api/v1/series?index=pci&p=hau-giang~",
        400,
        "malformed_parameter",
        &["hau-giang"],
    ),
    (
        "/api/v1/series?index=pci&from=2021&to=2019",
        409,
        "conflicting_parameters",
        &["2021", "2019"],
    ),
    (
        "/api/v1/series?index=papi&from=2005&to=2008",
        404,
        "unknown_year",
        &["2011–2024"],
    ),
    (
        "/api/v1/matrix?index=pci&p=saigon",
        404,
        "unknown_province",
        &["saigon", "ho-chi-minh"],
    ),
    ("/api/v1/provinces?borders=x", 400, "malformed_parameter", &["borders"]),
    (
        "/api/v1/provinces/h%E1%BA%ADu-gian/profile",
        404,
        "unknown_province",
        &["hậu-gian", "hau-giang"],
    ),
    (
        "/api/v1/provinces/hau-giang/profile?year=2004",
        404,
        "unknown_year",
        &["2004", "2006–2024"],
    ),
    (
        "/api/v1/provinces/hau-giang/profile?year=2099",
        404,
        "unknown_year",
        &["2099", "2006–2024"],
    ),
    ("/api/v1/indices/gdp", 404, "unknown_index", &["gdp", "pci"]),
    ("/api/v1/indices?x=1", 400, "unknown_parameter", &["x"]),
    ("/api/v1/borders/64", 400, "malformed_parameter", &["64"]),
    ("/api/v1/observations", 403, "redistribution_restricted", &["province"]),
    (
        "/api/v1/observations?index=pci",
        403,
        "redistribution_restricted",
        &["PCI"],
    ),
    (
        "/api/v1/observations?index=pci&year=2021",
        403,
        "redistribution_restricted",
        &["component"],
    ),
    (
        "/api/v1/observations.csv?province=hau-giang",
        403,
        "redistribution_restricted",
        &["year"],
    ),
    (
        "/api/v1/observations?index=pci&year=2004&component=overall",
        404,
        "unknown_year",
        &["2004"],
    ),
    (
        "/api/v1/observations?index=pci&province=nowhere",
        404,
        "unknown_province",
        &["nowhere"],
    ),
    ("/api/v1/nothing", 404, "not_found", &["/api/docs/"]),
    ("/api", 404, "not_found", &["/api/docs/"]),
    ("/api/v2/rankings", 404, "not_found", &["/api/docs/"]),
    ("/figures/pie.svg?index=pci", 404, "unknown_chart", &["pie", "heatmap"]),
    ("/figures/map.gif?index=pci", 404, "unknown_chart", &["map.gif", ".svg"]),
    ("/figures/map.svg", 400, "missing_parameter", &["index"]),
    (
        "/figures/map.svg?index=pci&w=500",
        400,
        "malformed_parameter",
        &["500", "720"],
    ),
    ("/assets/no-such-file.js", 404, "not_found", &[]),
];

#[tokio::test]
async fn every_wrong_address_is_answered_with_its_problem_in_both_languages() {
    let server = server();
    for (address, status, code, words) in CASES {
        let mut details = Vec::new();
        for language in ["vi", "en"] {
            let answer = send(&server, Method::GET, address, &[("accept-language", language)]).await;
            assert_eq!(answer.status.as_u16(), *status, "{address}: {}", answer.text());
            assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
            assert_eq!(answer.header("cache-control"), "no-store", "{address}");
            assert_eq!(answer.header("vary"), "Accept-Language", "{address}");
            let problem = answer.json();
            assert_eq!(problem["code"], *code, "{address}");
            assert_eq!(problem["status"], *status, "{address}");
            assert_eq!(problem["instance"], *address, "{address}");
            let detail = problem["detail"].as_str().unwrap().to_owned();
            for word in *words {
                assert!(
                    detail.contains(word),
                    "{address} ({language}): {word:?} is not in {detail:?}"
                );
            }
            details.push((problem["title"].as_str().unwrap().to_owned(), detail));
        }
        assert_ne!(details[0], details[1], "{address} says the same in both languages");
    }
}

#[tokio::test]
async fn no_problem_tells_of_the_inside_of_the_server() {
    let server = server();
    for (address, ..) in CASES {
        let answer = send(&server, Method::GET, address, &[]).await;
        for word in [
            "/src/",
            ".rs",
            "panicked",
            "backtrace",
            "SELECT",
            "LookupError",
            "/root",
            "/home",
        ] {
            assert!(
                !answer.text().contains(word),
                "{address}: {word:?} in {}",
                answer.text()
            );
        }
    }
}

#[tokio::test]
async fn another_method_is_told_which_ones_are_allowed() {
    let server = server();
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = send(&server, method.clone(), "/api/v1/rankings?index=pci", &[]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(answer.json()["code"], "method_not_allowed");
        assert_eq!(answer.header("allow"), "GET,HEAD");
    }
}

#[tokio::test]
async fn a_form_that_is_not_offered_is_not_acceptable() {
    let server = server();
    let address = "/api/v1/rankings?index=pci";
    let answer = send(&server, Method::GET, address, &[("accept", "application/xml")]).await;
    assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE);
    assert!(answer.json()["detail"].as_str().unwrap().contains("text/csv"));
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    let answer = send(&server, Method::GET, address, &[("accept", browser)]).await;
    assert_eq!(answer.header("content-type"), "application/json");
    let answer = send(
        &server,
        Method::GET,
        address,
        &[("accept", "text/csv, application/json;q=0.5")],
    )
    .await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let answer = send(&server, Method::GET, "/api/v1/overview", &[("accept", "text/csv")]).await;
    assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE, "the overview has no table");
}

#[tokio::test]
async fn a_query_without_end_is_refused() {
    let answer = get(&format!("/api/v1/series?index=pci&p={}", "a".repeat(3_000))).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.json()["code"], "malformed_parameter");
}

#[tokio::test]
async fn an_alias_of_a_province_leads_to_its_slug() {
    let answer = get_in("en", "/api/v1/provinces/saigon/profile").await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(answer.header("location"), "/api/v1/provinces/ho-chi-minh/profile");
}

/// The `type` of a problem is an address: there the code is explained.
#[tokio::test]
async fn every_code_has_its_place_on_the_page_of_the_data() {
    let contract = serde_json::to_value(vithe::openapi_document()).unwrap();
    let codes = &contract["components"]["schemas"]["ProblemCode"]["enum"];
    let codes: Vec<ProblemCode> = serde_json::from_value(codes.clone()).unwrap();
    assert_eq!(codes, ProblemCode::ALL);
    for language in Language::ALL {
        let page = get(&format!("/{language}/data")).await;
        for code in codes.iter().filter(|code| code.status() > 0) {
            let problem = Problem::new(*code, language, "…");
            let (path, anchor) = problem.kind.split_once('#').unwrap();
            assert_eq!(path, format!("/{language}/data"));
            assert!(
                page.text().contains(&format!("id=\"{anchor}\"")),
                "{language}: {anchor}"
            );
        }
    }
}

#[tokio::test]
async fn a_problem_has_the_shape_of_rfc_9457() {
    let mut problem = get_in("vi", "/api/v1/rankings?index=pci&yaer=2021").await.json();
    problem["detail"] = Value::from("…");
    insta::assert_json_snapshot!(problem);
}
