//! `/api/v1/sources`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, domain::SourceInfo, engine::answers, query::NoQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::source_sheet, extract::ApiRequest, state::AppState};

/// The documents that figures come from: what a `source_id` stands for.
#[utoipa::path(
    get,
    path = "/api/v1/sources",
    operation_id = "list_sources",
    tag = "figures",
    responses(
        (status = 200, description = "All documents, by identifier", body = Vec<SourceInfo>),
        (status = 400, description = "Unknown parameter", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
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

/// The same documents as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/sources.csv",
    operation_id = "export_sources",
    tag = "files",
    params(
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
    ),
    responses(
        (status = 200, description = "All documents, by identifier", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_sources(
    state: State<AppState>,
    request: ApiRequest<NoQuery, true>,
) -> Result<Response, ApiError> {
    list_sources(state, request).await
}
