//! The service worker, and the documents that it keeps.

use axum::http::{Method, StatusCode};
use serde_json::Value;
use vithe::assets::SiteAssets;

use crate::support::{get, send, server};

/// A constant in front of the script.
fn constant(script: &str, name: &str) -> Value {
    let line = script
        .lines()
        .find_map(|line| line.strip_prefix(&format!("const {name} = ")));
    serde_json::from_str(line.unwrap().trim_end_matches(';')).unwrap()
}

/// Whether there is a site; a checkout where it was not built has no offline version.
fn is_built() -> bool {
    SiteAssets::get("manifest.json").is_some()
}

#[tokio::test]
async fn the_worker_is_looked_at_anew_and_may_ask_the_server_only() {
    if !is_built() {
        return;
    }
    let server = server();
    let worker = send(&server, Method::GET, "/service-worker.js", &[]).await;
    assert_eq!(worker.status, StatusCode::OK);
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert!(
        worker
            .header("content-security-policy")
            .starts_with("default-src 'self';")
    );
    let held = [("if-none-match", worker.header("etag"))];
    let again = send(&server, Method::GET, "/service-worker.js", &held).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn all_that_is_kept_is_there_and_never_changes() {
    if !is_built() {
        return;
    }
    let server = server();
    let worker = send(&server, Method::GET, "/service-worker.js", &[]).await;
    let kept = constant(worker.text(), "KEPT");
    let kept: Vec<&str> = kept
        .as_array()
        .unwrap()
        .iter()
        .map(|address| address.as_str().unwrap())
        .collect();
    for address in &kept {
        let answer = send(&server, Method::GET, address, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable",
            "{address}"
        );
    }
    // Registry, four datasets with their notes, the indicators of one, two lists of borders; two documents in each language.
    let revised = kept.iter().filter(|address| address.contains("?rev=")).count();
    assert_eq!(revised, 12 + 4);
}

#[tokio::test]
async fn every_file_that_a_page_may_load_is_kept() {
    if !is_built() {
        return;
    }
    let kept = constant(get("/service-worker.js").await.text(), "KEPT").to_string();
    let record: Value = serde_json::from_slice(&SiteAssets::get("manifest.json").unwrap().bytes).unwrap();
    let files = record.as_object().unwrap();
    let is_loaded = |name: &str| {
        [".wasm", ".js", ".css", ".woff2", ".svg"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    for (name, path) in files.iter().filter(|(name, _)| is_loaded(name)) {
        // A page of others needs the network, and its figure with it.
        let is_of_page = name != "split_embed.wasm";
        let is_kept = kept.contains(&format!("\"/{}\"", path.as_str().unwrap()));
        assert_eq!(is_kept, is_of_page, "{name}");
    }
    // What the documents name is among them.
    let page = get("/vi/").await;
    let named = page.text().split('"').filter(|text| text.starts_with("/assets/"));
    let mut count = 0;
    for address in named {
        count += 1;
        assert!(kept.contains(&format!("\"{address}\"")), "{address}");
    }
    assert!(count >= 8, "{count}");
}

#[tokio::test]
async fn documents_worker_and_shells_carry_one_mark() {
    if !is_built() {
        return;
    }
    let build = constant(get("/service-worker.js").await.text(), "BUILD");
    let build = build.as_str().unwrap();
    let page = get("/en/declines").await;
    assert_eq!(page.header("x-build"), build);
    assert!(page.text().contains(&format!("data-build=\"{build}\"")));
    for (name, is_shell) in [("page", true), ("file", false)] {
        for language in ["vi", "en"] {
            let shell = get(&format!("/shell/{language}/{name}?rev={build}")).await;
            assert_eq!(shell.header("x-build"), build);
            assert_eq!(shell.header("x-robots-tag"), "noindex");
            assert!(shell.text().contains(&format!("lang=\"{language}\"")));
            // The app starts in the shell of pages alone.
            assert_eq!(shell.text().contains(" data-shell"), is_shell);
            assert_eq!(shell.text().contains(" data-wasm=\""), is_shell);
        }
    }
}

#[tokio::test]
async fn a_shell_of_another_build_is_not_given_out() {
    for address in [
        "/shell/vi/page?rev=0123456789abcdef",
        "/shell/vi/page",
        "/shell/fr/page",
        "/shell/vi",
    ] {
        assert_eq!(get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}
