//! `/api/v1/matrix`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::Matrix, engine::answers, query::MatrixQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::matrix_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// The first-level components of an index for some or all provinces in one year.
///
/// A file has three columns per component: its score, its rank and what that is out of.
#[utoipa::path(
    get,
    path = "/api/v1/matrix",
    operation_id = "find_matrix",
    tag = "figures",
    params(Asked<ApiRequest<MatrixQuery, true>>),
    responses(
        (status = 200, description = "The matrix", body = Matrix),
        Refused<ApiRequest<MatrixQuery, true>>,
    )
)]
pub(crate) async fn find_matrix(
    State(state): State<AppState>,
    request: ApiRequest<MatrixQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::find_matrix, |matrix, query| {
        matrix_sheet(matrix, query)
    })
    .await
}
