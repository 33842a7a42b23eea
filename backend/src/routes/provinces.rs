//! `/api/v1/provinces`.

use axum::{extract::State, response::Response};
use vithe_shared::{api::ProvinceList, engine::answers, query::ProvinceListQuery};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// The units of a list, by name, with their regions.
#[utoipa::path(
    get,
    path = "/api/v1/provinces",
    operation_id = "list_provinces",
    tag = "provinces",
    params(Asked<ApiRequest<ProvinceListQuery>>),
    responses(
        (status = 200, description = "The units", body = ProvinceList),
        Refused<ApiRequest<ProvinceListQuery>>,
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
