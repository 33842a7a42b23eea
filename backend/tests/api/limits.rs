//! How many requests a client may send, and how it is told.

use std::net::SocketAddr;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, StatusCode},
};
use serde_json::Value;
use tower::ServiceExt as _;
use vithe::state::Settings;

use crate::support::server_with;

const PROVINCES: &str = "/api/v1/provinces";

/// A server that takes `burst` requests of a client and then one in six seconds.
fn server(burst: u32, trusted_proxies: &[&str]) -> Router {
    server_with(Settings {
        requests_per_minute: 10,
        burst,
        trusted_proxies: trusted_proxies.iter().map(|network| network.parse().unwrap()).collect(),
        figure_workers: 0,
        ..Settings::default()
    })
}

/// Sends a request over a connection from `peer`; answers with status, `Retry-After` and body.
async fn send(server: &Router, peer: &str, address: &str, headers: &[(&str, &str)]) -> (StatusCode, String, Value) {
    let peer: SocketAddr = format!("{peer}:40000").parse().unwrap();
    let mut request = Request::builder().uri(address).extension(ConnectInfo(peer));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = server
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let status = response.status();
    let retry_after = response
        .headers()
        .get("retry-after")
        .map_or(String::new(), |value| value.to_str().unwrap().to_owned());
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, retry_after, serde_json::from_slice(&body).unwrap_or_default())
}

async fn status(server: &Router, peer: &str, address: &str, headers: &[(&str, &str)]) -> StatusCode {
    send(server, peer, address, headers).await.0
}

#[tokio::test]
async fn a_client_beyond_its_burst_is_told_when_to_come_back() {
    let server = server(3, &[]);
    for _ in 0..3 {
        assert_eq!(status(&server, "127.0.0.1", PROVINCES, &[]).await, StatusCode::OK);
    }
    for (language, detail) in [("vi", "Vui lòng thử lại sau"), ("en", "Please try again in")] {
        let (status, retry_after, problem) =
            send(&server, "127.0.0.1", PROVINCES, &[("accept-language", language)]).await;
        assert_eq!(
            (status, &problem["code"]),
            (StatusCode::TOO_MANY_REQUESTS, &"too_many_requests".into())
        );
        assert_eq!(problem["instance"], PROVINCES);
        assert!(problem["detail"].as_str().unwrap().contains(detail), "{problem}");
        // One request comes back in six seconds; less than one of them has passed.
        let seconds: u64 = retry_after.parse().unwrap();
        assert!((5..=6).contains(&seconds), "{retry_after}");
    }
}

#[tokio::test]
async fn pages_are_counted_and_other_clients_are_not_held_up() {
    let server = server(1, &[]);
    assert_eq!(status(&server, "192.0.2.1", "/vi/", &[]).await, StatusCode::OK);
    assert_eq!(
        status(&server, "192.0.2.1", "/en/", &[]).await,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(status(&server, "192.0.2.2", "/en/", &[]).await, StatusCode::OK);
}

#[tokio::test]
async fn health_and_hashed_files_are_always_answered() {
    let server = server(1, &[]);
    assert_eq!(status(&server, "192.0.2.1", PROVINCES, &[]).await, StatusCode::OK);
    assert_eq!(
        status(&server, "192.0.2.1", PROVINCES, &[]).await,
        StatusCode::TOO_MANY_REQUESTS
    );
    for (address, expected) in [
        ("/healthz", StatusCode::OK),
        ("/readyz", StatusCode::OK),
        ("/assets/no-such-file.css", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(status(&server, "192.0.2.1", address, &[]).await, expected, "{address}");
    }
}

#[tokio::test]
async fn an_address_that_a_client_writes_itself_is_ignored() {
    let server = server(1, &["10.0.0.0/8"]);
    let spoofed = |address| [("x-forwarded-for", address)];
    assert_eq!(
        status(&server, "192.0.2.1", PROVINCES, &spoofed("203.0.113.1")).await,
        StatusCode::OK
    );
    assert_eq!(
        status(&server, "192.0.2.1", PROVINCES, &spoofed("203.0.113.2")).await,
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_client_has_its_own_count() {
    let server = server(1, &["10.0.0.0/8"]);
    let forwarded = |address| [("x-forwarded-for", address)];
    for client in ["203.0.113.1", "203.0.113.2"] {
        assert_eq!(
            status(&server, "10.0.0.1", PROVINCES, &forwarded(client)).await,
            StatusCode::OK
        );
    }
    // The same client by way of another proxy, with something of its own before what the proxy wrote.
    assert_eq!(
        status(&server, "10.0.0.2", PROVINCES, &forwarded("198.51.100.7, 203.0.113.1")).await,
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[tokio::test]
async fn without_a_limit_any_number_is_answered() {
    let server = server_with(Settings {
        requests_per_minute: 0,
        burst: 1,
        figure_workers: 0,
        ..Settings::default()
    });
    for _ in 0..5 {
        assert_eq!(status(&server, "192.0.2.1", PROVINCES, &[]).await, StatusCode::OK);
    }
}
