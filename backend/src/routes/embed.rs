//! `/embed/{language}/{chart}`: a figure for a page of others. It is the only document that other sites may frame.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use vithe_frontend::{
    answers::Answers,
    embed::{Embed, embed_document, embed_failure},
};
use vithe_shared::{
    IndexId, Language,
    query::{ChartKind, FigureQuery, PictureSize},
};

use super::pages::{answer_document, manifest_of};
use crate::{
    answer::{CACHE_DATA, language_of},
    error::ApiError,
    extract::{RawQuery, VERSION},
    middleware::problem::not_found,
    snapshot::{Snapshot, find_snapshot},
    state::AppState,
};

/// Everything of it comes from this server, no script stands in it, and any site may frame it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; \
     object-src 'none'; frame-ancestors *",
);

/// The key that names the colours.
const THEME: &str = "theme";

/// What the document shows: the drawing, whose words stand around it, in the language of the path.
fn drawing_of(query: FigureQuery, language: Language) -> FigureQuery {
    FigureQuery {
        language,
        size: PictureSize::Drawing,
        ..query
    }
}

/// What the document shows, of which figures.
async fn asked(
    state: &AppState,
    uri: &Uri,
    language: Language,
    chart: ChartKind,
) -> Result<(Embed, Snapshot), ApiError> {
    let mut query = RawQuery::read(uri, language)?;
    let version = query.take_version(language)?;
    let snapshot = find_snapshot(state, version.as_deref(), language).await?;
    let names_theme = query.names(THEME);
    let query = query.parse::<FigureQuery>(&[VERSION], language)?;
    let embed = Embed {
        chart,
        theme: names_theme.then_some(query.theme),
        query: drawing_of(query, language),
    };
    Ok((embed, snapshot))
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
    let (status, html) = match asked(&state, &uri, language, chart).await {
        Ok((embed, snapshot)) => {
            let manifest = &manifest_of(&state, &snapshot);
            match embed_document(manifest, &embed, Answers::new(snapshot.catalog(), language)) {
                Ok(html) => (StatusCode::OK, html),
                Err(problem) => (
                    StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
                    embed_failure(manifest, &embed.query, &problem),
                ),
            }
        }
        Err(error) => {
            let problem = error.problem();
            (
                StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST),
                embed_failure(state.site(), &FigureQuery::new(IndexId::Pci, language), problem),
            )
        }
    };
    let mut response = answer_document(html, &headers, state.site(), CACHE_DATA);
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
