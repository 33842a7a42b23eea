//! `/api/v1/provinces/{slug}/profile`.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{
    Borders, ProvinceSlug,
    api::Profile,
    engine::answers::{self, LookupError},
    query::ProfileQuery,
};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, AtPath, Refused},
    state::AppState,
};

/// One province on all four indices, each with its components.
#[utoipa::path(
    get,
    path = "/api/v1/provinces/{slug}/profile",
    operation_id = "find_profile",
    tag = "provinces",
    params(
        ("slug" = String, Path, example = "hau-giang", description = "The province, such as `hau-giang`"),
        Asked<ApiRequest<ProfileQuery>>,
    ),
    responses(
        (status = 200, description = "The profile", body = Profile),
        Refused<AtPath<ProvinceSlug, ApiRequest<ProfileQuery>>>,
    )
)]
pub(crate) async fn find_profile(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    request: ApiRequest<ProfileQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, query| {
        let units = catalog.units(query.borders.unwrap_or(Borders::Provinces63));
        let province: ProvinceSlug = slug.parse().map_err(|_| LookupError::unknown_province(units, &slug))?;
        answers::find_profile(catalog, &province, query)
    })
    .await
}
