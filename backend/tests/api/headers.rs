//! Security headers, and what keeps the server running.

use axum::http::{Method, StatusCode};

use crate::support::{get, send, server_with};

const SECURITY: [&str; 6] = [
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "content-security-policy",
];

#[tokio::test]
async fn every_answer_has_security_headers_and_a_number() {
    for address in [
        "/api/v1/overview",
        "/api/v1/rankings?index=gdp",
        "/healthz",
        "/",
        "/robots.txt",
        "/api/docs/",
        "/vi/",
    ] {
        let answer = get(address).await;
        for name in SECURITY {
            assert!(!answer.header(name).is_empty(), "{address}: {name}");
        }
        assert!(!answer.header("x-request-id").is_empty(), "{address}");
        let policy = answer.header("content-security-policy");
        let scripts = policy
            .split(';')
            .find(|part| part.trim().starts_with("script-src"))
            .unwrap_or_default();
        assert!(
            !scripts.contains("unsafe-inline") && !scripts.contains("'unsafe-eval'"),
            "{address}: {scripts}"
        );
    }
}

#[tokio::test]
async fn browsers_are_told_to_stay_on_https_where_the_site_is_there() {
    let mut settings = vithe::state::Settings {
        figure_workers: 0,
        ..Default::default()
    };
    let plain = send(&server_with(settings.clone()), Method::GET, "/healthz", &[]).await;
    assert_eq!(plain.header("strict-transport-security"), "");
    settings.public_origin = Some("https://vithe.example".to_owned());
    let secure = send(&server_with(settings), Method::GET, "/healthz", &[]).await;
    assert_eq!(
        secure.header("strict-transport-security"),
        "max-age=63072000; includeSubDomains"
    );
}

#[tokio::test]
async fn readiness_names_the_dataset() {
    let answer = get("/readyz").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json()["status"], "ready");
    assert_eq!(answer.json()["revision"].as_str().unwrap().len(), 16);
    assert_eq!(get("/healthz").await.json()["status"], "ok");
}

#[tokio::test]
async fn the_documentation_runs_under_its_own_policy() {
    let page = get("/api/docs/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("swagger-ui"));
    assert!(
        !page.text().contains("https://") && !page.text().contains("<script>"),
        "{}",
        page.text()
    );
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
    let start = get("/api/docs/swagger-initializer.js").await;
    assert!(start.text().contains("/api/v1/openapi.json"));
    assert_eq!(get("/api/docs").await.header("location"), "/api/docs/");
    assert_eq!(get("/api/docs/no-such-file.js").await.json()["code"], "not_found");
}
