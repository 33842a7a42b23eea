//! `/api/v1/peers/{slug}`.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{
    Borders, ProvinceSlug,
    api::peers::PeersAnswer,
    engine::answers::{self, LookupError},
    query::PeersQuery,
};

use super::data::answer_json;
use crate::{
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, AtPath, Refused},
    state::AppState,
};

/// The provinces that are alike by their components, those that do better first.
#[utoipa::path(
    get,
    path = "/api/v1/peers/{slug}",
    operation_id = "find_peers",
    tag = "analytics",
    params(
        ("slug" = String, Path, description = "The province, such as `hau-giang`"),
        Asked<ApiRequest<PeersQuery>>,
    ),
    responses(
        (status = 200, description = "All others with their distance, or why there are none", body = PeersAnswer),
        Refused<AtPath<ProvinceSlug, ApiRequest<PeersQuery>>>,
    )
)]
pub(crate) async fn find_peers(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    request: ApiRequest<PeersQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, query| {
        let units = catalog.units(Borders::Provinces63);
        let province: ProvinceSlug = slug.parse().map_err(|_| LookupError::unknown_province(units, &slug))?;
        answers::find_peers(catalog, &province, query)
    })
    .await
}
