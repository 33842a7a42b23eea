//! A server in memory and the answers it gives.

use std::sync::{Arc, LazyLock};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use serde_json::Value;
use tower::ServiceExt as _;
use vithe::{
    data::Data,
    openapi_document,
    router::build_router,
    state::{AppState, Settings},
};
use vithe_datasets::RedistributionOverrides;
use vithe_shared::engine::catalog::Catalog;

/// The built-in figures, read once for all tests.
static DATA: LazyLock<Arc<Data>> = LazyLock::new(|| Arc::new(Data::bundled(&RedistributionOverrides::new()).unwrap()));

/// The built-in figures.
pub(crate) fn catalog() -> &'static Catalog {
    DATA.catalog()
}

/// An answer with its body read.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {:?}", self.text()))
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: impl AsRef<str>) -> &str {
        self.headers
            .get(name.as_ref())
            .map_or("", |value| value.to_str().unwrap())
    }
}

/// A server without figure workers.
pub(crate) fn server() -> Router {
    server_with(Settings {
        figure_workers: 0,
        ..Settings::default()
    })
}

/// A server with settings of its own.
pub(crate) fn server_with(settings: Settings) -> Router {
    build_router(AppState::new(Arc::clone(&DATA), settings))
}

/// The state of a server without figure workers.
pub(crate) fn state() -> AppState {
    let settings = Settings {
        figure_workers: 0,
        ..Settings::default()
    };
    AppState::new(Arc::clone(&DATA), settings)
}

/// A server whose operator has agreed other terms.
pub(crate) fn server_with_terms(overrides: &RedistributionOverrides) -> Router {
    let settings = Settings {
        figure_workers: 0,
        ..Settings::default()
    };
    build_router(AppState::new(Arc::new(Data::bundled(overrides).unwrap()), settings))
}

/// Sends a request with headers.
pub(crate) async fn send(server: &Router, method: Method, address: &str, headers: &[(&str, &str)]) -> Answer {
    let asked = method.clone();
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = server
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let answer = Answer {
        status: parts.status,
        headers: parts.headers,
        body,
    };
    if asked == Method::GET && answer.header(header::CONTENT_TYPE) == "application/problem+json" {
        assert_problem_is_told(address, &answer);
    }
    answer
}

/// What the server says of itself.
static CONTRACT: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(openapi_document()).unwrap());

/// A problem is one of those that the contract names for its address. What any address may answer under load or while
/// something is broken is told once, and what is no address has no contract.
fn assert_problem_is_told(address: &str, answer: &Answer) {
    let path = address.split('?').next().unwrap_or_default();
    let path = path.strip_suffix(".json").unwrap_or(path);
    let paths = CONTRACT["paths"].as_object().unwrap();
    let fitting = paths.iter().filter(|(template, _)| is_address_of(template, path));
    // Of a name and a name with the suffix of a file, the latter.
    let Some((_, item)) = fitting.max_by_key(|(template, _)| template.len()) else {
        return;
    };
    let code = answer.json()["code"].as_str().unwrap().to_owned();
    let of_load = [StatusCode::TOO_MANY_REQUESTS, StatusCode::REQUEST_TIMEOUT];
    if answer.status.is_server_error() || of_load.contains(&answer.status) {
        return;
    }
    let told = item["get"]["responses"][answer.status.as_str()]["description"].as_str();
    assert!(
        told.is_some_and(|told| told.contains(&format!("`{code}`"))),
        "{address} answers {code}, told: {told:?}"
    );
}

fn is_address_of(template: &str, path: &str) -> bool {
    let (wanted, given): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    let is_same = |(wanted, given): (&&str, &&str)| match wanted.strip_prefix('{').and_then(|name| name.split_once('}'))
    {
        Some((_, suffix)) => given.ends_with(suffix),
        None => wanted == given,
    };
    wanted.len() == given.len() && wanted.iter().zip(&given).all(is_same)
}

/// Gets an address from a fresh server.
pub(crate) async fn get(address: &str) -> Answer {
    send(&server(), Method::GET, address, &[]).await
}

/// Gets an address in a language.
pub(crate) async fn get_in(language: &str, address: &str) -> Answer {
    send(
        &server(),
        Method::GET,
        address,
        &[(header::ACCEPT_LANGUAGE.as_str(), language)],
    )
    .await
}

/// Gets an address whose answer is fine, as JSON.
pub(crate) async fn get_json(address: &str) -> Value {
    let answer = get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
    answer.json()
}

/// The row of a province in an answer with `rows`.
pub(crate) fn row<'a>(answer: &'a Value, province: &str) -> &'a Value {
    answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["province"] == province)
        .unwrap_or_else(|| panic!("no row of {province}"))
}

#[test]
fn a_problem_that_the_contract_does_not_name_is_seen() {
    let refused = |code: &str| Answer {
        status: StatusCode::NOT_FOUND,
        headers: HeaderMap::new(),
        body: format!(r#"{{"code":"{code}"}}"#).into(),
    };
    assert_problem_is_told(
        "/api/v1/provinces/nowhere/profile?year=2021",
        &refused("unknown_province"),
    );
    let outcome = std::panic::catch_unwind(|| {
        assert_problem_is_told("/api/v1/provinces/nowhere/profile?year=2021", &refused("unknown_chart"));
    });
    assert!(outcome.is_err());
}
