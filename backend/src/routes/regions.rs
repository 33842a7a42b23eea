//! `/api/v1/regions`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::regions::RegionsAnswer, engine::answers, query::RegionsQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::regions_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Mean, median and spread of every region, and of the country, over the years.
#[utoipa::path(
    get,
    path = "/api/v1/regions",
    operation_id = "list_regions",
    tag = "analytics",
    params(Asked<ApiRequest<RegionsQuery, true>>),
    responses(
        (status = 200, description = "The regions, with the breaks of method between their years", body = RegionsAnswer),
        Refused<ApiRequest<RegionsQuery, true>>,
    )
)]
pub(crate) async fn list_regions(
    State(state): State<AppState>,
    request: ApiRequest<RegionsQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_regions, |answer, _| {
        regions_sheet(answer)
    })
    .await
}
