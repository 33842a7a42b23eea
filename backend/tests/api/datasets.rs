//! `GET /api/v1/datasets` and what is below: the normalized form for the pages of the site.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use serde_json::Value;
use vithe_shared::{
    IndexId,
    dataset::{IndexDataset, IndexNotes, Registry},
    engine::{answers::list_rankings, catalog::Catalog},
    query::RankingQuery,
};

use crate::support::{Answer, catalog, get, get_json, send, server};

/// The addresses of all parts with their revisions, by name.
async fn addresses() -> Vec<(String, String, String)> {
    let parts = get_json("/api/v1/datasets").await;
    let text = |part: &Value, key: &str| part[key].as_str().unwrap().to_owned();
    let parts = parts.as_array().unwrap().iter();
    parts
        .map(|part| (text(part, "name"), text(part, "address"), text(part, "rev")))
        .collect()
}

#[tokio::test]
async fn every_part_is_listed_with_its_revision_and_answers_there_for_ever() {
    let names: Vec<String> = addresses().await.into_iter().map(|(name, _, _)| name).collect();
    assert_eq!(
        names,
        [
            "registry",
            "pci",
            "papi",
            "par",
            "sipas",
            "pci-indicators",
            "pci-notes",
            "papi-notes",
            "par-notes",
            "sipas-notes",
            "borders-63",
            "borders-34"
        ]
    );
    let list = get("/api/v1/datasets").await;
    assert_eq!(list.header("cache-control"), "no-cache");
    for (name, address, rev) in addresses().await {
        assert!(address.ends_with(&format!("?rev={rev}")), "{address}");
        let answer = get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable",
            "{name}"
        );
        let newest = get(address.split('?').next().unwrap()).await;
        assert_eq!(newest.body, answer.body, "{name}");
    }
}

#[tokio::test]
async fn without_a_revision_the_newest_is_answered_and_asked_for_again() {
    let answer = get("/api/v1/datasets/pci").await;
    assert_eq!(answer.header("cache-control"), "no-cache");
    let tag = answer.header("etag").to_owned();
    let again = send(
        &server(),
        Method::GET,
        "/api/v1/datasets/pci",
        &[("if-none-match", &tag)],
    )
    .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn an_unknown_revision_or_part_is_not_found() {
    for address in [
        "/api/v1/datasets/pci?rev=000000000000",
        "/api/v1/datasets/registry?rev=0",
        "/api/v1/datasets/par/notes?rev=abc",
        "/api/v1/borders/63?rev=abc",
        "/api/v1/datasets/gdp",
        "/api/v1/datasets/gdp/notes",
        "/api/v1/datasets/registry/notes",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}: {}", answer.text());
    }
    assert_eq!(get("/api/v1/datasets/pci?rev=A").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        get("/api/v1/datasets/pci?year=2021").await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn other_sites_are_refused_and_nothing_is_opened_to_them() {
    let from = |site: &'static str| async move {
        let headers = [("sec-fetch-site", site), ("origin", "https://elsewhere.example")];
        send(&server(), Method::GET, "/api/v1/datasets/papi", &headers).await
    };
    let refused: Answer = from("cross-site").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.json()["code"], "redistribution_restricted");
    for site in ["same-origin", "none"] {
        let answer = from(site).await;
        assert_eq!(answer.status, StatusCode::OK, "{site}");
        assert_eq!(answer.header("access-control-allow-origin"), "");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(answer.header("x-robots-tag"), "noindex");
    }
}

#[tokio::test]
async fn the_parts_are_as_small_as_their_budgets() {
    let mut sizes = BTreeMap::new();
    for (name, address, _) in addresses().await {
        let answer = send(&server(), Method::GET, &address, &[("accept-encoding", "br")]).await;
        assert_eq!(answer.header("content-encoding"), "br", "{name}");
        sizes.insert(name, answer.body.len());
    }
    let is_dataset = |(name, _): &(&String, &usize)| !name.starts_with("borders");
    let all: usize = sizes.iter().filter(is_dataset).map(|(_, size)| size).sum();
    assert!(all <= 205_000, "{all}");
    assert!(sizes["pci-indicators"] <= 36_000, "{sizes:?}");
    let page = |index: &str| sizes["registry"] + sizes[index];
    assert!(page("pci") <= 51_000 && page("papi") <= 92_000, "{sizes:?}");
    assert!(
        sizes["borders-63"] <= 32_000 && sizes["borders-34"] <= 32_000,
        "{sizes:?}"
    );
}

#[tokio::test]
async fn a_catalog_of_one_fetched_index_answers_like_the_server_and_names_what_is_missing() {
    let registry: Registry = serde_json::from_slice(&get("/api/v1/datasets/registry").await.body).unwrap();
    let pci: IndexDataset = serde_json::from_slice(&get("/api/v1/datasets/pci").await.body).unwrap();
    let _: IndexNotes = serde_json::from_slice(&get("/api/v1/datasets/pci/notes").await.body).unwrap();
    let fetched = Catalog::new(registry);
    let query = |index| RankingQuery {
        index,
        component: vithe_shared::ComponentId::default(),
        year: None,
        region: None,
        borders: None,
        interval: None,
        rank: None,
    };
    let missing = list_rankings(&fetched, &query(IndexId::Pci)).unwrap_err();
    assert_eq!(missing.to_string(), "pci is not here yet");
    fetched.insert(pci).unwrap();
    assert_eq!(
        list_rankings(&fetched, &query(IndexId::Pci)),
        list_rankings(catalog(), &query(IndexId::Pci))
    );
    assert!(list_rankings(&fetched, &query(IndexId::Papi)).is_err());
}

#[tokio::test]
async fn the_document_names_the_revisions() {
    let page = get("/vi/").await;
    let meta = page
        .text()
        .split(r#"<meta name="vithe-data" content=""#)
        .nth(1)
        .unwrap();
    let json = meta.split('"').next().unwrap().replace("&quot;", "\"");
    let named: Value = serde_json::from_str(&json).unwrap();
    for (name, _, rev) in addresses().await {
        assert_eq!(named[&name], rev, "{name}");
    }
}
