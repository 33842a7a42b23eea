//! `/api/v1/declines`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::declines::DeclinesAnswer, engine::answers, query::DeclinesQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::declines_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Components that fall year after year, longest and costliest first; parts follow the component they belong to.
#[utoipa::path(
    get,
    path = "/api/v1/declines",
    operation_id = "list_declines",
    tag = "analytics",
    params(Asked<ApiRequest<DeclinesQuery, true>>),
    responses(
        (status = 200, description = "The runs", body = DeclinesAnswer),
        Refused<ApiRequest<DeclinesQuery, true>>,
    )
)]
pub(crate) async fn list_declines(
    State(state): State<AppState>,
    request: ApiRequest<DeclinesQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_declines, declines_sheet).await
}
