//! Keys that count readers mean nothing to the API and to pages, and go no further.

use axum::http::{Method, StatusCode};

use crate::support::{get, send, server};

/// What networks, newsletters and scripts hang on a link.
const COUNTED: &str = "utm_source=zalo&utm_medium=social&fbclid=IwAR0&gclid=x&zarsrc=30&_=1732871&1732";

#[tokio::test]
async fn data_are_the_same_with_and_without_them() {
    for address in [
        "/api/v1/rankings?index=pci&year=2021",
        "/api/v1/rankings.csv?index=pci&year=2021",
        "/api/v1/provinces/hau-giang/profile?year=2021",
        "/api/v1/datasets?",
    ] {
        let plain = get(address).await;
        let counted = get(&format!("{address}&{COUNTED}")).await;
        assert_eq!(counted.status, StatusCode::OK, "{address}: {}", counted.text());
        assert_eq!(counted.header("etag"), plain.header("etag"), "{address}");
        assert_eq!(counted.body, plain.body, "{address}");
    }
}

#[tokio::test]
async fn another_unknown_key_stays_an_error() {
    for key in ["utm=x", "1732=x", "ref=x"] {
        let answer = get(&format!("/api/v1/rankings?index=pci&{COUNTED}&{key}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{key}");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(
            detail.contains(key.split('=').next().unwrap()) && !detail.contains("utm_"),
            "{detail}"
        );
    }
}

#[tokio::test]
async fn no_page_passes_them_on() {
    let server = server();
    for address in [
        "/vi/index/pci?y=2021",
        "/en/province/hau-giang?y=2021",
        "/vi/search?q=dien",
    ] {
        let counted = send(&server, Method::GET, &format!("{address}&{COUNTED}"), &[]).await;
        let plain = send(&server, Method::GET, address, &[]).await;
        assert_eq!(counted.status, StatusCode::OK, "{address}");
        assert_eq!(counted.header("etag"), plain.header("etag"), "{address}");
        assert!(
            plain.text().contains("hreflang") && !counted.text().contains("utm_"),
            "{address}"
        );
        assert!(
            !counted.text().contains("fbclid") && !counted.text().contains("1732"),
            "{address}"
        );
    }
    let folder = send(&server, Method::GET, &format!("/en?{COUNTED}&pin=hau-giang"), &[]).await;
    assert_eq!(folder.header("location"), "/en/?pin=hau-giang");
}
