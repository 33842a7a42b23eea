//! A table as it is written: text in rows and columns, found by the key of the row. The log of changes must hold for tables
//! whose columns are not those of today, so it does not work on typed rows.

use std::collections::HashMap;

use super::KEY_SEPARATOR;

/// The rows of a file in their order.
#[derive(Clone, Debug)]
pub(super) struct RawTable {
    columns: Vec<String>,
    key: Vec<usize>,
    rows: Vec<(String, Vec<String>)>,
    /// Where the row of a key stands in `rows`.
    places: HashMap<String, usize>,
}

impl RawTable {
    /// A table without rows.
    pub(super) fn new(columns: &[&str], key: &[&str]) -> Self {
        let columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        Self {
            key: key_columns(&columns, key).unwrap_or_default(),
            columns,
            rows: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// `None` if the text is no CSV with the columns of the key.
    pub(super) fn read(text: &str, key: &[&str]) -> Option<Self> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
        let mut table = Self {
            key: key_columns(&columns, key)?,
            columns,
            rows: Vec::new(),
            places: HashMap::new(),
        };
        for record in reader.records() {
            table.push(record.ok()?.iter().map(str::to_owned).collect());
        }
        Some(table)
    }

    /// Whether the row is as long as the header and its key is new.
    fn push(&mut self, row: Vec<String>) -> bool {
        let fields: Vec<&str> = self
            .key
            .iter()
            .filter_map(|column| row.get(*column))
            .map(String::as_str)
            .collect();
        let key = fields.join(KEY_SEPARATOR);
        let fits = row.len() == self.columns.len() && self.places.insert(key.clone(), self.rows.len()).is_none();
        self.rows.push((key, row));
        fits
    }

    /// The header.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    /// Whether there is a column.
    pub(super) fn has_column(&self, column: &str) -> bool {
        self.columns().any(|known| known == column)
    }

    /// The rows with their keys.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.rows.iter().map(|(key, row)| (key.as_str(), row.as_slice()))
    }

    /// Whether there is a row of a key.
    pub(super) fn contains(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// A field of a row; empty where the row or the column is not there.
    pub(super) fn field(&self, key: &str, column: &str) -> &str {
        let field = || {
            let (_, row) = &self.rows[*self.places.get(key)?];
            row.get(self.columns.iter().position(|known| known == column)?)
        };
        field().map_or("", String::as_str)
    }

    /// Writes a field; whether there is the row. A column that is not there is left out.
    pub(super) fn set(&mut self, key: &str, column: &str, value: &str) -> bool {
        let Some(place) = self.places.get(key) else {
            return false;
        };
        let column = self.columns.iter().position(|known| known == column);
        if let Some(field) = column.and_then(|column| self.rows[*place].1.get_mut(column)) {
            value.clone_into(field);
        }
        true
    }

    /// Takes all rows out; whether there were any.
    pub(super) fn clear(&mut self) -> bool {
        self.places.clear();
        let had_rows = !self.rows.is_empty();
        self.rows.clear();
        had_rows
    }

    /// Takes a row out; whether there was one.
    pub(super) fn remove(&mut self, key: &str) -> bool {
        let Some(place) = self.places.remove(key) else {
            return false;
        };
        self.rows.remove(place);
        for other in self.places.values_mut().filter(|other| **other > place) {
            *other -= 1;
        }
        true
    }

    /// Puts a row in at the end, given as a line of CSV; whether it fits the table and is new.
    pub(super) fn insert(&mut self, line: &str) -> bool {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(line.as_bytes());
        let Some(Ok(record)) = reader.records().next() else {
            return false;
        };
        self.push(record.iter().map(str::to_owned).collect())
    }

    /// The table as a file.
    pub(super) fn text(&self) -> String {
        let mut text = line(&self.columns) + "\n";
        for (_, row) in &self.rows {
            text += &line(row);
            text.push('\n');
        }
        text
    }
}

fn key_columns(columns: &[String], key: &[&str]) -> Option<Vec<usize>> {
    key.iter()
        .map(|name| columns.iter().position(|column| column == name))
        .collect()
}

/// Fields as a line of CSV, without its end.
pub(super) fn line(fields: impl IntoIterator<Item = impl AsRef<[u8]>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Memory takes every byte.
    let _ = writer.write_record(fields);
    let mut bytes = writer.into_inner().unwrap_or_default();
    bytes.pop();
    String::from_utf8(bytes).unwrap_or_default()
}
