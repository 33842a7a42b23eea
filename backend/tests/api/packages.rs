//! Whole indices as data packages: behind the terms of the publishers, the same bytes for the same figures.

use std::io::{Cursor, Read as _};

use axum::http::{Method, StatusCode};
use serde_json::Value;
use vithe_datasets::{PackageFiles, RedistributionOverrides};
use vithe_shared::{IndexId, domain::Redistribution};
use zip::ZipArchive;

use crate::support::{Answer, catalog, get_in, send, server_with_terms};

#[tokio::test]
async fn a_refusal_says_why_and_what_is_free() {
    for (language, why, free) in [
        (
            "vi",
            "quyền đối với toàn bộ bảng thuộc cơ quan công bố",
            "Vẫn tải tự do từng bảng",
        ),
        (
            "en",
            "the rights in whole tables stay with the publishers",
            "Free are single tables",
        ),
    ] {
        for (address, named) in [
            ("/api/v1/indices/papi.zip", "PAPI: "),
            ("/api/v1/indices.zip", "PCI, PAPI, PAR INDEX, SIPAS: "),
        ] {
            let answer = get_in(language, address).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
            let problem = answer.json();
            assert_eq!(problem["code"], "redistribution_restricted");
            let detail = problem["detail"].as_str().unwrap();
            assert!(
                detail.starts_with(named) && detail.contains(why) && detail.contains(free),
                "{detail}"
            );
        }
        let page = get_in(language, &format!("/{language}/data")).await;
        assert!(!page.text().contains(".zip\""));
        assert!(page.text().contains("ZIP"), "the page says why there is none");
    }
    assert_eq!(
        get_in("vi", "/api/v1/indices/gdp.zip").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(get_in("vi", "/api/v1/overview.zip").await.status, StatusCode::NOT_FOUND);
}

fn unpack(answer: &Answer) -> PackageFiles {
    let mut archive = ZipArchive::new(Cursor::new(answer.body.clone())).unwrap();
    let mut files = PackageFiles::default();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

fn text<'a>(files: &'a PackageFiles, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

#[tokio::test]
async fn where_a_publisher_has_agreed_there_is_a_package_of_its_index_alone() {
    let server = server_with_terms(&RedistributionOverrides::from([(IndexId::Papi, Redistribution::Full)]));
    let get = async |address: &str| send(&server, Method::GET, address, &[("accept-encoding", "br")]).await;
    assert_eq!(get("/api/v1/indices.zip").await.status, StatusCode::FORBIDDEN);
    assert_eq!(get("/api/v1/indices/pci.zip").await.status, StatusCode::FORBIDDEN);
    let answer = get("/api/v1/indices/papi.zip").await;
    assert_eq!(answer.status, StatusCode::OK, "{:?}", answer.body);
    assert_eq!(answer.header("content-type"), "application/zip");
    assert_eq!(answer.header("content-encoding"), "", "it is compressed already");
    let version = catalog().version();
    assert_eq!(
        answer.header("content-disposition"),
        format!("attachment; filename=\"vi-the-papi-{version}.zip\"")
    );
    let files = unpack(&answer);
    let figures = text(&files, "data/observations.csv");
    assert!(figures.lines().skip(1).all(|line| line.starts_with("papi,")));
    assert!(figures.lines().count() > 20_000);
    assert!(text(&files, "README.vi.md").contains("CECODES, RTA & UNDP (2024)"));
    assert!(text(&files, "README.en.md").contains(&format!("version {version} of ")));
    assert!(files.get("data/context.csv").is_none(), "values of a secondary source");

    let descriptor: Value = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
    assert_eq!(
        (&descriptor["name"], &descriptor["version"]),
        (&"vi-the-papi".into(), &version.into())
    );
    for resource in descriptor["resources"].as_array().unwrap() {
        text(&files, resource["path"].as_str().unwrap());
    }
    // The same figures have the same bytes, whoever asks.
    let other = server_with_terms(&RedistributionOverrides::from([(IndexId::Papi, Redistribution::Full)]));
    let again = send(&other, Method::GET, "/api/v1/indices/papi.zip", &[]).await;
    assert_eq!(again.body, answer.body);
    let page = get("/vi/data").await;
    assert!(page.header("content-encoding") == "br");
    let page = send(&server, Method::GET, "/vi/data", &[]).await;
    assert!(page.text().contains("/api/v1/indices/papi.zip") && !page.text().contains("/api/v1/indices/pci.zip"));
}

#[tokio::test]
async fn everything_is_one_package_where_all_have_agreed() {
    let server = server_with_terms(&IndexId::ALL.map(|index| (index, Redistribution::Full)).into());
    let answer = send(&server, Method::GET, "/api/v1/indices.zip", &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{:?}", answer.body);
    let files = unpack(&answer);
    for index in IndexId::ALL {
        assert!(
            text(&files, "data/observations.csv").contains(&format!("\n{index},")),
            "{index}"
        );
        assert!(text(&files, "README.en.md").contains(&format!("## {}: ", index.short_name())));
    }
    assert!(!text(&files, "data/observations.csv").contains("\npgi,"));
}
