//! `/assets/…`: the built files of the site, under names with a hash, compressed when they were built.

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::{
    answer::{BYTES, CACHE_FOREVER, language_of, list_of, names_tag},
    assets::{SiteAssets, SiteFile},
    encoding::Encoding,
    error::ApiError,
    middleware::problem::not_found,
};

/// The folder of the built site whose files have hashed names.
const FOLDER: &str = "assets";

/// Serves one file.
pub(crate) async fn serve_asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    // The files beside a file are its encodings, not files of their own.
    let is_encoding = [".br", ".gz"].iter().any(|suffix| path.ends_with(suffix));
    // A debug build reads the folder from disk.
    let leaves_folder = path.split('/').any(|part| part == "..");
    let found = (!is_encoding && !leaves_folder)
        .then(|| find(&format!("{FOLDER}/{path}"), Encoding::from_headers(&headers)))
        .flatten();
    match found {
        Some((file, encoding)) => respond(&path, &file, encoding, &headers, CACHE_FOREVER),
        None => missing(&headers).into_response(),
    }
}

fn missing(headers: &HeaderMap) -> ApiError {
    not_found(language_of(headers))
}

/// The file in the best encoding it was built in.
pub(crate) fn find(path: &str, wanted: Encoding) -> Option<(SiteFile, Encoding)> {
    let suffix = match wanted {
        Encoding::Brotli => ".br",
        Encoding::Gzip => ".gz",
        Encoding::Identity => "",
    };
    if let Some(file) = SiteAssets::get(&format!("{path}{suffix}")) {
        return Some((file, wanted));
    }
    SiteAssets::get(path).map(|file| (file, Encoding::Identity))
}

/// The response for a file of the site.
pub(crate) fn respond(
    path: &str,
    file: &SiteFile,
    encoding: Encoding,
    request: &HeaderMap,
    cache_control: &'static str,
) -> Response {
    // The hash is that of the encoded bytes, so it tells encodings apart by itself.
    let tag = crate::answer::entity_tag([file.sha256.as_slice()]);
    let is_held = list_of(request, &header::IF_NONE_MATCH).is_some_and(|tags| names_tag(&tags, &tag));
    let mut response = if is_held {
        axum::http::StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(file.bytes.clone().into_owned()))
    };
    let headers = response.headers_mut();
    if !is_held {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.bytes.len()));
        if let Some(token) = encoding.token() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(token));
        }
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(header::ACCEPT_RANGES, BYTES);
    response
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
