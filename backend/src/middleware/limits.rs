//! Bounds of a request: its time and the size of its body. Only the what-if question has a body.

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::state::AppState;

/// The largest body that is read at all.
pub(crate) const MAXIMUM_BODY_BYTES: u64 = 16 * 1024;

/// Ends a request that takes too long, and refuses a body that is too large. Both leave a bare status, which
/// [`super::problem`] writes out.
pub(crate) async fn bound_request(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > MAXIMUM_BODY_BYTES) {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    match tokio::time::timeout(state.settings().request_timeout, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}
