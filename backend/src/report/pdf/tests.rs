use typst::layout::{Frame, FrameItem, Point};
use vithe_frontend::report::{Block, Run};
use vithe_shared::Language;

use super::*;
use crate::{assets::SiteAssets, report::sample};

const LANGUAGES: [Language; 2] = [Language::Vi, Language::En];

fn typesetter() -> Typesetter {
    Typesetter::new(SiteAssets::paper_fonts().unwrap())
}

/// A piece of text on a page: its words, where it stands, and whether the typefaces have all its letters.
struct Piece {
    text: String,
    at: Point,
    is_complete: bool,
}

fn pieces_of(frame: &Frame, origin: Point, pieces: &mut Vec<Piece>) {
    for (place, item) in frame.items() {
        let at = origin + *place;
        match item {
            FrameItem::Group(group) => pieces_of(&group.frame, at, pieces),
            FrameItem::Text(text) => pieces.push(Piece {
                text: text.text.to_string(),
                at,
                is_complete: text.glyphs.iter().all(|glyph| glyph.id != 0),
            }),
            _ => {}
        }
    }
}

/// The text of each page, piece by piece in the order of reading.
fn pages(report: &Report) -> Vec<Vec<Piece>> {
    let typesetter = typesetter();
    let Warned { output, warnings } = set(&typesetter, report, &sample::pictures(), "https://vithe.example").unwrap();
    assert!(warnings.is_empty(), "{}", told(&warnings));
    let document = output.unwrap();
    let pages = document.pages().iter().map(|page| {
        let mut pieces = Vec::new();
        pieces_of(&page.frame, Point::zero(), &mut pieces);
        pieces
    });
    pages.collect()
}

/// The words of a page without spaces: how they are cut into pieces is Typst's own.
fn words(page: &[Piece]) -> String {
    page.iter().flat_map(|piece| piece.text.split_whitespace()).collect()
}

fn spaceless(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_report_is_set_as_it_is_told_in_both_languages() {
    for language in LANGUAGES {
        let report = sample::report(language);
        let pages = pages(&report);
        let text: String = pages.iter().map(|page| words(page)).collect();
        let mut wanted = vec![
            report.kind.to_uppercase(),
            report.title.clone(),
            "Vị Thế 2.2.0".to_owned(),
        ];
        for block in &report.blocks {
            match block {
                Block::Heading(heading) => wanted.push(heading.text.clone()),
                Block::Paragraph { runs } => wanted.push(joined(runs)),
                Block::List { items } => wanted.extend(items.iter().map(|runs| joined(runs))),
                Block::Table(table) => {
                    wanted.push(table.caption.clone());
                    wanted.extend(table.columns.iter().map(|column| column.name.clone()));
                }
                Block::Figure(figure) => {
                    wanted.extend([figure.text.kicker.clone(), figure.text.finding.clone()]);
                    wanted.extend(figure.text.notes.iter().cloned());
                    wanted.push(figure.text.source.clone());
                }
            }
        }
        let mut rest = text.as_str();
        for words in wanted.iter().map(|words| spaceless(words)) {
            let Some((_, after)) = rest.split_once(words.as_str()) else {
                panic!("{words} does not follow in {text}");
            };
            rest = after;
        }
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn the_typefaces_have_every_letter_and_sign() {
    for piece in pages(&sample::report(Language::Vi)).iter().flatten() {
        assert!(piece.is_complete, "{}", piece.text);
    }
}

#[test]
fn pages_are_numbered_from_the_second_one_and_tables_have_a_head_on_each() {
    let pages = pages(&sample::report(Language::En));
    assert!(pages.len() > 2, "{} pages", pages.len());
    // Within the upper margin there is nothing but the number.
    let above = |page: &[Piece]| -> Vec<String> {
        let above = page.iter().filter(|piece| piece.at.y.to_mm() < 23.0);
        above.map(|piece| piece.text.clone()).collect()
    };
    assert_eq!(above(&pages[0]), [""; 0]);
    for (page, number) in pages.iter().zip(1..).skip(1) {
        assert_eq!(above(page), [number.to_string()]);
    }
    let with_rows = pages
        .iter()
        .filter(|page| words(page).contains("6.50(▲7)") || words(page).contains("6,50(▲7)"));
    let heads: Vec<bool> = with_rows
        .map(|page| words(page).contains("Component20172018201920202021"))
        .collect();
    assert!(heads.len() > 1, "the table is longer than a page");
    assert_eq!(heads, vec![true; heads.len()]);
}

#[test]
fn a_figure_that_could_not_be_drawn_is_told() {
    let text: String = pages(&sample::report(Language::Vi))
        .iter()
        .map(|page| words(page))
        .collect();
    let told = spaceless("Chưa vẽ được hình này. Nội dung của hình: Đường điểm PCI qua các năm.");
    assert_eq!(text.matches(&told).count(), 1, "{text}");
}

#[test]
fn a_cell_to_be_filled_in_has_room() {
    let pages = pages(&sample::report(Language::Vi));
    let place = |words: &str| {
        let at = pages.iter().flatten().find(|piece| piece.text == words);
        at.unwrap_or_else(|| panic!("{words} is nowhere")).at.y.to_mm()
    };
    let room = place("Việc B") - place("Việc A");
    assert!((12.0..20.0).contains(&room), "{room} mm");
}

#[test]
fn a_document_is_one_for_everybody_and_the_same_every_time() {
    let typesetter = typesetter();
    for language in LANGUAGES {
        let report = sample::report(language);
        let write = || write_pdf(&typesetter, &report, &sample::pictures(), "https://vithe.example").unwrap();
        let written = write();
        let says = |words: &str| {
            let words = words.as_bytes();
            written.windows(words.len()).any(|window| window == words)
        };
        assert!(written.starts_with(b"%PDF-1.7"));
        for words in [
            "/StructTreeRoot",
            "/Marked true",
            &format!("/Lang({language})"),
            "/DisplayDocTitle true",
            "pdfuaid",
            "/Outlines",
            "/Scope/Column",
            "/Scope/Row",
            "/Figure",
            "https://vithe.example/vi/index/pci?y=2021",
        ] {
            assert!(says(words), "{words} is not in it");
        }
        assert!(written == write(), "the same report gives the same bytes");
    }
}

#[test]
fn without_an_address_of_the_site_nothing_is_linked() {
    let written = write_pdf(&typesetter(), &sample::report(Language::Vi), &sample::pictures(), "").unwrap();
    let address = b"/vi/index/pci";
    assert!(!written.windows(address.len()).any(|window| window == address));
}
