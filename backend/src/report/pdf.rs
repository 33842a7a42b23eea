//! A report on paper, by Typst: tagged, PDF/UA-1, in the form of Nghị định 30/2020/NĐ-CP. How it looks is said by `report.typ`,
//! what Typst sees of this server by [`world`]. The same report gives the same bytes.

mod world;

use typst::{
    comemo,
    diag::{SourceDiagnostic, SourceResult, Warned},
    foundations::Smart,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use vithe_frontend::report::Report;

pub(crate) use self::world::Typesetter;
use self::world::{Sources, World};

/// A document that could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PdfError {
    /// The report has no form that the template reads.
    #[error("a report cannot be handed to the template: {0}")]
    Sources(#[from] serde_json::Error),
    /// The template, or what it was given, is wrong.
    #[error("a report cannot be set: {0}")]
    Setting(String),
    /// The document would not be one that everybody can read.
    #[error("a report cannot be written as PDF/UA-1: {0}")]
    Writing(String),
}

/// The report as a document. `pictures` are those of its figures in their order as SVG, `None` where one could not be drawn;
/// `origin` is the public address of the site, empty where none is set, and then nothing is linked. It takes a processor for
/// about half a second.
pub(crate) fn write_pdf(
    typesetter: &Typesetter,
    report: &Report,
    pictures: &[Option<String>],
    origin: &str,
) -> Result<Vec<u8>, PdfError> {
    let written = set(typesetter, report, pictures, origin).and_then(|Warned { output, warnings }| {
        // A fault of the template or of the typefaces, which is no reason to have no report.
        if !warnings.is_empty() {
            tracing::warn!(warnings = told(&warnings), "a report is not set as it should be");
        }
        let document = output.map_err(|errors| PdfError::Setting(told(&errors)))?;
        typst_pdf::pdf(&document, &options(report)?).map_err(|errors| PdfError::Writing(told(&errors)))
    });
    // Typst remembers what it has computed; another report has hardly anything in common with this one.
    comemo::evict(0);
    written
}

/// The pages of the report, and what Typst warns of.
fn set(
    typesetter: &Typesetter,
    report: &Report,
    pictures: &[Option<String>],
    origin: &str,
) -> Result<Warned<SourceResult<PagedDocument>>, PdfError> {
    let world = World::new(typesetter, &Sources::new(report, pictures, origin), pictures)?;
    Ok(typst::compile(&world))
}

fn options(report: &Report) -> Result<PdfOptions, PdfError> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| PdfError::Writing(error.message().to_string()))?;
    Ok(PdfOptions {
        // The same words of the same day are the same document.
        ident: Smart::Custom(format!("{} {} {}", report.kind, report.title, report.date)),
        creator: Smart::Custom(Some("Vị Thế".to_owned())),
        standards,
        ..PdfOptions::default()
    })
}

fn told(diagnostics: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = diagnostics.iter().map(|one| one.message.as_str()).collect();
    messages.join("; ")
}

#[cfg(test)]
mod tests;
