//! `/api/v1/declines`.

use axum::{extract::State, response::Response};
use vithe_shared::{api::declines::DeclinesAnswer, engine::answers, query::DeclinesQuery};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Components that fall year after year over comparable pairs of years, longest and costliest first.
#[utoipa::path(
    get,
    path = "/api/v1/declines",
    operation_id = "list_declines",
    tag = "analytics",
    params(Asked<ApiRequest<DeclinesQuery>>),
    responses(
        (status = 200, description = "The runs", body = DeclinesAnswer),
        Refused<ApiRequest<DeclinesQuery>>,
    )
)]
pub(crate) async fn list_declines(
    State(state): State<AppState>,
    request: ApiRequest<DeclinesQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, answers::list_declines).await
}
