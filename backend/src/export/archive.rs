//! Whole indices as a data package in a ZIP: the tables, `datapackage.json`, and what they are in both languages. The same figures
//! have the same bytes.

use std::io::{Cursor, Write as _};

use vithe_datasets::{PackageFiles, part_of};
use vithe_shared::{IndexId, Language, address::at, domain::IndexInfo};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::data::{Data, DataError};

/// What goes into an archive.
pub(crate) struct PackageArchive<'a> {
    /// The figures, in the version that is asked for.
    pub(crate) data: &'a Data,
    /// Its indices.
    pub(crate) indices: &'a [IndexId],
    /// The public address of the site; empty where none is set.
    pub(crate) origin: &'a str,
}

/// Why an archive cannot be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArchiveError {
    /// The package cannot be had.
    #[error(transparent)]
    Data(#[from] DataError),
    /// It cannot be compressed.
    #[error(transparent)]
    Zip(#[from] zip::result::ZipError),
    /// It cannot be written.
    #[error(transparent)]
    Write(#[from] std::io::Error),
}

impl PackageArchive<'_> {
    /// What it is saved as, and what it is called in its descriptor.
    pub(crate) fn name(&self) -> String {
        let of = match self.indices {
            [index] => index.to_string(),
            _ => "indices".to_owned(),
        };
        format!("vi-the-{of}-{}", self.data.catalog().version())
    }

    /// The archive.
    pub(crate) fn write(&self) -> Result<Vec<u8>, ArchiveError> {
        let whole = self.data.files()?;
        let mut files = part_of(&whole, self.indices, &self.package_name(), &self.title()).map_err(DataError::from)?;
        for language in Language::ALL {
            files.insert(format!("README.{language}.md"), self.readme(&files, language));
        }
        zip(&files)
    }

    fn package_name(&self) -> String {
        match self.indices {
            [index] => format!("vi-the-{index}"),
            _ => "vi-the-indices".to_owned(),
        }
    }

    fn title(&self) -> String {
        let names: Vec<&str> = self.indices.iter().map(|index| index.short_name()).collect();
        format!("Vị Thế: {}", names.join(", "))
    }

    /// What the package is, where it is from and how it may be used.
    fn readme(&self, files: &PackageFiles, language: Language) -> String {
        let catalog = self.data.catalog();
        let title = self.title();
        let (version, date) = (catalog.version(), catalog.date());
        let page = format!(
            "{}{}",
            self.origin,
            at(format_args!("/{language}/data/versions#v{version}"))
        );
        let mut lines = match language {
            Language::Vi => vec![
                format!("# {title}"),
                format!("Số liệu đã công bố, phiên bản {version} ngày {date}. Phiên bản này không bao giờ đổi: {page}"),
                "Mỗi tệp trong `data/` là một bảng CSV (UTF-8, dấu phẩy, dấu chấm thập phân; ô trống là không có số liệu). \
                 `datapackage.json` (Frictionless Data Package) mô tả từng cột, khóa và quan hệ giữa các bảng."
                    .to_owned(),
                "Bảng chính là `data/observations.csv`: mỗi dòng một số liệu, kèm tài liệu nguồn (`source_id`, xem \
                 `data/sources.csv`). Không có số liệu nào được nội suy hay đoán."
                    .to_owned(),
                "Quyền đối với các bảng thuộc cơ quan công bố; hãy trích dẫn như dưới đây.".to_owned(),
            ],
            Language::En => vec![
                format!("# {title}"),
                format!("Published figures, version {version} of {date}. This version never changes: {page}"),
                "Every file in `data/` is a table as CSV (UTF-8, comma, decimal point; an empty field is a figure that is not on \
                 record). `datapackage.json` (Frictionless Data Package) describes columns, keys and how the tables belong together."
                    .to_owned(),
                "The main table is `data/observations.csv`: one figure a row, each with its document (`source_id`, see \
                 `data/sources.csv`). No figure is interpolated or guessed."
                    .to_owned(),
                "The rights in the tables stay with the publishers; please cite as follows.".to_owned(),
            ],
        };
        for index in self.indices.iter().filter_map(|index| catalog.index(*index).ok()) {
            lines.extend(terms(index.info(), language));
        }
        lines.push(format!("## {}", language.pick("Các tệp", "Files")));
        let paths: Vec<String> = files.paths().map(|path| format!("- `{path}`")).collect();
        lines.push(paths.join("\n"));
        lines.join("\n\n") + "\n"
    }
}

/// What an index is, and how it may be used.
fn terms(index: &IndexInfo, language: Language) -> Vec<String> {
    let pick = |vi: &str, en: &str| language.pick(vi, en).to_owned();
    vec![
        format!("## {}: {}", index.short_name, pick(&index.name_vi, &index.name_en)),
        format!("{} ({})", pick(&index.publisher_vi, &index.publisher_en), index.website),
        format!(
            "{}: {}",
            language.pick("Trích dẫn", "Citation"),
            index.cited(index.years.last().copied(), language)
        ),
        pick(&index.terms_vi, &index.terms_en),
    ]
}

fn zip(files: &PackageFiles) -> Result<Vec<u8>, ArchiveError> {
    // Nothing depends on when it was asked for: the time of every file is the earliest that the form knows.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for path in files.paths() {
        archive.start_file(path, options)?;
        archive.write_all(files.get(path).unwrap_or_default())?;
    }
    Ok(archive.finish()?.into_inner())
}
