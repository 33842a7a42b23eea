//! Security headers of every answer. A handler that needs others (a page, the documentation) has set its own before.

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::state::{AppState, Settings};

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

/// Adds what is missing to the answers of some routes.
pub(crate) fn with_security_headers(routes: Router<AppState>, settings: &Settings) -> Router<AppState> {
    let routes = FIXED.into_iter().fold(routes, |routes, (name, value)| {
        let name = HeaderName::from_static(name);
        routes.layer(SetResponseHeaderLayer::if_not_present(
            name,
            HeaderValue::from_static(value),
        ))
    });
    let origin = settings.public_origin.as_deref();
    if !origin.is_some_and(|origin| origin.starts_with("https://")) {
        return routes;
    }
    routes.layer(SetResponseHeaderLayer::overriding(
        header::STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static("max-age=63072000; includeSubDomains"),
    ))
}
