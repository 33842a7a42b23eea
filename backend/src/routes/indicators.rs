//! `/api/v1/indicators`, in the forms of a table.

use axum::{extract::State, response::Response};
use vithe_shared::{
    api::indicators::{IndicatorRanking, IndicatorsAnswer},
    engine::answers,
    query::{IndicatorRankingQuery, IndicatorsQuery},
};

use super::data::answer_table;
use crate::{
    error::ApiError,
    export::{indicator_ranking_sheet, indicators_sheet},
    extract::ApiRequest,
    openapi::{Asked, Refused},
    state::AppState,
};

/// The indicators below the components, with the standing of a province.
#[utoipa::path(
    get,
    path = "/api/v1/indicators",
    operation_id = "list_indicators",
    tag = "figures",
    params(Asked<ApiRequest<IndicatorsQuery, true>>),
    responses(
        (status = 200, description = "The indicators in units of their own, summed up over all units", body = IndicatorsAnswer),
        Refused<ApiRequest<IndicatorsQuery, true>>,
    )
)]
pub(crate) async fn list_indicators(
    State(state): State<AppState>,
    request: ApiRequest<IndicatorsQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::list_indicators, |answer, _| {
        indicators_sheet(answer)
    })
    .await
}

/// The table of one indicator and year.
#[utoipa::path(
    get,
    path = "/api/v1/indicators/rankings",
    operation_id = "list_indicator_rankings",
    tag = "figures",
    params(Asked<ApiRequest<IndicatorRankingQuery, true>>),
    responses(
        (status = 200, description = "The table, best first", body = IndicatorRanking),
        Refused<ApiRequest<IndicatorRankingQuery, true>>,
    )
)]
pub(crate) async fn find_indicator_ranking(
    State(state): State<AppState>,
    request: ApiRequest<IndicatorRankingQuery, true>,
) -> Result<Response, ApiError> {
    answer_table(&state, &request, answers::find_indicator_ranking, |answer, _| {
        indicator_ranking_sheet(answer)
    })
    .await
}
