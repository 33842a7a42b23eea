//! Which form and encoding a client gets by what it says of them (RFC 9110, section 12).

use axum::http::{Method, StatusCode};

use crate::support::{send, server};

const TABLE: &str = "/api/v1/rankings?index=pci&year=2021";

#[tokio::test]
async fn the_form_is_the_one_that_a_client_prefers() {
    let server = server();
    for (accept, form) in [
        ("", "application/json"),
        ("*", "application/json"),
        ("*/*", "application/json"),
        ("text/html, image/gif, *; q=.2, */*; q=.2", "application/json"),
        ("application/*", "application/json"),
        ("Application/JSON;charset=utf-8", "application/json"),
        ("text/*", "text/csv; charset=utf-8"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv, */*", "text/csv; charset=utf-8"),
        ("*/*, text/csv", "text/csv; charset=utf-8"),
        ("text/csv, application/json", "text/csv; charset=utf-8"),
        ("application/json, text/csv", "application/json"),
        ("text/csv;q=0.5, application/json;q=0.501", "application/json"),
        ("application/json;q=0, */*", "text/csv; charset=utf-8"),
        (
            "text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5",
            "application/json",
        ),
    ] {
        let answer = send(&server, Method::GET, TABLE, &[("accept", accept)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{accept}");
        assert_eq!(answer.header("content-type"), form, "{accept}");
    }
    for (address, accept) in [
        (TABLE, "application/xml"),
        (TABLE, "*/*;q=0"),
        (TABLE, "text/csv;q=0, text/*, application/json;q=0"),
        ("/api/v1/overview", "text/*"),
    ] {
        let answer = send(&server, Method::GET, address, &[("accept", accept)]).await;
        assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE, "{accept}");
        assert_eq!(answer.json()["code"], "not_acceptable");
    }
    // A suffix says it all.
    let named = send(
        &server,
        Method::GET,
        "/api/v1/overview.json",
        &[("accept", "image/png")],
    )
    .await;
    assert_eq!(named.status, StatusCode::OK);
}

#[tokio::test]
async fn a_client_without_any_encoding_is_told_which_there_are() {
    let server = server();
    for address in [
        TABLE,
        "/api/v1/rankings.csv?index=pci",
        "/vi/data",
        "/figures/map.svg?index=pci",
    ] {
        for accept in ["identity;q=0", "*;q=0", "zstd, *;q=0"] {
            let mut details = Vec::new();
            for language in ["vi", "en"] {
                let headers = [("accept-encoding", accept), ("accept-language", language)];
                let answer = send(&server, Method::GET, address, &headers).await;
                assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE, "{address}: {accept}");
                let detail = answer.json()["detail"].as_str().unwrap().to_owned();
                assert!(detail.contains("gzip"), "{detail}");
                details.push(detail);
            }
            assert_ne!(details[0], details[1]);
        }
    }
    for (accept, encoding) in [
        ("identity;q=0, *", "br"),
        ("*;q=0, gzip", "gzip"),
        ("*", ""),
        ("identity", ""),
    ] {
        let answer = send(&server, Method::GET, TABLE, &[("accept-encoding", accept)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{accept}");
        assert_eq!(answer.header("content-encoding"), encoding, "{accept}");
    }
}

#[tokio::test]
async fn an_asterisk_holds_whatever_there_is() {
    let server = server();
    let held = [("if-none-match", "*")];
    for address in [
        TABLE,
        "/api/v1/rankings.csv?index=pci&year=2021",
        "/vi/data",
        "/api/v1/datasets/pci",
    ] {
        let answer = send(&server, Method::GET, address, &held).await;
        assert_eq!(
            (answer.status, answer.body.len()),
            (StatusCode::NOT_MODIFIED, 0),
            "{address}"
        );
        assert!(!answer.header("etag").is_empty(), "{address}");
    }
    // There is nothing to hold.
    for address in [
        "/api/v1/rankings?index=pci&year=2004",
        "/api/v1/provinces/hau-giang/profile?year=2004",
        "/vi/no-such-page",
    ] {
        let answer = send(&server, Method::GET, address, &held).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
}
