//! `/shell/…`: documents that stand in where there is no network. Browsers fetch them while there is one, for the service
//! worker to keep (`worker`).

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, Uri},
    response::{IntoResponse as _, Response},
};
use vithe_frontend::app::{network_notice, shell};
use vithe_shared::Language;

use super::pages::answer_document;
use crate::{
    answer::{CACHE_FOREVER, language_of},
    middleware::problem::not_found,
    state::AppState,
};

/// What stands in for a page, and for a file or the documentation of the API.
const NAMES: [&str; 2] = ["page", "file"];

/// The addresses of the documents of a language. What is answered there never changes.
pub(crate) fn addresses(language: Language, build: &str) -> [String; 2] {
    NAMES.map(|name| format!("/shell/{language}/{name}?rev={build}"))
}

/// One of the documents of this build.
pub(crate) async fn show_shell(
    State(state): State<AppState>,
    Path((language, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let manifest = state.site();
    let is_of_this_build = uri.query() == Some(&format!("rev={}", manifest.build));
    let html = match (language.parse::<Language>(), name.as_str()) {
        (Ok(language), "page") if is_of_this_build => shell(manifest, language),
        (Ok(language), "file") if is_of_this_build => network_notice(manifest, language),
        _ => return not_found(language_of(&headers)).into_response(),
    };
    let mut response = answer_document(html, &headers, manifest, CACHE_FOREVER);
    response
        .headers_mut()
        .insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}
