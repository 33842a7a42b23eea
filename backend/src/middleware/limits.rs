//! Bounds of a request: its time and the size of its body. Only the what-if question and the checker have one.

use axum::{
    extract::{DefaultBodyLimit, Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use vithe_shared::{Language, ProblemCode, claims::MAXIMUM_BYTES};

use crate::{answer::language_of, error::ApiError, state::AppState};

/// The largest body that is read at all, save that of the checker.
const MAXIMUM_BODY_BYTES: usize = 16 * 1024;

/// The largest body of the checker: its longest text in the longest spelling that a form or JSON has for it.
const MAXIMUM_CHECK_BYTES: usize = 3 * MAXIMUM_BYTES + MAXIMUM_BODY_BYTES;

/// How large the body of a request for an address may be; `None` where it is not read.
fn maximum_body(path: &str) -> Option<usize> {
    match path {
        "/api/v1/what-if" => Some(MAXIMUM_BODY_BYTES),
        "/api/v1/check" | "/vi/check" | "/en/check" => Some(MAXIMUM_CHECK_BYTES),
        _ => None,
    }
}

/// Ends a request that takes too long, which leaves a bare status that [`super::problem`] writes out, and refuses a body that is
/// too large: by the length it says, or once more than that has come.
pub(crate) async fn bound_request(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let taken = maximum_body(request.uri().path());
    let limit = taken.unwrap_or(MAXIMUM_BODY_BYTES);
    let language = language_of(request.headers());
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > limit as u64) {
        return too_large(taken, language).into_response();
    }
    DefaultBodyLimit::max(limit).apply(&mut request);
    match tokio::time::timeout(state.settings().request_timeout, next.run(request)).await {
        // The framework stops reading where the limit is, whatever it is.
        Ok(response) if response.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            too_large(taken, language).into_response()
        }
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
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
