//! The description of the API and the page to browse it, both from the binary: no request leaves the server.

use std::sync::{Arc, LazyLock};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use utoipa_swagger_ui::{Config, Url};
use vithe_shared::{address::at, query::NoQuery};

use crate::{
    answer::{CACHE_DATA, Client, Representation, language_of},
    error::ApiError,
    extract::ApiRequest,
    middleware::problem::not_found,
    openapi::document,
    state::{AppState, BUILD},
};

/// Where the description is.
const DOCUMENT: &str = "/api/v1/openapi.json";

/// What the page to browse may load: its own scripts and styles, the description, and pictures it carries itself.
const DOCUMENTATION_CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Its address.
static DOCUMENT_ADDRESS: LazyLock<String> = LazyLock::new(|| at(DOCUMENT));

static CONFIGURATION: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| {
    Arc::new(
        Config::new([Url::new("v1", &DOCUMENT_ADDRESS)])
            .try_it_out_enabled(true)
            .validator_url("none"),
    )
});

/// The description, OpenAPI 3.1.
pub(crate) async fn find_openapi(
    State(state): State<AppState>,
    request: ApiRequest<NoQuery>,
) -> Result<Response, ApiError> {
    let representation = Representation {
        content_type: "application/json",
        cache_control: CACHE_DATA,
        vary: "Accept-Encoding",
        file_name: None,
    };
    let language = request.language();
    let compute = async {
        document().to_pretty_json().map(String::into_bytes).map_err(|error| {
            tracing::error!(%error, "the description of the API could not be written");
            ApiError::internal(language)
        })
    };
    state
        .answers()
        .answer(&request.client, &[BUILD, DOCUMENT], representation, compute)
        .await
}

/// `/api/docs` itself: its files are relative to the folder.
pub(crate) async fn redirect_documentation() -> Redirect {
    Redirect::permanent(&at("/api/docs/"))
}

/// The first page of the documentation.
pub(crate) async fn show_documentation(state: State<AppState>, headers: HeaderMap) -> Response {
    show_documentation_file(state, Path("index.html".to_owned()), headers).await
}

/// A file of the documentation.
pub(crate) async fn show_documentation_file(
    State(state): State<AppState>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Response {
    let client = Client::from_headers(&headers);
    let Ok(Some(file)) = utoipa_swagger_ui::serve(&path, Arc::clone(&CONFIGURATION)) else {
        return not_found(language_of(&headers)).into_response();
    };
    let representation = Representation {
        content_type: documentation_type(&path),
        cache_control: CACHE_DATA,
        vary: "Accept-Encoding",
        file_name: None,
    };
    let bytes = file.bytes.into_owned();
    let answer = state
        .answers()
        .answer(&client, &[BUILD, "/api/docs/", &path], representation, async {
            Ok(bytes)
        })
        .await;
    let mut response = answer.into_response();
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(DOCUMENTATION_CSP),
    );
    response
}

fn documentation_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "png" => "image/png",
        "map" => "application/json",
        _ => "application/octet-stream",
    }
}
