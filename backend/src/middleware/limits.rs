//! Bounds of the body of a request. Only the what-if question and the checker have one.

use axum::{
    body::Body,
    extract::Request,
    http::{self, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower::{Layer as _, ServiceExt as _};
use tower_http::{body::Limited, limit::RequestBodyLimitLayer};
use vithe_shared::{Language, ProblemCode, claims::MAXIMUM_BYTES};

use crate::{answer::language_of, error::ApiError, mcp};

/// The largest body that is read at all, save that of the checker.
const MAXIMUM_BODY_BYTES: usize = 16 * 1024;

/// The largest body of the checker: its longest text in the longest spelling that a form or JSON has for it.
const MAXIMUM_CHECK_BYTES: usize = 3 * MAXIMUM_BYTES + MAXIMUM_BODY_BYTES;

/// How large the body of a request for an address may be; `None` where it is not read.
fn maximum_body(path: &str) -> Option<usize> {
    match path {
        "/api/v1/what-if" => Some(MAXIMUM_BODY_BYTES),
        mcp::http::PATH => Some(mcp::http::MAXIMUM_BYTES),
        "/api/v1/check" | "/vi/check" | "/en/check" => Some(MAXIMUM_CHECK_BYTES),
        _ => None,
    }
}

/// Refuses a body that is too large: by the length it says, or once more than that has come.
pub(crate) async fn bound_body(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let taken = maximum_body(path);
    let language = language_of(request.headers());
    // The library of the protocol counts by itself, and takes an end that comes before for a fault.
    let limit = if path == mcp::http::PATH {
        usize::MAX
    } else {
        taken.unwrap_or(MAXIMUM_BODY_BYTES)
    };
    let handler = next.map_request(|request: http::Request<Limited<Body>>| request.map(Body::new));
    let limited = RequestBodyLimitLayer::new(limit).layer(handler);
    let Ok(response) = limited.oneshot(request).await;
    // The layer knows one language, and not what the address takes.
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return too_large(taken, language).into_response();
    }
    response.map(Body::new)
}

fn too_large(taken: Option<usize>, language: Language) -> ApiError {
    let Some(limit) = taken else {
        return ApiError::new(
            ProblemCode::PayloadTooLarge,
            language,
            || "Địa chỉ này không nhận nội dung gửi lên.".to_owned(),
            || "This address takes no request body.".to_owned(),
        );
    };
    let limit = limit / 1024;
    ApiError::new(
        ProblemCode::PayloadTooLarge,
        language,
        || format!("Nội dung gửi lên quá lớn: địa chỉ này nhận nhiều nhất {limit} kB mỗi lần."),
        || format!("The request body is too large: this address takes at most {limit} kB at once."),
    )
}
