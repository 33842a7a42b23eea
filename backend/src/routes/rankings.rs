//! `/api/v1/rankings`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::Ranking, engine::answers, query::RankingQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::ranking_sheet, extract::ApiRequest, state::AppState};

/// The table of one component and year, best first.
#[utoipa::path(
    get,
    path = "/api/v1/rankings",
    operation_id = "list_rankings",
    tag = "figures",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("year" = Option<u16>, Query, description = "The year; by default the one the component opens on"),
        ("region" = Option<String>, Query, description = "Limits the rows to a region; n and ranks stay national"),
        ("borders" = Option<String>, Query, description = "`63` or `34`; by default the list in force in the year"),
        ("interval" = Option<String>, Query, description = "Fills `rank_interval`: `rounding`, `perturbation`, `weights` (sensitivity) or `sampling` (confidence); `intervals` names those of the table"),
        ("points" = Option<f64>, Query, description = "Points up and down of `interval=perturbation`, above 0 and at most the width of the scale; by default 1, on scales of at most ten points 0.1"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The table", body = Ranking),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, year, region or version", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The table has no rank interval of that kind, or the points are out of bounds", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list_rankings(
    State(state): State<AppState>,
    request: ApiRequest<RankingQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_rankings, |ranking, _| {
        ranking_sheet(ranking)
    })
    .await
}

/// The same table as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/rankings.csv",
    operation_id = "export_rankings",
    tag = "files",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "The component; the total by default"),
        ("year" = Option<u16>, Query, description = "The year; by default the one the component opens on"),
        ("region" = Option<String>, Query, description = "Limits the rows to a region"),
        ("borders" = Option<String>, Query, description = "`63` or `34`"),
        ("interval" = Option<String>, Query, description = "Fills the columns of the rank interval: `rounding`, `perturbation`, `weights` or `sampling`"),
        ("points" = Option<f64>, Query, description = "Points up and down of `interval=perturbation`"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The table", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, year or region", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The table has no rank interval of that kind, or the points are out of bounds", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_rankings(
    state: State<AppState>,
    request: ApiRequest<RankingQuery, true>,
) -> Result<Response, ApiError> {
    list_rankings(state, request).await
}
