//! The files of a report: what `vithe_frontend::report` has told as blocks, written in the forms that people print and edit.

#[cfg_attr(not(test), expect(dead_code, reason = "an address for it comes with the PDF"))]
pub(crate) mod docx;
