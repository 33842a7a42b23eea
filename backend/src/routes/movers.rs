//! `/api/v1/movers`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::movers::MoversAnswer, engine::answers, query::MoversQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::movers_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Which provinces won or lost most between two years: places always, points as far as the years compare. Most places won
/// first.
#[utoipa::path(
    get,
    path = "/api/v1/movers",
    operation_id = "list_movers",
    tag = "analytics",
    params(Asked<ApiRequest<MoversQuery, true>>),
    responses(
        (status = 200, description = "The movers; without rows and with `refused` where too few ranks are on record", body = MoversAnswer),
        Refused<ApiRequest<MoversQuery, true>>,
    )
)]
pub(crate) async fn list_movers(
    State(state): State<AppState>,
    request: ApiRequest<MoversQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_movers, |answer, _| movers_sheet(answer)).await
}
