//! Writes every error as a problem: those that handlers give, and the bare statuses of the framework (405, 408, a
//! panic), so that no client ever meets a plain-text error.

use std::any::Any;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use vithe_shared::{Language, Problem, ProblemCode, address::at};

use super::base::asked;
use crate::{answer::language_of, error::ApiError, mcp::http::ProtocolMessage};

/// No such address.
pub(crate) fn not_found(language: Language) -> ApiError {
    ApiError::new(
        ProblemCode::NotFound,
        language,
        || {
            format!(
                "Không có địa chỉ này. Tài liệu của giao diện lập trình: {}.",
                at("/api/docs/")
            )
        },
        || {
            format!(
                "There is no such address. The API is documented at {}.",
                at("/api/docs/")
            )
        },
    )
}

/// The answer of addresses below `/api` and `/figures` that do not exist.
pub(crate) async fn answer_not_found(request: Request) -> ApiError {
    not_found(language_of(request.headers()))
}

/// A handler panicked: that is logged, and told without its cause.
#[expect(clippy::needless_pass_by_value, reason = "the signature that the layer calls")]
pub(crate) fn answer_panic(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    tracing::error!(panic = message, "a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Turns an error into `application/problem+json` with the address it is about.
pub(crate) async fn write_problems(request: Request, next: Next) -> Response {
    let language = language_of(request.headers());
    let address = asked(&request)
        .path_and_query()
        .map_or_else(String::new, |address| address.as_str().to_owned());
    let mut response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let problem = match response.extensions_mut().remove::<ApiError>() {
        Some(error) => error.problem().clone(),
        None if is_page(&response) || response.extensions().get::<ProtocolMessage>().is_some() => return response,
        None => bare_problem(status, language),
    };
    let kept = [header::ALLOW, header::RETRY_AFTER, header::CONTENT_RANGE]
        .map(|name| (response.headers_mut().remove(&name), name));
    let mut answer = write(problem, address);
    for (value, name) in kept {
        if let Some(value) = value {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

/// A page that tells an error itself.
fn is_page(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|content_type| content_type.as_bytes().starts_with(b"text/html"))
}

fn bare_problem(status: StatusCode, language: Language) -> Problem {
    match status {
        StatusCode::NOT_FOUND => not_found(language),
        StatusCode::METHOD_NOT_ALLOWED => ApiError::new(
            ProblemCode::MethodNotAllowed,
            language,
            || {
                let methods = at("/api/docs");
                format!("Địa chỉ này không nhận phương thức được gửi lên; xem các phương thức ở {methods}.")
            },
            || {
                format!(
                    "This address does not take that method; {} lists the methods.",
                    at("/api/docs")
                )
            },
        ),
        StatusCode::REQUEST_TIMEOUT => ApiError::new(
            ProblemCode::Timeout,
            language,
            || "Yêu cầu này mất quá nhiều thời gian nên đã dừng lại. Vui lòng thử lại.".to_owned(),
            || "This request took too long and was stopped. Please try again.".to_owned(),
        ),
        _ => ApiError::internal(language),
    }
    .problem()
    .clone()
}

fn write(mut problem: Problem, address: String) -> Response {
    problem.instance = Some(address.into());
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    // A problem consists of texts and numbers, which always serialise.
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    *response.body_mut() = Body::from(body);
    response
}
