//! `/mcp`: the protocol over HTTP, without sessions. A question is one POST and its answer one JSON body, so that any server
//! of several may answer, and limits of load count it like a question to the API.
//!
//! A browser names the site that a request is from. By the protocol's advice against rebinding of names, only the public address of
//! the site and programs on the same machine are let in; assistants send no `Origin`.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::post_service,
};
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService, session::never::NeverSessionManager,
};
use vithe_shared::{Language, ProblemCode};

use super::Assistants;
use crate::{answer::language_of, error::ApiError, state::AppState};

/// Where it is.
pub(crate) const PATH: &str = "/mcp";

/// The largest question, counted while it is read.
pub(crate) const MAXIMUM_BYTES: usize = 16 * 1024;

/// Marks an answer that is a message of the protocol, also where its status tells an error: it is left as it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProtocolMessage;

/// The route.
pub(crate) fn route(state: &AppState) -> Router<AppState> {
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_sse_keep_alive(None)
        .with_max_request_body_bytes(MAXIMUM_BYTES)
        .disable_allowed_hosts()
        .with_allowed_origins(allowed_origins(state.settings().public_origin.as_deref()))
        .enforce_origin_validation();
    let assistants = Assistants::new(state.clone());
    let service = StreamableHttpService::new(
        move || Ok(assistants.clone()),
        Arc::new(NeverSessionManager::default()),
        config,
    );
    Router::new().route(PATH, post_service(service).layer(middleware::from_fn(tell_refusals)))
}

/// The sites whose scripts may ask: this one, and programs on the machine of the server.
fn allowed_origins(public: Option<&str>) -> Vec<String> {
    let mut origins = ["http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*"]
        .map(str::to_owned)
        .to_vec();
    origins.extend(public.map(with_port));
    origins
}

/// An origin with its port, which the protocol's library takes for any where it is left out.
fn with_port(origin: &str) -> String {
    let port = origin.parse::<Uri>().ok().and_then(|uri| uri.port_u16());
    match (port, origin.starts_with("https:")) {
        (Some(_), _) => origin.to_owned(),
        (None, true) => format!("{origin}:443"),
        (None, false) => format!("{origin}:80"),
    }
}

/// Nothing is kept by caches. A refusal that is no message of the protocol becomes a problem like those of the API.
async fn tell_refusals(request: Request, next: Next) -> Response {
    let language = language_of(request.headers());
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    if response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/json")
    {
        response.extensions_mut().insert(ProtocolMessage);
        return response;
    }
    match refusal(status, language) {
        Some(error) => error.into_response(),
        None => response.map(|_| Body::empty()),
    }
}

/// What a status means here; `None` where it means what it means everywhere.
fn refusal(status: StatusCode, language: Language) -> Option<ApiError> {
    let (code, vi, en) = match status {
        StatusCode::BAD_REQUEST => (
            ProblemCode::MalformedParameter,
            "Yêu cầu không đúng giao thức MCP; xem cách dùng trong docs/mcp.md.",
            "The request does not follow the Model Context Protocol; docs/mcp.md tells how to ask.",
        ),
        StatusCode::FORBIDDEN => (
            ProblemCode::RedistributionRestricted,
            "Địa chỉ này không nhận yêu cầu từ trang web khác (Origin); trợ lý không gửi Origin.",
            "This address takes no requests of other web sites (Origin); assistants send no Origin.",
        ),
        StatusCode::NOT_ACCEPTABLE => (
            ProblemCode::NotAcceptable,
            "Accept phải gồm application/json và text/event-stream.",
            "Accept has to name application/json and text/event-stream.",
        ),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (
            ProblemCode::UnsupportedMediaType,
            "Nội dung gửi lên phải là JSON (Content-Type: application/json).",
            "The body must be JSON (Content-Type: application/json).",
        ),
        _ => return None,
    };
    Some(ApiError::new(code, language, || vi.to_owned(), || en.to_owned()))
}
