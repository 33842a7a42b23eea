//! `/api/v1/declines`.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::declines::DeclinesAnswer, engine::answers, query::DeclinesQuery};

use super::data::answer_json;
use crate::{error::ApiError, extract::ApiRequest, state::AppState};

/// Components that fall year after year over comparable pairs of years, longest and costliest first.
#[utoipa::path(
    get,
    path = "/api/v1/declines",
    operation_id = "list_declines",
    tag = "analytics",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("until" = Option<u16>, Query, description = "The year in which runs end; by default the newest with a complete component table, or a province's own newer year"),
        ("streak" = Option<u16>, Query, description = "The shortest run that is listed, 1 to 20; 2 by default"),
        ("province" = Option<String>, Query, description = "Limits the rows to one province"),
        ("region" = Option<String>, Query, description = "Limits the rows to one region"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The runs", body = DeclinesAnswer),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, year, province or region", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No components of the index are on record", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list_declines(
    State(state): State<AppState>,
    request: ApiRequest<DeclinesQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, answers::list_declines).await
}
