//! Frozen versions of the data: the same figures as ever under an address that names them, what each changed, the feed of new
//! ones.

use std::{
    sync::{Arc, LazyLock},
    time::Duration,
};

use axum::{
    Router,
    http::{Method, StatusCode},
};
use serde_json::{Value, json};
use vithe::{
    data::Data,
    router::build_router,
    state::{AppState, Settings},
};
use vithe_datasets::RedistributionOverrides;

use crate::support::{Answer, catalog, row, send};

const FOREVER: &str = "public, max-age=31536000, immutable";

/// One server for all tests here: what is made of the past is kept. Making it takes a while without optimization.
static SERVER: LazyLock<Router> = LazyLock::new(|| {
    let settings = Settings {
        figure_workers: 0,
        public_origin: Some("https://vithe.example".to_owned()),
        request_timeout: Duration::from_mins(5),
        ..Settings::default()
    };
    let data = Data::bundled(&RedistributionOverrides::new()).unwrap();
    build_router(AppState::new(Arc::new(data), settings))
});

async fn get(address: &str) -> Answer {
    send(&SERVER, Method::GET, address, &[("accept-language", "en")]).await
}

async fn get_json(address: &str) -> Value {
    let answer = get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
    answer.json()
}

#[tokio::test]
async fn an_earlier_version_answers_with_its_own_figures() {
    let labor = "/api/v1/rankings?index=pci&component=labor&year=2023";
    let (now, then) = (get_json(labor).await, get(&format!("{labor}&v=1.1.0")).await);
    assert_eq!(then.header("cache-control"), FOREVER);
    let then = then.json();
    assert_eq!((&now["scores_on_record"], &now["n"]), (&json!(63), &json!(63)));
    assert!(then["scores_on_record"].as_u64().unwrap() < 63, "{then}");
    // The ten scores of Thanh Hóa on record were those of Thái Nguyên.
    assert_ne!(row(&now, "thanh-hoa")["score"], row(&then, "thanh-hoa")["score"]);
    assert_ne!(now["revision"], then["revision"]);

    let years = |index: &Value| index["years"].as_array().unwrap().contains(&json!(2025));
    assert!(years(&get_json("/api/v1/indices/pci").await));
    assert!(!years(&get_json("/api/v1/indices/pci?v=1.1.0").await));
    assert!(!years(&get_json("/api/v1/indices/pci?v=2.0.0").await));
    assert!(years(&get_json("/api/v1/indices/pci?v=2.1.0").await));
    let indicators = "/api/v1/indicators?index=pci&component=labor";
    assert_eq!(
        get(&format!("{indicators}&v=2.1.0")).await.status,
        StatusCode::NOT_FOUND
    );
    // What did not change is alike, whichever version is asked.
    let unchanged = "/api/v1/rankings.csv?index=papi&year=2021";
    let (now, then) = (get(unchanged).await, get(&format!("{unchanged}&v=1.1.0")).await);
    assert_eq!(now.body, then.body);
    assert_eq!(
        then.header("content-disposition"),
        now.header("content-disposition").replace(".csv", "-1.1.0.csv")
    );
}

#[tokio::test]
async fn the_newest_version_by_its_name_is_the_same_answer_and_never_changes() {
    let version = catalog().version();
    for address in ["/api/v1/overview?", "/api/v1/rankings.csv?index=pci&year=2021&"] {
        let (plain, named) = (get(address).await, get(&format!("{address}v={version}")).await);
        assert_eq!(plain.body, named.body, "{address}");
        assert_eq!(plain.header("etag"), named.header("etag"), "{address}");
        assert_eq!(named.header("cache-control"), FOREVER);
        assert_ne!(plain.header("cache-control"), FOREVER);
    }
}

#[tokio::test]
async fn an_unknown_version_is_told_with_those_that_there_are() {
    for address in [
        "/api/v1/overview?v=9.9.9",
        "/api/v1/rankings.xlsx?index=pci&v=9.9.9",
        "/api/v1/indices.zip?v=9.9.9",
        "/figures/map.svg?index=pci&v=9.9.9",
        "/figures/map.bib?index=pci&v=9.9.9",
        "/embed/en/map?index=pci&v=9.9.9",
        "/en/index/pci?v=9.9.9",
        "/en/data?v=latest",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(
            answer.text().contains("1.1.0, 2.0.0, 2.1.0, 2.2.0"),
            "{address}: {}",
            answer.text()
        );
        assert!(!answer.header("cache-control").contains("immutable"), "{address}");
    }
    let vi = send(
        &SERVER,
        Method::GET,
        "/api/v1/overview?v=1.0.0",
        &[("accept-language", "vi")],
    )
    .await;
    assert_eq!(vi.json()["code"], "unknown_version");
    assert!(vi.text().contains("Các phiên bản hiện có: 1.1.0"), "{}", vi.text());
}

/// The values of an attribute in a document.
fn values<'a>(document: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    let opens = format!(" {attribute}=\"");
    let parts: Vec<&str> = document.split(opens.as_str()).skip(1).collect();
    parts.into_iter().filter_map(|part| part.split('"').next())
}

#[tokio::test]
async fn a_frozen_page_says_so_and_leads_to_frozen_pages_only() {
    for (address, told, newest) in [
        (
            "/vi/index/pci?y=2023&v=1.1.0",
            "Bản dữ liệu 1.1.0 (đóng băng)",
            "/vi/index/pci?y=2023",
        ),
        (
            "/en/province/thanh-hoa?y=2023&v=1.1.0",
            "Frozen data version 1.1.0",
            "/en/province/thanh-hoa?y=2023",
        ),
        (
            "/en/data/versions?v=1.1.0",
            "Frozen data version 1.1.0",
            "/en/data/versions",
        ),
    ] {
        let page = get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        let text = page.text();
        assert!(text.contains(told), "{address}");
        // No app takes it over.
        assert!(
            !text.contains("data-script=\"/") && !text.contains("data-wasm=\"/"),
            "{address}"
        );
        let mut unfrozen = Vec::new();
        for attribute in ["href", "src", "srcset", "action"] {
            for value in values(text, attribute) {
                let value = value.strip_prefix("https://vithe.example").unwrap_or(value);
                let is_of_figures = ["/vi/", "/en/", "/figures/", "/embed/", "/api/v1/"]
                    .iter()
                    .any(|folder| value.starts_with(folder));
                if is_of_figures && !value.contains("v=1.1.0") && !value.ends_with("openapi.json") {
                    unfrozen.push(value);
                }
            }
        }
        unfrozen.retain(|value| !value.ends_with("feed.atom"));
        assert_eq!(unfrozen, [newest], "{address}");
        let forms = text.matches("<form").count();
        assert!(forms > 0);
        assert_eq!(text.matches("name=\"v\" value=\"1.1.0\"").count(), forms, "{address}");
        assert!(
            !page.header("cache-control").contains("immutable"),
            "it names files of this build"
        );
        assert!(page.header("x-robots-tag").contains("noindex"));
    }
    let page = get("/vi/index/pci?y=2023&v=1.1.0").await;
    assert!(page.text().contains("/embed/vi/map?index=pci") && page.text().contains("&amp;amp;v=1.1.0\""));
    let plain = get("/vi/index/pci?y=2023").await;
    assert!(!plain.text().contains("v=1.1.0") && !plain.text().contains("đóng băng"));
}

#[tokio::test]
async fn a_search_on_a_frozen_page_leads_to_a_frozen_page() {
    let found = get("/vi/search?q=thanh+hoa&v=1.1.0").await;
    assert_eq!(found.header("location"), "/vi/province/thanh-hoa?v=1.1.0");
}

#[tokio::test]
async fn citations_and_embeds_name_the_version() {
    let text = get("/figures/map.txt?index=pci&year=2021&lang=en&v=1.1.0").await;
    assert!(
        text.text()
            .contains("data version 1.1.0. https://vithe.example/en/index/pci?y=2021&v=1.1.0#league"),
        "{}",
        text.text()
    );
    let plain = get("/figures/map.txt?index=pci&year=2021&lang=en").await;
    assert!(plain.text().contains("/en/index/pci?y=2021#league"), "{}", plain.text());
    let embed = get("/embed/en/map?index=pci&year=2021&v=1.1.0").await;
    assert_eq!(embed.status, StatusCode::OK);
    assert!(embed.text().contains("Frozen data version 1.1.0"));
    let found = get("/oembed?url=https://vithe.example/vi/index/pci?y%3D2021%26v%3D1.1.0")
        .await
        .json();
    let code = found["html"].as_str().unwrap();
    assert!(
        code.contains("/embed/vi/map?") && code.contains("&amp;v=1.1.0\""),
        "{code}"
    );
    assert!(
        found["thumbnail_url"].as_str().unwrap().ends_with("&v=1.1.0"),
        "{found}"
    );
    for value in values(embed.text(), "srcset").chain(values(embed.text(), "src")) {
        assert!(value.ends_with("v=1.1.0"), "{value}");
    }
}

#[tokio::test]
async fn what_each_version_changed_is_told_by_resource_page_and_feed() {
    let versions = get_json("/api/v1/versions").await;
    let names: Vec<&str> = (versions.as_array().unwrap().iter())
        .map(|version| version["version"].as_str().unwrap())
        .collect();
    assert_eq!(names[..4], ["1.1.0", "2.0.0", "2.1.0", "2.2.0"]);
    assert_eq!(names.last(), Some(&catalog().version()));
    assert_eq!(get_json("/api/v1/versions?v=2.0.0").await.as_array().unwrap().len(), 2);

    let page = get("/vi/data/versions").await;
    let text = page.text();
    for version in &names {
        assert!(text.contains(&format!("id=\"v{version}\"")), "{version}");
        assert!(text.contains(&format!("/vi/?v={version}")), "{version}");
    }
    assert!(
        text.contains("PCI 2025: cấu trúc khác") || text.contains("34"),
        "a reason in Vietnamese"
    );
    assert!(!text.contains("another structure"));

    for language in ["vi", "en"] {
        let feed = get(&format!("/{language}/feed.atom")).await;
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        insta::assert_snapshot!(format!("feed_{language}"), feed.text());
        let linked = format!("type=\"application/atom+xml\" href=\"/{language}/feed.atom\"");
        assert!(
            get(&format!("/{language}/")).await.text().contains(&linked),
            "{language}"
        );
    }
}
