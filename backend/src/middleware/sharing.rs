//! What programs of other origins may read: data, figures and answers to questions, without credentials, and their errors
//! too. What the site displays for its own pages (`/datasets`, `/borders`) and the pages stay with this origin.

use std::{sync::LazyLock, time::Duration};

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use tower::{Layer as _, ServiceExt as _};
use tower_http::cors::{Any, CorsLayer};

use super::mending::meant_path;

/// How long a browser remembers what it may send.
const MAXIMUM_AGE: Duration = Duration::from_hours(24);

/// What may be read from anywhere.
const SHARED: [&str; 3] = ["/api/v1", "/figures", "/oembed"];

/// What may not be, of that.
const KEPT: [&str; 2] = ["/api/v1/datasets", "/api/v1/borders"];

/// Pictures: pages of others set them in an `<object>`, too, which is a frame.
const PICTURES: &str = "/figures/";

/// A picture brings its own styles and font, and runs nothing.
const POLICY_OF_PICTURES: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors *; base-uri 'none'",
);

static CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

static READING: LazyLock<CorsLayer> = LazyLock::new(|| sharing(vec![Method::GET, Method::HEAD]));
static ASKING: LazyLock<CorsLayer> = LazyLock::new(|| sharing(vec![Method::GET, Method::HEAD, Method::POST]));
static CHECKING: LazyLock<CorsLayer> = LazyLock::new(|| sharing(vec![Method::POST]));

fn sharing(methods: Vec<Method>) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods(methods)
        .allow_headers(Any)
        .expose_headers([
            header::ETAG,
            header::RETRY_AFTER,
            header::CONTENT_DISPOSITION,
            header::ACCEPT_RANGES,
            header::CONTENT_RANGE,
        ])
        .max_age(MAXIMUM_AGE)
        // Every origin is answered alike.
        .vary([])
}

/// The rules for a path; `None` where other origins read nothing.
fn rules_of(path: &str) -> Option<&'static CorsLayer> {
    let is_below = |folder: &&str| {
        path.strip_prefix(*folder)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    if !SHARED.iter().any(is_below) || KEPT.iter().any(is_below) {
        return None;
    }
    Some(match path {
        "/api/v1/what-if" => &ASKING,
        "/api/v1/check" => &CHECKING,
        _ => &READING,
    })
}

/// Lets other origins read an answer, and answers their question beforehand.
pub(crate) async fn share_answer(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let meant = meant_path(path);
    let Some(rules) = rules_of(meant.as_deref().unwrap_or(path)) else {
        return next.run(request).await;
    };
    let is_picture = path.starts_with(PICTURES);
    let is_preflight = request.method() == Method::OPTIONS;
    let Ok(mut response) = rules.layer(next).oneshot(request).await;
    if is_preflight {
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
    let headers = response.headers_mut();
    headers.insert(&CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    if is_picture {
        headers.insert(header::CONTENT_SECURITY_POLICY, POLICY_OF_PICTURES);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_and_figures_are_shared_and_what_is_for_the_site_is_not() {
        for path in [
            "/api/v1/rankings.csv",
            "/api/v1/provinces/hau-giang/profile",
            "/api/v1/openapi.json",
            "/api/v1/no-such-resource",
            "/figures/map.svg",
        ] {
            assert!(rules_of(path).is_some(), "{path}");
        }
        for path in [
            "/",
            "/vi/",
            "/vi/index/pci",
            "/api/docs/",
            "/api/v10/rankings",
            "/figures-of-old",
            "/api/v1/datasets",
            "/api/v1/datasets.json",
            "/api/v1/datasets/pci/notes",
            "/api/v1/borders/63",
            "/assets/site.js",
        ] {
            assert!(rules_of(path).is_none(), "{path}");
        }
    }
}
