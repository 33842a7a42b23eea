//! A table as it is written: text in rows and columns, found by the key of the row. The log of changes must hold for tables
//! whose columns are not those of today, so it does not work on typed rows; a part of a package has the texts of the whole.

use std::collections::HashMap;

/// What joins the fields of a key in one text.
pub(crate) const KEY_SEPARATOR: &str = "|";

/// The rows of a file in their order.
#[derive(Clone, Debug)]
pub(crate) struct RawTable {
    columns: Vec<String>,
    key: Vec<usize>,
    /// Key and fields; nothing in the place of a row that was taken out.
    rows: Vec<Option<(String, Vec<String>)>>,
    /// Where the row of a key stands in `rows`.
    places: HashMap<String, usize>,
}

impl RawTable {
    /// A table without rows.
    pub(crate) fn new(columns: &[&str], key: &[&str]) -> Self {
        let columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        Self {
            key: key_columns(&columns, key).unwrap_or_default(),
            columns,
            rows: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// `None` if the text is no CSV with the columns of the key.
    pub(crate) fn read(text: &str, key: &[&str]) -> Option<Self> {
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
        self.rows.push(Some((key, row)));
        fits
    }

    /// The header.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    /// Whether there is a column.
    pub(crate) fn has_column(&self, column: &str) -> bool {
        self.place_of(column).is_some()
    }

    /// The rows with their keys.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&str, &[String])> {
        let rows = self.rows.iter().flatten();
        rows.map(|(key, row)| (key.as_str(), row.as_slice()))
    }

    /// Where a column stands.
    pub(crate) fn place_of(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known == column)
    }

    /// Whether there is a row of a key.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// A field of a row; empty where the row or the column is not there.
    pub(crate) fn field(&self, key: &str, column: &str) -> &str {
        let field = || {
            let (_, row) = self.rows[*self.places.get(key)?].as_ref()?;
            row.get(self.place_of(column)?)
        };
        field().map_or("", String::as_str)
    }

    /// Writes a field; whether there is the row. A column that is not there is left out.
    pub(crate) fn set(&mut self, key: &str, column: &str, value: &str) -> bool {
        let Some(place) = self.places.get(key) else {
            return false;
        };
        let column = self.place_of(column);
        if let (Some(column), Some((_, row))) = (column, &mut self.rows[*place])
            && let Some(field) = row.get_mut(column)
        {
            value.clone_into(field);
        }
        true
    }

    /// Takes all rows out; whether there were any.
    pub(crate) fn clear(&mut self) -> bool {
        let had_rows = !self.places.is_empty();
        self.places.clear();
        self.rows.clear();
        had_rows
    }

    /// Takes the rows out that are not wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&[String]) -> bool) {
        let unwanted: Vec<String> = (self.rows())
            .filter(|(_, row)| !is_wanted(row))
            .map(|(key, _)| key.to_owned())
            .collect();
        for key in unwanted {
            self.remove(&key);
        }
    }

    /// Takes a row out; whether there was one.
    pub(crate) fn remove(&mut self, key: &str) -> bool {
        let Some(place) = self.places.remove(key) else {
            return false;
        };
        self.rows[place] = None;
        true
    }

    /// Puts a row in at the end, given as a line of CSV; whether it fits the table and is new.
    pub(crate) fn insert(&mut self, line: &str) -> bool {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(line.as_bytes());
        let Some(Ok(record)) = reader.records().next() else {
            return false;
        };
        self.push(record.iter().map(str::to_owned).collect())
    }

    /// The table as a file.
    pub(crate) fn text(&self) -> String {
        let mut text = line(&self.columns) + "\n";
        for (_, row) in self.rows() {
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
pub(crate) fn line(fields: impl IntoIterator<Item = impl AsRef<[u8]>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Memory takes every byte.
    let _ = writer.write_record(fields);
    let mut bytes = writer.into_inner().unwrap_or_default();
    bytes.pop();
    String::from_utf8(bytes).unwrap_or_default()
}
