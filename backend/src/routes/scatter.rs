//! `/api/v1/scatter`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::scatter::ScatterAnswer, engine::answers, query::ScatterQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::scatter_sheet, extract::ApiRequest, state::AppState};

/// Two figures set against each other, province by province, with Spearman's rank correlation where both tables are complete.
#[utoipa::path(
    get,
    path = "/api/v1/scatter",
    operation_id = "find_scatter",
    tag = "analytics",
    params(
        ("x" = String, Query, description = "What the horizontal axis shows: an index (its total), or index and component joined by a dot", example = "pci.transparency"),
        ("y" = String, Query, description = "What the vertical axis shows", example = "papi.d4"),
        ("year" = Option<u16>, Query, description = "The year of both axes; by default the newest in which both tables are complete, or else the one in which most provinces have both figures"),
        ("x_year" = Option<u16>, Query, description = "The year of the horizontal axis, where it differs"),
        ("y_year" = Option<u16>, Query, description = "The year of the vertical axis, where it differs"),
        ("region" = Option<String>, Query, description = "Limits points, counts, medians and correlation to one region"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The points, and who is left out and why", body = ScatterAnswer),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, year or region", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn find_scatter(
    State(state): State<AppState>,
    request: ApiRequest<ScatterQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::find_scatter, |answer, _| {
        scatter_sheet(answer)
    })
    .await
}

/// The same points as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/scatter.csv",
    operation_id = "export_scatter",
    tag = "files",
    params(
        ("x" = String, Query, description = "What the horizontal axis shows", example = "pci.transparency"),
        ("y" = String, Query, description = "What the vertical axis shows", example = "papi.d4"),
        ("year" = Option<u16>, Query, description = "The year of both axes"),
        ("x_year" = Option<u16>, Query, description = "The year of the horizontal axis, where it differs"),
        ("y_year" = Option<u16>, Query, description = "The year of the vertical axis, where it differs"),
        ("region" = Option<String>, Query, description = "Limits the rows to a region"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The points", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, year or region", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_scatter(
    state: State<AppState>,
    request: ApiRequest<ScatterQuery, true>,
) -> Result<Response, ApiError> {
    find_scatter(state, request).await
}
