//! `/api/v1/borders/{borders}`: the outlines of a list of units.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{Borders, Problem, query::NoQuery, query::QueryError};

use crate::{
    answer::Representation,
    error::ApiError,
    extract::ApiRequest,
    state::{AppState, BUILD},
};

/// The outlines as GeoJSON, with Hoàng Sa and Trường Sa.
///
/// Borders: Government of Viet Nam / OCHA ROAP (COD-AB 2020), through geoBoundaries (Runfola et al. 2020), CC BY 3.0 IGO.
#[utoipa::path(
    get,
    path = "/api/v1/borders/{borders}",
    operation_id = "find_borders",
    tag = "provinces",
    params(("borders" = String, Path, description = "`63` or `34`")),
    responses(
        (status = 200, description = "A feature collection with the property `slug`", body = Object, content_type = "application/geo+json"),
        (status = 400, description = "Neither 63 nor 34", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn find_borders(
    State(state): State<AppState>,
    Path(borders): Path<String>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    let borders: Borders = borders.parse().map_err(|error| {
        let malformed = QueryError::malformed("borders", error);
        ApiError::from(malformed.into_problem(request.language()))
    })?;
    let representation = Representation {
        content_type: "application/geo+json",
        cache_control: request.cache_control(),
        vary: request.vary(),
        file_name: None,
        is_shared: true,
    };
    let identity = [BUILD, state.catalog().revision(), "/api/v1/borders", borders.as_str()];
    state
        .answers()
        .answer(&request.client, &identity, representation, async {
            Ok(state.data().outlines(borders).to_vec())
        })
        .await
}
