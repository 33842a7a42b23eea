//! `/api/v1/changes`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::changes::ChangesAnswer, engine::answers, query::ChangesQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::changes_sheet,
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
    params(Asked<ApiRequest<ChangesQuery, true>>),
    responses(
        (status = 200, description = "The parts; refused parts are null with the reason", body = ChangesAnswer),
        Refused<ApiRequest<ChangesQuery, true>>,
    )
)]
pub(crate) async fn find_changes(
    State(state): State<AppState>,
    request: ApiRequest<ChangesQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::find_changes, |answer, _| {
        changes_sheet(answer)
    })
    .await
}
