//! What each version of the package changed, counted.

use std::collections::{BTreeMap, BTreeSet};

use vithe_shared::{
    IndexId,
    domain::{DataVersion, TableChanges, VersionReason},
};

use super::{WHOLE_TABLE, logged_files, numbers, table, table_name};
use crate::{
    files::PackageFiles,
    package::{ChangeRow, NoteRow, Package},
    raw_table::{KEY_SEPARATOR, RawTable},
};

/// Where rows are counted: table and index.
type Place<'a> = (&'a str, Option<IndexId>);

/// Every version that the package lists, oldest first, with what the log says of it. `dates` are versions with their dates.
pub(crate) fn history(files: &PackageFiles, package: &Package, dates: &[(String, String)]) -> Vec<DataVersion> {
    dates
        .iter()
        .map(|(version, date)| {
            let logged: Vec<&ChangeRow> = package.changes.iter().filter(|row| row.version == *version).collect();
            DataVersion {
                version: version.clone(),
                date: date.clone(),
                reasons: reasons(package, &logged),
                changes: counted(files, package, &logged),
            }
        })
        .collect()
}

/// The reasons of a version, the one with most changes first.
fn reasons(package: &Package, logged: &[&ChangeRow]) -> Vec<VersionReason> {
    let mut changes: BTreeMap<&str, usize> = BTreeMap::new();
    for row in logged {
        *changes.entry(&row.why).or_default() += 1;
    }
    let mut reasons: Vec<_> = changes.into_iter().collect();
    reasons.sort_by_key(|(_, changes)| std::cmp::Reverse(*changes));
    reasons
        .into_iter()
        .map(|(why, _)| {
            let told = |note: &&NoteRow| note.note == why;
            let note = package.notes.iter().find(told);
            VersionReason {
                vi: note.map_or(why, |note| &note.note_vi).to_owned(),
                en: why.to_owned(),
            }
        })
        .collect()
}

fn counted(files: &PackageFiles, package: &Package, logged: &[&ChangeRow]) -> Vec<TableChanges> {
    let mut rows: BTreeMap<Place, [BTreeSet<String>; 3]> = BTreeMap::new();
    let mut count = |table, key: &str, kind: usize| {
        let place = (table, index_of(key));
        rows.entry(place).or_default()[kind].insert(key.to_owned());
    };
    for row in logged {
        match (row.row_key.as_str(), &row.column, &row.old) {
            (WHOLE_TABLE, ..) => {
                for key in brought(files, package, row) {
                    count(&row.table, &key, 0);
                }
            }
            (key, None, None) => count(&row.table, key, 0),
            (key, None, Some(_)) => count(&row.table, key, 1),
            (key, Some(_), _) => count(&row.table, key, 2),
        }
    }
    let number = |keys: &BTreeSet<String>| u32::try_from(keys.len()).unwrap_or(u32::MAX);
    rows.iter()
        .map(|((table, index), [added, removed, changed])| TableChanges {
            table: (*table).to_owned(),
            index: *index,
            added: number(added),
            removed: number(removed),
            changed: number(changed),
        })
        .collect()
}

/// The keys of the rows with which a version brought a table: those of today, without what came later, with what went later.
fn brought(files: &PackageFiles, package: &Package, brings: &ChangeRow) -> BTreeSet<String> {
    let file = logged_files().find(|file| table_name(file) == brings.table);
    let today = file.and_then(|file| table(files, file).ok());
    let mut keys: BTreeSet<String> = today
        .iter()
        .flat_map(RawTable::rows)
        .map(|(key, _)| key.to_owned())
        .collect();
    let since = numbers(&brings.version);
    let later = |row: &&ChangeRow| row.table == brings.table && row.column.is_none() && numbers(&row.version) > since;
    for row in package.changes.iter().filter(later) {
        if row.old.is_none() {
            keys.remove(&row.row_key);
        } else {
            keys.insert(row.row_key.clone());
        }
    }
    keys
}

/// The index that a key begins with.
fn index_of(row_key: &str) -> Option<IndexId> {
    let first = row_key.split(KEY_SEPARATOR).next().unwrap_or_default();
    first.parse().ok()
}
