//! Bounds of a request: its time and the size of its body. Only the what-if question and the checker have one.

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use vithe_shared::claims::MAXIMUM_BYTES;

use crate::state::AppState;

/// The largest body that is read at all, save that of the checker.
const MAXIMUM_BODY_BYTES: u64 = 16 * 1024;

/// The largest body of the checker: its longest text in the longest spelling that a form or JSON has for it.
const MAXIMUM_CHECK_BYTES: u64 = 3 * MAXIMUM_BYTES as u64 + MAXIMUM_BODY_BYTES;

/// How large the body of a request for an address may be.
fn maximum_body(path: &str) -> u64 {
    if path.ends_with("/check") {
        MAXIMUM_CHECK_BYTES
    } else {
        MAXIMUM_BODY_BYTES
    }
}

/// Ends a request that takes too long, and refuses a body that is too large. Both leave a bare status, which
/// [`super::problem`] writes out.
pub(crate) async fn bound_request(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > maximum_body(request.uri().path())) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    match tokio::time::timeout(state.settings().request_timeout, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}
