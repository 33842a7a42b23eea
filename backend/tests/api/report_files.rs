//! `/{language}/report/{province}.pdf`: the report of a page as a file.

use std::time::Duration;

use axum::{
    Router,
    http::{Method, StatusCode},
};
use vithe::state::Settings;

use crate::support::{Answer, send, server_with};

const REPORT: &str = "/vi/report/hau-giang.pdf?y=2017..2021";

/// A server with so many figure workers, and time enough for one that was not built for speed.
fn server(figure_workers: usize) -> Router {
    server_with(Settings {
        figure_workers,
        request_timeout: Duration::from_mins(5),
        ..Settings::default()
    })
}

async fn get(server: &Router, address: &str, headers: &[(&str, &str)]) -> Answer {
    send(server, Method::GET, address, headers).await
}

#[tokio::test]
async fn a_report_is_a_file_like_any_other() {
    let server = server(2);
    let report = get(&server, REPORT, &[("accept-encoding", "br, gzip")]).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.body.starts_with(b"%PDF-1.7"));
    assert_eq!(report.header("content-type"), "application/pdf");
    assert_eq!(
        report.header("content-disposition"),
        "attachment; filename=\"bao-cao-hau-giang-2017-2021.pdf\""
    );
    assert_eq!(report.header("content-length"), report.body.len().to_string());
    assert_eq!(report.header("content-encoding"), "");
    assert!(report.header("cache-control").starts_with("public, max-age=300"));

    let tag = report.header("etag");
    let held = get(&server, REPORT, &[("if-none-match", tag)]).await;
    assert_eq!((held.status, held.body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(held.header("etag"), tag);

    let head = send(&server, Method::HEAD, REPORT, &[]).await;
    assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0));
    assert_eq!(head.header("content-length"), report.header("content-length"));

    let part = get(&server, REPORT, &[("range", "bytes=0-7")]).await;
    assert_eq!(
        (part.status, part.body.as_ref()),
        (StatusCode::PARTIAL_CONTENT, b"%PDF-1.7".as_slice())
    );

    // What only a page shows leads to the same file.
    let same = get(&server, &format!("{REPORT}&pin=can-tho&utm_source=x"), &[]).await;
    assert_eq!(same.header("etag"), tag);
    let other = get(&server, "/en/report/hau-giang.pdf?y=2017..2021", &[]).await;
    assert_eq!(
        other.header("content-disposition"),
        "attachment; filename=\"review-hau-giang-2017-2021.pdf\""
    );
    assert_ne!(other.header("etag"), tag);
}

/// How many pages a document has.
fn pages_of(document: &[u8]) -> usize {
    const TREE: &[u8] = b"/Type/Pages/Count ";
    let at = document.windows(TREE.len()).position(|window| window == TREE).unwrap() + TREE.len();
    let count: String = document[at..].iter().map(|byte| char::from(*byte)).take(4).collect();
    count
        .split(' ')
        .next()
        .unwrap()
        .split('/')
        .next()
        .unwrap()
        .parse()
        .unwrap()
}

/// Those that have most to tell; a brief has no figures, so none has to be drawn.
#[tokio::test]
async fn a_brief_is_two_pages() {
    let server = server(0);
    for language in ["vi", "en"] {
        for report in [
            "tuyen-quang.pdf?y=2019..2023",
            "ha-noi.pdf?y=2019..2023",
            "ha-tinh.pdf?y=2020..2024",
            "hai-phong.pdf?y=2019..2023",
            "da-nang.pdf?y=2017..2021",
            "can-tho.pdf?y=2019..2023&borders=34",
        ] {
            let address = format!("/{language}/report/{report}&form=brief");
            let brief = get(&server, &address, &[]).await;
            assert_eq!(brief.status, StatusCode::OK);
            assert!(pages_of(&brief.body) <= 2, "{address}");
        }
    }
}

#[tokio::test]
async fn a_report_without_its_figures_is_not_kept() {
    let report = get(&server(0), REPORT, &[]).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.body.starts_with(b"%PDF-1.7"));
    assert_eq!(report.header("cache-control"), "no-store");
    assert_eq!(report.header("etag"), "");
}

#[tokio::test]
async fn what_cannot_be_reported_is_told_in_the_language_of_the_address() {
    let server = server(0);
    for (address, status, code) in [
        ("report/atlantis.pdf", StatusCode::NOT_FOUND, "unknown_province"),
        ("report/.pdf", StatusCode::NOT_FOUND, "unknown_province"),
        (
            "report/hau-giang.pdf?y=2021..2017",
            StatusCode::BAD_REQUEST,
            "malformed_parameter",
        ),
        (
            "report/hau-giang.pdf?y=soon",
            StatusCode::BAD_REQUEST,
            "malformed_parameter",
        ),
        (
            "report/hau-giang.pdf?form=poem",
            StatusCode::BAD_REQUEST,
            "malformed_parameter",
        ),
        (
            "report/hau-giang.pdf?colour=red",
            StatusCode::BAD_REQUEST,
            "unknown_parameter",
        ),
    ] {
        let mut details = Vec::new();
        for language in ["vi", "en"] {
            let answer = get(&server, &format!("/{language}/{address}"), &[]).await;
            assert_eq!(answer.status, status, "{address}: {}", answer.text());
            assert_eq!(answer.header("content-type"), "application/problem+json");
            let problem = answer.json();
            assert_eq!(problem["code"], code, "{address}");
            details.push(problem["detail"].as_str().unwrap().to_owned());
        }
        assert_ne!(details[0], details[1], "{address}");
    }
}

#[tokio::test]
async fn an_address_of_a_report_forgives_as_others_do() {
    let answer = get(&server(0), "/VI/Report/H%E1%BA%ADu%20Giang.PDF?y=2017..2021", &[]).await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(answer.header("location"), REPORT);
}
