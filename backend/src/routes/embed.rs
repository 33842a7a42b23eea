//! `/embed/{language}/{chart}`: a figure for a page of others. It is the only document that other sites may frame.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use vithe_frontend::{
    answers::Answers,
    embed::{embed_document, embed_failure},
};
use vithe_shared::{
    IndexId, Language,
    query::{ChartKind, FigureQuery, PictureSize},
};

use super::pages::answer_document;
use crate::{
    answer::{CACHE_DATA, language_of},
    extract::RawQuery,
    middleware::problem::not_found,
    state::AppState,
};

/// Pictures and the style sheet of this site; any site may frame it, and nothing runs in it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
     frame-ancestors *",
);

/// What the document shows: the drawing, whose words stand around it, in the language of the path.
fn drawing_of(query: FigureQuery, language: Language) -> FigureQuery {
    FigureQuery {
        language,
        size: PictureSize::Drawing,
        ..query
    }
}

/// The document of a figure; its query is that of the figure, and its language that of the path.
pub(crate) async fn show_embed(
    State(state): State<AppState>,
    Path((language, chart)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let (Ok(language), Ok(chart)) = (language.parse::<Language>(), chart.parse::<ChartKind>()) else {
        return not_found(language_of(&headers)).into_response();
    };
    let manifest = state.site();
    let asked = RawQuery::read(&uri, language).and_then(|query| query.parse::<FigureQuery>(&[], language));
    let (status, html) = match asked.map(|query| drawing_of(query, language)) {
        Ok(query) => match embed_document(manifest, chart, &query, Answers::new(state.catalog(), language)) {
            Ok(html) => (StatusCode::OK, html),
            Err(problem) => (
                StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
                embed_failure(manifest, &query, &problem),
            ),
        },
        Err(error) => {
            let problem = error.problem();
            (
                StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST),
                embed_failure(manifest, &FigureQuery::new(IndexId::Pci, language), problem),
            )
        }
    };
    let mut response = answer_document(html, &headers, manifest, CACHE_DATA);
    if status != StatusCode::OK {
        *response.status_mut() = status;
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}
