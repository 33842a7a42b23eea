//! `/api/v1/matrix`, as JSON and CSV.

use axum::{extract::State, response::Response};
use vithe_shared::{Problem, api::Matrix, engine::answers, query::MatrixQuery};

use super::data::answer_table;
use crate::{error::ApiError, export::matrix_sheet, extract::ApiRequest, state::AppState};

/// The first-level components of an index for some or all provinces in one year.
#[utoipa::path(
    get,
    path = "/api/v1/matrix",
    operation_id = "find_matrix",
    tag = "figures",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("year" = Option<u16>, Query, description = "The year; by default the one the index opens on"),
        ("p" = Option<String>, Query, description = "Provinces joined by `~`; all by default"),
        ("v" = Option<String>, Query, description = "The version of the dataset; the answer then never changes"),
    ),
    responses(
        (status = 200, description = "The matrix", body = Matrix),
        (status = 400, description = "Unknown, repeated, missing or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, year or province", body = Problem, content_type = "application/problem+json"),
        (status = 406, description = "Neither JSON nor CSV is accepted", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn find_matrix(
    State(state): State<AppState>,
    request: ApiRequest<MatrixQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::find_matrix, |matrix, query| {
        matrix_sheet(matrix, query.provinces.len())
    })
    .await
}

/// The same matrix as CSV: two columns per component, its score and its rank.
#[utoipa::path(
    get,
    path = "/api/v1/matrix.csv",
    operation_id = "export_matrix",
    tag = "files",
    params(
        ("index" = String, Query, description = "`pci`, `papi`, `par` or `sipas`"),
        ("year" = Option<u16>, Query, description = "The year; by default the one the index opens on"),
        ("p" = Option<String>, Query, description = "Provinces joined by `~`; all by default"),
        ("excel" = Option<String>, Query, description = "`vi`: byte order mark, semicolons and decimal commas"),
        ("v" = Option<String>, Query, description = "The version of the dataset"),
    ),
    responses(
        (status = 200, description = "The matrix", body = String, content_type = "text/csv"),
        (status = 400, description = "Unknown or malformed parameter", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Unknown index, year or province", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn export_matrix(
    state: State<AppState>,
    request: ApiRequest<MatrixQuery, true>,
) -> Result<Response, ApiError> {
    find_matrix(state, request).await
}
