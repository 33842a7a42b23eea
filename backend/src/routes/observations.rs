//! `/api/v1/observations`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::Observation, engine::answers, query::ObservationQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::observation_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Tidy rows, one figure each, with status, evidence and source.
///
/// Where the publisher's terms allow only what a page displays, a request names an index together with one province, or
/// with one year and one component.
#[utoipa::path(
    get,
    path = "/api/v1/observations",
    operation_id = "list_observations",
    tag = "figures",
    params(Asked<ApiRequest<ObservationQuery, true>>),
    responses(
        (status = 200, description = "The figures", body = Vec<Observation>),
        Refused<ApiRequest<ObservationQuery, true>>,
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
