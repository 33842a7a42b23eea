//! `/api/v1/movers`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::movers::MoversAnswer, engine::answers, query::MoversQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::movers_sheet, extract::ApiRequest, state::AppState};

/// Which provinces won or lost most between two years: places always, points as far as the years compare. Most places won
/// first.
#[utoipa::path(
    get,
    path = "/api/v1/movers",
    operation_id = "list_movers",
    tag = "analytics",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("from" = Option<u16>, Query, description = "The earlier year; by default the nearest one before `to` with figures"),
        ("to" = Option<u16>, Query, description = "The later year; by default the one the component opens on"),
        ("region" = Option<String>, Query, description = "Limits rows and counts to a region; n and ranks stay national"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The movers; without rows and with `refused` where too few ranks are on record", body = MoversAnswer),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter, or a span that does not end after it begins", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, year, region or version", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list_movers(
    State(state): State<AppState>,
    request: ApiRequest<MoversQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_movers, |answer, _| movers_sheet(answer)).await
}

/// The same list as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/movers.csv",
    operation_id = "export_movers",
    tag = "files",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("from" = Option<u16>, Query, description = "The earlier year; by default the nearest one before `to` with figures"),
        ("to" = Option<u16>, Query, description = "The later year; by default the one the component opens on"),
        ("region" = Option<String>, Query, description = "Limits the rows to a region"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The movers", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, year or region", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_movers(
    state: State<AppState>,
    request: ApiRequest<MoversQuery, true>,
) -> Result<Response, ApiError> {
    list_movers(state, request).await
}
