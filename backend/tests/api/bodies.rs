//! Bodies: how large they may be, whether their length is said or not.

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{Method, Request, StatusCode},
};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::support::{send, server};

const KILOBYTE: usize = 1024;

/// Addresses that take a body, its type and how many kilobytes it may have.
const TAKEN: [(&str, &str, usize); 4] = [
    ("/api/v1/what-if", "application/json", 16),
    ("/api/v1/check", "application/json", 784),
    ("/vi/check", "application/x-www-form-urlencoded", 784),
    ("/en/check", "application/x-www-form-urlencoded", 784),
];

/// Sends a body; without its length it is one that comes in chunks, as far as the server knows.
async fn post(
    address: &str,
    media_type: &str,
    body: Vec<u8>,
    says_length: bool,
    language: &str,
) -> (StatusCode, Bytes) {
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(address)
        .header("content-type", media_type)
        .header("accept-language", language);
    if says_length {
        request = request.header("content-length", body.len());
    }
    let response = server().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    let status = response.status();
    (status, to_bytes(response.into_body(), usize::MAX).await.unwrap())
}

#[tokio::test]
async fn a_body_over_the_limit_of_its_address_is_refused_with_or_without_its_length() {
    for (address, media_type, kilobytes) in TAKEN {
        for says_length in [true, false] {
            let mut details = Vec::new();
            for language in ["vi", "en"] {
                let body = vec![b' '; kilobytes * KILOBYTE + 1];
                let (status, body) = post(address, media_type, body, says_length, language).await;
                assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "{address}");
                let problem: Value = serde_json::from_slice(&body).unwrap();
                assert_eq!(problem["code"], "payload_too_large", "{address}");
                let detail = problem["detail"].as_str().unwrap().to_owned();
                assert!(detail.contains(&format!("{kilobytes} kB")), "{address}: {detail}");
                details.push(detail);
            }
            assert_ne!(details[0], details[1]);
            let (status, _) = post(address, media_type, vec![b' '; kilobytes * KILOBYTE], says_length, "vi").await;
            assert_ne!(status, StatusCode::PAYLOAD_TOO_LARGE, "{address}");
        }
    }
}

#[tokio::test]
async fn a_body_that_nobody_reads_is_refused_before_it_comes() {
    for (language, told) in [("vi", "không nhận nội dung"), ("en", "takes no request body")] {
        let headers = [("content-length", "99999999"), ("accept-language", language)];
        let answer = send(&server(), Method::POST, "/api/v1/rankings", &headers).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(answer.json()["code"], "payload_too_large");
        assert!(
            answer.json()["detail"].as_str().unwrap().contains(told),
            "{}",
            answer.text()
        );
    }
}
