//! A figure: under its kicker and its finding the picture, as wide as the text, or a sentence in its place.

use std::io;

use vithe_frontend::view_model::FigureText;

use super::{
    Picture,
    body::TEXT_WIDTH,
    markup::{Attributes, Xml, element, empty},
    paragraph::{Context, Keep, caption, notes, paragraph, words},
};
use crate::report::words::Words;

pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// English metric units in a twentieth of a point.
const UNITS: u64 = 635;

/// The tallest picture that leaves room on a page for the words that stay with it: 190 mm.
const TALLEST: u64 = 190 * 36_000;

/// The file of the picture of a figure, beside the document.
pub(super) fn file(number: usize) -> String {
    format!("media/figure-{number}.png")
}

/// The figure of a number with the words around it.
pub(super) fn write(
    xml: &mut Xml,
    context: &mut Context<'_>,
    number: usize,
    text: &FigureText,
    picture: Option<&Picture>,
) -> io::Result<()> {
    words(xml, "Kicker", Keep::ByStyle, &text.kicker)?;
    let own = Words::new(context.language);
    caption(xml, own.figure, number, &text.finding)?;
    if let Some(picture) = picture {
        let name = context.relationships.name("image", file(number));
        paragraph(xml, "Picture", Keep::ByStyle, |xml| {
            drawing(xml, &name, number, picture, &text.alt)
        })?;
    } else {
        let told = [own.not_drawn, own.shown, &text.alt].join(" ");
        words(xml, "Normal", Keep::WithNext, &told)?;
    }
    notes(xml, text.notes.iter().chain([&text.source]))
}

/// The picture as a letter of its paragraph. Those who do not see it are told `alternative`.
fn drawing(xml: &mut Xml, relationship: &str, number: usize, picture: &Picture, alternative: &str) -> io::Result<()> {
    let (id, name) = (number.to_string(), file(number));
    let about = [("id", id.as_str()), ("name", &name), ("descr", alternative)];
    let [width, height] = extent(picture).map(|length| length.to_string());
    let extent = [("cx", width.as_str()), ("cy", &height)];
    let distances = ["distT", "distB", "distL", "distR"].map(|side| (side, "0"));
    element(xml, "w:r", &[], |xml| {
        element(xml, "w:drawing", &[], |xml| {
            element(xml, "wp:inline", &distances, |xml| {
                empty(xml, "wp:extent", &extent)?;
                empty(xml, "wp:docPr", &about)?;
                element(xml, "wp:cNvGraphicFramePr", &[], |xml| {
                    empty(xml, "a:graphicFrameLocks", &[("noChangeAspect", "1")])
                })?;
                element(xml, "a:graphic", &[], |xml| {
                    element(xml, "a:graphicData", &[("uri", NAMESPACE)], |xml| {
                        graphic(xml, relationship, &about, &extent)
                    })
                })
            })
        })
    })
}

fn graphic(xml: &mut Xml, relationship: &str, about: Attributes<'_>, extent: Attributes<'_>) -> io::Result<()> {
    element(xml, "pic:pic", &[], |xml| {
        element(xml, "pic:nvPicPr", &[], |xml| {
            empty(xml, "pic:cNvPr", about)?;
            empty(xml, "pic:cNvPicPr", &[])
        })?;
        element(xml, "pic:blipFill", &[], |xml| {
            empty(xml, "a:blip", &[("r:embed", relationship)])?;
            element(xml, "a:stretch", &[], |xml| empty(xml, "a:fillRect", &[]))
        })?;
        element(xml, "pic:spPr", &[], |xml| {
            element(xml, "a:xfrm", &[], |xml| {
                empty(xml, "a:off", &[("x", "0"), ("y", "0")])?;
                empty(xml, "a:ext", extent)
            })?;
            element(xml, "a:prstGeom", &[("prst", "rect")], |xml| empty(xml, "a:avLst", &[]))
        })
    })
}

/// Width and height on paper: the width of the text, less if the picture would be too tall.
fn extent(picture: &Picture) -> [u64; 2] {
    let [width, height] = [picture.width, picture.height].map(|length| u64::from(length).max(1));
    let widest = u64::from(TEXT_WIDTH) * UNITS;
    if widest * height > TALLEST * width {
        [TALLEST * width / height, TALLEST]
    } else {
        [widest, widest * height / width]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_wide_as_the_text_and_no_taller_than_a_page_has_room_for() {
        for (width, height, on_paper) in [
            (720, 360, [5_760_085, 2_880_042]),
            (360, 3_600, [684_000, 6_840_000]),
            (0, 0, [5_760_085, 5_760_085]),
        ] {
            let picture = Picture {
                png: Vec::new(),
                width,
                height,
            };
            assert_eq!(extent(&picture), on_paper, "{width} × {height}");
        }
    }
}
