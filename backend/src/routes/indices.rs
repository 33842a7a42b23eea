//! `/api/v1/indices` and `/api/v1/indices/{index}`.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{IndexId, domain::IndexInfo, engine::answers, query::NoQuery};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, AtPath, Refused},
    state::AppState,
};

/// All indices, with components, method versions, breaks, coverage and terms.
#[utoipa::path(
    get,
    path = "/api/v1/indices",
    operation_id = "list_indices",
    tag = "indices",
    params(Asked<ApiRequest<NoQuery>>),
    responses(
        (status = 200, description = "The four indices in their usual order", body = Vec<IndexInfo>),
        Refused<ApiRequest<NoQuery>>,
    )
)]
pub(crate) async fn list_indices(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, _| answers::list_indices(catalog)).await
}

/// One index.
#[utoipa::path(
    get,
    path = "/api/v1/indices/{index}",
    operation_id = "find_index",
    tag = "indices",
    params(
        ("index" = IndexId, Path, description = "`pci`, `papi`, `par` or `sipas`"),
        Asked<ApiRequest<NoQuery>>,
    ),
    responses(
        (status = 200, description = "The index", body = IndexInfo),
        Refused<AtPath<IndexId, ApiRequest<NoQuery>>>,
    )
)]
pub(crate) async fn find_index(
    State(state): State<AppState>,
    Path(index): Path<String>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, _| answers::find_index(catalog, &index)).await
}
