//! What every kind of page consists of, so that a change of how pages are made is seen to change nothing.
//!
//! A page is written one element a line, attributes in order of their names, comments left out: two ways of writing the
//! same document are equal here. Of long lists the first entries stand in the snapshot, the others as one fingerprint.

use std::{collections::BTreeSet, fmt::Write as _};

use axum::http::Method;
use html5gum::{Token, Tokenizer};
use sha2::{Digest as _, Sha256};

use crate::support::{send, server};

/// How many children of one name are written out before the rest becomes a fingerprint.
const SHOWN: usize = 3;
/// Lists up to this length are written out whole.
const SHORT: usize = 6;
/// Elements without content and end tag.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source"];

/// Every kind of page in the states that differ in their parts.
const PAGES: [(&str, &str); 53] = [
    ("versions", "/data/versions"),
    ("overview", "/"),
    ("overview_papi", "/?i=papi"),
    ("index_pci", "/index/pci"),
    (
        "index_pci_component",
        "/index/pci?c=transparency&y=2019&r=red-river-delta",
    ),
    ("index_pci_picked", "/index/pci?y=2021&p=hau-giang~can-tho&sort=change"),
    ("index_pci_table", "/index/pci?y=2021&tab=table"),
    ("index_pci_map", "/index/pci?y=2021&tab=map"),
    ("index_pci_window", "/index/pci?y=2021&from=2010&to=2015"),
    ("index_papi", "/index/papi"),
    ("index_papi_intervals", "/index/papi?y=2019&interval=sampling"),
    ("index_pci_points", "/index/pci?y=2019&interval=perturbation&points=1"),
    ("index_par", "/index/par"),
    ("index_sipas_pilot", "/index/sipas?y=2015"),
    ("province", "/province/hau-giang?y=2021"),
    (
        "province_ranks",
        "/province/hau-giang?y=2021&show=rank&from=2015&to=2020",
    ),
    ("component", "/province/hau-giang?i=pci&c=labor&y=2023"),
    ("component_papi", "/province/hau-giang?i=papi&c=d1&y=2021"),
    ("indicator", "/index/pci?c=entry.01&y=2023&r=md&pin=hau-giang"),
    ("province_newest", "/province/ha-noi"),
    ("province_papi", "/province/quang-ninh?i=papi&y=2023"),
    ("province_tab", "/province/hau-giang?y=2021&tab=table"),
    ("province_gone", "/province/ha-tay"),
    ("compare_empty", "/compare"),
    ("compare", "/compare?p=hau-giang~can-tho"),
    (
        "compare_three",
        "/compare?i=papi&c=d4&p=hau-giang~can-tho~ca-mau&y=2021",
    ),
    (
        "compare_ranks",
        "/compare?i=papi&p=hau-giang~can-tho&show=rank&from=2020&to=2014",
    ),
    ("peers", "/peers?i=pci&y=2023&p=hau-giang"),
    ("peers_grdp", "/peers?i=papi&p=kon-tum&by=grdp"),
    ("peers_refused", "/peers?i=par&p=hau-giang"),
    ("check", "/check?p=hau-giang&y=2021"),
    ("declines", "/declines?i=papi"),
    ("declines_pci", "/declines?i=pci&y=2019&streak=3&sort=cost"),
    ("movers", "/movers?i=pci&y=2018..2022"),
    ("movers_refused", "/movers?i=papi&y=2020..2021"),
    ("scatter", "/scatter?x=pci.transparency&vs=papi.d4&y=2019&p=hau-giang"),
    ("regions", "/regions?i=papi&c=d4"),
    (
        "what_if",
        "/what-if?i=pci&y=2021&p=hau-giang&d=labor:0.2~support:0.5&target=30",
    ),
    (
        "what_if_mistyped",
        "/what-if?i=pci&y=2021&p=hau-giang&d=labor:9&d.support=abc&d.land=-0,3&u.land=0&target=3,5&total=1000",
    ),
    (
        "what_if_newest_total",
        "/what-if?i=pci&p=quang-binh~quang-tri&d=support:0.5&target=20",
    ),
    ("what_if_empty", "/what-if"),
    ("sources", "/sources?i=par&y=2023"),
    ("sources_province", "/sources?i=pci&p=hau-giang"),
    ("discrepancies", "/discrepancies?y=2023"),
    ("discrepancies_none", "/discrepancies?i=papi&y=2011&kind=rank"),
    ("data", "/data"),
    ("methods_pci", "/methods/pci"),
    ("methods_papi", "/methods/papi"),
    ("methods_sipas", "/methods/sipas"),
    ("search", "/search?q=hau"),
    ("unread_keys", "/index/pci?y=abc&p=x!"),
    ("no_such_page", "/no-such-page"),
    ("no_such_province", "/province/atlantis"),
];

#[tokio::test]
async fn every_page_consists_of_what_it_did_before() {
    let server = server();
    for language in ["vi", "en"] {
        for (name, path) in PAGES {
            let answer = send(&server, Method::GET, &format!("/{language}{path}"), &[]).await;
            insta::assert_snapshot!(format!("{name}_{language}"), outline(answer.text()));
        }
    }
}

/// A part of a document.
#[derive(Default)]
struct Node {
    /// Name and attributes; empty for text.
    tag: String,
    /// The name alone.
    name: String,
    text: String,
    children: Vec<Node>,
}

impl Node {
    fn push_text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(last) if last.name.is_empty() => last.text.push_str(text),
            _ => self.children.push(Self {
                text: text.to_owned(),
                ..Self::default()
            }),
        }
    }

    fn write(&self, depth: usize, into: &mut String) {
        let indent = "  ".repeat(depth);
        if self.name.is_empty() {
            writeln!(into, "{indent}{:?}", self.text).unwrap();
            return;
        }
        writeln!(into, "{indent}<{}>", self.tag).unwrap();
        for (position, child) in self.children.iter().enumerate() {
            let alike = |end: usize| {
                self.children[..end]
                    .iter()
                    .filter(|other| other.name == child.name)
                    .count()
            };
            let is_long = !child.name.is_empty() && alike(self.children.len()) > SHORT;
            if !is_long || alike(position) < SHOWN {
                child.write(depth + 1, into);
            } else if alike(position) == SHOWN {
                let rest: Vec<&Self> = self.children[position..]
                    .iter()
                    .filter(|other| other.name == child.name)
                    .collect();
                let mut hidden = String::new();
                for other in &rest {
                    other.write(0, &mut hidden);
                }
                let digest = Sha256::digest(hidden.as_bytes());
                let fingerprint = digest[..6].iter().fold(String::new(), |mut written, byte| {
                    write!(written, "{byte:02x}").unwrap();
                    written
                });
                writeln!(into, "{indent}  … {} more <{}>, {fingerprint}", rest.len(), child.name).unwrap();
            }
        }
    }
}

/// The elements of a document, one a line; no two may have one `id`. What names the build and its files is not part of a page: the tests run with
/// and without a built site.
fn outline(html: &str) -> String {
    let mut open = vec![Node::default()];
    let mut ids = BTreeSet::new();
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let mut written = name.clone();
                for (key, value) in &tag.attributes {
                    let key = String::from_utf8_lossy(key);
                    assert!(
                        key != "id" || ids.insert(value.to_vec()),
                        "two elements have one id: {value:?}"
                    );
                    if name != "html" || key == "lang" {
                        write!(written, " {key}={:?}", String::from_utf8_lossy(value)).unwrap();
                    }
                }
                let node = Node {
                    tag: written,
                    name: name.clone(),
                    ..Node::default()
                };
                open.push(node);
                if VOID.contains(&name.as_str()) || tag.self_closing {
                    close(&mut open);
                }
            }
            Token::EndTag(_) => close(&mut open),
            Token::String(text) => {
                open.last_mut().unwrap().push_text(&String::from_utf8_lossy(&text));
            }
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    let mut outline = String::new();
    for child in &open[0].children {
        child.write(0, &mut outline);
    }
    outline
}

fn close(open: &mut Vec<Node>) {
    let node = open.pop().unwrap();
    if !names_a_file_of_the_build(&node) {
        open.last_mut().unwrap().children.push(node);
    }
}

fn names_a_file_of_the_build(node: &Node) -> bool {
    match node.name.as_str() {
        "script" => !node.tag.contains("json"),
        "link" => !node.tag.contains("rel=\"canonical\"") && !node.tag.contains("rel=\"alternate\""),
        _ => false,
    }
}

#[test]
fn the_same_document_written_in_two_ways_has_one_outline() {
    let one = "<p class=\"a\" id=\"b\">x<!-- y --> z</p><br>";
    let other = "<p id='b' class='a'>x z</p><br/>";
    assert_eq!(outline(one), outline(other));
    assert_eq!(outline(one), "<p class=\"a\" id=\"b\">\n  \"x z\"\n<br>\n");
}

#[test]
fn a_change_in_a_part_that_is_not_written_out_is_seen() {
    let list = |last: &str| format!("<ul>{}<li>{last}</li></ul>", "<li>x</li>".repeat(8));
    let (one, other) = (outline(&list("a")), outline(&list("b")));
    assert!(one.contains("… 6 more <li>") && one != other, "{one}");
}
