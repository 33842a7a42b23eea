//! The document itself: title and imprint, the blocks of the report one after the other, and the paper they stand on. The order
//! of the elements is that of the schema, which Word insists on.

use std::io;

use vithe_frontend::report::{Block, Report, Run};

use super::{
    Picture,
    contents::{self, bookmark, has_contents},
    figure,
    markup::{Xml, element, empty, part},
    paragraph::{Context, Keep, paragraph, run, runs, words},
    relationships::KINDS,
    table,
};

// In twentieths of a point: A4, and by Nghị định 30/2020/NĐ-CP 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right.
const PAGE_WIDTH: u32 = 11_906;
const PAGE_HEIGHT: u32 = 16_838;
const TOP: u32 = 1_418;
const BOTTOM: u32 = 1_134;
const LEFT: u32 = 1_701;
const RIGHT: u32 = 1_134;

/// The width of the text.
pub(super) const TEXT_WIDTH: u32 = PAGE_WIDTH - LEFT - RIGHT;

/// From the edge of the paper to the number of the page.
const TO_HEADER: u32 = 680;

const NAMESPACES: [(&str, &str); 5] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    ("xmlns:r", KINDS),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", figure::NAMESPACE),
];

/// `word/document.xml`.
pub(super) fn document(
    report: &Report,
    pictures: &[Option<Picture>],
    context: &mut Context<'_>,
) -> io::Result<Vec<u8>> {
    let header = context.relationships.name("header", "header.xml".to_owned());
    part(|xml| {
        element(xml, "w:document", &NAMESPACES, |xml| {
            element(xml, "w:body", &[], |xml| {
                front(xml, report)?;
                if has_contents(report) {
                    contents::write(xml, report)?;
                }
                blocks(xml, context, report, pictures)?;
                section(xml, &header)
            })
        })
    })
}

/// What stands before the blocks.
fn front(xml: &mut Xml, report: &Report) -> io::Result<()> {
    words(xml, "Subtitle", Keep::ByStyle, &report.kind)?;
    words(xml, "Title", Keep::ByStyle, &report.title)?;
    for (label, value) in &report.imprint {
        paragraph(xml, "Imprint", Keep::ByStyle, |xml| {
            run(xml, &Run::strong(format!("{label}: ")), false)?;
            run(xml, &Run::plain(value), false)
        })?;
    }
    Ok(())
}

fn blocks(xml: &mut Xml, context: &mut Context<'_>, report: &Report, pictures: &[Option<Picture>]) -> io::Result<()> {
    let (mut headings, mut tables, mut figures) = (0, 0, 0);
    for block in &report.blocks {
        match block {
            Block::Heading(heading) => {
                let style = if heading.level == 1 { "Heading1" } else { "Heading2" };
                headings += 1;
                paragraph(xml, style, Keep::ByStyle, |xml| {
                    let told = |xml: &mut Xml| run(xml, &Run::plain(&heading.text), false);
                    if has_contents(report) {
                        bookmarked(xml, headings, told)
                    } else {
                        told(xml)
                    }
                })?;
            }
            Block::Paragraph { runs: told } => {
                paragraph(xml, "Normal", Keep::ByStyle, |xml| runs(xml, context, told))?;
            }
            Block::List { items } => {
                for told in items {
                    paragraph(xml, "ListBullet", Keep::ByStyle, |xml| runs(xml, context, told))?;
                }
            }
            Block::Table(table) => {
                tables += 1;
                table::write(xml, context, tables, table)?;
            }
            Block::Figure(figure) => {
                let picture = pictures.get(figures).and_then(Option::as_ref);
                figures += 1;
                figure::write(xml, context, figures, &figure.text, picture)?;
            }
        }
    }
    Ok(())
}

/// What the contents lead to.
fn bookmarked(xml: &mut Xml, number: usize, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    let (id, name) = (number.to_string(), bookmark(number));
    empty(xml, "w:bookmarkStart", &[("w:id", &id), ("w:name", &name)])?;
    content(xml)?;
    empty(xml, "w:bookmarkEnd", &[("w:id", &id)])
}

/// The paper, and the number of the page at its top from the second page on: the first one has no header.
fn section(xml: &mut Xml, header: &str) -> io::Result<()> {
    let [width, height] = [PAGE_WIDTH, PAGE_HEIGHT].map(|length| length.to_string());
    let [top, bottom, left, right, edge] = [TOP, BOTTOM, LEFT, RIGHT, TO_HEADER].map(|length| length.to_string());
    element(xml, "w:sectPr", &[], |xml| {
        empty(xml, "w:headerReference", &[("w:type", "default"), ("r:id", header)])?;
        empty(xml, "w:pgSz", &[("w:w", &width), ("w:h", &height)])?;
        empty(
            xml,
            "w:pgMar",
            &[
                ("w:top", &top),
                ("w:right", &right),
                ("w:bottom", &bottom),
                ("w:left", &left),
                ("w:header", &edge),
                ("w:footer", &edge),
                ("w:gutter", "0"),
            ],
        )?;
        empty(xml, "w:titlePg", &[])
    })
}
