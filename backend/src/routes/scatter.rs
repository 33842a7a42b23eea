//! `/api/v1/scatter`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::scatter::ScatterAnswer, engine::answers, query::ScatterQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::scatter_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Two figures set against each other, province by province, with Spearman's rank correlation where both tables are complete.
#[utoipa::path(
    get,
    path = "/api/v1/scatter",
    operation_id = "find_scatter",
    tag = "analytics",
    params(Asked<ApiRequest<ScatterQuery, true>>),
    responses(
        (status = 200, description = "The points, and who is left out and why", body = ScatterAnswer),
        Refused<ApiRequest<ScatterQuery, true>>,
    )
)]
pub(crate) async fn find_scatter(
    State(state): State<AppState>,
    request: ApiRequest<ScatterQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::find_scatter, |answer, _| {
        scatter_sheet(answer)
    })
    .await
}
