//! `/api/v1/overview`.

use axum::{extract::State, response::Response};
use vithe_shared::{api::Overview, engine::answers, query::NoQuery};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// The four indices at a glance, each on the year it opens on.
#[utoipa::path(
    get,
    path = "/api/v1/overview",
    operation_id = "find_overview",
    tag = "figures",
    params(Asked<ApiRequest<NoQuery>>),
    responses(
        (status = 200, description = "The overview", body = Overview),
        Refused<ApiRequest<NoQuery>>,
    )
)]
pub(crate) async fn find_overview(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, _| answers::find_overview(catalog)).await
}
