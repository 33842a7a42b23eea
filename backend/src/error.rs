//! Errors on the way out. A handler fails with [`ApiError`]; the answer carries the problem as an extension, and
//! [`crate::middleware::problem`] writes it as `application/problem+json` with the address it is about. Faults of the
//! server are logged where they happen and told without their cause.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use vithe_shared::{Language, Problem, ProblemCode, engine::answers::LookupError};

/// A request that is answered with a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiError(Box<Problem>);

impl ApiError {
    /// A problem told in the language of the request.
    pub(crate) fn new(
        code: ProblemCode,
        language: Language,
        vi: impl FnOnce() -> String,
        en: impl FnOnce() -> String,
    ) -> Self {
        let detail = match language {
            Language::Vi => vi(),
            Language::En => en(),
        };
        Problem::new(code, language, detail).into()
    }

    /// The problem.
    pub(crate) fn problem(&self) -> &Problem {
        &self.0
    }

    /// A fault of the server, after its cause was logged.
    pub(crate) fn internal(language: Language) -> Self {
        Self::new(
            ProblemCode::Internal,
            language,
            || "Máy chủ gặp lỗi khi xử lý yêu cầu này. Vui lòng thử lại sau.".to_owned(),
            || "The server failed to process this request. Please try again later.".to_owned(),
        )
    }

    pub(crate) fn lookup(error: LookupError, language: Language) -> Self {
        error.into_problem(language).into()
    }
}

impl From<Problem> for ApiError {
    fn from(problem: Problem) -> Self {
        Self(Box::new(problem))
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
