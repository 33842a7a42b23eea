//! `/api/v1/regions`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::regions::RegionsAnswer, engine::answers, query::RegionsQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::regions_sheet, extract::ApiRequest, state::AppState};

/// Mean, median and spread of every region, and of the country, over the years.
#[utoipa::path(
    get,
    path = "/api/v1/regions",
    operation_id = "list_regions",
    tag = "analytics",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("from" = Option<u16>, Query, description = "First year"),
        ("to" = Option<u16>, Query, description = "Last year"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The regions, with the breaks of method between their years", body = RegionsAnswer),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component or span of years", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
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

/// The same years as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/regions.csv",
    operation_id = "export_regions",
    tag = "files",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("from" = Option<u16>, Query, description = "First year"),
        ("to" = Option<u16>, Query, description = "Last year"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The regions by year", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component or span of years", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_regions(
    state: State<AppState>,
    request: ApiRequest<RegionsQuery, true>,
) -> Result<Response, ApiError> {
    list_regions(state, request).await
}
