//! The server below a path of its host. The place of a site is told to its process once, so these tests are a program of their own.

#![expect(clippy::unwrap_used, reason = "a fault of a helper fails the test that uses it")]

use std::sync::{Arc, LazyLock};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode},
};
use html5gum::{Token, Tokenizer};
use serde_json::Value;
use tower::ServiceExt as _;
use vithe::{
    data::Data,
    router::build_router,
    state::{AppState, Settings},
};
use vithe_datasets::RedistributionOverrides;
use vithe_shared::address::stand_below;

const BASE: &str = "/vithe";
const ORIGIN: &str = "https://vithe.example";

static SERVER: LazyLock<Router> = LazyLock::new(|| {
    stand_below(BASE);
    let data = Data::bundled(&RedistributionOverrides::new()).unwrap();
    let settings = Settings {
        public_origin: Some(ORIGIN.to_owned()),
        figure_workers: 0,
        ..Settings::default()
    };
    build_router(AppState::new(Arc::new(data), settings))
});

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }
}

async fn send(request: Request<Body>) -> Answer {
    let (parts, body) = SERVER.clone().oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8_lossy(&body).into_owned(),
    }
}

async fn get(address: &str) -> Answer {
    let request = Request::builder().uri(address).header("accept-language", "vi");
    send(request.body(Body::empty()).unwrap()).await
}

async fn post(address: &str, kind: &str, body: impl Into<Body>) -> Answer {
    let request = Request::builder().method(Method::POST).uri(address);
    let request = request
        .header("content-type", kind)
        .header("accept", "application/json, text/event-stream")
        .header("host", "vithe.example");
    send(request.body(body.into()).unwrap()).await
}

/// One page of each kind, and states with other links.
const PAGES: [&str; 27] = [
    "/vi/",
    "/en/",
    "/vi/index/pci",
    "/en/index/papi?y=2023&c=d1&pin=hau-giang~can-tho",
    "/vi/index/pci?c=entry.01",
    "/vi/province/hau-giang",
    "/en/province/can-tho?borders=34",
    "/vi/province/hau-giang?i=pci&y=2021&c=labor",
    "/vi/report/hau-giang?y=2021",
    "/vi/compare?p=hau-giang~can-tho",
    "/vi/peers?p=hau-giang",
    "/en/regions",
    "/vi/declines",
    "/en/movers",
    "/vi/what-if?p=hau-giang&i=pci&y=2021&d=labor:0.5",
    "/vi/scatter",
    "/en/check",
    "/vi/data",
    "/en/data",
    "/vi/methods/pci",
    "/vi/sources?i=par",
    "/en/discrepancies",
    "/vi/search",
    "/vi/search?q=giang",
    "/vi/no-such-page",
    "/embed/vi/map?index=pci&year=2023",
    "/embed/en/line?index=papi&p=hau-giang",
];

/// The values of a document that are addresses of this host, and what is copied from it: without the origin.
fn addresses(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut of_text = |text: &str| found.extend(text.split(ORIGIN).skip(1).map(str::to_owned));
    let mut values = Vec::new();
    for token in Tokenizer::new(html).map(Result::unwrap) {
        match token {
            Token::StartTag(tag) => {
                for (name, value) in tag.attributes {
                    let (name, value) = (name.as_slice(), String::from_utf8_lossy(&value).into_owned());
                    if name == b"data-base" {
                        continue;
                    }
                    of_text(&value);
                    // A set of pictures has several; the numbers of a drawing are none.
                    let candidates = value.split(", ").filter(|text| text.starts_with('/'));
                    values.extend(candidates.map(str::to_owned));
                    let is_address = [&b"href"[..], b"src", b"action", b"formaction", b"srcset"].contains(&name);
                    let is_known = value.is_empty() || value.starts_with(['/', '#']) || value.contains("://");
                    assert!(!is_address || is_known, "{value} follows the place of the document");
                }
            }
            Token::String(text) => of_text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    found.append(&mut values);
    found
}

fn is_below_base(address: &str) -> bool {
    address
        .strip_prefix(BASE)
        .is_some_and(|rest| rest.starts_with('/') && !rest.starts_with(BASE))
}

#[tokio::test]
async fn every_address_of_a_page_is_below_the_base() {
    for page in PAGES {
        let answer = get(&format!("{BASE}{page}")).await;
        let found = addresses(&answer.text);
        assert!(found.len() >= 2, "{page}: {found:?}");
        for address in found {
            assert!(is_below_base(&address), "{page}: {address}");
        }
    }
}

#[tokio::test]
async fn a_document_tells_the_app_where_it_stands() {
    for page in ["/vi/", "/vi/no-such-page"] {
        let answer = get(&format!("{BASE}{page}")).await;
        assert!(answer.text.contains("data-base=\"/vithe\""), "{page}");
        assert!(
            answer.text.contains("data-worker=\"/vithe/service-worker.js\""),
            "{page}"
        );
    }
}

/// What the first page leads to is there, its files and the documentation among it.
#[tokio::test]
async fn what_a_page_leads_to_is_there() {
    let page = get(&format!("{BASE}/vi/")).await.text;
    let mut paths: Vec<String> = addresses(&page)
        .into_iter()
        .filter_map(|address| {
            let end = address.find(['#', '"', ' ']).unwrap_or(address.len());
            let path = address[..end].replace("&amp;", "&");
            // Nothing draws here.
            let is_figure = ["/figures/", "/embed/", "/oembed"]
                .iter()
                .any(|part| path.contains(part));
            (!is_figure && !path.contains("/province/")).then_some(path)
        })
        .collect();
    paths.sort_unstable();
    paths.dedup();
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        let answer = get(&path).await;
        assert!(
            answer.status.is_success() || answer.status.is_redirection(),
            "{path}: {}",
            answer.status
        );
    }
}

#[tokio::test]
async fn redirects_stay_below_the_base() {
    for (address, status, target) in [
        ("/vithe/", 302, "/vithe/vi/"),
        ("/vithe/EN", 308, "/vithe/en/"),
        (
            "/vithe/vi/Province/H%E1%BA%ADu%20Giang?y=2021",
            308,
            "/vithe/vi/province/hau-giang?y=2021",
        ),
        ("/vithe/vi/search?q=hau+giang", 303, "/vithe/vi/province/hau-giang"),
        ("/vithe/api/docs", 308, "/vithe/api/docs/"),
        ("/vithe/API/v1/indices", 308, "/vithe/api/v1/indices"),
        // The ways to the site.
        ("/", 307, "/vithe/"),
        ("/vithe", 307, "/vithe/"),
    ] {
        let answer = get(address).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (status, target),
            "{address}"
        );
    }
}

#[tokio::test]
async fn beside_the_base_there_is_nothing() {
    for address in [
        "/vi/",
        "/vithes/vi/",
        "/api/v1/indices",
        "/assets/site.js",
        "/healthz",
        "/robots.txt",
        "//vithe/vi/",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
        assert_eq!(answer.json()["instance"], address);
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
    }
}

/// Rules that look at paths hold below the base as they do at the root.
#[tokio::test]
async fn the_api_answers_below_the_base() {
    let answer = get("/vithe/api/v1/rankings?index=pci&component=overall&year=2021").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let refused = get("/vithe/api/v1/rankings?index=pci&year=1900").await;
    let problem = refused.json();
    assert!(
        problem["type"].as_str().unwrap().starts_with("/vithe/vi/data#problem-"),
        "{problem}"
    );
    assert_eq!(problem["instance"], "/vithe/api/v1/rankings?index=pci&year=1900");
    let kept = get("/vithe/api/v1/datasets").await;
    assert_eq!(kept.status, StatusCode::OK);
    assert_eq!(kept.header("access-control-allow-origin"), "");
    for part in kept.json().as_array().unwrap() {
        let address = part["address"].as_str().unwrap();
        assert!(is_below_base(address), "{address}");
    }
    let form = post("/vithe/vi/check", "application/x-www-form-urlencoded", "text=PCI+2021").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(addresses(&form.text).iter().all(|address| is_below_base(address)));
    let changed = post("/vithe/api/v1/what-if", "application/json", "{}").await;
    assert!(changed.text.contains("/vithe/api/docs"), "{}", changed.text);
}

#[tokio::test]
async fn the_contract_and_its_documentation_name_the_base() {
    let contract = get("/vithe/api/v1/openapi.json").await.json();
    assert_eq!(contract["servers"][0]["url"], BASE);
    let initializer = get("/vithe/api/docs/swagger-initializer.js").await.text;
    assert!(initializer.contains("/vithe/api/v1/openapi.json"), "{initializer}");
}

#[tokio::test]
async fn what_machines_read_names_the_base() {
    for file in ["/robots.txt", "/sitemap.xml", "/llms.txt"] {
        let text = get(&format!("{BASE}{file}")).await.text;
        let named: Vec<&str> = text.split(ORIGIN).skip(1).collect();
        assert!(!named.is_empty() && named.into_iter().all(is_below_base), "{file}");
    }
    let robots = get("/vithe/robots.txt").await.text;
    assert!(robots.contains("Disallow: /vithe/api/v1/datasets"), "{robots}");
    let citation = get("/vithe/figures/map.txt?index=pci&year=2021").await.text;
    assert!(
        citation.contains("https://vithe.example/vithe/vi/index/pci"),
        "{citation}"
    );
    let embed = get("/vithe/oembed?url=https%3A%2F%2Fvithe.example%2Fvithe%2Fvi%2Findex%2Fpci").await;
    let embed = embed.json();
    assert!(
        embed["html"]
            .as_str()
            .unwrap()
            .contains("src=\"https://vithe.example/vithe/embed/vi/"),
        "{embed}"
    );
    assert_eq!(embed["provider_url"], "https://vithe.example/vithe/");
    let outside = get("/vithe/oembed?url=https%3A%2F%2Fvithe.example%2Fvi%2Findex%2Fpci").await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
    let question =
        r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find","arguments":{"q":"hậu giang"}}}"#;
    let found = post("/vithe/mcp", "application/json", question).await;
    assert!(found.text.contains("https://vithe.example/vithe/vi/"), "{}", found.text);
    assert!(!found.text.contains("vithe.example/vi/"), "{}", found.text);
}

/// Its scope is the folder that it lies in.
#[tokio::test]
async fn the_offline_version_keeps_what_is_below_the_base() {
    let worker = get("/vithe/service-worker.js").await;
    assert_eq!(worker.status, StatusCode::OK);
    let kept = worker.text.split_once("const KEPT = ").unwrap().1;
    let kept: Vec<String> = serde_json::from_str(kept.split_once(";\n").unwrap().0).unwrap();
    assert!(kept.iter().any(|address| address.contains("/shell/vi/page")));
    assert!(kept.iter().all(|address| is_below_base(address)), "{kept:?}");
}
