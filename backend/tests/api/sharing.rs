//! What programs of other origins may ask and read: data, figures and answers to questions, with their errors; nothing else.

use std::net::SocketAddr;

use axum::{
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, StatusCode},
};
use tower::ServiceExt as _;
use vithe::state::Settings;

use crate::support::{Answer, get, send, server, server_with};

const ORIGIN: (&str, &str) = ("origin", "https://elsewhere.example");

/// What a browser asks before a request that is not a plain one.
async fn preflight(address: &str, method: &str) -> Answer {
    let headers = [
        ORIGIN,
        ("access-control-request-method", method),
        ("access-control-request-headers", "content-type"),
    ];
    send(&server(), Method::OPTIONS, address, &headers).await
}

fn assert_shared(answer: &Answer, address: &str) {
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{address}");
    assert_eq!(answer.header("access-control-allow-credentials"), "", "{address}");
    assert_eq!(
        answer.header("cross-origin-resource-policy"),
        "cross-origin",
        "{address}"
    );
    let exposed = answer.header("access-control-expose-headers").to_ascii_lowercase();
    for name in [
        "etag",
        "retry-after",
        "content-disposition",
        "accept-ranges",
        "content-range",
    ] {
        assert!(
            exposed.split(',').any(|exposed| exposed.trim() == name),
            "{address}: {name}"
        );
    }
}

fn assert_kept(answer: &Answer, address: &str) {
    for (name, value) in &answer.headers {
        assert!(
            !name.as_str().starts_with("access-control-"),
            "{address}: {name}: {value:?}"
        );
    }
    assert_eq!(
        answer.header("cross-origin-resource-policy"),
        "same-origin",
        "{address}"
    );
}

#[tokio::test]
async fn data_and_their_errors_are_read_from_anywhere() {
    let server = server();
    for (address, status) in [
        ("/api/v1/overview", 200),
        ("/api/v1/indices.json", 200),
        ("/api/v1/rankings.csv?index=pci", 200),
        ("/api/v1/provinces/hau-giang/profile?year=2021", 200),
        ("/api/v1/openapi.json", 200),
        ("/api/v1/rankings?index=pci&yaer=2021", 400),
        ("/api/v1/observations?index=pci", 403),
        ("/api/v1/rankings?index=gdp", 404),
        ("/api/v1/no-such-resource", 404),
        ("/figures/pie.svg?index=pci", 404),
        ("/figures/map.svg?index=pci", 503),
    ] {
        let answer = send(&server, Method::GET, address, &[ORIGIN]).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
        assert_shared(&answer, address);
        // A program on a page without `Origin` (a picture, a cache in between) gets the same.
        assert_shared(&get(address).await, address);
    }
    let refused = send(&server, Method::DELETE, "/api/v1/overview", &[ORIGIN]).await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_shared(&refused, "DELETE");
    let first = get("/api/v1/overview").await;
    let held = [ORIGIN, ("if-none-match", first.header("etag"))];
    let again = send(&server, Method::GET, "/api/v1/overview", &held).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_shared(&again, "304");
}

#[tokio::test]
async fn questions_are_asked_from_anywhere() {
    for (address, methods) in [("/api/v1/what-if", "GET,HEAD,POST"), ("/api/v1/check", "POST")] {
        let allowed = preflight(address, "POST").await;
        assert_eq!(allowed.status, StatusCode::NO_CONTENT, "{address}");
        assert_eq!(allowed.header("access-control-allow-methods"), methods, "{address}");
        let answer = send(&server(), Method::POST, address, &[ORIGIN]).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{address}");
        assert_shared(&answer, address);
    }
}

#[tokio::test]
async fn what_a_browser_asks_beforehand_is_answered() {
    for address in [
        "/api/v1/rankings?index=pci",
        "/figures/map.svg?index=pci",
        "/api/v1/openapi.json",
    ] {
        let answer = preflight(address, "GET").await;
        assert_eq!(
            (answer.status, answer.body.len()),
            (StatusCode::NO_CONTENT, 0),
            "{address}"
        );
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{address}");
        assert_eq!(answer.header("access-control-allow-methods"), "GET,HEAD", "{address}");
        assert_eq!(answer.header("access-control-allow-headers"), "*", "{address}");
        assert_eq!(answer.header("access-control-max-age"), "86400", "{address}");
    }
}

#[tokio::test]
async fn pages_and_what_is_for_the_site_are_kept() {
    for address in [
        "/",
        "/vi/",
        "/vi/no-such-page",
        "/healthz",
        "/robots.txt",
        "/api/docs/",
        "/api/docs/no-such-file.js",
        "/assets/no-such-file.js",
        "/api/v1/datasets",
        "/api/v1/datasets/pci",
        "/api/v1/datasets/gdp",
        "/api/v1/datasets/pci/no-such-part",
        "/api/v1/borders/63",
        "/api/v1/borders/64",
    ] {
        assert_kept(&send(&server(), Method::GET, address, &[ORIGIN]).await, address);
    }
    for address in ["/vi/", "/vi/check", "/api/v1/datasets", "/api/v1/borders/63"] {
        let answer = preflight(address, "GET").await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{address}");
        assert_kept(&answer, address);
    }
}

#[tokio::test]
async fn a_program_of_another_origin_reads_when_to_come_back() {
    let server = server_with(Settings {
        requests_per_minute: 10,
        burst: 1,
        figure_workers: 0,
        ..Settings::default()
    });
    let peer: SocketAddr = "192.0.2.1:40000".parse().unwrap();
    let mut statuses = Vec::new();
    for _ in 0..2 {
        let request = Request::builder().uri("/api/v1/provinces").header(ORIGIN.0, ORIGIN.1);
        let request = request.extension(ConnectInfo(peer)).body(Body::empty()).unwrap();
        let (parts, body) = server.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let (status, headers) = (parts.status, parts.headers);
        let answer = Answer { status, headers, body };
        assert_shared(&answer, status.as_str());
        statuses.push(status);
        if status == StatusCode::TOO_MANY_REQUESTS {
            assert!(!answer.header("retry-after").is_empty());
        }
    }
    assert_eq!(statuses, [StatusCode::OK, StatusCode::TOO_MANY_REQUESTS]);
}
