//! `/api/v1/indices` and `/api/v1/indices/{index}`, and both as data packages under `.zip`.

use axum::{
    extract::{Path, State},
    response::Response,
};
use vithe_shared::{
    IndexId, ProblemCode,
    domain::{IndexInfo, Redistribution},
    engine::answers::{self, LookupError},
    query::{NoQuery, QueryDescription},
};

use super::data::{answer_file, answer_json};
use crate::{
    error::ApiError,
    export::PackageArchive,
    extract::{ApiRequest, Form},
    openapi::{Asked, AtPath, DescribedRequest, FileBytes, Refused},
    state::AppState,
};

/// All indices, with components, method versions, breaks, coverage and terms.
#[utoipa::path(
    get,
    path = "/api/v1/indices",
    operation_id = "list_indices",
    tag = "indices",
    params(Asked<ApiRequest<NoQuery>>),
    responses(
        (status = 200, description = "The four indices in their usual order", body = Vec<IndexInfo>),
        Refused<ApiRequest<NoQuery>>,
    )
)]
pub(crate) async fn list_indices(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    answer_json(&state, &request, |catalog, _| answers::list_indices(catalog)).await
}

/// A package as it is asked for: the terms of the publishers may refuse it.
struct PackageRequest;

impl DescribedRequest for PackageRequest {
    fn describe() -> QueryDescription {
        let mut request = ApiRequest::<NoQuery>::describe();
        request.refuse(&[ProblemCode::RedistributionRestricted]);
        request
    }
}

/// One index.
#[utoipa::path(
    get,
    path = "/api/v1/indices/{index}",
    operation_id = "find_index",
    tag = "indices",
    params(
        ("index" = String, Path, description = "`pci`, `papi`, `par` or `sipas`", example = "pci"),
        Asked<ApiRequest<NoQuery>>,
    ),
    responses(
        (status = 200, description = "The index", body = IndexInfo),
        Refused<AtPath<IndexId, ApiRequest<NoQuery>>>,
    )
)]
pub(crate) async fn find_index(
    State(state): State<AppState>,
    Path(index): Path<String>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    if let Some(name) = Form::before_zip(&index) {
        return export_index(&state, name, &request).await;
    }
    answer_json(&state, &request, |catalog, _| answers::find_index(catalog, &index)).await
}

/// All figures of an index as a data package, where its publisher has agreed: the tables, `datapackage.json`, and what they are in
/// both languages.
// The router knows no suffix after a name in the path, so `find_index` leads here.
#[utoipa::path(
    get,
    path = "/api/v1/indices/{index}.zip",
    operation_id = "export_index",
    tag = "files",
    params(
        ("index" = String, Path, description = "`pci`, `papi`, `par` or `sipas`", example = "pci"),
        Asked<PackageRequest>,
    ),
    responses(
        (status = 200, description = "The package", body = inline(FileBytes), content_type = "application/zip"),
        Refused<AtPath<IndexId, PackageRequest>>,
    )
)]
pub(crate) async fn export_index(
    state: &AppState,
    name: &str,
    request: &ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    let unknown = |_| ApiError::lookup(LookupError::UnknownIndex(name.to_owned()), request.language());
    answer_package(state, request, vec![name.parse().map_err(unknown)?]).await
}

/// All figures of the four indices as a data package, where the publishers have agreed: the tables, `datapackage.json`, and what
/// they are in both languages.
#[utoipa::path(
    get,
    path = "/api/v1/indices.zip",
    operation_id = "export_package",
    tag = "files",
    params(Asked<PackageRequest>),
    responses(
        (status = 200, description = "The package", body = inline(FileBytes), content_type = "application/zip"),
        Refused<PackageRequest>,
    )
)]
pub(crate) async fn export_package(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    answer_package(&state, &request, IndexId::ALL.to_vec()).await
}

async fn answer_package(
    state: &AppState,
    request: &ApiRequest<NoQuery>,
    indices: Vec<IndexId>,
) -> Result<Response, ApiError> {
    let titles = request.catalog().titles().iter();
    let restricted: Vec<&str> = titles
        .filter(|title| indices.contains(&title.id) && title.redistribution == Redistribution::Displayed)
        .map(|title| title.short_name.as_str())
        .collect();
    if !restricted.is_empty() {
        return Err(restriction(&restricted.join(", "), request));
    }
    let origin = state.settings().public_origin.clone().unwrap_or_default();
    let name = PackageArchive {
        data: request.data(),
        indices: &indices,
        origin: &origin,
    }
    .name();
    let snapshot = request.snapshot.clone();
    answer_file(state, request, format!("{name}.zip"), move || {
        let archive = PackageArchive {
            data: snapshot.data(),
            indices: &indices,
            origin: &origin,
        };
        archive.write()
    })
    .await
}

/// Why there is no package, and what is free instead.
fn restriction(indices: &str, request: &ApiRequest<NoQuery>) -> ApiError {
    ApiError::new(
        ProblemCode::RedistributionRestricted,
        request.language(),
        || {
            format!(
                "{indices}: quyền đối với toàn bộ bảng thuộc cơ quan công bố, và máy chủ này chưa được đồng ý cho tải cả bộ. \
                 Vẫn tải tự do từng bảng (/api/v1/rankings.csv), toàn bộ số liệu của một tỉnh (/api/v1/observations.csv), biểu đồ \
                 và trích dẫn."
            )
        },
        || {
            format!(
                "{indices}: the rights in whole tables stay with the publishers, who have not agreed that this server hands out all \
                 of them. Free are single tables (/api/v1/rankings.csv), all figures of a province (/api/v1/observations.csv), \
                 charts and citations."
            )
        },
    )
}
