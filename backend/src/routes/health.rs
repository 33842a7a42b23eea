//! `/healthz` and `/readyz`, for what keeps the server running.

use axum::{Json, extract::State, http::header, response::IntoResponse};
use serde_json::json;

use crate::state::{AppState, BUILD};

/// The process answers.
pub(crate) async fn check_health() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], Json(json!({ "status": "ok" })))
}

/// The dataset is loaded: a server that listens has one, and says which.
pub(crate) async fn check_readiness(State(state): State<AppState>) -> impl IntoResponse {
    let body = json!({
        "status": "ready",
        "build": BUILD,
        "dataset_version": state.catalog().version(),
        "revision": state.catalog().revision(),
        "figures": state.figures().is_running(),
    });
    ([(header::CACHE_CONTROL, "no-store")], Json(body))
}
