//! The pages: rendered by the frontend over the catalog, named by a tag of their bytes. A page is a pure function of its
//! address, so a rendered one is kept. One that names a version of the data is made from that version.

use std::{borrow::Cow, convert::Infallible};

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use moka::future::Cache;
use vithe_frontend::{
    address::{PageAddress, PageKind},
    app::document,
    failure::failure_view,
    frozen::in_version,
    pages::{Page, PageHead, find_page},
    search::find,
    site::{FrozenVersion, SiteManifest},
};
use vithe_shared::{Problem, address::at, query::without_tracking};

use crate::{
    answer::{entity_tag, language_of, list_of, names_tag},
    encoding::Encoding,
    error::ApiError,
    snapshot::{Snapshot, find_snapshot},
    state::AppState,
};

/// Everything of a document comes from this server, and no script stands in it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; \
     base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
);

/// A document as it is sent.
#[derive(Clone)]
struct Document {
    body: Bytes,
    tag: String,
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
    let mut response = Redirect::to(&at(format_args!("/{language}/"))).into_response();
    *response.status_mut() = StatusCode::FOUND;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// A document of the site that is no page.
pub(crate) fn answer_document(
    html: String,
    request: &HeaderMap,
    manifest: &SiteManifest,
    cache_control: &'static str,
) -> Response {
    match encode(html, Encoding::from_headers(request)) {
        Ok(document) => {
            let if_none_match = list_of(request, &header::IF_NONE_MATCH);
            let mut response = respond(StatusCode::OK, &document, if_none_match.as_deref(), &manifest.build);
            let headers = response.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
            response
        }
        Err(error) => {
            tracing::error!(%error, "a document could not be sent");
            ApiError::internal(language_of(request)).into_response()
        }
    }
}

/// Any other address: the frontend knows its pages, and answers the rest with its own 404.
pub(crate) async fn render_page(State(state): State<AppState>, request: Request) -> Response {
    let query = without_tracking(request.uri().query().unwrap_or_default());
    let address = PageAddress::parse(request.uri().path(), &query);
    let is_frozen = address.query.version.is_some();
    let key = format!("{}?{query}", request.uri().path());
    let mut response = answer_page(&state, key, request.headers(), address).await;
    if is_frozen {
        // Search engines show the newest figures.
        let headers = response.headers_mut();
        headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
    response
}

async fn answer_page(state: &AppState, key: String, request: &HeaderMap, address: PageAddress) -> Response {
    let encoding = Encoding::from_headers(request);
    let if_none_match = list_of(request, &header::IF_NONE_MATCH);
    let key = (key, encoding);

    if let Some(page) = state.pages().0.get(&key).await {
        return respond(StatusCode::OK, &page, if_none_match.as_deref(), &state.site().build);
    }
    let language = address.language;
    let snapshot = match find_snapshot(state, address.query.version.as_deref(), language).await {
        Ok(snapshot) => snapshot,
        Err(error) => return answer_failure(state.site(), &address, error.problem(), encoding),
    };
    if let Some(meant) = meant_by_search(&snapshot, &address) {
        return meant.into_response();
    }
    let manifest = &manifest_of(state, &snapshot);
    let made = document(manifest, &address, |address| find_page(snapshot.catalog(), address));
    let html = match made {
        Ok(html) => html,
        Err(problem) => return answer_failure(manifest, &address, &problem, encoding),
    };
    match encode(html, encoding) {
        Ok(page) => {
            // Addresses that do not exist are without number; only pages are kept.
            state.pages().0.insert(key, page.clone()).await;
            respond(StatusCode::OK, &page, if_none_match.as_deref(), &manifest.build)
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be sent");
            ApiError::internal(language).into_response()
        }
    }
}

/// The site as documents of a version are made for it.
pub(super) fn manifest_of<'a>(state: &'a AppState, snapshot: &Snapshot) -> Cow<'a, SiteManifest> {
    let manifest = state.site();
    match snapshot.frozen_version() {
        None => Cow::Borrowed(manifest),
        Some(version) => Cow::Owned(manifest.frozen_in(FrozenVersion {
            version: version.to_owned(),
            date: snapshot.catalog().date().to_owned(),
            newest: state.catalog().version().to_owned(),
        })),
    }
}

/// What stands where there is no page.
fn answer_failure(manifest: &SiteManifest, address: &PageAddress, problem: &Problem, encoding: Encoding) -> Response {
    let language = address.language;
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match encode(failure_document(manifest, address, problem), encoding) {
        Ok(page) => respond(status, &page, None, &manifest.build),
        Err(error) => {
            tracing::error!(%error, "a page could not be sent");
            ApiError::internal(language).into_response()
        }
    }
}

/// A page that answers a form: made for this one reader, and kept nowhere.
pub(crate) fn answer_posted(
    manifest: &SiteManifest,
    address: &PageAddress,
    request: &HeaderMap,
    page: impl FnOnce(&PageAddress) -> Result<Page, Problem>,
) -> Response {
    let language = address.language;
    let html = match document(manifest, address, page) {
        Ok(html) => html,
        Err(problem) => failure_document(manifest, address, &problem),
    };
    match encode(html, Encoding::from_headers(request)) {
        Ok(page) => respond(StatusCode::OK, &page, None, &manifest.build),
        Err(error) => {
            tracing::error!(%error, "a page could not be sent");
            ApiError::internal(language).into_response()
        }
    }
}

/// Where a search leads that names one thing, or finds only one: there is nothing to choose on its page.
fn meant_by_search(snapshot: &Snapshot, address: &PageAddress) -> Option<impl IntoResponse + use<>> {
    let typed = address
        .query
        .search
        .as_deref()
        .filter(|_| address.kind == PageKind::Search)?;
    let found = find(snapshot.catalog(), typed, address.language);
    let target = address.carry_pins(&found.meant()?.address);
    let version = snapshot.frozen_version();
    let target = version.map_or(target.clone(), |version| in_version(&target, version));
    Some(([(header::CACHE_CONTROL, "no-cache")], Redirect::to(&target)))
}

fn failure_document(manifest: &SiteManifest, address: &PageAddress, problem: &Problem) -> String {
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

fn encode(html: String, encoding: Encoding) -> std::io::Result<Document> {
    let body = encoding.encode(html.into_bytes())?;
    let tag = entity_tag([body.as_slice()]);
    Ok(Document {
        body: Bytes::from(body),
        tag,
        encoding,
    })
}

fn respond(status: StatusCode, page: &Document, if_none_match: Option<&str>, build: &str) -> Response {
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
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    // The service worker keeps a document beside the files that it will ask for.
    if let Ok(build) = HeaderValue::from_str(build) {
        headers.insert("x-build", build);
    }
    if status == StatusCode::OK
        && let Ok(tag) = HeaderValue::from_str(&page.tag)
    {
        headers.insert(header::ETAG, tag);
    }
    response
}
