//! Addresses that are written in another way lead to the one that is meant; never elsewhere, never in circles.

use axum::http::{Method, StatusCode};

use crate::support::{get, send, server};

#[tokio::test]
async fn what_is_meant_is_found() {
    let server = server();
    for (address, meant) in [
        ("/vi", "/vi/"),
        ("/EN/", "/en/"),
        ("//vi//", "/vi/"),
        ("/vi/index/PCI?y=2021", "/vi/index/pci?y=2021"),
        ("/vi/index/pci/", "/vi/index/pci"),
        ("/vi//data", "/vi/data"),
        ("/vi/What_If", "/vi/what-if"),
        ("/vi/province/H%E1%BA%ADu%20Giang", "/vi/province/hau-giang"),
        ("/vi/province/Ha%CC%A3%CC%82u%20Giang", "/vi/province/hau-giang"),
        ("/vi/province/Hậu_Giang", "/vi/province/hau-giang"),
        (
            "/en/province/hau%2Dgiang?utm_source=x&y=2021&1732",
            "/en/province/hau-giang?y=2021",
        ),
        ("/vi/province/HU%E1%BA%BE?borders=34", "/vi/province/hue?borders=34"),
        ("/vi/search/?q=%C4%90i%E1%BB%87n", "/vi/search?q=%C4%90i%E1%BB%87n"),
        // What the query says is told under the right path.
        ("/vi/index/PCI?y=1999", "/vi/index/pci?y=1999"),
        ("/API/v1/Rankings?index=gdp", "/api/v1/rankings?index=gdp"),
        ("/api//v1/rankings.CSV?index=pci", "/api/v1/rankings.csv?index=pci"),
        ("/api/v1/rankings/?index=pci&fbclid=x", "/api/v1/rankings?index=pci"),
        (
            "/api/v1/provinces/H%E1%BA%ADu%20Giang/profile?year=2021",
            "/api/v1/provinces/hau-giang/profile?year=2021",
        ),
        ("/api/v1/peers/Hau_Giang?index=pci", "/api/v1/peers/hau-giang?index=pci"),
        ("/api/v1/indices/PAPI", "/api/v1/indices/papi"),
        ("/api/v1/datasets/PCI/Notes", "/api/v1/datasets/pci/notes"),
        // Other names of a unit, in its list.
        ("/vi/province/saigon", "/vi/province/ho-chi-minh"),
        ("/en/province/TP.HCM?y=2021", "/en/province/ho-chi-minh?y=2021"),
        ("/vi/province/tphcm?borders=34", "/vi/province/ho-chi-minh?borders=34"),
        ("/vi/province/tinh-hau-giang", "/vi/province/hau-giang"),
        (
            "/api/v1/provinces/saigon/profile?year=2021",
            "/api/v1/provinces/ho-chi-minh/profile?year=2021",
        ),
        (
            "/api/v1/peers/hcmc.csv?index=pci",
            "/api/v1/peers/ho-chi-minh.csv?index=pci",
        ),
        ("/figures/Map.SVG?index=pci", "/figures/map.svg?index=pci"),
        ("//figures//map.svg?index=pci", "/figures/map.svg?index=pci"),
    ] {
        let answer = send(&server, Method::GET, address, &[]).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{address}");
        assert_eq!(answer.header("location"), meant, "{address}");
        let there = send(&server, Method::GET, meant, &[]).await;
        assert!(
            !there.status.is_redirection(),
            "{meant} leads on to {}",
            there.header("location")
        );
    }
}

#[tokio::test]
async fn a_question_in_a_body_goes_along() {
    let answer = send(&server(), Method::POST, "/api/v1/What-If/", &[]).await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(answer.header("location"), "/api/v1/what-if");
}

#[tokio::test]
async fn programs_of_other_origins_are_led_too() {
    let answer = get("/API/v1/provinces/H%E1%BA%ADu%20Giang/profile").await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let kept = get("/api//v1/Datasets/pci").await;
    assert_eq!(kept.header("location"), "/api/v1/datasets/pci");
    assert_eq!(kept.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn what_nobody_can_mean_is_not_found_as_ever() {
    for address in [
        "/vi/Province/Atlantis",
        "/vi/no-such-page/",
        "/NOWHERE",
        "/vi/province/H%E1%BA%ADu%20Giang%20X",
        "/api/v1/Nothing/",
        "/api/v1/provinces/Nowhere/profile",
        "/api/v1/provinces/%ff/profile",
        // What is no name of a unit, or that of several.
        "/vi/province/saigon-moi",
        "/vi/province/giang",
        "/vi/index/saigon",
        "/figures/Pie.svg",
        "/figures/%ff.svg",
        "//evil.example",
        "//evil.example/vi/",
        "/vi//evil.example",
        "/%2F%2Fevil.example/",
        "/vi/..%2F..%2Fevil.example",
        "///evil.example/%2e%2e",
    ] {
        let answer = get(address).await;
        assert_eq!(
            answer.status,
            StatusCode::NOT_FOUND,
            "{address}: {}",
            answer.header("location")
        );
    }
}

#[tokio::test]
async fn an_address_that_is_right_leads_nowhere() {
    for address in [
        "/vi/",
        "/en/",
        "/vi/index/pci",
        "/api/docs/",
        "/api/v1/overview",
        "/robots.txt",
    ] {
        assert_eq!(get(address).await.status, StatusCode::OK, "{address}");
    }
}
