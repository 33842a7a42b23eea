//! The contents of a long report: a field that Word makes anew on request, with its entries in it, so that it reads without that.
//! The pages are not known before Word has set the document, so an entry leads to its heading instead of naming its page.

use std::io;

use vithe_frontend::report::{Block, Heading, Report, Run};
use vithe_shared::query::ReportForm;

use super::{
    markup::{Xml, element, empty},
    paragraph::{Keep, field_mark, instruction, paragraph, run, words},
};
use crate::report::words::Words;

/// Headings of both levels, as links, and without page numbers in a view that has no pages.
const INSTRUCTION: &str = " TOC \\o \"1-2\" \\h \\z \\u ";

/// Whether a report has contents: a brief is two pages.
pub(super) fn has_contents(report: &Report) -> bool {
    report.form == ReportForm::Review
}

/// The bookmark of the heading that is the nth of the report.
pub(super) fn bookmark(number: usize) -> String {
    format!("_Toc{number}")
}

/// The contents, as Word's own gallery makes them.
pub(super) fn write(xml: &mut Xml, report: &Report) -> io::Result<()> {
    let headings: Vec<&Heading> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        })
        .collect();
    element(xml, "w:sdt", &[], |xml| {
        element(xml, "w:sdtPr", &[], |xml| {
            element(xml, "w:docPartObj", &[], |xml| {
                empty(xml, "w:docPartGallery", &[("w:val", "Table of Contents")])?;
                empty(xml, "w:docPartUnique", &[])
            })
        })?;
        element(xml, "w:sdtContent", &[], |xml| {
            let title = Words::new(report.language).contents;
            words(xml, "TOCHeading", Keep::ByStyle, title)?;
            for (number, heading) in (1..).zip(&headings) {
                entry(xml, heading, number, number == headings.len())?;
            }
            Ok(())
        })
    })
}

/// A heading as a link to it. The field begins in the first entry and ends in the last one.
fn entry(xml: &mut Xml, heading: &Heading, number: usize, is_last: bool) -> io::Result<()> {
    let style = if heading.level == 1 { "TOC1" } else { "TOC2" };
    paragraph(xml, style, Keep::ByStyle, |xml| {
        if number == 1 {
            field_mark(xml, "begin")?;
            instruction(xml, INSTRUCTION)?;
            field_mark(xml, "separate")?;
        }
        let anchor = bookmark(number);
        element(
            xml,
            "w:hyperlink",
            &[("w:anchor", &anchor), ("w:history", "1")],
            |xml| run(xml, &Run::plain(&heading.text), true),
        )?;
        if is_last { field_mark(xml, "end") } else { Ok(()) }
    })
}
