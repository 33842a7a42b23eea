//! `/api/v1/changes`.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::changes::ChangesAnswer, engine::answers, query::ChangesQuery};

use super::data::answer_json;
use crate::{error::ApiError, extract::ApiRequest, state::AppState};

/// What a province's change of score and of rank between two years is made of.
#[utoipa::path(
    get,
    path = "/api/v1/changes",
    operation_id = "find_changes",
    tag = "analytics",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("province" = String, Query, description = "The province"),
        ("from" = Option<u16>, Query, description = "The earlier year; by default the nearest one before `to` with a total"),
        ("to" = Option<u16>, Query, description = "The later year; by default the newest one with a total"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The parts; refused parts are null with the reason", body = ChangesAnswer),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, province or year", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn find_changes(
    State(state): State<AppState>,
    request: ApiRequest<ChangesQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, answers::find_changes).await
}
