//! `/api/v1/series`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::SeriesAnswer, engine::answers, query::SeriesQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::series_sheet, extract::ApiRequest, state::AppState};

/// One component over the years, for some or all provinces.
#[utoipa::path(
    get,
    path = "/api/v1/series",
    operation_id = "list_series",
    tag = "figures",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("p" = Option<String>, Query, description = "Provinces joined by `~`; all by default", example = "hau-giang~can-tho"),
        ("from" = Option<u16>, Query, description = "First year"),
        ("to" = Option<u16>, Query, description = "Last year"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The series, with the breaks of method between their years", body = SeriesAnswer),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, province or span of years", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
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

/// The same series as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/series.csv",
    operation_id = "export_series",
    tag = "files",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("p" = Option<String>, Query, description = "Provinces joined by `~`; all by default"),
        ("from" = Option<u16>, Query, description = "First year"),
        ("to" = Option<u16>, Query, description = "Last year"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The series", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, province or span of years", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_series(
    state: State<AppState>,
    request: ApiRequest<SeriesQuery, true>,
) -> Result<Response, ApiError> {
    list_series(state, request).await
}
