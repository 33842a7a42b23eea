//! The Model Context Protocol: over HTTP through the router, and over a pair of pipes as `vithe mcp` has them.

mod answers;

use std::net::SocketAddr;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tower::ServiceExt as _;
use vithe::{mcp::Assistants, state::Settings};

use crate::support::{Answer, get, send, server, server_with, state};

const PROTOCOL: &str = "2025-06-18";

/// Posts a message with headers of its own.
async fn post(server: &Router, message: impl Into<Body>, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder()
        .method(Method::POST)
        .uri("/mcp")
        .extension(ConnectInfo(SocketAddr::from(([203, 0, 113, 9], 40_000))))
        .header(header::ACCEPT, "application/json, text/event-stream");
    if !headers.iter().any(|(name, _)| *name == "host") {
        request = request.header(header::HOST, "localhost");
    }
    if !headers.iter().any(|(name, _)| *name == "content-type") {
        request = request.header(header::CONTENT_TYPE, "application/json");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = server
        .clone()
        .oneshot(request.body(message.into()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.unwrap(),
    }
}

fn message(method: &str, parameters: &Value) -> String {
    json!({ "jsonrpc": "2.0", "id": 7, "method": method, "params": parameters }).to_string()
}

/// Asks, and expects a result.
async fn ask(method: &str, parameters: Value) -> Value {
    let answer = post(
        &server(),
        message(method, &parameters),
        &[("mcp-protocol-version", PROTOCOL)],
    )
    .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
    let answer = answer.json();
    assert_eq!(answer["id"], 7);
    answer["result"].clone()
}

/// What a tool answered.
struct Called {
    text: String,
    object: Value,
    result: Value,
}

async fn call(tool: &str, arguments: Value) -> Called {
    let result = ask("tools/call", json!({ "name": tool, "arguments": arguments })).await;
    Called {
        text: result["content"][0]["text"].as_str().unwrap().to_owned(),
        object: result["structuredContent"].clone(),
        result,
    }
}

/// What a tool answered that was not refused.
async fn answer(tool: &str, arguments: Value) -> Called {
    let called = call(tool, arguments).await;
    assert_eq!(called.result["isError"], false, "{}", called.text);
    called
}

/// Every answer names documents, how to cite, the page and the revision; a text ends with source and page.
fn assert_is_sourced(called: &Called, page: &str) {
    assert_eq!(called.object["page"], page);
    assert!(called.object["revision"].is_string());
    assert!(!called.object["sources"].as_array().unwrap().is_empty());
    let citations = called.object["citations"].as_array().unwrap();
    assert!(!citations.is_empty());
    for citation in citations {
        let citation = citation.as_str().unwrap();
        assert!(
            !citation.contains("(năm)") && !citation.contains("(year)"),
            "{citation}"
        );
    }
    let lines: Vec<&str> = called.text.lines().rev().take(2).collect();
    assert!(lines[0].ends_with(page), "{}", called.text);
    assert!(
        lines[1].starts_with("Nguồn: ") || lines[1].starts_with("Source: "),
        "{}",
        called.text
    );
}

#[tokio::test]
async fn a_client_is_told_what_there_is_and_how_to_quote_it() {
    let parameters = json!({
        "protocolVersion": PROTOCOL,
        "capabilities": {},
        "clientInfo": { "name": "test", "version": "1" },
    });
    let result = ask("initialize", parameters).await;
    assert_eq!(result["protocolVersion"], PROTOCOL);
    assert_eq!(result["serverInfo"]["name"], "vithe");
    assert!(result["capabilities"]["tools"].is_object() && result["capabilities"]["resources"].is_object());
    assert!(result["instructions"].as_str().unwrap().contains("1 is best"));
}

#[tokio::test]
async fn a_client_of_the_protocol_without_a_handshake_is_answered_too() {
    let version = "2026-07-28";
    let meta = json!({
        "io.modelcontextprotocol/protocolVersion": version,
        "io.modelcontextprotocol/clientInfo": { "name": "test", "version": "1" },
        "io.modelcontextprotocol/clientCapabilities": {},
    });
    let discover = message("server/discover", &json!({ "_meta": meta }));
    let headers = [("mcp-protocol-version", version), ("mcp-method", "server/discover")];
    let answer = post(&server(), discover, &headers).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let versions = answer.json()["result"]["supportedVersions"].clone();
    assert!(versions.as_array().unwrap().contains(&version.into()));
}

#[tokio::test]
async fn the_tools_change_only_on_purpose() {
    let tools = ask("tools/list", json!({})).await["tools"].clone();
    for tool in tools.as_array().unwrap() {
        let annotations = &tool["annotations"];
        assert_eq!(annotations["readOnlyHint"], true, "{tool}");
        assert_eq!(annotations["idempotentHint"], true, "{tool}");
        assert_eq!(tool["inputSchema"]["additionalProperties"], false, "{tool}");
        assert_eq!(tool["outputSchema"]["type"], "object", "{tool}");
        assert!(!tool.to_string().contains("\"format\""), "{tool}");
    }
    insta::assert_json_snapshot!(tools);
}

#[tokio::test]
async fn methods_and_glossary_can_be_read() {
    let listed = ask("resources/list", json!({})).await;
    let addresses: Vec<String> = listed["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|resource| resource["uri"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(addresses.len(), 6);
    for address in &addresses {
        let read = ask("resources/read", json!({ "uri": address })).await;
        assert!(read["contents"][0]["text"].as_str().unwrap().len() > 1_000, "{address}");
    }
    let papi = ask("resources/read", json!({ "uri": "vithe://methods/papi" })).await;
    let text = papi["contents"][0]["text"].as_str().unwrap();
    assert!(
        text.contains("bỏ nội dung 5.2") && text.contains("dropped sub-dimension 5.2"),
        "{text}"
    );
    assert!(
        text.contains("CECODES, RTA & UNDP (2024)") && !text.contains("(year)"),
        "{text}"
    );
    let glossary = ask("resources/read", json!({ "uri": "vithe://glossary" })).await;
    let text = glossary["contents"][0]["text"].as_str().unwrap();
    assert!(text.contains("Hạng 38/63") && text.contains("Rank 38/63"), "{text}");
    let missing = message("resources/read", &json!({ "uri": "vithe://methods/gdp" }));
    let missing = post(&server(), missing, &[]).await.json();
    assert_eq!(missing["error"]["code"], -32002);
}

#[tokio::test]
async fn a_server_with_a_public_address_gives_whole_addresses() {
    let server = server_with(Settings {
        figure_workers: 0,
        public_origin: Some("https://vithe.example".to_owned()),
        ..Settings::default()
    });
    let question = message(
        "tools/call",
        &json!({ "name": "get_ranking", "arguments": { "index": "pci", "year": 2021 } }),
    );
    let answer = post(&server, question.clone(), &[("origin", "https://vithe.example")])
        .await
        .json();
    assert_eq!(
        answer["result"]["structuredContent"]["page"],
        "https://vithe.example/vi/index/pci?y=2021"
    );
    let other_port = post(&server, question, &[("origin", "https://vithe.example:8443")]).await;
    assert_eq!(other_port.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn other_web_sites_are_not_let_in() {
    let list = message("tools/list", &json!({}));
    for (origin, status) in [
        ("https://evil.example", StatusCode::FORBIDDEN),
        ("null", StatusCode::FORBIDDEN),
        ("http://localhost:6274", StatusCode::OK),
        ("http://127.0.0.1:8080", StatusCode::OK),
    ] {
        // Also where a name was bound to the address of the server.
        let answer = post(&server(), list.clone(), &[("origin", origin), ("host", "evil.example")]).await;
        assert_eq!(answer.status, status, "{origin}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{origin}");
    }
}

#[tokio::test]
async fn what_does_not_follow_the_protocol_is_a_problem() {
    let list = message("tools/list", &json!({}));
    for (body, headers, status) in [
        (
            list.clone(),
            vec![("content-type", "text/plain")],
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        (
            list.clone(),
            vec![("mcp-protocol-version", "1999-01-01")],
            StatusCode::BAD_REQUEST,
        ),
        ("a".repeat(17 * 1024), vec![], StatusCode::PAYLOAD_TOO_LARGE),
        ("{".to_owned(), vec![], StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ] {
        let answer = post(&server(), body, &headers).await;
        assert_eq!(answer.status, status, "{headers:?}");
        assert_eq!(
            answer.header(header::CONTENT_TYPE),
            "application/problem+json",
            "{headers:?}"
        );
    }
    for method in [Method::GET, Method::DELETE, Method::OPTIONS] {
        let answer = send(&server(), method.clone(), "/mcp", &[]).await;
        assert_eq!(
            (answer.status, answer.header(header::ALLOW)),
            (StatusCode::METHOD_NOT_ALLOWED, "POST"),
            "{method}"
        );
    }
    // A refusal in the words of the protocol reaches the client as it is.
    let missing = post(&server(), message("server/discover", &json!({})), &[]).await;
    assert_eq!(missing.status, StatusCode::BAD_REQUEST);
    assert_eq!(missing.json()["error"]["code"], -32602);
}

#[tokio::test]
async fn questions_count_like_those_of_the_api_and_are_kept_nowhere() {
    let server = server_with(Settings {
        figure_workers: 0,
        requests_per_minute: 1,
        burst: 2,
        ..Settings::default()
    });
    let list = message("tools/list", &json!({}));
    for _ in 0..2 {
        let answer = post(&server, list.clone(), &[]).await;
        assert_eq!(
            (answer.status, answer.header(header::CACHE_CONTROL)),
            (StatusCode::OK, "no-store")
        );
    }
    let refused = post(&server, list, &[]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.json()["code"], "too_many_requests");
}

#[tokio::test]
async fn llms_txt_leads_to_the_protocol_the_contract_and_the_pages() {
    let answer = get("/llms.txt").await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "text/plain; charset=utf-8");
    assert!(answer.text().starts_with("# Vị Thế\n"));
    for address in ["/mcp", "/api/v1/openapi.json", "/vi/index/pci", "/en/methods/sipas"] {
        assert!(
            answer.text().contains(&format!("http://localhost{address})")),
            "{address}: {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn the_protocol_is_spoken_over_pipes() {
    let (client, own) = tokio::io::duplex(64 * 1024);
    let served = tokio::spawn(Assistants::new(state()).serve_client(tokio::io::split(own)));
    let (reader, mut writer) = tokio::io::split(client);
    let mut answers = BufReader::new(reader).lines();
    let parameters = json!({
        "protocolVersion": PROTOCOL,
        "capabilities": {},
        "clientInfo": { "name": "test", "version": "1" },
    });
    let initialized = json!({ "jsonrpc": "2.0", "method": "notifications/initialized" });
    let question =
        json!({ "name": "get_ranking", "arguments": { "index": "pci", "year": 2021, "province": "hau-giang" } });
    for line in [
        message("initialize", &parameters),
        initialized.to_string(),
        message("tools/call", &question),
    ] {
        writer.write_all(format!("{line}\n").as_bytes()).await.unwrap();
    }
    let mut next = async || -> Value { serde_json::from_str(&answers.next_line().await.unwrap().unwrap()).unwrap() };
    assert_eq!(next().await["result"]["serverInfo"]["name"], "vithe");
    assert_eq!(next().await["result"]["structuredContent"]["province"]["rank"], 38);
    writer.shutdown().await.unwrap();
    served.await.unwrap().unwrap();
}
