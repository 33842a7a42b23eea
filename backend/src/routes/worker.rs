//! `/service-worker.js`: the script that keeps the public pages on the reader's device. What it keeps is told by the server,
//! which knows its files and figures: three constants in front of the script as it was written.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use vithe_shared::{Language, address::at};

use super::{datasets::CACHE_NEWEST, shells};
use crate::{
    answer::{Client, Representation},
    assets::SiteAssets,
    error::ApiError,
    site::{WORKER, files_for_pages},
    state::AppState,
};

/// The script as it was written.
const SCRIPT: &str = "server/service_worker.js";

/// What the worker itself may do: ask this server. It hands answers to pages, which have policies of their own.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'self'; frame-ancestors 'none'; base-uri 'none'");

/// The constants in front of the script.
fn head(state: &AppState) -> String {
    let constant = |name: &str, value: serde_json::Value| format!("const {name} = {value};\n");
    constant("BUILD", state.site().build.as_str().into())
        + &constant("KEPT", kept_addresses(state).into())
        + &constant("LANGUAGES", Language::ALL.map(Language::as_str).as_slice().into())
}

/// The addresses of everything that the public pages need: the files that browsers load, the parts of the figures, and the
/// documents that stand in where there is no network.
fn kept_addresses(state: &AppState) -> Vec<String> {
    let files = files_for_pages().map(|path| at(format_args!("/{path}")));
    let parts = state.data().parts().into_iter().map(|part| part.address);
    let documents = Language::ALL
        .into_iter()
        .flat_map(|language| shells::addresses(language, &state.site().build));
    files.chain(parts).chain(documents).collect()
}

/// The script, looked at anew at every visit.
pub(crate) async fn serve_worker(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, ApiError> {
    let client = Client::from_headers(&headers);
    let language = client.language;
    let script = SiteAssets::require(SCRIPT).map_err(|error| {
        tracing::error!(%error, "there is no offline version");
        ApiError::internal(language)
    })?;
    let head = head(&state);
    let tag = format!("{:?}", script.sha256);
    let representation = Representation {
        content_type: "text/javascript; charset=utf-8",
        cache_control: CACHE_NEWEST,
        vary: "Accept-Encoding",
        file_name: None,
    };
    let mut response = state
        .answers()
        .answer(&client, &[WORKER, &head, &tag], representation, async {
            Ok([head.as_bytes(), &script.bytes].concat())
        })
        .await?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}
