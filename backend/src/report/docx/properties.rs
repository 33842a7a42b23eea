//! What a document says of itself in its properties: title, subject, language, who made it and of which day its figures are.

use std::io;

use vithe_frontend::report::Report;

use super::{
    language_tag,
    markup::{element, part, text},
};

const CREATOR: &str = "Vị Thế";

const NAMESPACES: [(&str, &str); 4] = [
    (
        "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    ),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];

/// `docProps/core.xml`.
pub(super) fn core(report: &Report) -> io::Result<Vec<u8>> {
    let day = format!("{}T00:00:00Z", report.date);
    part(|xml| {
        element(xml, "cp:coreProperties", &NAMESPACES, |xml| {
            text(xml, "dc:title", &[], &report.title)?;
            text(xml, "dc:subject", &[], &report.description)?;
            text(xml, "dc:creator", &[], CREATOR)?;
            text(xml, "cp:lastModifiedBy", &[], CREATOR)?;
            text(xml, "dc:language", &[], language_tag(report.language))?;
            let is_time = [("xsi:type", "dcterms:W3CDTF")];
            text(xml, "dcterms:created", &is_time, &day)?;
            text(xml, "dcterms:modified", &is_time, &day)
        })
    })
}
