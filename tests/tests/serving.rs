//! The binary as a service: start, answers, faults, stop.

use std::{
    net::TcpListener,
    process::Output,
    time::{Duration, Instant},
};

use anyhow::Result;
use vithe_tests::{Connection, Server, binary, server::command};

fn run(arguments: &[&str]) -> Result<Output> {
    Ok(command(&binary()?).args(arguments).output()?)
}

#[test]
fn it_prints_its_address_and_answers_there() -> Result<()> {
    let server = Server::start(&binary()?)?;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(server.get(path, &[])?.status, 200, "{path}");
    }
    Ok(())
}

#[test]
fn the_root_leads_to_the_language_the_reader_asks_for() -> Result<()> {
    let server = Server::start(&binary()?)?;
    for (accepted, place) in [("vi-VN,vi;q=0.9", "/vi/"), ("en-GB,en;q=0.8", "/en/")] {
        let response = server.get("/", &[("accept-language", accepted)])?;
        assert!((300..400).contains(&response.status), "{}", response.status);
        assert_eq!(response.header("location"), Some(place));
    }
    Ok(())
}

#[test]
fn hashed_files_are_kept_forever_and_travel_as_brotli() -> Result<()> {
    let server = Server::start(&binary()?)?;
    let page = server.get("/vi/", &[])?;
    let html = page.text()?;
    let start = html.find("/assets/site.").expect("the page names its style sheet");
    let path: String = html[start..].chars().take_while(|c| !matches!(c, '"' | '\'')).collect();
    let response = server.get(&path, &[("accept-encoding", "br")])?;
    assert_eq!(response.status, 200, "{path}");
    assert_eq!(response.header("content-encoding"), Some("br"));
    assert_eq!(
        response.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    Ok(())
}

#[test]
fn a_page_asked_for_again_with_its_tag_is_not_sent_again() -> Result<()> {
    let server = Server::start(&binary()?)?;
    let mut connection = Connection::open(server.base_url())?;
    for path in ["/vi/", "/api/v1/rankings?index=pci&component=overall&year=2021"] {
        let first = connection.get(path, &[("accept-encoding", "br")])?;
        assert_eq!(first.status, 200, "{path}");
        let tag = first.header("etag").expect("an entity tag");
        let second = connection.get(path, &[("accept-encoding", "br"), ("if-none-match", tag)])?;
        assert_eq!((second.status, second.body.len()), (304, 0), "{path}");
        assert_eq!(
            second.header("content-security-policy"),
            first.header("content-security-policy"),
            "{path}"
        );
    }
    Ok(())
}

#[test]
fn a_taken_port_is_named() -> Result<()> {
    let taken = TcpListener::bind("127.0.0.1:0")?;
    let address = taken.local_addr()?.to_string();
    let output = run(&["serve", "--addr", &address])?;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(said.contains(&address), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    Ok(())
}

#[test]
fn a_data_path_that_does_not_exist_is_named() -> Result<()> {
    let output = run(&["serve", "--addr", "127.0.0.1:0", "--data", "/no/such/package"])?;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(said.contains("/no/such/package"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    Ok(())
}

#[test]
fn the_bundled_data_pass_their_own_checks() -> Result<()> {
    let output = run(&["check"])?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}

#[cfg(unix)]
#[test]
fn it_stops_when_told_to_and_says_so_by_success() -> Result<()> {
    let server = Server::start(&binary()?)?;
    let mut connection = Connection::open(server.base_url())?;
    assert_eq!(connection.get("/healthz", &[])?.status, 200);
    let began = Instant::now();
    let status = server.terminate()?;
    assert!(status.success(), "{status}");
    assert!(
        began.elapsed() < Duration::from_secs(11),
        "it took {:?}",
        began.elapsed()
    );
    Ok(())
}
