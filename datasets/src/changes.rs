//! The log of changes: what each version of the package added to its tables, changed in them and took out of them
//! (`data/changes.csv`), so that the figures, ranks and sets of an earlier version can be made again from those of today.
//!
//! `cargo xtask changes` writes the log ([`changes_between`], [`write_log`]); [`package_at`] goes back along it, and
//! [`history()`] tells what each version changed.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    files::{DESCRIPTOR, PackageFiles},
    package::{ChangeRow, HueRow, IndexRow, NoteRow, ReasonRow, SourceRow, TABLE_FILES, TableRow, table_schema},
    raw_table::{self, KEY_SEPARATOR, RawTable},
};

mod history;

#[cfg(test)]
mod tests;

pub(crate) use self::history::history;

/// Tables of wording and presentation: an earlier version is told in the words and shown in the colours of today.
const OF_TODAY: [&str; 5] = [
    HueRow::FILE,
    IndexRow::FILE,
    NoteRow::FILE,
    ReasonRow::FILE,
    SourceRow::FILE,
];

/// The key of a table that a version brought: all of its rows were added.
const WHOLE_TABLE: &str = "*";

/// One change of one row, or a table that was added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The table: the name of its file without folder and ending.
    pub table: String,
    /// The fields of the key of the row, joined by `|`; `*` for all rows of a table that was not there before.
    pub row_key: String,
    /// What happened to it.
    pub kind: ChangeKind,
}

/// What happened to a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is no longer there; it was this line of CSV.
    Removed(String),
    /// A field of it is another one.
    Changed {
        /// The column.
        column: String,
        /// What stood there.
        old: String,
        /// What stands there.
        new: String,
    },
}

/// Why an earlier version cannot be made.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RebuildError {
    /// The package does not list it among its versions.
    #[error("the package does not know version {0}")]
    UnknownVersion(String),
    /// The descriptor does not say which versions there are.
    #[error("{DESCRIPTOR} cannot be read")]
    NoDescriptor,
    /// A file is no table.
    #[error("{0} cannot be read as a table")]
    NoTable(String),
    /// The log and the tables contradict each other.
    #[error("{file}: the log of version {version} does not fit the row “{row_key}”")]
    DoesNotFit {
        /// The file.
        file: String,
        /// The version whose change does not fit.
        version: String,
        /// The row.
        row_key: String,
    },
}

/// What changed in the tables from one package to a later one, sorted. The log itself is no part of it, and a column that
/// only one of them has is none either: it comes with a major version, and `docs/data-model.md` tells of it.
///
/// # Errors
///
/// When a file of either package is no table.
pub fn changes_between(before: &PackageFiles, after: &PackageFiles) -> Result<Vec<Change>, RebuildError> {
    let mut changes = Vec::new();
    for file in logged_files() {
        let (old, new) = (table(before, file)?, table(after, file)?);
        let name = table_name(file);
        let mut push = |row_key: &str, kind: ChangeKind| {
            changes.push(Change {
                table: name.to_owned(),
                row_key: row_key.to_owned(),
                kind,
            });
        };
        if before.get(file).is_none() && new.rows().next().is_some() {
            push(WHOLE_TABLE, ChangeKind::Added);
            continue;
        }
        for (key, row) in old.rows() {
            if !new.contains(key) {
                push(key, ChangeKind::Removed(raw_table::line(row)));
            }
        }
        for (key, _) in new.rows() {
            if !old.contains(key) {
                push(key, ChangeKind::Added);
                continue;
            }
            for column in old.columns().filter(|column| new.has_column(column)) {
                let (old, new) = (old.field(key, column), new.field(key, column));
                if old != new {
                    push(
                        key,
                        ChangeKind::Changed {
                            column: column.to_owned(),
                            old: old.to_owned(),
                            new: new.to_owned(),
                        },
                    );
                }
            }
        }
    }
    changes.sort();
    Ok(changes)
}

/// The log after a version has these changes: what it says of other versions stays, reasons that it gives for the same
/// change stay, and changes without a reason get `why`.
///
/// # Errors
///
/// When the log in `files` is no table.
pub fn write_log(files: &PackageFiles, version: &str, changes: &[Change], why: &str) -> Result<String, RebuildError> {
    let log = table(files, ChangeRow::FILE)?;
    // The old and the new value belong to the reason: a field that was changed once more has another one.
    let reason = |fields: &[&str; 6]| {
        let key = fields[..4].join(KEY_SEPARATOR);
        let same = log.field(&key, "old") == fields[4] && log.field(&key, "new") == fields[5];
        let known = log.field(&key, "why");
        if same && !known.is_empty() { known } else { why }.to_owned()
    };
    let mut lines: Vec<String> = log
        .rows()
        .filter(|(_, row)| row.first().is_none_or(|logged| logged != version))
        .map(|(_, row)| raw_table::line(row))
        .collect();
    for change in changes {
        let (column, old, new) = match &change.kind {
            ChangeKind::Added => ("", "", ""),
            ChangeKind::Removed(row) => ("", row.as_str(), ""),
            ChangeKind::Changed { column, old, new } => (column.as_str(), old.as_str(), new.as_str()),
        };
        let fields = [version, &change.table, &change.row_key, column, old, new];
        let why = reason(&fields);
        lines.push(raw_table::line(fields.into_iter().chain([why.as_str()])));
    }
    Ok(format!(
        "{}\n{}\n",
        raw_table::line(ChangeRow::columns()),
        lines.join("\n")
    ))
}

/// The package with the figures, ranks and sets of one of its versions, in the columns, words and colours of today; its
/// descriptor and its log are those of the version. At its own version it is the package itself.
///
/// # Errors
///
/// When the package does not list the version, or the log does not fit the tables.
pub fn package_at(files: &PackageFiles, version: &str) -> Result<PackageFiles, RebuildError> {
    let (current, descriptor) = descriptor_at(files, version)?;
    if current == version {
        return Ok(files.clone());
    }
    let wanted = numbers(version);
    let mut log = table(files, ChangeRow::FILE)?;
    let mut later: BTreeMap<Vec<u32>, Vec<[String; 6]>> = BTreeMap::new();
    for (_, row) in log.rows() {
        let mut fields = row.iter();
        let fields = [(); 6].map(|()| fields.next().cloned().unwrap_or_default());
        let logged = numbers(&fields[0]);
        if logged > wanted {
            later.entry(logged).or_default().push(fields);
        }
    }
    let mut rebuilt = files.clone();
    for file in logged_files().filter(|file| !OF_TODAY.contains(file)) {
        let mut rows = table(files, file)?;
        for [version, name, row_key, column, old, _] in later.values().rev().flatten() {
            if *name != table_name(file) {
                continue;
            }
            let fits = match (column.as_str(), old.as_str()) {
                ("", "") if row_key == WHOLE_TABLE => rows.clear(),
                ("", "") => rows.remove(row_key),
                ("", row) => rows.insert(row),
                (column, old) => rows.set(row_key, column, old),
            };
            if !fits {
                return Err(RebuildError::DoesNotFit {
                    file: file.to_owned(),
                    version: version.clone(),
                    row_key: row_key.clone(),
                });
            }
        }
        rebuilt.insert(file, rows.text());
    }
    log.retain(|row| row.first().is_some_and(|logged| numbers(logged) <= wanted));
    rebuilt.insert(ChangeRow::FILE, log.text());
    rebuilt.insert(DESCRIPTOR, descriptor);
    Ok(rebuilt)
}

/// The version of a package, and its descriptor as it would be at one of the versions that it lists.
fn descriptor_at(files: &PackageFiles, version: &str) -> Result<(String, Vec<u8>), RebuildError> {
    let bytes = files.get(DESCRIPTOR).ok_or(RebuildError::NoDescriptor)?;
    let mut descriptor: Value = serde_json::from_slice(bytes).map_err(|_| RebuildError::NoDescriptor)?;
    let current = descriptor["version"].as_str().unwrap_or_default().to_owned();
    if current == version {
        return Ok((current, bytes.to_vec()));
    }
    let listed = descriptor["versions"].as_array().cloned().unwrap_or_default();
    let place = listed.iter().position(|one| one["version"] == version);
    let place = place.ok_or_else(|| RebuildError::UnknownVersion(version.to_owned()))?;
    descriptor["version"] = version.into();
    descriptor["created"] = listed[place]["created"].clone();
    descriptor["versions"] = listed[..=place].to_vec().into();
    let written = serde_json::to_vec_pretty(&descriptor).map_err(|_| RebuildError::NoDescriptor)?;
    Ok((current, written))
}

/// The numbers of a version, for comparing.
fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|number| number.parse().unwrap_or(0)).collect()
}

fn logged_files() -> impl Iterator<Item = &'static str> {
    TABLE_FILES.iter().copied().filter(|file| *file != ChangeRow::FILE)
}

/// The name of a table: its file without folder and ending.
fn table_name(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.strip_suffix(".csv").unwrap_or(name)
}

/// A table of a package; one that the package does not have is empty.
pub(crate) fn table(files: &PackageFiles, file: &str) -> Result<RawTable, RebuildError> {
    let no_table = || RebuildError::NoTable(file.to_owned());
    let (columns, key) = table_schema(file).ok_or_else(no_table)?;
    let Some(bytes) = files.get(file) else {
        return Ok(RawTable::new(&columns, key));
    };
    let text = str::from_utf8(bytes).map_err(|_| no_table())?;
    RawTable::read(text, key).ok_or_else(no_table)
}
