//! Parts of tables, files and figures, as programs ask for them that read a remote file a piece at a time.

use axum::http::{Method, StatusCode};
use vithe::state::Settings;

use crate::support::{Answer, send, server, server_with};

const TABLE: &str = "/api/v1/rankings.csv?index=pci&year=2021";

async fn fetch(address: &str, headers: &[(&str, &str)]) -> Answer {
    send(&server(), Method::GET, address, headers).await
}

#[tokio::test]
async fn every_table_and_file_comes_in_parts() {
    let server = server();
    for address in [
        TABLE,
        "/api/v1/rankings?index=pci&year=2021",
        "/api/v1/indices.json",
        "/api/v1/provinces/hau-giang/profile?year=2021",
        "/api/v1/openapi.json",
        "/api/v1/borders/34",
        "/api/v1/datasets/pci",
        "/api/docs/index.html",
    ] {
        let whole = send(&server, Method::GET, address, &[]).await;
        assert_eq!(whole.header("accept-ranges"), "bytes", "{address}");
        let length = whole.body.len();
        for (range, start, end) in [
            ("bytes=0-99".to_owned(), 0, 99),
            ("bytes=50-".to_owned(), 50, length - 1),
            ("bytes=-20".to_owned(), length - 20, length - 1),
            (format!("bytes=10-{}", length * 2), 10, length - 1),
        ] {
            // A program that would take the body compressed gets parts of the plain one.
            for encodings in ["", "gzip, br"] {
                let headers = [("range", range.as_str()), ("accept-encoding", encodings)];
                let part = send(&server, Method::GET, address, &headers).await;
                assert_eq!(part.status, StatusCode::PARTIAL_CONTENT, "{address}: {range}");
                assert_eq!(part.header("content-range"), format!("bytes {start}-{end}/{length}"));
                assert_eq!(part.header("content-length"), (end - start + 1).to_string());
                assert_eq!(part.header("content-encoding"), "", "{address}");
                assert_eq!(part.body, whole.body.slice(start..=end), "{address}: {range}");
                for name in ["etag", "content-type", "content-disposition", "cache-control", "vary"] {
                    assert_eq!(part.header(name), whole.header(name), "{address}: {name}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_figure_comes_in_parts() {
    let server = server_with(Settings {
        figure_workers: 1,
        ..Settings::default()
    });
    for address in [
        "/figures/line.svg?index=pci&p=hau-giang",
        "/figures/line.png?index=pci&p=hau-giang",
    ] {
        let whole = send(&server, Method::GET, address, &[]).await;
        assert_eq!(whole.status, StatusCode::OK, "{}", whole.text());
        let part = send(&server, Method::GET, address, &[("range", "bytes=100-199")]).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
        assert_eq!(part.body, whole.body.slice(100..200));
    }
}

#[tokio::test]
async fn what_lies_beyond_the_end_is_refused_with_the_length() {
    let length = fetch(TABLE, &[]).await.body.len();
    let beyond = format!("bytes={length}-");
    let mut details = Vec::new();
    for language in ["vi", "en"] {
        let headers = [
            ("range", beyond.as_str()),
            ("accept-language", language),
            ("origin", "https://elsewhere.example"),
        ];
        let answer = fetch(TABLE, &headers).await;
        assert_eq!(answer.status, StatusCode::RANGE_NOT_SATISFIABLE);
        assert_eq!(answer.header("content-range"), format!("bytes */{length}"));
        assert_eq!(answer.json()["code"], "range_not_satisfiable");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(&length.to_string()), "{detail}");
        details.push(detail);
    }
    assert_ne!(details[0], details[1]);
}

#[tokio::test]
async fn a_part_is_sent_only_of_the_body_that_the_client_holds() {
    let whole = fetch(TABLE, &[]).await;
    let tag = whole.header("etag");
    let part = fetch(TABLE, &[("range", "bytes=0-9"), ("if-range", tag)]).await;
    assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
    for other in [r#""other""#, &format!("W/{tag}"), "Sun, 29 Nov 2026 15:00:00 GMT"] {
        let answer = fetch(TABLE, &[("range", "bytes=0-9"), ("if-range", other)]).await;
        assert_eq!((answer.status, &answer.body), (StatusCode::OK, &whole.body), "{other}");
        assert_eq!(answer.header("content-range"), "");
    }
    let held = fetch(TABLE, &[("range", "bytes=0-9"), ("if-none-match", tag)]).await;
    assert_eq!(held.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn what_is_no_single_range_gets_the_whole() {
    let whole = fetch(TABLE, &[]).await;
    for range in ["bytes=0-9,20-29", "bytes=9-0", "bytes=x", "rows=0-9", ""] {
        let answer = fetch(TABLE, &[("range", range)]).await;
        assert_eq!((answer.status, &answer.body), (StatusCode::OK, &whole.body), "{range}");
    }
    // Ranges are of GET only.
    let head = send(&server(), Method::HEAD, TABLE, &[("range", "bytes=0-9")]).await;
    assert_eq!(head.status, StatusCode::OK);
    assert_eq!(head.header("accept-ranges"), "bytes");
    assert_eq!(head.header("content-length"), whole.body.len().to_string());
}

#[tokio::test]
async fn a_client_that_insists_gets_parts_of_the_compressed_body() {
    let insisting = ("accept-encoding", "gzip, identity;q=0");
    let whole = fetch(TABLE, &[insisting]).await;
    let part = fetch(TABLE, &[insisting, ("range", "bytes=5-24")]).await;
    assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
    assert_eq!(part.header("content-encoding"), "gzip");
    assert_eq!(part.header("etag"), whole.header("etag"));
    assert_eq!(part.body, whole.body.slice(5..25));
}

#[tokio::test]
async fn errors_and_pages_have_no_parts() {
    for (address, status) in [
        ("/api/v1/rankings?index=gdp", 404),
        ("/vi/data", 200),
        ("/healthz", 200),
    ] {
        let answer = fetch(address, &[("range", "bytes=0-9")]).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
        assert_eq!(answer.header("accept-ranges"), "", "{address}");
        assert!(answer.body.len() > 10, "{address}");
    }
}
