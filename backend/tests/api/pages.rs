//! Pages as the browser gets them before any script runs. What they say is tested in the frontend and end to end.

use axum::http::{Method, StatusCode};

use crate::support::{get, get_in, send, server};

#[tokio::test]
async fn the_root_leads_to_the_language_of_the_browser() {
    for (accepted, target) in [("vi", "/vi/"), ("en-GB,en;q=0.9", "/en/"), ("fr", "/vi/")] {
        let answer = get_in(accepted, "/").await;
        assert_eq!(answer.status, StatusCode::FOUND);
        assert_eq!(
            (answer.header("location"), answer.header("vary")),
            (target, "Accept-Language")
        );
    }
    assert_eq!(get("/en?x=1").await.header("location"), "/en/?x=1");
}

#[tokio::test]
async fn a_page_is_complete_html_in_its_language() {
    for (address, language) in [
        ("/vi/", "vi"),
        ("/en/", "en"),
        ("/vi/index/pci", "vi"),
        ("/en/province/hau-giang", "en"),
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert!(answer.text().contains(&format!("lang=\"{language}\"")), "{address}");
        assert!(answer.text().contains("<h1"), "{address}");
    }
}

#[tokio::test]
async fn a_304_repeats_the_policy_of_the_page() {
    let server = server();
    let page = send(&server, Method::GET, "/vi/", &[]).await;
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("'wasm-unsafe-eval'") && policy.contains("'sha256-"),
        "{policy}"
    );
    let again = send(&server, Method::GET, "/vi/", &[("if-none-match", page.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header("content-security-policy"), policy);
    assert_eq!(again.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn a_page_is_rendered_alike_each_time() {
    let one = get("/en/index/papi?y=2021").await;
    let other = get("/en/index/papi?y=2021").await;
    assert_eq!(one.header("etag"), other.header("etag"));
}

#[tokio::test]
async fn an_address_without_a_page_is_answered_with_one_that_helps() {
    for address in ["/vi/no-such-page", "/nowhere", "/vi/province/atlantis", "/en/index/gdp"] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.header("content-type").starts_with("text/html"), "{address}");
        assert!(answer.text().contains("<h1"), "{address}");
    }
}

#[tokio::test]
async fn the_content_of_a_page_is_what_stands_in_its_document() {
    for address in ["/vi/index/pci?y=2019", "/en/province/hau-giang?y=2021", "/vi/data"] {
        let document = get(address).await.text().to_owned();
        let encoded = address.replace('?', "%3F").replace('=', "%3D");
        let answer = get(&format!("/api/v1/page?address={encoded}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let content = answer.json();
        let html = content["html"].as_str().unwrap();
        assert!(html.contains("<h1") && document.contains(html), "{address}");
        let title = content["title"].as_str().unwrap();
        assert!(title.ends_with(" – Vị Thế") && document.contains(&format!("<title>{title}</title>")));
        let build = content["build"].as_str().unwrap();
        assert!(document.contains(&format!("data-build=\"{build}\"")));
    }
}

#[tokio::test]
async fn the_content_of_no_page_is_a_problem_that_says_why() {
    for (query, status, code) in [
        ("", StatusCode::BAD_REQUEST, "missing_parameter"),
        ("?address=vi", StatusCode::BAD_REQUEST, "malformed_parameter"),
        ("?address=/vi/&x=1", StatusCode::BAD_REQUEST, "unknown_parameter"),
        ("?address=/vi/nowhere", StatusCode::NOT_FOUND, "not_found"),
        ("?address=/fr/data", StatusCode::NOT_FOUND, "not_found"),
        ("?address=/vi/index/gdp", StatusCode::NOT_FOUND, "unknown_index"),
        (
            "?address=/vi/province/atlantis",
            StatusCode::NOT_FOUND,
            "unknown_province",
        ),
        (
            "?address=/vi/index/pci%3Fy%3D2003",
            StatusCode::NOT_FOUND,
            "unknown_year",
        ),
    ] {
        let answer = get(&format!("/api/v1/page{query}")).await;
        assert_eq!(answer.status, status, "{query}");
        assert_eq!(answer.json()["code"], code, "{query}");
    }
}

#[tokio::test]
async fn crawlers_find_every_page_in_both_languages() {
    let robots = get("/robots.txt").await;
    assert!(robots.text().contains("Sitemap: http://localhost/sitemap.xml"));
    let sitemap = get("/sitemap.xml").await;
    assert_eq!(sitemap.header("content-type"), "application/xml; charset=utf-8");
    for language in ["vi", "en"] {
        assert!(
            sitemap
                .text()
                .contains(&format!("<loc>http://localhost/{language}/province/hau-giang</loc>"))
        );
    }
    assert_eq!(sitemap.text().matches("<url>").count(), 2 * (5 + 8 + 64));
}

#[tokio::test]
async fn a_language_that_the_site_does_not_speak_is_no_page() {
    for address in ["/fr/", "/nowhere/", "/fr/index/pci", "/fr/province/hau-giang"] {
        assert_eq!(get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}
