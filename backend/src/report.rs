//! The files of a report: what `vithe_frontend::report` has told as blocks, written in the forms that people print and edit.

pub(crate) mod docx;
pub(crate) mod pdf;
#[cfg(test)]
mod sample;
mod words;
