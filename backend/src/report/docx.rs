//! A report as a Word document that officials go on writing: real headings, lists, tables and captions by Word's own styles, in
//! the form of Nghị định 30/2020/NĐ-CP. The parts that are the same in every report are files in `parts`; [`body`] writes the
//! blocks, [`properties`] what a file says of itself. The same report gives the same bytes.

mod body;
mod contents;
mod figure;
mod markup;
mod paragraph;
mod properties;
mod relationships;
#[cfg(test)]
mod sample;
mod table;
#[cfg(test)]
mod tests;

use std::io::{self, Cursor, Write as _};

use vithe_frontend::report::Report;
use vithe_shared::{Language, Text};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use self::{paragraph::Context, relationships::Relationships};

const CONTENT_TYPES: &str = include_str!("docx/parts/content_types.xml");
const PACKAGE: &str = include_str!("docx/parts/relationships.xml");
const HEADER: &str = include_str!("docx/parts/header.xml");
const NUMBERING: &str = include_str!("docx/parts/numbering.xml");
const SETTINGS: &str = include_str!("docx/parts/settings.xml");
const STYLES: &str = include_str!("docx/parts/styles.xml");

/// The names of the styles that are not Word's own, as its list of styles shows them. Word translates those that are.
const STYLE_NAMES: [(&str, Text); 7] = [
    ("{imprint}", Text::new("Thông tin báo cáo", "Imprint")),
    ("{kicker}", Text::new("Dòng dẫn của hình", "Kicker")),
    ("{picture}", Text::new("Hình", "Picture")),
    ("{note}", Text::new("Ghi chú và nguồn", "Notes and Source")),
    ("{table_text}", Text::new("Chữ trong bảng", "Table Text")),
    ("{table_number}", Text::new("Số trong bảng", "Table Number")),
    ("{table_head}", Text::new("Đầu bảng", "Table Head")),
];

/// The picture of a figure.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// The file.
    pub(crate) png: Vec<u8>,
    /// Its width in pixels. It is shown as wide as the text.
    pub(crate) width: u32,
    /// Its height in pixels.
    pub(crate) height: u32,
}

impl Picture {
    /// The picture in a file; `None` where the bytes are no PNG.
    pub(crate) fn of_png(png: Vec<u8>) -> Option<Self> {
        let (width, height) = png::Decoder::new(Cursor::new(&png)).read_info().ok()?.info().size();
        Some(Self { png, width, height })
    }
}

/// A document that could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DocxError {
    /// A part of it.
    #[error("cannot write a part of the document: {0}")]
    Part(#[from] io::Error),
    /// The package of its parts.
    #[error("cannot pack the document: {0}")]
    Package(#[from] ZipError),
}

/// The report as a document. `pictures` are those of its figures in their order, `None` where one could not be drawn; `origin`
/// is the public address of the site, empty where none is set, and then nothing is linked.
pub(crate) fn write_docx(report: &Report, pictures: &[Option<Picture>], origin: &str) -> Result<Vec<u8>, DocxError> {
    let mut context = Context {
        language: report.language,
        origin,
        relationships: Relationships::default(),
    };
    let document = body::document(report, pictures, &mut context)?;
    let mut styles = in_language(STYLES, report.language);
    for (place, name) in STYLE_NAMES {
        styles = styles.replace(place, name.get(report.language));
    }
    let mut package = Package::default();
    package.add("[Content_Types].xml", CONTENT_TYPES.as_bytes())?;
    package.add("_rels/.rels", PACKAGE.as_bytes())?;
    package.add("docProps/core.xml", &properties::core(report)?)?;
    package.add("word/document.xml", &document)?;
    package.add("word/_rels/document.xml.rels", &context.relationships.part()?)?;
    package.add("word/header.xml", HEADER.as_bytes())?;
    package.add("word/numbering.xml", NUMBERING.as_bytes())?;
    package.add("word/settings.xml", in_language(SETTINGS, report.language).as_bytes())?;
    package.add("word/styles.xml", styles.as_bytes())?;
    for (number, picture) in (1..).zip(pictures) {
        if let Some(picture) = picture {
            package.add_picture(&format!("word/{}", figure::file(number)), &picture.png)?;
        }
    }
    package.finish()
}

/// The tag by which Word chooses its dictionary.
const fn language_tag(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi-VN",
        Language::En => "en-GB",
    }
}

fn in_language(part: &str, language: Language) -> String {
    part.replace("{language}", language_tag(language))
}

/// The parts in one file, without the time at which they were packed.
#[derive(Debug)]
struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Package {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::default()))
    }
}

impl Package {
    fn add(&mut self, name: &str, content: &[u8]) -> Result<(), DocxError> {
        self.add_by(CompressionMethod::Deflated, name, content)
    }

    /// A PNG is compressed in itself.
    fn add_picture(&mut self, name: &str, content: &[u8]) -> Result<(), DocxError> {
        self.add_by(CompressionMethod::Stored, name, content)
    }

    fn add_by(&mut self, method: CompressionMethod, name: &str, content: &[u8]) -> Result<(), DocxError> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options)?;
        self.0.write_all(content)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, DocxError> {
        Ok(self.0.finish()?.into_inner())
    }
}
