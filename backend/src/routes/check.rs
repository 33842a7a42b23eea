//! `/api/v1/check`: claims, or a text, held against the figures on record.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use vithe_shared::{
    ProblemCode,
    api::check::{CheckAnswer, CheckRequest},
    claims::check,
    query::QueryDescription,
};

use super::body::read_json;
use crate::{
    answer::language_of,
    error::ApiError,
    openapi::{DescribedRequest, Refused},
    state::AppState,
};

/// The body of the question.
struct CheckBody;

impl DescribedRequest for CheckBody {
    fn describe() -> QueryDescription {
        QueryDescription {
            parameters: Vec::new(),
            refusals: vec![
                ProblemCode::UnknownProvince,
                ProblemCode::PayloadTooLarge,
                ProblemCode::UnsupportedMediaType,
                ProblemCode::UnreadableBody,
                ProblemCode::InvalidValue,
            ],
        }
    }
}

/// Claims, or a text that claims are read from, each with its verdict, the figure on record and its source. Nothing of the body
/// is kept or logged.
#[utoipa::path(
    post,
    path = "/api/v1/check",
    operation_id = "answer_check",
    tag = "analytics",
    request_body = CheckRequest,
    responses(
        (status = 200, description = "The answer", body = CheckAnswer),
        Refused<CheckBody>,
    )
)]
pub(crate) async fn answer_check(
    State(state): State<AppState>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let language = language_of(&headers);
    let request: CheckRequest = read_json(&headers, &body, language)?;
    let catalog = state.clone();
    // A long text takes a while: other requests go on meanwhile.
    let checked = tokio::task::spawn_blocking(move || check(catalog.catalog(), request)).await;
    let answer = checked
        .map_err(|error| {
            tracing::error!(%error, "a check did not end");
            ApiError::internal(language)
        })?
        .map_err(|fault| fault.into_problem(language))?;
    let mut response = Json(answer).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
