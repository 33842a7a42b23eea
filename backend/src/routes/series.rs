//! `/api/v1/series`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::SeriesAnswer, engine::answers, query::SeriesQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::series_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// One component over the years, for some or all provinces.
#[utoipa::path(
    get,
    path = "/api/v1/series",
    operation_id = "list_series",
    tag = "figures",
    params(Asked<ApiRequest<SeriesQuery, true>>),
    responses(
        (status = 200, description = "The series, with the breaks of method between their years", body = SeriesAnswer),
        Refused<ApiRequest<SeriesQuery, true>>,
    )
)]
pub(crate) async fn list_series(
    State(state): State<AppState>,
    request: ApiRequest<SeriesQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_series, |answer, query| {
        series_sheet(answer, query.provinces.len())
    })
    .await
}
