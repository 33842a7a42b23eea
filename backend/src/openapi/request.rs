//! What the extractors of a handler tell the contract: `params(Asked<…>)` and `responses(…, Refused<…>)` of an operation list
//! what the type of its request reads and with which problems it refuses, so that neither is typed again by hand.

use std::{collections::BTreeMap, marker::PhantomData};

use utoipa::{
    IntoParams, IntoResponses,
    openapi::{
        Content, Ref, RefOr, Response, ResponseBuilder,
        path::{Parameter, ParameterIn},
    },
};
use vithe_shared::{
    Language, ProblemCode,
    query::{ApiQuery, DescribedValue, QueryDescription},
};

use crate::extract::{ApiRequest, EXCEL, LANGUAGE, MAXIMUM_QUERY_BYTES, VERSION};

/// A request whose problems the contract tells.
pub(crate) trait DescribedRequest {
    /// Its parameters and what it is refused with.
    fn describe() -> QueryDescription;
}

/// A query beside which the version of the dataset can be named.
pub(crate) struct Versioned<Q>(PhantomData<Q>);

impl<Q: ApiQuery> DescribedRequest for Versioned<Q> {
    fn describe() -> QueryDescription {
        let mut request = Q::describe();
        request.allow_text(VERSION, "The version of the dataset; the answer then never changes");
        request.refuse(&[ProblemCode::UnknownVersion]);
        request
    }
}

impl<Q: ApiQuery, const TABULAR: bool> DescribedRequest for ApiRequest<Q, TABULAR> {
    fn describe() -> QueryDescription {
        let mut request = Versioned::<Q>::describe();
        request.refuse(&[ProblemCode::NotAcceptable, ProblemCode::RangeNotSatisfiable]);
        request
    }
}

/// A request with a value in its path, which is looked up as well.
pub(crate) struct AtPath<V, R>(PhantomData<(V, R)>);

impl<V: DescribedValue, R: DescribedRequest> DescribedRequest for AtPath<V, R> {
    fn describe() -> QueryDescription {
        let mut request = R::describe();
        request.refuse(V::REFUSALS);
        // A path that is no text.
        request.refuse(&[ProblemCode::NotFound]);
        request
    }
}

/// The parameters of a request, for `params(…)`.
pub(crate) struct Asked<R>(PhantomData<R>);

impl<R: DescribedRequest> IntoParams for Asked<R> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        R::describe().parameters
    }
}

/// The problems a request is refused with, for `responses(…)`.
pub(crate) struct Refused<R>(PhantomData<R>);

impl<R: DescribedRequest> IntoResponses for Refused<R> {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        refusals(&R::describe().refusals)
    }
}

/// The parameter that only the CSV form has.
pub(crate) fn excel_parameter() -> Vec<Parameter> {
    let mut request = QueryDescription::default();
    request.allow_one_of(
        EXCEL,
        "For a double click in Excel, with byte order mark: `vi` with semicolons and decimal commas, `en` with commas and \
         decimal points",
        ["vi", "en"],
    );
    request.parameters
}

/// The parameter that only the workbook has.
pub(crate) fn language_parameter() -> Vec<Parameter> {
    let mut request = QueryDescription::default();
    request.allow::<Language>(
        LANGUAGE,
        "The language of what the workbook says of its table; by default that of `Accept-Language`",
    );
    request.parameters
}

/// An answer for each status, with the codes that go with it.
fn refusals(codes: &[ProblemCode]) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in codes {
        let told = by_status.entry(code.status().to_string()).or_default();
        let name = format!("`{}`", code.as_str());
        told.push(match code {
            // What no parameter of its own says.
            ProblemCode::MalformedParameter => {
                format!("{name} (also a query of more than {MAXIMUM_QUERY_BYTES} bytes)")
            }
            _ => name,
        });
    }
    by_status
        .into_iter()
        .map(|(status, told)| (status, problem(&told.join(", ")).build().into()))
        .collect()
}

/// A problem as an answer.
pub(super) fn problem(description: &str) -> ResponseBuilder {
    ResponseBuilder::new().description(description).content(
        "application/problem+json",
        Content::new(Some(Ref::from_schema_name("Problem"))),
    )
}
