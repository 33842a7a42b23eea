//! Reading the body of a question.

use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use vithe_shared::{Language, Problem, ProblemCode, address::at};

use crate::error::ApiError;

/// Reads a body of JSON; a problem points at the member that cannot be read.
pub(crate) fn read_json<T: DeserializeOwned>(
    headers: &HeaderMap,
    body: &[u8],
    language: Language,
) -> Result<T, ApiError> {
    let media_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(|value| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    if media_type.as_deref() != Some("application/json") {
        return Err(ApiError::new(
            ProblemCode::UnsupportedMediaType,
            language,
            || "Nội dung gửi lên phải là JSON (Content-Type: application/json).".to_owned(),
            || "The body must be JSON (Content-Type: application/json).".to_owned(),
        ));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let (cause, shape) = (error.inner().to_string(), at("/api/docs"));
        let problem = match language {
            Language::Vi => Problem::new(
                ProblemCode::UnreadableBody,
                language,
                format!("Không đọc được nội dung gửi lên tại “{path}”: {cause}. Xem cấu trúc đúng ở {shape}."),
            ),
            Language::En => Problem::new(
                ProblemCode::UnreadableBody,
                language,
                format!("The body cannot be read at “{path}”: {cause}. Its shape is described at {shape}."),
            ),
        };
        let pointer = if path == "." {
            String::new()
        } else {
            format!("/{}", path.replace('.', "/"))
        };
        problem.at_parameter(&pointer).into()
    })
}
