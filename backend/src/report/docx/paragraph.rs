//! Paragraphs and their runs, each in a style of `parts/styles.xml`.

use std::io;

use vithe_frontend::report::Run;
use vithe_shared::Language;

use super::{
    markup::{Xml, element, empty, text},
    relationships::{HYPERLINK, Relationships},
};

/// What a block needs to know of the document it stands in.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) language: Language,
    /// The public address of the site; empty where none is set.
    pub(super) origin: &'a str,
    pub(super) relationships: Relationships,
}

impl Context<'_> {
    /// The name of the address that a run leads to; `None` if it leads nowhere, or the site has no public address.
    fn name(&mut self, run: &Run) -> Option<String> {
        let path = run.href.as_ref().filter(|_| !self.origin.is_empty())?;
        Some(self.relationships.name(HYPERLINK, format!("{}{path}", self.origin)))
    }
}

/// Whether a paragraph stays on the page of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// As its style has it.
    ByStyle,
    WithNext,
}

/// A paragraph, whose runs are written by `content`.
pub(super) fn paragraph(
    xml: &mut Xml,
    style: &str,
    keep: Keep,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        element(xml, "w:pPr", &[], |xml| {
            empty(xml, "w:pStyle", &[("w:val", style)])?;
            match keep {
                Keep::ByStyle => Ok(()),
                Keep::WithNext => empty(xml, "w:keepNext", &[]),
            }
        })?;
        content(xml)
    })
}

/// A paragraph of plain words.
pub(super) fn words(xml: &mut Xml, style: &str, keep: Keep, words: &str) -> io::Result<()> {
    paragraph(xml, style, keep, |xml| run(xml, &Run::plain(words), false))
}

/// What a table or a figure is, after the word for it and its number, which Word counts itself: a list of them can be made, and
/// one that is put before it moves the others on.
pub(super) fn caption(xml: &mut Xml, word: &str, number: usize, told: &str) -> io::Result<()> {
    paragraph(xml, "Caption", Keep::ByStyle, |xml| {
        run(xml, &Run::plain(format!("{word} ")), false)?;
        field(xml, &format!(" SEQ {word} \\* ARABIC "), &number.to_string())?;
        run(xml, &Run::plain(format!(". {told}")), false)
    })
}

/// A field as runs of its paragraph, so that what reads only runs has its value, too.
fn field(xml: &mut Xml, instruction: &str, value: &str) -> io::Result<()> {
    field_mark(xml, "begin")?;
    self::instruction(xml, instruction)?;
    field_mark(xml, "separate")?;
    run(xml, &Run::plain(value), false)?;
    field_mark(xml, "end")
}

/// Where a field begins, its value begins, or it ends.
pub(super) fn field_mark(xml: &mut Xml, kind: &str) -> io::Result<()> {
    element(xml, "w:r", &[], |xml| {
        empty(xml, "w:fldChar", &[("w:fldCharType", kind)])
    })
}

/// What a field is.
pub(super) fn instruction(xml: &mut Xml, instruction: &str) -> io::Result<()> {
    element(xml, "w:r", &[], |xml| {
        text(xml, "w:instrText", &[("xml:space", "preserve")], instruction)
    })
}

/// Runs with their links.
pub(super) fn runs(xml: &mut Xml, context: &mut Context<'_>, runs: &[Run]) -> io::Result<()> {
    for words in runs {
        match context.name(words) {
            Some(name) => element(xml, "w:hyperlink", &[("r:id", &name), ("w:history", "1")], |xml| {
                run(xml, words, true)
            })?,
            None => run(xml, words, false)?,
        }
    }
    Ok(())
}

/// A run without its link, which stands around it.
pub(super) fn run(xml: &mut Xml, words: &Run, is_linked: bool) -> io::Result<()> {
    element(xml, "w:r", &[], |xml| {
        if is_linked || words.is_strong {
            element(xml, "w:rPr", &[], |xml| {
                if is_linked {
                    empty(xml, "w:rStyle", &[("w:val", "Hyperlink")])?;
                }
                if words.is_strong {
                    empty(xml, "w:b", &[])?;
                    empty(xml, "w:bCs", &[])?;
                }
                Ok(())
            })?;
        }
        text(xml, "w:t", &[("xml:space", "preserve")], &words.text)
    })
}

/// Notes in small letters, which stay together.
pub(super) fn notes<'a>(xml: &mut Xml, lines: impl IntoIterator<Item = &'a String>) -> io::Result<()> {
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let keep = if lines.peek().is_some() {
            Keep::WithNext
        } else {
            Keep::ByStyle
        };
        words(xml, "Note", keep, line)?;
    }
    Ok(())
}
