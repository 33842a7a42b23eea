//! A part of the package that stands for itself: the figures of some indices with all that explains them, as a data package.

use std::collections::BTreeSet;

use serde_json::Value;
use vithe_shared::IndexId;

use crate::{
    changes::{RebuildError, table},
    files::{DESCRIPTOR, PackageFiles},
    package::{ChangeRow, ContextRow, HueRow, NoteRow, SourceRow, TABLE_FILES, TableRow},
    raw_table::RawTable,
};

/// What no part has: values of a secondary source, colours of the site, the log of the whole package.
const LEFT_OUT: [&str; 3] = [ContextRow::FILE, HueRow::FILE, ChangeRow::FILE];

/// The tables of which the rows come along that others name, with the columns by which they are named.
const NAMED: [(&str, &str); 2] = [(SourceRow::FILE, "source_id"), (NoteRow::FILE, "note")];

/// The figures of some indices, as a package whose name and title are given. The outlines are not in it.
///
/// # Errors
///
/// When the descriptor or a table cannot be read.
pub fn part_of(
    files: &PackageFiles,
    indices: &[IndexId],
    name: &str,
    title: &str,
) -> Result<PackageFiles, RebuildError> {
    let mut part = PackageFiles::default();
    let mut named: [BTreeSet<String>; NAMED.len()] = Default::default();
    let is_kept = |file: &&&str| !LEFT_OUT.contains(file) && NAMED.iter().all(|(table, _)| table != *file);
    for file in TABLE_FILES.iter().filter(is_kept) {
        let mut rows = table(files, file)?;
        if let Some(place) = rows.place_of("index") {
            rows.retain(|row| row[place].parse().is_ok_and(|index: IndexId| indices.contains(&index)));
        }
        for ((_, column), names) in NAMED.iter().zip(&mut named) {
            names.extend(values(&rows, column));
        }
        part.insert(*file, rows.text());
    }
    for ((file, column), names) in NAMED.iter().zip(&named) {
        let mut rows = table(files, file)?;
        let place = rows.place_of(column).unwrap_or_default();
        rows.retain(|row| names.contains(&row[place]));
        part.insert(*file, rows.text());
    }
    part.insert(DESCRIPTOR, descriptor(files, &part, name, title)?);
    Ok(part)
}

/// What stands in a column; nothing where there is no such column.
fn values(rows: &RawTable, column: &str) -> Vec<String> {
    let place = rows.place_of(column);
    let fields = rows.rows().filter_map(|(_, row)| row.get(place?));
    fields.cloned().collect()
}

/// The descriptor of the whole, with the resources of the part.
fn descriptor(files: &PackageFiles, part: &PackageFiles, name: &str, title: &str) -> Result<Vec<u8>, RebuildError> {
    let bytes = files.get(DESCRIPTOR).ok_or(RebuildError::NoDescriptor)?;
    let mut descriptor: Value = serde_json::from_slice(bytes).map_err(|_| RebuildError::NoDescriptor)?;
    descriptor["name"] = name.into();
    descriptor["title"] = title.into();
    let Value::Object(members) = &mut descriptor else {
        return Err(RebuildError::NoDescriptor);
    };
    // They are about the outlines; the terms of the figures are in the table of the indices and in the texts beside it.
    members.remove("licenses");
    members.remove("description");
    if let Some(Value::Array(resources)) = members.get_mut("resources") {
        resources.retain(|resource| resource["path"].as_str().is_some_and(|path| part.get(path).is_some()));
    }
    serde_json::to_vec_pretty(&descriptor).map_err(|_| RebuildError::NoDescriptor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_rows_of_its_indices_and_what_they_name() {
        let files = PackageFiles::embedded();
        let part = part_of(&files, &[IndexId::Sipas], "sipas", "SIPAS").unwrap();
        let whole = table(&files, "data/observations.csv").unwrap();
        let rows = table(&part, "data/observations.csv").unwrap();
        let of_index = |rows: &RawTable| rows.rows().filter(|(key, _)| key.starts_with("sipas|")).count();
        assert_eq!(rows.rows().count(), of_index(&whole));
        assert!(of_index(&rows) > 0);
        let named: BTreeSet<String> = values(&rows, "source_id").into_iter().collect();
        let sources: BTreeSet<String> = values(&table(&part, SourceRow::FILE).unwrap(), "source_id")
            .into_iter()
            .collect();
        assert!(named.is_subset(&sources));
        assert!(sources.len() < table(&files, SourceRow::FILE).unwrap().rows().count());
        let provinces = "data/provinces.csv";
        assert_eq!(
            table(&part, provinces).unwrap().text(),
            table(&files, provinces).unwrap().text()
        );
        for file in LEFT_OUT {
            assert!(part.get(file).is_none(), "{file}");
        }
    }

    #[test]
    fn the_descriptor_of_a_part_describes_its_files_and_no_others() {
        let files = PackageFiles::embedded();
        let part = part_of(&files, &IndexId::ALL, "all", "All").unwrap();
        let descriptor: Value = serde_json::from_slice(part.get(DESCRIPTOR).unwrap()).unwrap();
        let described: BTreeSet<&str> = descriptor["resources"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|resource| resource["path"].as_str())
            .collect();
        let paths: BTreeSet<&str> = part.paths().filter(|path| *path != DESCRIPTOR).collect();
        assert_eq!(described, paths);
        assert_eq!(descriptor["name"], "all");
    }
}
