//! `/api/v1/changes`.

use axum::{extract::State, response::Response};
use vithe_shared::{api::changes::ChangesAnswer, engine::answers, query::ChangesQuery};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// What a province's change of score and of rank between two years is made of.
#[utoipa::path(
    get,
    path = "/api/v1/changes",
    operation_id = "find_changes",
    tag = "analytics",
    params(Asked<ApiRequest<ChangesQuery>>),
    responses(
        (status = 200, description = "The parts; refused parts are null with the reason", body = ChangesAnswer),
        Refused<ApiRequest<ChangesQuery>>,
    )
)]
pub(crate) async fn find_changes(
    State(state): State<AppState>,
    request: ApiRequest<ChangesQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, answers::find_changes).await
}
