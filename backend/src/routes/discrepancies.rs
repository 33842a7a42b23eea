//! `/api/v1/discrepancies`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::discrepancies::DiscrepanciesAnswer, engine::answers, query::DiscrepanciesQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::discrepancies_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// Figures that do not agree: source against source, parts against totals, rank against score. A file has a line per claim.
#[utoipa::path(
    get,
    path = "/api/v1/discrepancies",
    operation_id = "list_discrepancies",
    tag = "figures",
    params(Asked<ApiRequest<DiscrepanciesQuery, true>>),
    responses(
        (status = 200, description = "The register, each row under a stable identifier", body = DiscrepanciesAnswer),
        Refused<ApiRequest<DiscrepanciesQuery, true>>,
    )
)]
pub(crate) async fn list_discrepancies(
    State(state): State<AppState>,
    request: ApiRequest<DiscrepanciesQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_discrepancies, discrepancies_sheet).await
}
