//! Entity tags, 304, HEAD, encodings.

use std::io::Read as _;

use axum::http::{Method, StatusCode};

use crate::support::{Answer, catalog, send, server};

const ADDRESSES: &[&str] = &[
    "/api/v1/indices",
    "/api/v1/provinces",
    "/api/v1/rankings?index=pci&year=2021",
    "/api/v1/rankings.csv?index=pci&year=2021",
    "/api/v1/series?index=papi&p=hau-giang",
    "/api/v1/provinces/hau-giang/profile?year=2021",
    "/api/v1/matrix?index=pci",
    "/api/v1/overview",
    "/api/v1/observations?index=par&province=hau-giang",
    "/api/v1/borders/63",
    "/api/v1/openapi.json",
];

async fn fetch(address: &str, headers: &[(&str, &str)]) -> Answer {
    send(&server(), Method::GET, address, headers).await
}

#[tokio::test]
async fn data_is_tagged_and_may_be_kept_for_five_minutes() {
    for address in ADDRESSES {
        let answer = fetch(address, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let tag = answer.header("etag");
        assert!(
            tag.starts_with('"') && tag.ends_with('"') && tag.len() == 34,
            "{address}: {tag}"
        );
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=300, stale-while-revalidate=86400",
            "{address}"
        );
        assert!(answer.header("vary").contains("Accept-Encoding"), "{address}");
    }
}

#[tokio::test]
async fn a_client_that_holds_the_body_gets_none() {
    let server = server();
    for address in ADDRESSES {
        let first = send(&server, Method::GET, address, &[]).await;
        let tag = first.header("etag").to_owned();
        for held in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
            let second = send(&server, Method::GET, address, &[("if-none-match", &held)]).await;
            assert_eq!(second.status, StatusCode::NOT_MODIFIED, "{address}");
            assert!(second.body.is_empty(), "{address}");
            for name in ["etag", "cache-control", "vary"] {
                assert_eq!(second.header(name), first.header(name), "{address}: {name}");
            }
        }
        let other = send(&server, Method::GET, address, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, StatusCode::OK, "{address}");
    }
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    let server = server();
    for address in ADDRESSES
        .iter()
        .chain(&["/api/v1/rankings?index=gdp", "/healthz", "/robots.txt"])
    {
        let full = send(&server, Method::GET, address, &[]).await;
        let head = send(&server, Method::HEAD, address, &[]).await;
        assert_eq!(head.status, full.status, "{address}");
        assert!(head.body.is_empty(), "{address}");
        for (name, value) in &full.headers {
            if name != "x-request-id" {
                assert_eq!(head.headers.get(name), Some(value), "{address}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn each_encoding_has_its_own_tag_and_the_same_content() {
    let address = "/api/v1/rankings?index=pci&year=2021";
    let plain = fetch(address, &[]).await;
    let brotli = fetch(address, &[("accept-encoding", "gzip, br")]).await;
    let gzip = fetch(address, &[("accept-encoding", "gzip")]).await;
    assert_eq!(
        (
            plain.header("content-encoding"),
            brotli.header("content-encoding"),
            gzip.header("content-encoding")
        ),
        ("", "br", "gzip")
    );
    let tags = [&plain, &brotli, &gzip].map(|answer| answer.header("etag").to_owned());
    assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2]);

    let mut decoded = Vec::new();
    brotli::Decompressor::new(&*brotli.body, 4096)
        .read_to_end(&mut decoded)
        .unwrap();
    assert_eq!(decoded, plain.body);
    let mut decoded = Vec::new();
    flate2::read::GzDecoder::new(&*gzip.body)
        .read_to_end(&mut decoded)
        .unwrap();
    assert_eq!(decoded, plain.body);
    // A tag of one encoding is no tag of another.
    let crossed = fetch(address, &[("accept-encoding", "br"), ("if-none-match", &tags[0])]).await;
    assert_eq!(crossed.status, StatusCode::OK);
}

#[tokio::test]
async fn two_ways_to_write_a_query_are_one_answer() {
    let one = fetch("/api/v1/rankings?index=pci&year=2021", &[]).await;
    let other = fetch("/api/v1/rankings?year=2021&component=overall&index=pci&region=", &[]).await;
    assert_eq!(one.header("etag"), other.header("etag"));
    assert_eq!(one.body, other.body);
}

#[tokio::test]
async fn other_queries_and_forms_have_other_tags() {
    let mut tags: Vec<String> = Vec::new();
    for address in [
        "/api/v1/rankings?index=pci&year=2021",
        "/api/v1/rankings?index=pci&year=2020",
        "/api/v1/rankings.csv?index=pci&year=2021",
        "/api/v1/rankings.csv?index=pci&year=2021&excel=vi",
        "/api/v1/rankings.csv?index=pci&year=2021&excel=en",
        "/api/v1/matrix?index=pci&year=2021",
    ] {
        tags.push(fetch(address, &[]).await.header("etag").to_owned());
    }
    let count = tags.len();
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), count);
}

#[tokio::test]
async fn a_frozen_version_never_changes() {
    let address = format!("/api/v1/rankings?index=pci&year=2021&v={}", catalog().version());
    let answer = fetch(&address, &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn a_problem_is_never_a_304() {
    let answer = fetch("/api/v1/rankings?index=gdp", &[("if-none-match", "*")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
