//! One line per request, and the number that finds it again.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tracing::Instrument as _;

use super::base::asked;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Numbers of requests, unique within a process; the process is told apart by its start in the log.
static COUNTER: AtomicU64 = AtomicU64::new(1);

/// Numbers a request, logs it, and sends the number back.
pub(crate) async fn log_request(request: Request, next: Next) -> Response {
    let id = format!("{:x}-{:x}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
    let method = request.method().clone();
    let path = asked(&request).path().to_owned();
    let started = Instant::now();
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span).await;
    let length = response
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    tracing::info!(
        target: "vithe::access",
        id,
        %method,
        path,
        status = response.status().as_u16(),
        bytes = length,
        microseconds = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
        "answered"
    );
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(&REQUEST_ID, value);
    }
    response
}
