//! `/api/v1/rankings`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{api::Ranking, engine::answers, query::RankingQuery};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::ranking_sheet,
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// The table of one component and year, best first.
#[utoipa::path(
    get,
    path = "/api/v1/rankings",
    operation_id = "list_rankings",
    tag = "figures",
    params(Asked<ApiRequest<RankingQuery, true>>),
    responses(
        (status = 200, description = "The table", body = Ranking),
        Refused<ApiRequest<RankingQuery, true>>,
    )
)]
pub(crate) async fn list_rankings(
    State(state): State<AppState>,
    request: ApiRequest<RankingQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_rankings, |ranking, _| {
        ranking_sheet(ranking)
    })
    .await
}
