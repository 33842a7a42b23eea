//! What crawlers and browsers ask every site for: `robots.txt`, `sitemap.xml`, `favicon.ico`.

use std::fmt::Write as _;

use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use vithe_frontend::routes::{PAGES, Subject};
use vithe_shared::{Borders, IndexId, Language, address::at, query::PageQuery};

use crate::{answer::language_of, middleware::problem::not_found, state::AppState};

/// How long crawlers keep these files.
pub(super) const CACHE: &str = "public, max-age=3600";

/// Crawlers read pages, tables and figures; what the site loads for itself is no table for readers.
pub(crate) async fn show_robots(State(state): State<AppState>, headers: HeaderMap) -> impl IntoResponse {
    let origin = origin(&state, &headers);
    let [datasets, borders, sitemap] = ["/api/v1/datasets", "/api/v1/borders", "/sitemap.xml"].map(at);
    let body = format!("User-agent: *\nDisallow: {datasets}\nDisallow: {borders}\nSitemap: {origin}{sitemap}\n");
    (
        [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::CACHE_CONTROL, CACHE),
            (header::VARY, "Host"),
        ],
        body,
    )
}

/// All pages in both languages, each naming the other.
pub(crate) async fn show_sitemap(State(state): State<AppState>, headers: HeaderMap) -> impl IntoResponse {
    let origin = origin(&state, &headers);
    let mut body = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in page_paths(&state) {
        for language in Language::ALL {
            // Writing to a string cannot fail.
            let address = |language| format!("{origin}{}", at(format_args!("/{language}/{path}")));
            let _ = write!(body, "<url><loc>{}</loc>", address(language));
            for other in Language::ALL {
                let _ = write!(
                    body,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{}\"/>",
                    address(other)
                );
            }
            body.push_str("</url>\n");
        }
    }
    body.push_str("</urlset>\n");
    (
        [
            (header::CONTENT_TYPE, "application/xml; charset=utf-8"),
            (header::CACHE_CONTROL, CACHE),
            (header::VARY, "Host"),
        ],
        body,
    )
}

/// The paths of the pages below the language.
fn page_paths(state: &AppState) -> Vec<String> {
    let places = places(state);
    PAGES
        .iter()
        .filter(|entry| entry.in_sitemap)
        .flat_map(|entry| {
            let subjects: Vec<String> = match entry.subject {
                Subject::None => return vec![entry.segment.to_owned()],
                Subject::Index => IndexId::ALL.map(|index| index.to_string()).to_vec(),
                Subject::Province => places.clone(),
            };
            let path = |subject| format!("{}/{subject}", entry.segment);
            subjects.into_iter().map(path).collect()
        })
        .collect()
}

/// The provinces and the units of 2025: their slug and what tells their list.
fn places(state: &AppState) -> Vec<String> {
    let catalog = state.catalog();
    Borders::ALL
        .into_iter()
        .flat_map(|borders| {
            let query = PageQuery {
                borders: borders.in_address(),
                ..PageQuery::default()
            };
            let units = catalog.units(borders).provinces().iter();
            units.map(move |unit| query.address(unit.slug.as_str()))
        })
        .collect()
}

/// Browsers ask for it without being told; the icon of the pages has a hashed name.
pub(crate) async fn show_favicon(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let favicon = &state.site().favicon;
    if favicon.is_empty() {
        return not_found(language_of(&headers)).into_response();
    }
    let mut response = Redirect::temporary(favicon).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, header::HeaderValue::from_static(CACHE));
    response
}

/// The configured address of the site, or the one that was asked, as far as it looks like one.
pub(super) fn origin(state: &AppState, headers: &HeaderMap) -> String {
    if let Some(origin) = &state.settings().public_origin {
        return origin.clone();
    }
    let host = headers
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .filter(|host| {
            host.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || ".:-[]".contains(letter))
        });
    format!("http://{}", host.unwrap_or("localhost"))
}
