//! The OpenAPI document: the contract of the API. Handlers describe themselves; `tests/openapi.rs` keeps a snapshot of the
//! whole, so that every change of the contract is a visible difference.

mod request;

use std::collections::BTreeMap;

use utoipa::{
    Number, OpenApi, PartialSchema, ToSchema,
    openapi::{
        self, HeaderBuilder, ObjectBuilder, PathItem, Ref, RefOr, Response, ResponseBuilder,
        path::Operation,
        schema::{AdditionalProperties, KnownFormat, OneOfBuilder, Schema, SchemaFormat, Type},
        server::Server,
    },
};
use utoipa_axum::router::OpenApiRouter;
use vithe_shared::{Problem, ProblemCode, address::base};

use self::request::problem;
pub(crate) use self::request::{
    Asked, AtPath, DescribedRequest, Refused, Versioned, excel_parameter, language_parameter,
};
use crate::{registry::add_resources, routes::indices, state::AppState};

#[derive(OpenApi)]
#[openapi(
    info(
        // Generators make names of packages of it, which are letters of ASCII.
        title = "Vi The API",
        description = "Vị Thế: published figures of PCI, PAPI, PAR INDEX and SIPAS for the provinces of Việt Nam, with ranks, \
            changes told only as far as two years compare, and the source of every figure. Missing figures are `null`.\n\n\
            Queries are read strictly: an unknown parameter is a 400 that lists the known ones. Errors are RFC 9457 \
            problems with a stable `code`, in Vietnamese or English by `Accept-Language`. Answers carry a strong `ETag`; \
            `If-None-Match` is answered 304, `Range` 206. Table resources also answer under `.json`, `.csv` and `.xlsx`.\n\n\
            Programs of other origins may ask: answers and errors carry `Access-Control-Allow-Origin: *`, without credentials, \
            except what is for the pages of the site (`/datasets`, `/borders`).\n\n\
            Figures are cited facts; rights in the tables stay with their publishers (see `terms_vi`, `terms_en` of each index).",
        license(name = "MIT OR Apache-2.0")
    ),
    tags(
        (name = "indices", description = "The indices, their components, methods and coverage"),
        (name = "provinces", description = "Units, regions, outlines and profiles"),
        (name = "figures", description = "Figures as JSON"),
        (name = "analytics", description = "What changed, why, and what it would take"),
        (name = "files", description = "Figures as CSV and workbooks, charts as pictures and for the chart engine of the browser"),
        (name = "site", description = "What the pages of the site are made of"),
    ),
    paths(indices::export_index),
    components(schemas(Problem, ProblemCode))
)]
struct Contract;

/// An object whose members the contract does not tell one by one.
pub(crate) struct Members;

impl PartialSchema for Members {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .additional_properties(Some(AdditionalProperties::FreeForm(true)))
            .into()
    }
}

impl ToSchema for Members {}

/// The bytes of a file.
pub(crate) struct FileBytes;

impl PartialSchema for FileBytes {
    fn schema() -> RefOr<Schema> {
        let binary = SchemaFormat::KnownFormat(KnownFormat::Binary);
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(binary))
            .into()
    }
}

impl ToSchema for FileBytes {}

/// The documented routes with the document they make.
pub(crate) fn documented_routes() -> OpenApiRouter<AppState> {
    add_resources(OpenApiRouter::with_openapi(Contract::openapi()))
}

/// The document, as `vithe openapi` prints it.
pub fn document() -> openapi::OpenApi {
    let mut document = documented_routes().into_openapi();
    if !base().is_empty() {
        document.servers = Some(vec![Server::new(base())]);
    }
    let components = document.components.get_or_insert_default();
    for (name, _, description) in LOAD {
        components
            .responses
            .insert(name.to_owned(), refusal(description).into());
    }
    components.responses.insert(PART.to_owned(), part().into());
    bound_bodies(&mut components.schemas);
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        if operation.responses.responses.contains_key("416") {
            let part = RefOr::Ref(Ref::from_response_name(PART));
            operation.responses.responses.insert("206".to_owned(), part);
        }
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
const LOAD: [(&str, &str, &str); 3] = [
    ("Timeout", "408", "The request took too long and was stopped"),
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

/// What is answered to `Range`.
const PART: &str = "Part";

fn part() -> Response {
    let range = ObjectBuilder::new().schema_type(Type::String).build();
    ResponseBuilder::new()
        .description("The bytes that `Range` asks for, of the answer that is not compressed")
        .header(
            "Content-Range",
            HeaderBuilder::new()
                .schema(Some(range))
                .description(Some("`bytes 0-99/1234`"))
                .build(),
        )
        .build()
}

fn refusal(description: &str) -> Response {
    let seconds = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).build();
    problem(description)
        .header(
            "Retry-After",
            HeaderBuilder::new()
                .schema(Some(seconds))
                .description(Some("Seconds"))
                .build(),
        )
        .build()
}

/// What the types of a body do not say by themselves: a year is a number of two bytes, and a question of the checker has either
/// claims or a text.
fn bound_bodies(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    if let Some(RefOr::T(Schema::Object(year))) = schemas.get_mut("Year") {
        year.maximum = Some(Number::UInt(usize::from(u16::MAX)));
    }
    if let Some(question) = schemas.get_mut("CheckRequest")
        && let RefOr::T(Schema::Object(object)) = question
    {
        let only = |name: &str, other: &str| {
            let mut object = object.clone();
            object.required = vec![name.to_owned()];
            object.properties.remove(other);
            // The example is a text.
            if name == "claims" {
                object.examples.clear();
            }
            // Left out it would be null.
            match object.properties.get_mut(name) {
                Some(RefOr::T(Schema::Array(claims))) => claims.schema_type = Type::Array.into(),
                Some(RefOr::T(Schema::Object(text))) => text.schema_type = Type::String.into(),
                _ => {}
            }
            object
        };
        let description = object.description.clone();
        *question = OneOfBuilder::new()
            .description(description)
            .item(only("claims", "text"))
            .item(only("text", "claims"))
            .into();
    }
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut path.get, &mut path.post].into_iter().flatten()
}
