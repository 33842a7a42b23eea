//! `/api/v1/what-if`: asked in a body, or by an address, in the forms of a table.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use vithe_shared::{
    Language, ProblemCode,
    api::what_if::{WhatIfAnswer, WhatIfRequest},
    engine::answers::{self, WhatIfFault},
    query::{QueryDescription, WhatIfQuery},
};

use super::{
    body::read_json,
    data::{Fault, answer_table},
};
use crate::{
    answer::language_of,
    error::ApiError,
    export::what_if_sheet,
    extract::ApiRequest,
    openapi::{Asked, DescribedRequest, Refused},
    state::AppState,
};

/// Asked by an address: a problem points at the parameter.
impl Fault for WhatIfFault {
    fn told(self, language: Language) -> ApiError {
        let mut problem = self.into_problem(language);
        for place in &mut problem.errors {
            let parameter = match place.pointer.split('/').nth(1) {
                Some("changes") => "d",
                Some("usual_changes") => "u",
                Some("target_rank") => "target",
                Some("target_score") => "total",
                _ => continue,
            };
            parameter.clone_into(&mut place.pointer);
        }
        problem.into()
    }
}

/// What changed components would do and what a target takes, asked by an address.
#[utoipa::path(
    get,
    path = "/api/v1/what-if",
    operation_id = "find_what_if",
    tag = "analytics",
    params(Asked<ApiRequest<WhatIfQuery, true>>),
    responses(
        (status = 200, description = "The answer", body = WhatIfAnswer),
        Refused<ApiRequest<WhatIfQuery, true>>,
    )
)]
pub(crate) async fn find_what_if(
    State(state): State<AppState>,
    request: ApiRequest<WhatIfQuery, true>,
) -> Result<Response, ApiError> {
    let find = |catalog: &_, query: &WhatIfQuery| answers::answer_what_if(catalog, &query.request());
    answer_table(&state, &request, find, what_if_sheet).await
}

/// The body of the question.
struct WhatIfBody;

impl DescribedRequest for WhatIfBody {
    fn describe() -> QueryDescription {
        QueryDescription {
            parameters: Vec::new(),
            refusals: vec![
                ProblemCode::UnknownProvince,
                ProblemCode::UnknownComponent,
                ProblemCode::UnknownYear,
                ProblemCode::PayloadTooLarge,
                ProblemCode::UnsupportedMediaType,
                ProblemCode::UnreadableBody,
                ProblemCode::InvalidValue,
                ProblemCode::IncompleteTable,
                ProblemCode::ConflictingParameters,
            ],
        }
    }
}

/// What changed components would do to a total and its rank, and what a target takes.
#[utoipa::path(
    post,
    path = "/api/v1/what-if",
    operation_id = "answer_what_if",
    tag = "analytics",
    request_body = WhatIfRequest,
    responses(
        (status = 200, description = "The answer", body = WhatIfAnswer),
        Refused<WhatIfBody>,
    )
)]
pub(crate) async fn answer_what_if(
    State(state): State<AppState>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let language = language_of(&headers);
    let request: WhatIfRequest = read_json(&headers, &body, language)?;
    let answer = answers::answer_what_if(state.catalog(), &request).map_err(|fault| fault.into_problem(language))?;
    let mut response = Json(answer).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
