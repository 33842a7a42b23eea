//! `/api/v1/datasets`: the normalized form in parts, for the pages of the site, which answer their questions from it without
//! asking again. It carries what the site displays, for the site: other origins are refused.

use axum::{
    extract::{FromRequestParts, Path, State},
    http::{HeaderMap, HeaderValue, request::Parts},
    response::Response,
};
use vithe_shared::{
    ComponentId, IndexId, Language, Problem, ProblemCode,
    api::DatasetPart,
    dataset::Part,
    engine::answers::LookupError,
    query::{ApiQuery, DatasetQuery, NoQuery, QueryDescription},
};

use super::data::to_json;
use crate::{
    answer::{CACHE_FOREVER, Representation},
    data::PartBody,
    error::ApiError,
    extract::ApiRequest,
    openapi::{Asked, AtPath, DescribedRequest, Members, Refused},
    state::{AppState, BUILD},
};

/// For what is the newest of its kind: asked for again each time.
pub(crate) const CACHE_NEWEST: &str = "no-cache";

/// A request of a page of this site: one that another site makes is refused.
pub(crate) struct SiteRequest<Q>(ApiRequest<Q>);

impl<Q: ApiQuery> FromRequestParts<AppState> for SiteRequest<Q> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let request = ApiRequest::from_request_parts(parts, state).await?;
        refuse_other_sites(&parts.headers, request.language())?;
        Ok(Self(request))
    }
}

impl<Q: ApiQuery> DescribedRequest for SiteRequest<Q> {
    fn describe() -> QueryDescription {
        let mut request = ApiRequest::<Q>::describe();
        request.refuse(&[ProblemCode::RedistributionRestricted]);
        request
    }
}

/// The parts of the normalized form with their revisions.
///
/// Unstable: for the pages of this site only, without notice of changes. Programs use the other resources.
#[utoipa::path(
    get,
    path = "/api/v1/datasets",
    operation_id = "list_datasets",
    tag = "site",
    params(Asked<SiteRequest<NoQuery>>),
    responses(
        (status = 200, description = "All parts", body = [DatasetPart]),
        Refused<SiteRequest<NoQuery>>,
    )
)]
pub(crate) async fn list_datasets(
    State(state): State<AppState>,
    SiteRequest(request): SiteRequest<NoQuery>,
) -> Result<Response, ApiError> {
    let language = request.language();
    let identity = [BUILD, request.catalog().revision(), "/api/v1/datasets"];
    let representation = for_the_site("application/json", CACHE_NEWEST, request.vary());
    let response = state
        .answers()
        .answer(&request.client, &identity, representation, async {
            to_json(&request.data().parts(), language)
        })
        .await?;
    Ok(not_indexed(response))
}

/// The registry, or the dataset of an index.
///
/// Unstable: for the pages of this site only, without notice of changes. Programs use the other resources.
#[utoipa::path(
    get,
    path = "/api/v1/datasets/{part}",
    operation_id = "find_dataset",
    tag = "site",
    params(
        ("part" = String, Path, example = "pci", description = "`registry`, `pci`, `papi`, `par` or `sipas`"),
        Asked<SiteRequest<DatasetQuery>>,
    ),
    responses(
        (status = 200, description = "The part: its members by name, all rows as arrays in the order of their fields", body = inline(Members)),
        Refused<AtPath<IndexId, SiteRequest<DatasetQuery>>>,
    )
)]
pub(crate) async fn find_dataset(
    State(state): State<AppState>,
    Path(part): Path<String>,
    SiteRequest(request): SiteRequest<DatasetQuery>,
) -> Result<Response, ApiError> {
    let part = if part == Part::Registry.to_string() {
        Part::Registry
    } else {
        Part::Index(find_index(&part, request.language())?)
    };
    answer_part(&state, part, &request).await
}

/// The indicators below the components of an index.
///
/// Unstable: for the pages of this site only, without notice of changes. Programs use the other resources.
#[utoipa::path(
    get,
    path = "/api/v1/datasets/{index}/indicators",
    operation_id = "find_dataset_indicators",
    tag = "site",
    params(
        ("index" = IndexId, Path, description = "An index with indicators: `pci`"),
        Asked<SiteRequest<DatasetQuery>>,
    ),
    responses(
        (status = 200, description = "The indicators: members by name, all rows as arrays in the order of their fields", body = inline(Members)),
        Refused<AtPath<ComponentId, AtPath<IndexId, SiteRequest<DatasetQuery>>>>,
    )
)]
pub(crate) async fn find_dataset_indicators(
    State(state): State<AppState>,
    Path(index): Path<String>,
    SiteRequest(request): SiteRequest<DatasetQuery>,
) -> Result<Response, ApiError> {
    let language = request.language();
    let index = find_index(&index, language)?;
    let part = Part::Indicators(index);
    if request.data().part(part).is_none() {
        return Err(ApiError::lookup(LookupError::NoIndicators { index }, language));
    }
    answer_part(&state, part, &request).await
}

/// The other claims and the notes of an index, for the page on sources.
///
/// Unstable: for the pages of this site only, without notice of changes. Programs use the other resources.
#[utoipa::path(
    get,
    path = "/api/v1/datasets/{index}/notes",
    operation_id = "find_dataset_notes",
    tag = "site",
    params(
        ("index" = IndexId, Path, description = "`pci`, `papi`, `par` or `sipas`"),
        Asked<SiteRequest<DatasetQuery>>,
    ),
    responses(
        (status = 200, description = "The notes: members by name, all rows as arrays in the order of their fields", body = inline(Members)),
        Refused<AtPath<IndexId, SiteRequest<DatasetQuery>>>,
    )
)]
pub(crate) async fn find_dataset_notes(
    State(state): State<AppState>,
    Path(index): Path<String>,
    SiteRequest(request): SiteRequest<DatasetQuery>,
) -> Result<Response, ApiError> {
    let part = Part::Notes(find_index(&index, request.language())?);
    answer_part(&state, part, &request).await
}

fn find_index(text: &str, language: Language) -> Result<IndexId, ApiError> {
    text.parse()
        .map_err(|_| ApiError::lookup(LookupError::UnknownIndex(text.to_owned()), language))
}

async fn answer_part(state: &AppState, part: Part, request: &ApiRequest<DatasetQuery>) -> Result<Response, ApiError> {
    let language = request.language();
    let body = request.data().part(part).ok_or_else(|| ApiError::internal(language))?;
    let is_named = is_revision_named(body, &request.query, language)?;
    let cache_control = if is_named { CACHE_FOREVER } else { CACHE_NEWEST };
    let representation = for_the_site("application/json", cache_control, request.vary());
    send_part(state, body, request, representation).await.map(not_indexed)
}

/// Whether a request names the revision at hand; another one is refused.
pub(crate) fn is_revision_named(body: &PartBody, query: &DatasetQuery, language: Language) -> Result<bool, ApiError> {
    match &query.revision {
        None => Ok(false),
        Some(revision) if revision.as_str() == body.revision => Ok(true),
        Some(revision) => {
            let detail = match language {
                Language::Vi => format!("Không còn giữ bản “{revision}”. Bản hiện có: {}.", body.revision),
                Language::En => format!(
                    "The revision “{revision}” is not kept. The one at hand is {}.",
                    body.revision
                ),
            };
            let problem = Problem::new(ProblemCode::UnknownVersion, language, detail);
            Err(problem.at_parameter("rev").into())
        }
    }
}

/// Sends a part in the encoding the client takes.
pub(crate) async fn send_part(
    state: &AppState,
    body: &PartBody,
    request: &ApiRequest<DatasetQuery>,
    representation: Representation,
) -> Result<Response, ApiError> {
    let language = request.language();
    let identity = ["part", body.revision.as_str()];
    let owned = body.clone();
    state
        .answers()
        .answer_encoded(&request.client, &identity, representation, |encoding| async move {
            // What the build has not compressed takes a while, away from the threads that answer.
            let encoded = tokio::task::spawn_blocking(move || owned.encoded(encoding)).await;
            encoded.map_err(std::io::Error::other).flatten().map_err(|error| {
                tracing::error!(%error, "a part could not be compressed");
                ApiError::internal(language)
            })
        })
        .await
}

fn for_the_site(content_type: &'static str, cache_control: &'static str, vary: &'static str) -> Representation {
    Representation {
        content_type,
        cache_control,
        vary,
        file_name: None,
    }
}

/// The publishers' terms cover what the pages of this site display, not tables on other sites.
fn refuse_other_sites(headers: &HeaderMap, language: Language) -> Result<(), ApiError> {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if site != Some(b"cross-site") {
        return Ok(());
    }
    Err(ApiError::new(
        ProblemCode::RedistributionRestricted,
        language,
        || {
            "Địa chỉ này chỉ phục vụ các trang của chính trang web này. Các địa chỉ khác của API dùng được từ mọi nơi."
                .to_owned()
        },
        || {
            "This address serves the pages of this site only. The other resources of the API can be used from anywhere."
                .to_owned()
        },
    ))
}

fn not_indexed(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}
