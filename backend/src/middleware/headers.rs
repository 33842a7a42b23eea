//! Security headers of every answer. A handler that needs others (a page, the documentation) has set its own before.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::state::AppState;

/// For data, files and errors: nothing of it is a document with parts. Pictures bring their own styles and font.
const DATA_CSP: &str =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; base-uri 'none'";

const FIXED: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("content-security-policy", DATA_CSP),
];

/// Adds what is missing.
pub(crate) async fn add_security_headers(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_https = state
        .settings()
        .public_origin
        .as_deref()
        .is_some_and(|origin| origin.starts_with("https://"));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    if is_https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    response
}
