//! Texts of drawn figures: none stands on another, none is cut by the edge. Measured in the pictures that the server draws of
//! the figures on record, with the typeface they are drawn in.

use std::{fs, path::Path, sync::Arc};

use axum::http::{Method, StatusCode};
use resvg::usvg::{Group, Node, Options, Rect, TextChunk, Tree, fontdb::Database};
use vithe::state::Settings;
use vithe_shared::query::FigureWidth;

use crate::support::{send, server_with};

/// A text with the rectangle of its letters, from the height of a capital to the foot of a letter.
struct Written {
    words: String,
    /// Left, top, right, bottom.
    area: [f32; 4],
}

/// Letters take so much of the height of their line.
const LETTERS: f32 = 0.5;
/// What rounding to tenths of a pixel, twice, may add up to.
const TOLERANCE: f32 = 1.0;

fn options() -> Options<'static> {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/dist/server");
    let mut database = Database::new();
    for name in ["be-vietnam-pro-400", "be-vietnam-pro-600", "symbols-400", "symbols-600"] {
        let font = fs::read(fonts.join(format!("{name}.ttf"))).unwrap();
        database.load_font_data(font);
    }
    Options {
        fontdb: Arc::new(database),
        font_family: "Be Vietnam Pro".to_owned(),
        ..Options::default()
    }
}

fn texts(group: &Group, found: &mut Vec<Written>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => texts(inner, found),
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(TextChunk::text).collect();
                if !words.trim().is_empty() {
                    found.push(Written {
                        words,
                        area: letters(text.abs_bounding_box()),
                    });
                }
            }
            _ => {}
        }
    }
}

/// The room of the letters within the box of a text, which is as high as its line, or as wide where it stands upright.
fn letters(line: Rect) -> [f32; 4] {
    let (x, y) = (line.x() + line.width() / 2.0, line.y() + line.height() / 2.0);
    let (wide, high) = if line.height() > line.width() * 1.5 {
        (line.width() * LETTERS, line.height())
    } else {
        (line.width(), line.height() * LETTERS)
    };
    [x - wide / 2.0, y - high / 2.0, x + wide / 2.0, y + high / 2.0]
}

/// What is wrong with the texts of a picture.
fn faults(svg: &str, options: &Options<'_>) -> Vec<String> {
    let tree = Tree::from_str(svg, options).unwrap();
    let (width, height) = (tree.size().width(), tree.size().height());
    let mut found = Vec::new();
    texts(tree.root(), &mut found);
    assert!(!found.is_empty(), "a figure without a word");
    let mut faults = Vec::new();
    for (place, Written { words, area }) in found.iter().enumerate() {
        let [left, top, right, bottom] = *area;
        if left < -TOLERANCE || top < -TOLERANCE || right > width + TOLERANCE || bottom > height + TOLERANCE {
            faults.push(format!("“{words}” is cut: {area:.0?} of {width} × {height}"));
        }
        for other in &found[place + 1..] {
            let apart = right <= other.area[0] + TOLERANCE
                || other.area[2] <= left + TOLERANCE
                || bottom <= other.area[1] + TOLERANCE
                || other.area[3] <= top + TOLERANCE;
            if !apart {
                faults.push(format!(
                    "“{words}” {area:.0?} stands on “{}” {:.0?}",
                    other.words, other.area
                ));
            }
        }
    }
    faults
}

/// Figures with much to write: all of an index, short and long histories, most lines, every kind of break.
fn addresses() -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for index in ["pci", "papi", "par", "sipas"] {
        addresses.extend([
            format!("map.svg?index={index}"),
            format!("distribution.svg?index={index}"),
            format!("bump.svg?index={index}"),
            format!("bump.svg?index={index}&p=hau-giang~ha-noi~ho-chi-minh~ba-ria-vung-tau~thua-thien-hue~an-giang"),
        ]);
        for provinces in [
            "hau-giang",
            "an-giang~can-tho",
            "hau-giang~ha-noi~ho-chi-minh~ba-ria-vung-tau~thua-thien-hue~an-giang",
        ] {
            for show in ["score", "rank"] {
                addresses.push(format!("line.svg?index={index}&p={provinces}&show={show}"));
            }
        }
    }
    for index in ["pci", "papi"] {
        for province in [
            "hau-giang",
            "an-giang",
            "ba-ria-vung-tau",
            "thua-thien-hue",
            "quang-ninh",
            "dak-nong",
        ] {
            addresses.push(format!("profile.svg?index={index}&p={province}"));
        }
        addresses.extend([
            format!("heatmap.svg?index={index}"),
            format!("regions.svg?index={index}"),
            format!("comparison.svg?index={index}&p=hau-giang~ba-ria-vung-tau~ha-noi~ho-chi-minh~da-nang~an-giang"),
            format!("multiples.svg?index={index}"),
        ]);
    }
    addresses.extend(
        [
            "line.svg?index=pci&component=transparency&p=hau-giang~can-tho~da-nang",
            "line.svg?index=papi&component=d4&p=hau-giang~can-tho~da-nang",
            "line.svg?index=pci&p=hau-giang~can-tho&from=2015&to=2020&show=rank",
            "slope.svg?index=pci&from=2018&to=2022",
            "slope.svg?index=papi&from=2016&to=2021",
            "waterfall.svg?index=pci&from=2020&year=2021&p=hau-giang",
            "interval.svg?index=papi&year=2019&interval=sampling&p=hau-giang",
            "scatter.svg?index=pci&component=transparency&year=2019&y=papi.d4",
            "scatter.svg?index=pci&year=2021&y=papi.overall&p=hau-giang~ba-ria-vung-tau~ha-noi",
        ]
        .map(str::to_owned),
    );
    addresses
}

#[tokio::test]
async fn no_text_of_a_figure_stands_on_another_or_is_cut() {
    let server = server_with(Settings {
        figure_workers: 2,
        ..Settings::default()
    });
    let options = options();
    let mut all = Vec::new();
    let forms = [
        (FigureWidth::Narrow, "vi"),
        (FigureWidth::Medium, "vi"),
        (FigureWidth::Medium, "en"),
        (FigureWidth::Wide, "vi"),
    ];
    for address in addresses() {
        for (width, language) in forms {
            let address = format!("/figures/{address}&w={}&lang={language}", width.pixels());
            let answer = send(&server, Method::GET, &address, &[]).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
            let found = faults(answer.text(), &options);
            all.extend(found.into_iter().map(|fault| format!("{address}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{} texts:\n{}", all.len(), all.join("\n"));
}

#[test]
fn a_text_on_another_and_a_cut_one_are_found() {
    let picture = |texts: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" font-family="Be Vietnam Pro" font-size="12">{texts}</svg>"#
        )
    };
    let found = |texts: &str| faults(&picture(texts), &options());
    assert!(found(r#"<text x="10" y="20">Hậu Giang</text><text x="10" y="35">Cần Thơ</text>"#).is_empty());
    let on_another = found(r#"<text x="10" y="20">Hậu Giang</text><text x="40" y="24">Cần Thơ</text>"#);
    assert!(
        on_another.len() == 1 && on_another[0].contains("stands on"),
        "{on_another:?}"
    );
    let cut = found(r#"<text x="170" y="20">Hậu Giang</text>"#);
    assert!(cut.len() == 1 && cut[0].contains("is cut"), "{cut:?}");
}
