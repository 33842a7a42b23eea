//! `/assets/…`: files under names with a hash, in the encodings they were built in.

use std::io::Read as _;

use axum::http::{Method, StatusCode};
use vithe::assets::SiteAssets;

use crate::support::{send, server};

/// The address of a built file; `None` where the site was not built.
fn address(name: &str) -> Option<String> {
    let record = SiteAssets::get("manifest.json")?;
    let files: serde_json::Value = serde_json::from_slice(&record.bytes).unwrap();
    files[name].as_str().map(|path| format!("/{path}"))
}

#[tokio::test]
async fn a_built_file_is_kept_for_ever_and_comes_compressed() {
    let Some(address) = address("echarts.js") else {
        eprintln!("the site was not built: nothing to serve");
        return;
    };
    let server = server();
    let plain = send(&server, Method::GET, &address, &[]).await;
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(plain.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    let brotli = send(&server, Method::GET, &address, &[("accept-encoding", "br, gzip")]).await;
    assert_eq!(brotli.header("content-encoding"), "br");
    assert_ne!(brotli.header("etag"), plain.header("etag"));
    let mut decoded = Vec::new();
    brotli::Decompressor::new(&*brotli.body, 4096)
        .read_to_end(&mut decoded)
        .unwrap();
    assert_eq!(decoded, plain.body);
    let held = send(
        &server,
        Method::GET,
        &address,
        &[("if-none-match", plain.header("etag"))],
    )
    .await;
    assert_eq!((held.status, held.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let headers = [("range", "bytes=1000-1999"), ("accept-encoding", "br")];
    let part = send(&server, Method::GET, &address, &headers).await;
    assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
    assert_eq!(part.header("content-encoding"), "");
    assert_eq!(part.body, plain.body.slice(1000..2000));
}

#[tokio::test]
async fn encodings_and_other_files_of_the_build_have_no_address() {
    let server = server();
    let encoded = address("echarts.js").map(|address| format!("{address}.br"));
    for path in encoded.iter().map(String::as_str).chain([
        "/assets/../manifest.json",
        "/assets/%2e%2e/manifest.json",
        "/assets/",
    ]) {
        let answer = send(&server, Method::GET, path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
