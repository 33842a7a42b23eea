//! A client that takes none of the encodings there are, and not the plain body either, is told so.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use vithe_shared::ProblemCode;

use crate::{answer::language_of, encoding::Encoding, error::ApiError};

/// Answers a request whose `Accept-Encoding` leaves an encoding to answer in.
pub(crate) async fn require_encoding(request: Request, next: Next) -> Response {
    if Encoding::choose(request.headers()).is_some() {
        return next.run(request).await;
    }
    ApiError::new(
        ProblemCode::NotAcceptable,
        language_of(request.headers()),
        || "Accept-Encoding không cho phép cách mã hóa nào; máy chủ trả lời bằng br, gzip hoặc identity.".to_owned(),
        || "Accept-Encoding allows no encoding; this server answers with br, gzip or identity.".to_owned(),
    )
    .into_response()
}
