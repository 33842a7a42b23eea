//! The pages: rendered by the frontend over the catalog, named by a tag of their bytes, with a content security policy that
//! allows exactly the inline scripts they have.
//!
//! A page is a pure function of its address, so a rendered one is kept with its policy, and a 304 repeats that policy. A
//! nonce would not do: a stored page keeps the old one while the header of a 304 brings a new one.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use moka::future::Cache;
use sha2::{Digest, Sha256};
use vithe_frontend::{
    app::shell,
    site::{ResponseStatus, SiteManifest},
};
use vithe_shared::Language;

use crate::{
    answer::{entity_tag, language_of, names_tag},
    encoding::Encoding,
    error::ApiError,
    state::AppState,
};

/// The largest page that is rendered.
const MAXIMUM_PAGE_BYTES: usize = 8 * 1024 * 1024;

/// A rendered page with the policy that goes with it.
#[derive(Clone)]
struct Page {
    body: Bytes,
    tag: String,
    policy: HeaderValue,
    encoding: Encoding,
}

/// Rendered pages by address and encoding.
#[derive(Clone)]
pub(crate) struct PageCache(Cache<(String, Encoding), Page>);

impl PageCache {
    pub(crate) fn new(capacity_bytes: u64) -> Self {
        let cache = Cache::builder()
            .max_capacity(capacity_bytes)
            .weigher(|(address, _): &(String, Encoding), page: &Page| {
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
    let language = page_language(request.uri().path()).unwrap_or_else(|| language_of(request.headers()));
    let address = request
        .uri()
        .path_and_query()
        .map_or_else(String::new, |address| address.as_str().to_owned());
    let key = (address, encoding);

    if let Some(page) = state.pages().0.get(&key).await {
        return respond(StatusCode::OK, &page, if_none_match.as_deref());
    }
    match render(&state, request, encoding).await {
        Ok((status, page)) => {
            // Addresses that do not exist are without number; only pages are kept.
            if status == StatusCode::OK {
                state.pages().0.insert(key, page.clone()).await;
            }
            respond(status, &page, if_none_match.as_deref())
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            ApiError::internal(language).into_response()
        }
    }
}

fn page_language(path: &str) -> Option<Language> {
    path.trim_start_matches('/').split('/').next()?.parse().ok()
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
enum RenderError {
    /// The body of the page broke off.
    #[error("the page could not be read: {0}")]
    Body(#[from] axum::Error),
    /// The page could not be compressed.
    #[error("the page could not be compressed: {0}")]
    Compress(#[from] std::io::Error),
    /// The page has bytes that are no text.
    #[error("the page is not UTF-8")]
    NotText,
    /// The policy cannot be a header.
    #[error("the content security policy is not a header value")]
    Policy,
}

async fn render(state: &AppState, request: Request, encoding: Encoding) -> Result<(StatusCode, Page), RenderError> {
    let manifest = state.site().clone();
    let source = state.source();
    let context = {
        let manifest = manifest.clone();
        move || {
            provide_context(std::sync::Arc::clone(&source));
            provide_context::<SiteManifest>(manifest.clone());
            if let Some(options) = use_context::<ResponseOptions>() {
                provide_context(ResponseStatus::new(move |status| {
                    if let Ok(status) = StatusCode::from_u16(status) {
                        options.set_status(status);
                    }
                }));
            }
        }
    };
    let handler = leptos_axum::render_app_async_with_context(context, move || shell(manifest.clone()));
    let rendered = handler(request).await;
    let status = rendered.status();
    let html = to_bytes(rendered.into_body(), MAXIMUM_PAGE_BYTES).await?;
    let html = without_nonce(std::str::from_utf8(&html).map_err(|_| RenderError::NotText)?);
    let policy = HeaderValue::from_str(&content_security_policy(&html)).map_err(|_| RenderError::Policy)?;
    let body = encoding.encode(html.into_bytes())?;
    let tag = entity_tag([body.as_slice()]);
    Ok((
        status,
        Page {
            body: Bytes::from(body),
            tag,
            policy,
            encoding,
        },
    ))
}

fn respond(status: StatusCode, page: &Page, if_none_match: Option<&str>) -> Response {
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

/// A page without the nonce that Leptos writes on its scripts: random, so it would make every rendering another page, and
/// of no use beside hashes.
fn without_nonce(html: &str) -> String {
    const ATTRIBUTE: &str = " nonce=\"";
    let nonce = html
        .find("<script nonce=\"")
        .and_then(|start| html[start..].split_once(ATTRIBUTE)?.1.split_once('"'))
        .map(|(nonce, _)| nonce);
    match nonce {
        Some(nonce) => html.replace(&format!("{ATTRIBUTE}{nonce}\""), ""),
        None => html.to_owned(),
    }
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

/// The contents of `<script>` elements without a source.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find("<script")?;
            let tag = &rest[start..];
            let (attributes, after) = tag.split_once('>')?;
            let (content, after) = after.split_once("</script>")?;
            rest = after;
            if !attributes.contains(" src=") && !content.is_empty() {
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
        let html = "<script src=\"/a.js\"></script><script>one</script><p></p><script type=\"module\">two</script>";
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn the_nonce_is_taken_out_and_nothing_else() {
        let html = "<p nonce=\"y\"></p><script nonce=\"x1\">a</script><script nonce=\"x1\" src=\"b\"></script>";
        assert_eq!(
            without_nonce(html),
            "<p nonce=\"y\"></p><script>a</script><script src=\"b\"></script>"
        );
        assert_eq!(without_nonce("<p></p>"), "<p></p>");
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

    #[test]
    fn the_language_of_a_page_is_in_its_path() {
        assert_eq!(page_language("/en/index/pci"), Some(Language::En));
        assert_eq!(page_language("/favicon"), None);
    }
}
