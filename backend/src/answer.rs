//! Answers that are pure functions of their address: tagged before they are made, made once, kept encoded.
//!
//! The entity tag hashes the build, the revision of the dataset, the canonical query, the form, the language and the
//! encoding; a client that holds the tag is answered 304 without any computing.

use std::{fmt::Write as _, sync::Arc};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use moka::future::Cache;
use sha2::{Digest, Sha256};
use vithe_shared::Language;

use crate::{encoding::Encoding, error::ApiError};

/// How long and where data and figures may be kept.
pub(crate) const CACHE_DATA: &str = "public, max-age=300, stale-while-revalidate=86400";
/// For what never changes under its address.
pub(crate) const CACHE_FOREVER: &str = "public, max-age=31536000, immutable";

/// In `Accept-Ranges`: the answer can be asked for in parts.
pub(crate) const BYTES: HeaderValue = HeaderValue::from_static("bytes");

/// What a client says about the body it wants.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    pub(crate) language: Language,
    encoding: Encoding,
    takes_identity: bool,
    if_none_match: Option<String>,
}

impl Client {
    pub(crate) fn from_headers(headers: &HeaderMap) -> Self {
        Self {
            language: language_of(headers),
            encoding: Encoding::from_headers(headers),
            takes_identity: Encoding::takes_identity(headers),
            if_none_match: list_of(headers, &header::IF_NONE_MATCH),
        }
    }

    /// The same client, taking the body as it is where it does not refuse that: for forms that are compressed already.
    pub(crate) fn without_encoding(mut self) -> Self {
        if self.takes_identity {
            self.encoding = Encoding::Identity;
        }
        self
    }

    /// The tag of a body that depends on nothing but `identity`, in the encoding that this client takes.
    pub(crate) fn tag(&self, identity: &[&str], representation: &Representation) -> String {
        let form = [self.encoding.token().unwrap_or("identity"), representation.content_type];
        entity_tag(identity.iter().chain(&form).map(|part| part.as_bytes()))
    }

    /// Whether it has the body of a tag.
    pub(crate) fn holds(&self, tag: &str) -> bool {
        let tags = self.if_none_match.as_deref();
        tags.is_some_and(|tags| !is_any(tags) && names_tag(tags, tag))
    }

    /// Whether it wants nothing as long as there is anything.
    fn holds_any(&self) -> bool {
        self.if_none_match.as_deref().is_some_and(is_any)
    }
}

/// The language of a request's problems.
pub(crate) fn language_of(headers: &HeaderMap) -> Language {
    Language::from_accept_language(&list_of(headers, &header::ACCEPT_LANGUAGE).unwrap_or_default())
}

/// The value of a header that is a list, its lines joined; `None` where it is not there.
pub(crate) fn list_of(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let lines = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    lines.map(str::to_owned).reduce(|list, line| format!("{list},{line}"))
}

/// Whether an `If-None-Match` is `*`: it names whatever there is.
fn is_any(if_none_match: &str) -> bool {
    if_none_match.trim() == "*"
}

/// Whether an `If-None-Match` names a tag. The comparison is weak, as for every conditional GET.
pub(crate) fn names_tag(if_none_match: &str, tag: &str) -> bool {
    let candidates = if_none_match.split(',').map(str::trim);
    is_any(if_none_match)
        || candidates
            .map(|candidate| candidate.strip_prefix("W/").unwrap_or(candidate))
            .any(|candidate| candidate == tag)
}

/// A strong entity tag over the parts of an identity.
pub(crate) fn entity_tag<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    let digest = hasher.finalize();
    let mut tag = String::with_capacity(34);
    tag.push('"');
    for byte in &digest[..16] {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}

/// What an answer is, apart from its body.
#[derive(Clone, Debug)]
pub(crate) struct Representation {
    /// `Content-Type`.
    pub(crate) content_type: &'static str,
    /// `Cache-Control`.
    pub(crate) cache_control: &'static str,
    /// `Vary`.
    pub(crate) vary: &'static str,
    /// The name under which a browser saves it.
    pub(crate) file_name: Option<FileName>,
}

/// The name of a file.
#[derive(Clone, Debug)]
pub(crate) enum FileName {
    /// Of what is saved when its address is opened.
    Saved(String),
    /// Of what is shown, and saved only where that is asked for.
    Shown(String),
}

impl FileName {
    /// The value of `Content-Disposition`.
    fn disposition(&self) -> String {
        match self {
            Self::Saved(name) => format!("attachment; filename=\"{name}\""),
            Self::Shown(name) => format!("inline; filename=\"{name}\""),
        }
    }
}

/// Encoded bodies by entity tag.
#[derive(Clone)]
pub(crate) struct AnswerCache(Cache<String, Bytes>);

impl AnswerCache {
    pub(crate) fn new(capacity_bytes: u64) -> Self {
        let cache = Cache::builder()
            .max_capacity(capacity_bytes)
            .weigher(|tag: &String, body: &Bytes| u32::try_from(tag.len() + body.len()).unwrap_or(u32::MAX))
            .build();
        Self(cache)
    }

    /// Answers a request whose body depends on nothing but `identity`. `compute` runs only when the client does not hold the
    /// body and the cache does not either; requests for the same body at the same time share one computation.
    pub(crate) async fn answer(
        &self,
        client: &Client,
        identity: &[&str],
        representation: Representation,
        compute: impl Future<Output = Result<Vec<u8>, ApiError>>,
    ) -> Result<Response, ApiError> {
        let language = client.language;
        self.answer_encoded(client, identity, representation, |encoding| async move {
            encoding.encode(compute.await?).map_err(|error| {
                tracing::error!(%error, "an answer could not be compressed");
                ApiError::internal(language)
            })
        })
        .await
    }

    /// The same for a body that knows best how it is encoded.
    pub(crate) async fn answer_encoded<Encoded>(
        &self,
        client: &Client,
        identity: &[&str],
        representation: Representation,
        encode: impl FnOnce(Encoding) -> Encoded,
    ) -> Result<Response, ApiError>
    where
        Encoded: Future<Output = Result<Vec<u8>, ApiError>>,
    {
        let encoding = client.encoding;
        let tag = client.tag(identity, &representation);
        if client.holds(&tag) {
            return Ok(not_modified(&tag, &representation));
        }
        let body = self
            .0
            .try_get_with(tag.clone(), async { encode(encoding).await.map(Bytes::from) })
            .await
            .map_err(Arc::<ApiError>::unwrap_or_clone)?;
        Ok(answer_bytes(client, &tag, &representation, body))
    }
}

/// Answers with a body that is there, in the encoding that the client takes.
pub(crate) fn answer_bytes(client: &Client, tag: &str, representation: &Representation, body: Bytes) -> Response {
    // Whether there is anything is known only now.
    if client.holds_any() {
        return not_modified(tag, representation);
    }
    let length = body.len();
    let mut response = Response::new(Body::from(body));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(representation.content_type),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    if let Some(token) = client.encoding.token() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(token));
    }
    if let Some(name) = &representation.file_name
        && let Ok(value) = HeaderValue::from_str(&name.disposition())
    {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    describe(headers, tag, representation);
    response
}

/// Answers a client that holds the body of a tag.
pub(crate) fn not_modified(tag: &str, representation: &Representation) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    describe(response.headers_mut(), tag, representation);
    response
}

/// The headers that a 200 and its 304 have in common.
fn describe(headers: &mut HeaderMap, tag: &str, representation: &Representation) {
    if let Ok(value) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, value);
    }
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(representation.cache_control),
    );
    headers.insert(header::VARY, HeaderValue::from_static(representation.vary));
    headers.insert(header::ACCEPT_RANGES, BYTES);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_an_identity_do_not_run_together() {
        let one = entity_tag([b"ab".as_slice(), b"c"]);
        let other = entity_tag([b"a".as_slice(), b"bc"]);
        assert_ne!(one, other);
    }

    #[test]
    fn a_weak_tag_in_a_list_is_recognised() {
        assert!(names_tag("\"x\", W/\"y\"", "\"y\""));
        assert!(!names_tag("\"xy\"", "\"y\""));
        assert!(names_tag(" * ", "\"y\""));
        assert!(!names_tag("\"x\", *", "\"y\""), "an asterisk stands alone");
    }
}
