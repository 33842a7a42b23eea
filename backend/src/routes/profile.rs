//! `/api/v1/provinces/{slug}/profile`.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{
    Borders, Problem, ProvinceSlug,
    api::Profile,
    engine::answers::{self, LookupError},
    query::ProfileQuery,
};

use super::data::answer_json;
use crate::{error::ApiError, extract::ApiRequest, state::AppState};

/// One province on all four indices, each with its components.
#[utoipa::path(
    get,
    path = "/api/v1/provinces/{slug}/profile",
    operation_id = "find_profile",
    tag = "provinces",
    params(
        ("slug" = String, Path, description = "The province, such as `hau-giang`"),
        ("year" = Option<u16>, Query, description = "The year; an index without figures in it answers with its newest year before"),
        ("interval" = Option<String>, Query, description = "Fills `rank_interval` of the totals: `rounding`, `perturbation`, `weights` (sensitivity) or `sampling` (confidence); an index without it says why in `interval_refused`"),
        ("points" = Option<f64>, Query, description = "Points up and down of `interval=perturbation`; 1 by default"),
    ),
    responses(
        (status = 200, description = "The profile", body = Profile),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown province or year", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "None of the indices has a rank interval of that kind, or the points are out of bounds", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn find_profile(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    request: ApiRequest<ProfileQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, query| {
        let units = catalog.units(Borders::Provinces63);
        let province: ProvinceSlug = slug.parse().map_err(|_| LookupError::unknown_province(units, &slug))?;
        answers::find_profile(catalog, &province, query)
    })
    .await
}
