//! Pages as the browser gets them before any script runs. What they say is tested in the frontend and end to end.

use axum::http::{Method, StatusCode};
use vithe_shared::Borders;

use crate::support::{catalog, get, get_in, send, server};

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
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
    assert!(policy.contains("worker-src 'self'"), "{policy}");
    let again = send(&server, Method::GET, "/vi/", &[("if-none-match", page.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header("content-security-policy"), policy);
    assert_eq!(again.header("cache-control"), "no-cache");
}

/// The policy would refuse it.
#[tokio::test]
async fn no_script_stands_in_a_document() {
    for address in ["/vi/", "/en/what-if", "/vi/no-such-page"] {
        let page = get(address).await;
        let scripts: Vec<_> = page.text().split("<script").skip(1).collect();
        assert!(scripts.len() >= 2, "{address}");
        for script in scripts {
            let (attributes, rest) = script.split_once('>').unwrap();
            assert!(
                attributes.contains("src=") && rest.starts_with("</script>"),
                "{address}: {script}"
            );
        }
    }
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
async fn a_document_names_the_datasets_of_its_build_and_holds_none() {
    let list = get("/api/v1/datasets").await.json();
    let parts = list.as_array().unwrap();
    let document = get("/vi/index/pci").await.text().to_owned();
    let named = document
        .split_once("<meta name=\"vithe-data\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(content, _)| content.replace("&quot;", "\""))
        .unwrap();
    let named: serde_json::Value = serde_json::from_str(&named).unwrap();
    assert_eq!(named.as_object().unwrap().len(), parts.len());
    for part in parts {
        assert_eq!(named[part["name"].as_str().unwrap()], part["rev"], "{part}");
    }
    assert!(
        !document.contains("application/json"),
        "figures travel once, as datasets"
    );
}

#[tokio::test]
async fn a_year_or_index_without_figures_is_a_page_that_says_so() {
    for address in ["/vi/index/pci?y=2003", "/en/index/gdp", "/fr/data"] {
        let answer = get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text().contains("page-missing"), "{address}");
    }
}

#[tokio::test]
async fn crawlers_find_every_page_in_both_languages() {
    let robots = get("/robots.txt").await;
    assert!(robots.text().contains("Sitemap: http://localhost/sitemap.xml"));
    let sitemap = get("/sitemap.xml").await;
    assert_eq!(sitemap.header("content-type"), "application/xml; charset=utf-8");
    assert!(sitemap.text().contains("/en/province/can-tho?borders=34</loc>"));
    assert!(!sitemap.text().contains("hau-giang?borders"));
    for language in ["vi", "en"] {
        assert!(
            sitemap
                .text()
                .contains(&format!("<loc>http://localhost/{language}/province/hau-giang</loc>"))
        );
    }
    let units34 = catalog().units(Borders::Units34).provinces().len();
    assert_eq!(sitemap.text().matches("<url>").count(), 2 * (13 + 8 + 64 + units34));
}

#[tokio::test]
async fn a_language_that_the_site_does_not_speak_is_no_page() {
    for address in ["/fr/", "/nowhere/", "/fr/index/pci", "/fr/province/hau-giang"] {
        assert_eq!(get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn an_index_page_shows_the_rank_intervals_that_its_table_has() {
    let page = get("/vi/index/papi?y=2019&interval=sampling").await;
    let text = page.text();
    assert!(
        text.contains("do chọn mẫu") && text.contains("khoảng tin cậy"),
        "kind and name"
    );
    assert!(text.contains("/figures/interval.svg?index=papi&amp;year=2019&amp;interval=sampling"));
    // Bến Tre, the first, with the interval of the API.
    let best = r#"1<span data-part="best" data-copy="1" class="part">"#;
    let worst = r#"<span data-part="worst" data-copy="23" class="part">23)</span>"#;
    let cell = format!("{best}\u{a0}(1–</span>{worst}");
    assert!(text.contains(&cell), "the column of the league table");
    assert!(text.contains("22 trong 62 tỉnh còn lại không phân biệt được với Bến Tre"));

    // Off, the note stays and the column goes; PCI has no such note; PAR INDEX has no intervals at all.
    let off = get("/en/index/papi?y=2019").await;
    assert!(
        off.text()
            .contains("22 of the other 62 provinces cannot be told from Ben Tre")
    );
    assert!(!off.text().contains("/figures/interval.svg"));
    let pci = get("/vi/index/pci?y=2019").await;
    assert!(pci.text().contains("interval=weights") && !pci.text().contains("interval=sampling"));
    assert!(!get("/vi/index/par").await.text().contains("interval-bar"));
}

#[tokio::test]
async fn an_interval_that_a_year_lacks_leaves_the_page_with_the_reason() {
    let page = get("/vi/index/pci?y=2011&interval=weights").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("lệch tới 0,55 điểm"));
    assert!(!page.text().contains("/figures/interval.svg"));
}

#[tokio::test]
async fn a_province_page_says_how_far_its_ranks_carry() {
    let page = get("/en/province/hau-giang?y=2019").await;
    assert!(
        page.text()
            .contains("With component weights up to 10% higher or lower (sensitivity), the rank lies within")
    );
    assert!(
        page.text()
            .contains("Given the sampling error (95% confidence interval), the rank lies within")
    );
}
