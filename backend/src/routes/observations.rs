//! `/api/v1/observations`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::Observation, engine::answers, query::ObservationQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::observation_sheet, extract::ApiRequest, state::AppState};

/// Tidy rows, one figure each, with status, evidence and source.
///
/// Where the publisher's terms allow only what a page displays, a request names an index together with one province, or
/// with one year and one component.
#[utoipa::path(
    get,
    path = "/api/v1/observations",
    operation_id = "list_observations",
    tag = "figures",
    params(
        ("index" = Option<String>, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "One component"),
        ("province" = Option<String>, Query, description = "One province"),
        ("year" = Option<u16>, Query, description = "One year"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The figures", body = Vec<Observation>),
        (status = 400, description = "Unknown, repeated or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The selection is wider than the publisher's terms allow", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, province or year", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list_observations(
    State(state): State<AppState>,
    request: ApiRequest<ObservationQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_observations, |rows, query| {
        observation_sheet(rows, query)
    })
    .await
}

/// The same rows as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/observations.csv",
    operation_id = "export_observations",
    tag = "files",
    params(
        ("index" = Option<String>, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("component" = Option<String>, Query, description = "One component"),
        ("province" = Option<String>, Query, description = "One province"),
        ("year" = Option<u16>, Query, description = "One year"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The figures", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown, repeated or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The selection is wider than the publisher's terms allow", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, component, province or year", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_observations(
    state: State<AppState>,
    request: ApiRequest<ObservationQuery, true>,
) -> Result<Response, ApiError> {
    list_observations(state, request).await
}
