//! The OpenAPI document: the contract of the API. Handlers describe themselves; `tests/openapi.rs` keeps a snapshot of the
//! whole, so that every change of the contract is a visible difference.

use utoipa::{
    OpenApi,
    openapi::{
        self, Content, HeaderBuilder, ObjectBuilder, PathItem, Ref, RefOr, Response, ResponseBuilder, path::Operation,
        schema::Type,
    },
};
use utoipa_axum::{router::OpenApiRouter, routes};
use vithe_shared::{Problem, ProblemCode};

use crate::{
    routes::{
        borders, changes, datasets, declines, figures, indices, matrix, movers, observations, overview, profile,
        provinces, rankings, regions, scatter, series, sources, what_if,
    },
    state::AppState,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Vị Thế API",
        description = "Published figures of PCI, PAPI, PAR INDEX and SIPAS for the provinces of Việt Nam, with ranks, \
            changes told only as far as two years compare, and the source of every figure. Missing figures are `null`.\n\n\
            Queries are read strictly: an unknown parameter is a 400 that lists the known ones. Errors are RFC 9457 \
            problems with a stable `code`, in Vietnamese or English by `Accept-Language`. Answers carry a strong `ETag`; \
            `If-None-Match` is answered 304. Table resources also answer under `.json` and `.csv`.\n\n\
            Figures are cited facts; rights in the tables stay with their publishers (see `terms_vi`, `terms_en` of each index).",
        license(name = "MIT OR Apache-2.0")
    ),
    tags(
        (name = "indices", description = "The indices, their components, methods and coverage"),
        (name = "provinces", description = "Units, regions, outlines and profiles"),
        (name = "figures", description = "Figures as JSON"),
        (name = "analytics", description = "What changed, why, and what it would take"),
        (name = "files", description = "Figures as CSV, charts as pictures and for the chart engine of the browser"),
        (name = "site", description = "What the pages of the site are made of"),
    ),
    components(schemas(Problem, ProblemCode))
)]
struct Contract;

/// The documented routes with the document they make.
pub(crate) fn documented_routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(Contract::openapi())
        .routes(routes!(indices::list_indices))
        .routes(routes!(indices::find_index))
        .routes(routes!(provinces::list_provinces))
        .routes(routes!(profile::find_profile))
        .routes(routes!(borders::find_borders))
        .routes(routes!(overview::find_overview))
        .routes(routes!(rankings::list_rankings))
        .routes(routes!(series::list_series))
        .routes(routes!(matrix::find_matrix))
        .routes(routes!(observations::list_observations))
        .routes(routes!(sources::list_sources))
        .routes(routes!(changes::find_changes))
        .routes(routes!(declines::list_declines))
        .routes(routes!(movers::list_movers))
        .routes(routes!(scatter::find_scatter))
        .routes(routes!(regions::list_regions))
        .routes(routes!(what_if::answer_what_if))
        .routes(routes!(rankings::export_rankings))
        .routes(routes!(series::export_series))
        .routes(routes!(matrix::export_matrix))
        .routes(routes!(observations::export_observations))
        .routes(routes!(sources::export_sources))
        .routes(routes!(movers::export_movers))
        .routes(routes!(scatter::export_scatter))
        .routes(routes!(regions::export_regions))
        .routes(routes!(datasets::list_datasets))
        .routes(routes!(datasets::find_dataset))
        .routes(routes!(datasets::find_dataset_notes))
        .routes(routes!(figures::draw_figure))
}

/// The document, as `vithe openapi` prints it.
pub fn document() -> openapi::OpenApi {
    let mut document = documented_routes().into_openapi();
    let components = document.components.get_or_insert_default();
    for (name, _, description) in LOAD {
        components
            .responses
            .insert(name.to_owned(), refusal(description).into());
    }
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        for (name, status, _) in LOAD {
            // A route that says more of the same status knows better.
            operation
                .responses
                .responses
                .entry(status.to_owned())
                .or_insert_with(|| RefOr::Ref(Ref::from_response_name(name)));
        }
    }
    document
}

/// What every address may answer under load: name, status and what it means.
const LOAD: [(&str, &str, &str); 2] = [
    (
        "TooManyRequests",
        "429",
        "The client asked too often; `Retry-After` tells when to ask again",
    ),
    (
        "Busy",
        "503",
        "Too many requests are under way; `Retry-After` tells when to ask again",
    ),
];

fn refusal(description: &str) -> Response {
    let seconds = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).build();
    ResponseBuilder::new()
        .description(description)
        .header(
            "Retry-After",
            HeaderBuilder::new()
                .schema(Some(seconds))
                .description(Some("Seconds"))
                .build(),
        )
        .content(
            "application/problem+json",
            Content::new(Some(Ref::from_schema_name("Problem"))),
        )
        .build()
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut path.get, &mut path.post].into_iter().flatten()
}
