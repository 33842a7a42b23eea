//! `/api/v1/provinces`.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::ProvinceList, engine::answers, query::ProvinceListQuery};

use super::data::answer_json;
use crate::{error::ApiError, extract::ApiRequest, state::AppState};

/// The units of a list, by name, with their regions.
#[utoipa::path(
    get,
    path = "/api/v1/provinces",
    operation_id = "list_provinces",
    tag = "provinces",
    params(("borders" = Option<String>, Query, description = "`63` (default): the provinces until 30 June 2025; `34`: the units since")),
    responses(
        (status = 200, description = "The units", body = ProvinceList),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list_provinces(
    State(state): State<AppState>,
    request: ApiRequest<ProvinceListQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, query| {
        Ok(answers::list_provinces(catalog, query))
    })
    .await
}
