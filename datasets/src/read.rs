//! Reading a package: bytes to typed rows. Every fault becomes one finding with its place, and reading goes on to find the
//! others; nothing here panics on any input.

mod descriptor;
mod field;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use vithe_shared::Borders;

pub(crate) use self::field::{Column, Fields};
use crate::{
    changes::history,
    check,
    files::{DESCRIPTOR, PackageFiles},
    finding::{Finding, FindingCode, Severity},
    geography,
    names::is_normalised,
    package::{Package, Shapes, TABLE_FILES, Table, TableRow, read_tables, shapes_file},
};

/// Reads a package. The error holds every fault of form and every reference that leads nowhere; whether the figures make
/// sense is asked afterwards, by [`check_package`](crate::check_package).
pub fn read_package(files: &PackageFiles) -> Result<Package, Vec<Finding>> {
    let mut reader = Reader {
        files,
        findings: Vec::new(),
        faulty: HashSet::new(),
    };
    let mut package = read_tables(&mut reader);
    let edition = reader.descriptor();
    package.version = edition.version;
    package.date = edition.date;
    package.shapes = [Borders::Provinces63, Borders::Units34].map(|borders| reader.shapes(borders));
    package.revision = files.content_hash();
    package.versions = history(files, &package, &edition.versions);
    reader.unknown_files();

    let Reader {
        mut findings, faulty, ..
    } = reader;
    check::keys::run(&package, &|file| !faulty.contains(file), &mut findings);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        Err(findings)
    } else {
        Ok(package)
    }
}

/// The files that are being read and what was found so far.
pub(crate) struct Reader<'a> {
    files: &'a PackageFiles,
    findings: Vec<Finding>,
    /// Files with a fault: a reference into one of them is not followed, since one fault should be told once.
    faulty: HashSet<&'static str>,
}

impl<'a> Reader<'a> {
    /// Reads the rows of a file that have no fault.
    pub(crate) fn table<R: TableRow>(&mut self) -> Table<R> {
        let before = self.findings.len();
        let table = self.rows().unwrap_or_default();
        if self.findings.len() > before {
            self.faulty.insert(R::FILE);
        }
        table
    }

    /// `None` if the file as a whole cannot be read.
    fn rows<R: TableRow>(&mut self) -> Option<Table<R>> {
        let text = self.text(R::FILE)?;
        if text.starts_with('\u{feff}') {
            self.findings.push(
                Finding::error(
                    FindingCode::WrongHeader,
                    R::FILE,
                    "Tệp bắt đầu bằng dấu BOM; hãy lưu lại dạng UTF-8 không có BOM.",
                    "The file begins with a byte order mark; save it as UTF-8 without one.",
                )
                .at_row(1),
            );
        }
        if let Some(position) = text.find('\r') {
            self.findings.push(
                Finding::error(
                    FindingCode::WrongLineEnding,
                    R::FILE,
                    "Dòng kết thúc bằng CR; hãy lưu tệp với ký tự xuống dòng LF.",
                    "The line ends in CR; save the file with LF line endings.",
                )
                .at_row(line_of(text.as_bytes(), position)),
            );
        }

        let columns = R::columns();
        let mut records = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        // The text is valid UTF-8 and in memory, so a record cannot fail; an end of file is the only other outcome.
        let has_header = records.read_record(&mut record).unwrap_or(false);
        if !has_header || !record.iter().eq(columns.iter().copied()) {
            self.findings.push(wrong_header(R::FILE, &record, &columns));
            return None;
        }

        let mut table = Table::default();
        let normalised = is_normalised(text);
        while records.read_record(&mut record).unwrap_or(false) {
            let line = record
                .position()
                .map_or(0, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
            if record.len() != columns.len() {
                self.findings.push(
                    Finding::error(
                        FindingCode::WrongFieldCount,
                        R::FILE,
                        format!("Dòng có {} ô, tiêu đề có {} cột.", record.len(), columns.len()),
                        format!(
                            "The row has {} fields, the header has {} columns.",
                            record.len(),
                            columns.len()
                        ),
                    )
                    .at_row(line),
                );
                continue;
            }
            let mut fields = Fields::new(R::FILE, line, &record, normalised, &mut self.findings);
            if let Some(row) = R::read(&mut fields) {
                table.push(line, row);
            }
        }
        Some(table)
    }

    /// The text of a file, or a finding.
    fn text(&mut self, file: &str) -> Option<&'a str> {
        let files = self.files;
        let Some(bytes) = files.get(file) else {
            self.findings.push(Finding::error(
                FindingCode::MissingFile,
                file,
                "Thiếu tệp này trong gói dữ liệu.",
                "The file is missing from the package.",
            ));
            return None;
        };
        match str::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                self.findings.push(
                    Finding::error(
                        FindingCode::InvalidUtf8,
                        file,
                        "Tệp không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8.",
                        "The file is not UTF-8 text; save it again as UTF-8.",
                    )
                    .at_row(line_of(bytes, error.valid_up_to())),
                );
                None
            }
        }
    }

    fn descriptor(&mut self) -> descriptor::Edition {
        let Some(text) = self.text(DESCRIPTOR) else {
            return descriptor::Edition::default();
        };
        let (edition, findings) = descriptor::read(text);
        self.findings.extend(findings);
        edition
    }

    fn shapes(&mut self, borders: Borders) -> Shapes {
        let file = shapes_file(borders);
        let Some(text) = self.text(file) else {
            self.faulty.insert(file);
            return Shapes::default();
        };
        match geography::parse(text) {
            Ok(features) => Shapes {
                text: text.to_owned(),
                features,
            },
            Err(error) => {
                self.faulty.insert(file);
                self.findings.push(bad_json(file, &error));
                Shapes::default()
            }
        }
    }

    fn unknown_files(&mut self) {
        let unknown = self
            .files
            .paths()
            .filter(|path| *path != DESCRIPTOR && !TABLE_FILES.contains(path))
            .filter(|path| {
                [Borders::Provinces63, Borders::Units34]
                    .iter()
                    .all(|borders| shapes_file(*borders) != *path)
            });
        for path in unknown {
            self.findings.push(Finding::error(
                FindingCode::UnknownFile,
                path,
                "Mô hình dữ liệu không có tệp này; kiểm tra lại tên tệp.",
                "The data model has no such file; check its name.",
            ));
        }
    }
}

/// A JSON file that cannot be read.
fn bad_json(file: &str, error: &serde_json::Error) -> Finding {
    let finding = Finding::error(
        FindingCode::BadJson,
        file,
        format!("Không đọc được JSON: {error}."),
        format!("The JSON cannot be read: {error}."),
    );
    match u32::try_from(error.line()) {
        Ok(line) if line > 0 => finding.at_row(line),
        _ => finding,
    }
}

fn wrong_header(file: &str, header: &csv::StringRecord, columns: &[&str]) -> Finding {
    let found: Vec<&str> = header.iter().collect();
    let missing: Vec<&str> = columns
        .iter()
        .copied()
        .filter(|column| !found.contains(column))
        .collect();
    let extra: Vec<&str> = found
        .iter()
        .copied()
        .filter(|column| !columns.contains(column))
        .collect();
    let expected = columns.join(",");
    let (vi, en) = if missing.is_empty() && extra.is_empty() {
        ("thứ tự cột sai".to_owned(), "the order of columns differs".to_owned())
    } else {
        let list = |names: &[&str]| format!("{names:?}");
        (
            format!("thiếu {}, thừa {}", list(&missing), list(&extra)),
            format!("missing {}, not known {}", list(&missing), list(&extra)),
        )
    };
    Finding::error(
        FindingCode::WrongHeader,
        file,
        format!("Dòng tiêu đề không đúng ({vi}); tiêu đề đúng là: {expected}"),
        format!("The header is wrong ({en}); it should be: {expected}"),
    )
    .at_row(1)
}

/// The line, from 1, of a byte.
fn line_of(bytes: &[u8], position: usize) -> u32 {
    let breaks = bytes.iter().take(position).filter(|byte| **byte == b'\n').count();
    u32::try_from(breaks).map_or(u32::MAX, |breaks| breaks.saturating_add(1))
}
