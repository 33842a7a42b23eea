//! The page of the claim checker as the answer to its form, for browsers without scripts. The document is kept nowhere: it holds
//! what a reader has pasted.

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use vithe_frontend::{address::PageAddress, check::Asked, pages::checked_page};
use vithe_shared::ProblemCode;

use super::pages::{answer_posted, manifest_of};
use crate::{error::ApiError, snapshot::find_snapshot, state::AppState};

/// Answers a form of the checker.
pub(crate) async fn show_checked(State(state): State<AppState>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let address = PageAddress::parse(uri.path(), uri.query().unwrap_or_default());
    let language = address.language;
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if !is_form {
        return ApiError::new(
            ProblemCode::UnsupportedMediaType,
            language,
            || "Biểu mẫu phải được gửi dạng application/x-www-form-urlencoded.".to_owned(),
            || "The form must be sent as application/x-www-form-urlencoded.".to_owned(),
        )
        .into_response();
    }
    let asked = Asked::read(&String::from_utf8_lossy(&body), language);
    let snapshot = match find_snapshot(&state, address.query.version.as_deref(), language).await {
        Ok(snapshot) => snapshot,
        Err(error) => return error.into_response(),
    };
    let for_page = state.clone();
    // A long text takes a while: other requests go on meanwhile.
    let written = tokio::task::spawn_blocking(move || {
        answer_posted(&manifest_of(&for_page, &snapshot), &address, &headers, |address| {
            checked_page(snapshot.catalog(), address, &asked)
        })
    })
    .await;
    let mut response = written.unwrap_or_else(|error| {
        tracing::error!(%error, "a check did not end");
        ApiError::internal(language).into_response()
    });
    if response.status() == StatusCode::OK {
        let headers = response.headers_mut();
        headers.remove(header::ETAG);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
