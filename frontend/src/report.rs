//! The review report of a province or a unit: a brief for a meeting, or the review of several years. It is made once, as blocks,
//! and shown as a page, as PDF and as DOCX.

pub mod document;

pub use document::{Block, Column, Figure, Heading, Report, Run, Table};
