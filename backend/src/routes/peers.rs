//! `/api/v1/peers/{slug}`, in the forms of a table. The router knows no suffix after a name in the path, so it is taken off here.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{
    Borders, ProvinceSlug,
    api::peers::PeersAnswer,
    engine::{
        answers::{self, LookupError},
        catalog::Catalog,
    },
    query::PeersQuery,
};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::peers_sheet,
    extract::{ApiRequest, Form},
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
        ("slug" = String, Path, example = "hau-giang", description = "The province, such as `hau-giang`"),
        Asked<ApiRequest<PeersQuery, true>>,
    ),
    responses(
        (status = 200, description = "All others with their distance, or why there are none", body = PeersAnswer),
        Refused<AtPath<ProvinceSlug, ApiRequest<PeersQuery, true>>>,
    )
)]
pub(crate) async fn find_peers(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    request: ApiRequest<PeersQuery, true>,
) -> Result<Response, ApiError> {
    let find = |catalog: &Catalog, query: &PeersQuery| {
        let units = catalog.units(Borders::Provinces63);
        let name = Form::of_suffix(&slug).map_or(slug.as_str(), |(name, _)| name);
        let province: ProvinceSlug = name.parse().map_err(|_| LookupError::unknown_province(units, name))?;
        answers::find_peers(catalog, &province, query)
    };
    answer_table(&state, &request, find, |answer, _| peers_sheet(answer)).await
}
