//! The pages: rendered by the frontend over the catalog, named by a tag of their bytes, with a content security policy that
//! allows exactly the inline scripts they have.
//!
//! A page is a pure function of its address, so a rendered one is kept with its policy, and a 304 repeats that policy. A
//! nonce would not do: a stored page keeps the old one while the header of a 304 brings a new one.

use std::convert::Infallible;

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use moka::future::Cache;
use sha2::{Digest, Sha256};
use vithe_frontend::{
    address::PageAddress,
    app::document,
    failure::failure_view,
    pages::{Page, PageHead, find_page},
    site::SiteManifest,
};
use vithe_shared::Problem;

use crate::{
    answer::{entity_tag, language_of, names_tag},
    encoding::Encoding,
    error::ApiError,
    state::AppState,
};

/// A document with the policy that goes with it.
#[derive(Clone)]
struct Document {
    body: Bytes,
    tag: String,
    policy: HeaderValue,
    encoding: Encoding,
}

/// Documents by address and encoding.
#[derive(Clone)]
pub(crate) struct PageCache(Cache<(String, Encoding), Document>);

impl PageCache {
    pub(crate) fn new(capacity_bytes: u64) -> Self {
        let cache = Cache::builder()
            .max_capacity(capacity_bytes)
            .weigher(|(address, _): &(String, Encoding), page: &Document| {
                u32::try_from(address.len() + page.body.len()).unwrap_or(u32::MAX)
            })
            .build();
        Self(cache)
    }
}

/// `/`: the site in the language of the browser.
pub(crate) async fn redirect_to_language(headers: HeaderMap) -> Response {
    let language = language_of(&headers);
    let mut response = Redirect::to(&format!("/{language}/")).into_response();
    *response.status_mut() = StatusCode::FOUND;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// `/vi` and `/en`: the folder of the language.
pub(crate) async fn redirect_to_folder(request: Request) -> Redirect {
    let query = request
        .uri()
        .query()
        .map_or_else(String::new, |query| format!("?{query}"));
    Redirect::permanent(&format!("{}/{query}", request.uri().path()))
}

/// Any other address: the frontend knows its pages, and answers the rest with its own 404.
pub(crate) async fn render_page(State(state): State<AppState>, request: Request) -> Response {
    let encoding = Encoding::from_headers(request.headers());
    let if_none_match = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    let uri = request.uri();
    let address = PageAddress::parse(uri.path(), uri.query().unwrap_or_default());
    let key = (
        uri.path_and_query().map_or_else(String::new, ToString::to_string),
        encoding,
    );

    if let Some(page) = state.pages().0.get(&key).await {
        return respond(StatusCode::OK, &page, if_none_match.as_deref());
    }
    let language = address.language;
    let manifest = state.site();
    let made = document(manifest, address.clone(), |address| find_page(state.catalog(), address));
    let (status, html) = match made {
        Ok(html) => (StatusCode::OK, html),
        Err(problem) => (
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            failure_document(manifest, address, &problem),
        ),
    };
    match encode(html, encoding) {
        Ok(page) => {
            // Addresses that do not exist are without number; only pages are kept.
            if status == StatusCode::OK {
                state.pages().0.insert(key, page.clone()).await;
            }
            respond(status, &page, if_none_match.as_deref())
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be sent");
            ApiError::internal(language).into_response()
        }
    }
}

/// What stands where there is no page.
fn failure_document(manifest: &SiteManifest, address: PageAddress, problem: &Problem) -> String {
    let Ok(html) = document(manifest, address, |address| {
        let head = PageHead {
            title: problem.title.clone(),
            description: problem.detail.clone(),
            image: None,
        };
        Ok::<_, Infallible>(Page::new(head, failure_view(address, problem)))
    });
    html
}

/// Why a document cannot be sent.
#[derive(Debug, thiserror::Error)]
enum EncodeError {
    /// It could not be compressed.
    #[error("the page could not be compressed: {0}")]
    Compress(#[from] std::io::Error),
    /// The policy cannot be a header.
    #[error("the content security policy is not a header value")]
    Policy,
}

fn encode(html: String, encoding: Encoding) -> Result<Document, EncodeError> {
    let policy = HeaderValue::from_str(&content_security_policy(&html)).map_err(|_| EncodeError::Policy)?;
    let body = encoding.encode(html.into_bytes())?;
    let tag = entity_tag([body.as_slice()]);
    Ok(Document {
        body: Bytes::from(body),
        tag,
        policy,
        encoding,
    })
}

fn respond(status: StatusCode, page: &Document, if_none_match: Option<&str>) -> Response {
    let is_held = status == StatusCode::OK && if_none_match.is_some_and(|tags| names_tag(tags, &page.tag));
    let mut response = Response::new(if is_held {
        Body::empty()
    } else {
        Body::from(page.body.clone())
    });
    *response.status_mut() = if is_held { StatusCode::NOT_MODIFIED } else { status };
    let headers = response.headers_mut();
    if !is_held {
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(page.body.len()));
        if let Some(token) = page.encoding.token() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(token));
        }
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::CONTENT_SECURITY_POLICY, page.policy.clone());
    if status == StatusCode::OK
        && let Ok(tag) = HeaderValue::from_str(&page.tag)
    {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// The policy of a page: everything from this server, and the inline scripts that the page has, by their hashes.
fn content_security_policy(html: &str) -> String {
    let mut scripts = String::from("'self' 'wasm-unsafe-eval'");
    for script in inline_scripts(html) {
        let hash = BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()));
        let source = format!(" 'sha256-{hash}'");
        if !scripts.contains(&source) {
            scripts.push_str(&source);
        }
    }
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )
}

/// The contents of `<script>` elements that run and have no source.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find("<script")?;
            let tag = &rest[start..];
            let (attributes, after) = tag.split_once('>')?;
            let (content, after) = after.split_once("</script>")?;
            rest = after;
            let is_data = attributes.contains(" type=\"application/json\"");
            if !attributes.contains(" src=") && !is_data && !content.is_empty() {
                return Some(content);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_without_a_source_are_inline() {
        let html = "<script src=\"/a.js\"></script><script>one</script><p></p><script type=\"module\">two</script>\
                    <script type=\"application/json\">{}</script>";
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn the_policy_names_the_hash_of_an_inline_script() {
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        let policy = content_security_policy("<script>alert(1)</script>");
        assert!(
            policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
            "{policy}"
        );
        assert!(!policy.contains("script-src 'self' 'unsafe-inline'") && !policy.contains("'unsafe-eval'"));
    }
}
