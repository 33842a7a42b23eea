//! What is taken away from the site: complete figures, citations, embedded figures.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use vithe::state::Settings;

use crate::support::{Answer, get, send, server_with};

/// The answers of a server that draws.
async fn draw(addresses: &[String]) -> Vec<Answer> {
    let server = server_with(Settings {
        figure_workers: 1,
        ..Settings::default()
    });
    let mut drawn = Vec::new();
    for address in addresses {
        drawn.push(send(&server, Method::GET, address, &[]).await);
    }
    drawn
}

/// The width and the height that the head of a PNG says.
fn size_of_png(bytes: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// The pixels for each metre, across and down, that the chunk `pHYs` of a PNG says.
fn density_of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    // Behind the signature: length, name, content and checksum of a chunk.
    let mut at = 8;
    while at < bytes.len() {
        if &bytes[at + 4..at + 8] == b"pHYs" {
            assert_eq!(bytes[at + 16], 1, "the unit is the metre");
            return Some((number(at + 8), number(at + 12)));
        }
        at += number(at) as usize + 12;
    }
    None
}

#[tokio::test]
async fn complete_figures_have_the_size_of_their_purpose() {
    let sizes = [
        ("card", 1200, Some(630), 7559),
        ("square", 1080, Some(1080), 7559),
        ("wide", 1600, Some(900), 7559),
        // 210 mm at 300 dots per inch.
        ("a4", 2480, None, 11_811),
    ];
    let addresses =
        sizes.map(|(size, ..)| format!("/figures/map.png?index=pci&component=transparency&year=2023&size={size}"));
    for ((size, width, height, density), picture) in sizes.into_iter().zip(draw(&addresses).await) {
        assert_eq!(picture.status, StatusCode::OK, "{size}");
        let found = size_of_png(&picture.body);
        assert_eq!(found.0, width, "{size}");
        assert!(height.is_none_or(|height| found.1 == height), "{size}: {found:?}");
        assert_eq!(density_of_png(&picture.body), Some((density, density)), "{size}");
        assert_eq!(
            picture.header("content-disposition"),
            format!("inline; filename=\"pci-transparency-2023-vi-{size}.png\"")
        );
    }
}

#[tokio::test]
async fn a_complete_figure_says_what_it_shows_and_where_it_is_from() {
    let drawn = draw(
        &["&size=page", "", "&size=poster"]
            .map(|size| format!("/figures/line.svg?index=pci&p=hau-giang&year=2021&lang=en{size}")),
    )
    .await;
    let [picture, drawing, unknown] = drawn.as_slice() else {
        panic!("three were asked for");
    };
    let spaceless = picture.text().replace(' ', "");
    for words in [
        "Hau Giang: ",
        "Source: ",
        "Vị Thế · data ",
        "/en/province/hau-giang?i=pci&amp;y=2021#history",
    ] {
        assert!(spaceless.contains(&words.replace(' ', "")), "{words}");
    }
    assert!(!drawing.text().contains("Source: "), "a page has the words itself");
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_citation_is_filled_in() {
    for (suffix, content_type, says) in [
        ("txt", "text/plain", "truy cập ngày"),
        ("bib", "application/x-bibtex", "urldate = {20"),
        ("ris", "application/x-research-info-systems", "TY  - DATA"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "\"accessed\""),
    ] {
        let file = get(&format!(
            "/figures/map.{suffix}?index=pci&component=transparency&year=2023"
        ))
        .await;
        assert_eq!(file.status, StatusCode::OK, "{suffix}");
        assert!(file.header("content-type").starts_with(content_type), "{suffix}");
        assert_eq!(
            file.header("content-disposition"),
            format!("attachment; filename=\"pci-transparency-2023-vi.{suffix}\"")
        );
        for words in [
            says,
            "2023",
            "Tính minh bạch",
            "/vi/index/pci?c=transparency&y=2023#league",
        ] {
            assert!(file.text().contains(words), "{suffix}: {words} in {}", file.text());
        }
    }
    let unknown = get("/figures/pie.bib?index=pci").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_embedded_figure_may_be_framed_and_is_complete_without_scripts() {
    let page = get("/embed/en/map?index=pci&component=transparency&year=2023").await;
    assert_eq!(page.status, StatusCode::OK);
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("frame-ancestors *") && policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
        "{policy}"
    );
    let text = page.text();
    for words in [
        "<html lang=\"en\"",
        "Dong Thap leads the country",
        "/figures/map.svg?index=pci&amp;component=transparency&amp;year=2023&amp;lang=en",
        "target=\"_top\"",
        "/en/index/pci?c=transparency&amp;y=2023#league",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let other = get("/en/index/pci").await;
    assert!(
        other
            .header("content-security-policy")
            .contains("frame-ancestors 'none'")
    );
}

/// The names of the figures that the app in a document fetches, with their revisions.
fn named_figures(html: &str) -> BTreeMap<String, String> {
    let content = html.split("<meta name=\"vithe-data\" content=\"").nth(1).unwrap();
    let content = content.split('"').next().unwrap().replace("&quot;", "\"");
    serde_json::from_str(&content).unwrap()
}

#[tokio::test]
async fn an_embed_fetches_the_figures_that_it_is_made_from() {
    let all = named_figures(get("/vi/").await.text());
    for (query, parts) in [
        ("map?index=pci", ["pci"].as_slice()),
        ("map?index=papi&component=1.1&year=2021", &["papi"]),
        ("map?index=pci&component=entry.01", &["pci", "pci-indicators"]),
        ("scatter?index=pci&year=2019&y=papi.d4", &["papi", "pci"]),
    ] {
        let page = get(&format!("/embed/vi/{query}")).await;
        let named = named_figures(page.text());
        let of_figure: Vec<&str> = named
            .keys()
            .map(String::as_str)
            .filter(|name| !name.starts_with("borders") && *name != "registry")
            .collect();
        assert_eq!(of_figure, parts, "{query}");
        assert!(named.contains_key("registry") && named.iter().all(|(name, revision)| all[name] == *revision));
    }
}

#[tokio::test]
async fn the_source_of_an_embed_stands_before_many_notes() {
    let page = get("/embed/en/bump?index=papi&p=hau-giang").await;
    let text = page.text();
    let [source, notes] = ["<p class=\"source\">", "<summary>How to read it (8)</summary>"].map(|part| text.find(part));
    assert!(source.is_some() && source < notes, "{text}");
    let few = get("/embed/en/map?index=pci&year=2021").await;
    assert!(few.text().contains("class=\"notes\"") && !few.text().contains("<details"));
}

#[tokio::test]
async fn what_cannot_be_live_asks_for_no_script() {
    for address in ["/embed/vi/line?index=pci", "/embed/vi/map?index=pci&v=1.1.0"] {
        let page = get(address).await;
        assert!(
            !page.text().contains("<script") && !page.text().contains("data-embed"),
            "{address}"
        );
    }
    let live = get("/embed/vi/map?index=pci").await;
    assert_eq!(live.text().matches("<script").count(), 1, "{}", live.text());
    assert!(live.text().contains("data-embed"));
}

#[tokio::test]
async fn an_embed_follows_the_device_unless_it_names_its_colours() {
    let free = get("/embed/vi/map?index=pci").await;
    assert!(free.text().contains("prefers-color-scheme: dark) and") && !free.text().contains("data-theme=\""));
    for theme in ["light", "dark"] {
        let page = get(&format!("/embed/vi/map?index=pci&theme={theme}")).await;
        let text = page.text();
        assert!(text.contains(&format!("data-theme=\"{theme}\"")), "{text}");
        assert!(!text.contains("<source media=\"screen"), "{text}");
        assert_eq!(text.contains("&amp;theme=dark"), theme == "dark", "{text}");
    }
    let wrong = get("/embed/vi/map?index=pci&theme=sepia").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_embed_that_cannot_be_told_says_why_in_its_language() {
    for (address, status, says) in [
        ("/embed/vi/line?index=pci", StatusCode::BAD_REQUEST, "tỉnh"),
        ("/embed/en/map?index=pci&year=2030", StatusCode::NOT_FOUND, "2030"),
        ("/embed/en/map?index=gdp", StatusCode::NOT_FOUND, "gdp"),
    ] {
        let page = get(address).await;
        assert_eq!(page.status, status, "{address}");
        assert!(page.text().contains(says), "{address}: {}", page.text());
        assert!(page.header("content-security-policy").contains("frame-ancestors *"));
    }
    let unknown = get("/embed/en/pie?index=pci").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

/// Every figure of a page leads to its pictures, files, citation and the code that embeds it.
#[tokio::test]
async fn every_figure_offers_what_is_taken_away() {
    let page = get("/vi/index/pci?y=2023").await;
    let text = page.text();
    for chart in ["map", "distribution", "bump", "heatmap"] {
        for address in [
            format!("/figures/{chart}.png?index=pci"),
            format!("/figures/{chart}.bib?index=pci"),
            // The code is text of the page: what is escaped in it is escaped once more.
            format!("&lt;iframe src=\"/embed/vi/{chart}?index=pci&amp;amp;"),
        ] {
            assert!(text.contains(&address), "{address}");
        }
    }
    for address in [
        "/api/v1/rankings.xlsx?",
        "&amp;lang=vi\" download",
        "&amp;excel=vi",
        "/api/v1/rankings.json?",
    ] {
        assert!(text.contains(address), "{address}");
    }
}

/// A plain CSV alone would be misread by a spreadsheet whose decimals have a comma.
#[tokio::test]
async fn every_table_that_is_offered_is_offered_for_spreadsheets_and_answers() {
    for (page, table) in [
        ("/vi/discrepancies", "/api/v1/discrepancies"),
        ("/vi/discrepancies?i=par", "/api/v1/discrepancies"),
        ("/vi/peers?p=hau-giang&i=pci&y=2023", "/api/v1/peers/hau-giang"),
        ("/vi/sources", "/api/v1/sources"),
        ("/vi/sources?i=par", "/api/v1/observations"),
        ("/vi/what-if?p=hau-giang&i=pci&y=2021&d=labor:0.5", "/api/v1/what-if"),
        ("/vi/province/hau-giang?i=pci&y=2023&c=labor", "/api/v1/indicators"),
    ] {
        let text = get(page).await.text().replace("&amp;", "&");
        let links: Vec<&str> = text
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|link| link.strip_prefix(table).is_some_and(|rest| rest.starts_with('.')))
            .collect();
        assert_eq!(links.len(), 4, "{page}: {links:?}");
        for (suffix, parameter) in [(".xlsx?", "lang=vi"), (".csv?", "excel=vi")] {
            let is_offered = |link: &&str| link.contains(suffix) && link.ends_with(parameter);
            assert!(links.iter().any(is_offered), "{page}: {links:?}");
        }
        for link in links {
            assert_eq!(get(link).await.status, StatusCode::OK, "{page}: {link}");
        }
    }
}

#[tokio::test]
async fn crawlers_are_let_to_tables_and_figures() {
    let rules = get("/robots.txt").await;
    let forbidden: Vec<&str> = rules
        .text()
        .lines()
        .filter_map(|line| line.strip_prefix("Disallow: "))
        .collect();
    assert_eq!(forbidden, ["/api/v1/datasets", "/api/v1/borders"]);
}

/// The descriptions in a document.
fn descriptions(html: &str) -> Vec<serde_json::Value> {
    html.split("<script type=\"application/ld+json\">")
        .skip(1)
        .map(|part| serde_json::from_str(part.split("</script>").next().unwrap()).unwrap())
        .collect()
}

#[tokio::test]
async fn search_engines_for_data_find_each_index() {
    let server = server_with(Settings {
        figure_workers: 0,
        public_origin: Some("https://vithe.example".to_owned()),
        ..Settings::default()
    });
    let read = async |address: &str| {
        let page = send(&server, Method::GET, address, &[]).await;
        descriptions(page.text())
    };
    let index = read("/en/index/papi").await;
    assert_eq!(index.len(), 1);
    assert_eq!(index[0]["@type"], "Dataset");
    assert_eq!(index[0]["url"], "https://vithe.example/en/index/papi");
    assert_eq!(index[0]["temporalCoverage"], "2011/2024");
    // The publisher's words have the newest year in their place for it.
    assert_eq!(index[0]["citation"], "CECODES, RTA & UNDP (2024), PAPI.");
    for file in index[0]["distribution"].as_array().unwrap() {
        let address = file["contentUrl"].as_str().unwrap();
        let path = address.strip_prefix("https://vithe.example").unwrap();
        let answer = send(&server, Method::GET, path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(
            answer
                .header("content-type")
                .starts_with(file["encodingFormat"].as_str().unwrap()),
            "{address}"
        );
    }
    assert_eq!(read("/vi/data").await.len(), 4);
    assert!(read("/vi/compare").await.is_empty());
    let without_origin = get("/en/index/papi").await;
    assert!(descriptions(without_origin.text()).is_empty());
}

#[tokio::test]
async fn an_address_is_told_as_an_embed() {
    let server = server_with(Settings {
        figure_workers: 0,
        public_origin: Some("https://vithe.example".to_owned()),
        ..Settings::default()
    });
    let ask = async |address: &str| send(&server, Method::GET, &format!("/oembed?{address}"), &[]).await;
    let page = "url=https%3A%2F%2Fvithe.example%2Fen%2Findex%2Fpci%3Fc%3Dtransparency%26y%3D2023";
    let answer = ask(&format!("{page}&format=json&maxwidth=500")).await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let answer = answer.json();
    assert_eq!(answer["type"], "rich");
    assert_eq!(answer["width"], 500);
    let html = answer["html"].as_str().unwrap();
    assert!(
        html.contains("src=\"https://vithe.example/embed/en/map?index=pci&amp;component=transparency"),
        "{html}"
    );
    assert!(answer["thumbnail_url"].as_str().unwrap().contains("size=card"));
    let embed = html.split("src=\"").nth(1).unwrap().split('"').next().unwrap();
    let embed = embed.replace("&amp;", "&");
    let path = embed.strip_prefix("https://vithe.example").unwrap();
    assert_eq!(send(&server, Method::GET, path, &[]).await.status, StatusCode::OK);
    // The page says where this is asked.
    let html = send(&server, Method::GET, "/en/index/pci?c=transparency&y=2023", &[]).await;
    assert!(
        html.text().contains(&format!("https://vithe.example/oembed?{page}")),
        "{}",
        html.text()
    );
    for (address, status) in [
        (
            "url=https%3A%2F%2Felsewhere.example%2Fen%2Findex%2Fpci",
            StatusCode::NOT_FOUND,
        ),
        (
            "url=https%3A%2F%2Fvithe.example%2Fen%2Fmethods%2Fpci",
            StatusCode::NOT_FOUND,
        ),
        ("format=json", StatusCode::BAD_REQUEST),
        (&*format!("{page}&format=xml"), StatusCode::BAD_REQUEST),
        (&*format!("{page}&maxwidth=wide"), StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(ask(address).await.status, status, "{address}");
    }
}
