//! `/api/v1/borders/{borders}`: the outlines of a list of units.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{
    Borders,
    dataset::Part,
    query::{DatasetQuery, QueryError},
};

use super::datasets::{is_revision_named, send_part};
use crate::{
    answer::{CACHE_FOREVER, Representation},
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, Members, Refused},
    state::AppState,
};

/// The outlines as GeoJSON, with Hoàng Sa and Trường Sa.
///
/// Borders: Government of Viet Nam / OCHA ROAP (COD-AB 2020), through geoBoundaries (Runfola et al. 2020), CC BY 3.0 IGO.
#[utoipa::path(
    get,
    path = "/api/v1/borders/{borders}",
    operation_id = "find_borders",
    tag = "provinces",
    params(
        ("borders" = Borders, Path, description = "`63` or `34`"),
        Asked<ApiRequest<DatasetQuery>>,
    ),
    responses(
        (status = 200, description = "A feature collection with the property `slug`", body = inline(Members), content_type = "application/geo+json"),
        Refused<ApiRequest<DatasetQuery>>,
    )
)]
pub(crate) async fn find_borders(
    State(state): State<AppState>,
    Path(borders): Path<String>,
    request: ApiRequest<DatasetQuery>,
) -> Result<Response, ApiError> {
    let borders: Borders = borders.parse().map_err(|error| {
        let malformed = QueryError::malformed("borders", error);
        ApiError::from(malformed.into_problem(request.language()))
    })?;
    let language = request.language();
    let body = request.data().part(Part::Borders(borders));
    let body = body.ok_or_else(|| ApiError::internal(language))?;
    let is_named = is_revision_named(body, &request.query, language)?;
    let representation = Representation {
        content_type: "application/geo+json",
        cache_control: if is_named {
            CACHE_FOREVER
        } else {
            request.snapshot.cache_control()
        },
        vary: request.vary(),
        file_name: None,
    };
    send_part(&state, body, &request, representation).await
}
