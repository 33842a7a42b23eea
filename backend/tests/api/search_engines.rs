//! What a search engine asks of a page, as Lighthouse checks it for its SEO score: every kind of page has all of it, with and
//! without a public address of the site.

use std::collections::BTreeMap;

use axum::{
    Router,
    http::{Method, StatusCode},
};
use html5gum::{Token, Tokenizer};
use vithe::state::Settings;

use crate::support::{Answer, send, server, server_with};

const ORIGIN: &str = "https://vithe.example";

/// One address of every kind of page.
const PAGES: [&str; 21] = [
    "/",
    "/index/pci",
    "/index/pci?c=labor.09&y=2023",
    "/province/hau-giang",
    "/province/hau-giang?i=pci&c=labor&y=2023",
    "/province/can-tho?y=2022&borders=34",
    "/report/hau-giang?y=2017..2021",
    "/compare?p=hau-giang~can-tho",
    "/peers?p=hau-giang",
    "/regions",
    "/declines",
    "/movers",
    "/what-if?p=hau-giang",
    "/scatter",
    "/check",
    "/sources",
    "/discrepancies",
    "/data",
    "/data/versions",
    "/methods/pci",
    "/search?q=hau",
];

/// Words that tell nothing of what a link leads to.
const EMPTY_WORDS: [&str; 20] = [
    "click here",
    "click this",
    "go",
    "here",
    "information",
    "learn more",
    "more",
    "more info",
    "more information",
    "read more",
    "right here",
    "see more",
    "start",
    "this",
    "bấm vào đây",
    "nhấn vào đây",
    "ở đây",
    "tại đây",
    "xem thêm",
    "thêm",
];

/// A start tag.
#[derive(Debug, Default)]
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// The words in it and the names of the pictures in it, of a title or a link.
    words: String,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn is(&self, name: &str, attribute: &str, value: &str) -> bool {
        self.name == name && self.get(attribute) == Some(value)
    }
}

fn tags(html: &str) -> Vec<Tag> {
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut tags: Vec<Tag> = Vec::new();
    let mut open: Option<usize> = None;
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = told(&tag.name);
                let attributes: BTreeMap<String, String> = tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (told(name), told(value)))
                    .collect();
                if let Some(open) = open {
                    let alternative = attributes.get("alt").map_or("", String::as_str);
                    tags[open].words.push_str(alternative);
                }
                if ["a", "title"].contains(&name.as_str()) {
                    open = Some(tags.len());
                }
                tags.push(Tag {
                    name,
                    attributes,
                    words: String::new(),
                });
            }
            Token::EndTag(tag) if ["a", "title"].contains(&told(&tag.name).as_str()) => open = None,
            Token::String(text) => {
                if let Some(open) = open {
                    tags[open].words.push_str(&told(&text));
                }
            }
            _ => {}
        }
    }
    tags
}

#[track_caller]
fn assert_is_found(address: &str, page: &Answer, origin: Option<&str>) {
    assert_eq!(page.status, StatusCode::OK, "{address}");
    assert_eq!(page.header("x-robots-tag"), "", "{address}");
    let tags = tags(page.text());
    let all = |name: &'static str| tags.iter().filter(move |tag| tag.name == name);
    let meta = |name: &str| {
        let told = tags.iter().find(|tag| tag.is("meta", "name", name));
        told.and_then(|tag| tag.get("content")).unwrap_or_default().to_owned()
    };
    let title = all("title").next().map_or("", |title| title.words.trim());
    assert!(!title.is_empty(), "{address}");
    assert!(!meta("description").trim().is_empty(), "{address}");
    assert!(meta("viewport").contains("width=device-width"), "{address}");
    assert!(!meta("robots").contains("noindex"), "{address}");
    let language = all("html").next().and_then(|root| root.get("lang"));
    assert_eq!(language, address.get(1..3), "{address}");

    let canonical: Vec<&str> = tags
        .iter()
        .filter(|tag| tag.is("link", "rel", "canonical"))
        .filter_map(|tag| tag.get("href"))
        .collect();
    let alternates: BTreeMap<&str, &str> = all("link")
        .filter_map(|tag| Some((tag.get("hreflang")?, tag.get("href")?)))
        .collect();
    match origin {
        None => assert!(canonical.is_empty() && alternates.is_empty(), "{address}"),
        Some(origin) => {
            assert_eq!(canonical, [format!("{origin}{address}")]);
            let languages: Vec<&str> = alternates.keys().copied().collect();
            assert_eq!(languages, ["en", "vi", "x-default"], "{address}");
            for (language, alternate) in &alternates {
                let language = if *language == "x-default" { "vi" } else { language };
                assert_eq!(*alternate, format!("{origin}/{language}{}", &address[3..]));
            }
        }
    }
    for link in all("a") {
        let words = link
            .words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let is_named = !words.is_empty() || link.get("aria-label").is_some_and(|label| !label.is_empty());
        assert!(
            is_named && !EMPTY_WORDS.contains(&words.as_str()),
            "{address}: {link:?}"
        );
        let href = link.get("href").unwrap_or_default();
        // An empty one is the page itself, read again.
        let is_itself = link.get("href") == Some("");
        let is_crawled = ["/", "#", "https://", "http://", "mailto:"]
            .iter()
            .any(|start| href.starts_with(start));
        assert!(is_crawled || is_itself, "{address}: {link:?}");
    }
    for picture in all("img") {
        assert!(picture.get("alt").is_some(), "{address}: {picture:?}");
    }
}

async fn get(server: &Router, address: &str) -> Answer {
    send(server, Method::GET, address, &[]).await
}

#[tokio::test]
async fn every_kind_of_page_has_what_search_engines_ask_for() {
    let told = server_with(Settings {
        figure_workers: 0,
        public_origin: Some(ORIGIN.to_owned()),
        ..Settings::default()
    });
    for path in PAGES {
        for language in ["vi", "en"] {
            let address = format!("/{language}{path}");
            assert_is_found(&address, &get(&told, &address).await, Some(ORIGIN));
        }
        let address = format!("/vi{path}");
        assert_is_found(&address, &get(&server(), &address).await, None);
    }
}

/// Every line is a rule that crawlers know, none keeps them from a page, and the sitemap is a whole address.
#[tokio::test]
async fn the_rules_for_crawlers_are_such_as_they_know() {
    let rules = get(&server(), "/robots.txt").await;
    assert_eq!(rules.status, StatusCode::OK);
    assert!(rules.header("content-type").starts_with("text/plain"));
    let mut sitemaps = 0;
    for line in rules.text().lines().filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(": ").unwrap();
        match name {
            "User-agent" => assert_eq!(value, "*"),
            "Disallow" => assert!(value.starts_with("/api/"), "{line}"),
            "Sitemap" => {
                assert!(value.starts_with("http") && value.ends_with("/sitemap.xml"), "{line}");
                sitemaps += 1;
            }
            _ => panic!("{line}"),
        }
    }
    assert_eq!(sitemaps, 1);
}
