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
use tower_http::request_id::{MakeRequestId, RequestId};
use tracing::Instrument as _;

use super::base::asked;

/// The header that carries the number.
pub(crate) static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Numbers of requests, unique within a process; the process is told apart by its start in the log.
static COUNTER: AtomicU64 = AtomicU64::new(1);

/// Numbers requests.
#[derive(Clone, Copy)]
pub(crate) struct Numbers;

impl MakeRequestId for Numbers {
    fn make_request_id<B>(&mut self, _request: &axum::http::Request<B>) -> Option<RequestId> {
        let number = format!("{:x}-{:x}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
        HeaderValue::from_str(&number).ok().map(RequestId::new)
    }
}

/// A number that a client has written itself would be taken for that of the server.
pub(crate) fn forget_number(mut request: Request) -> Request {
    request.headers_mut().remove(&REQUEST_ID);
    request
}

/// Logs a request under its number.
pub(crate) async fn log_request(request: Request, next: Next) -> Response {
    let number = request.extensions().get::<RequestId>().cloned();
    let id = number
        .as_ref()
        .and_then(|number| number.header_value().to_str().ok())
        .unwrap_or_default();
    let method = request.method().clone();
    let path = asked(&request).path().to_owned();
    let started = Instant::now();
    let span = tracing::info_span!("request", id);
    let response = next.run(request).instrument(span).await;
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
    response
}
