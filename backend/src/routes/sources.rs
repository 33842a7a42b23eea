//! `/api/v1/sources`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{domain::SourceInfo, engine::answers, query::NoQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::source_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// The documents that figures come from: what a `source_id` stands for.
#[utoipa::path(
    get,
    path = "/api/v1/sources",
    operation_id = "list_sources",
    tag = "figures",
    params(Asked<ApiRequest<NoQuery, true>>),
    responses(
        (status = 200, description = "All documents, by identifier", body = Vec<SourceInfo>),
        Refused<ApiRequest<NoQuery, true>>,
    )
)]
pub(crate) async fn list_sources(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(
        &state,
        &request,
        |catalog, _| answers::list_sources(catalog),
        |sources, _| source_sheet(sources),
    )
    .await
}
