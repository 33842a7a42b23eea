//! A table before it is written in one of its forms: a header, and rows of texts, numbers and nothing.

use vithe_shared::{Text, Year, domain::SourceInfo};

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Field {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Whether something holds.
    Flag(bool),
    /// Nothing on record.
    Empty,
}

impl Field {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass identifiers that are copied and references alike"
    )]
    pub(crate) fn text<T: ToString>(value: T) -> Self {
        Self::Text(value.to_string())
    }

    pub(crate) fn optional_text<T: ToString>(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Self::text)
    }

    pub(crate) fn number(value: impl Into<f64>) -> Self {
        Self::Number(value.into())
    }

    pub(crate) fn optional_number<T: Into<f64>>(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Self::number)
    }

    /// The year that a number is, if it is one.
    pub(crate) fn year(&self) -> Option<Year> {
        match self {
            Self::Number(number) => number.to_string().parse().ok(),
            _ => None,
        }
    }

    /// The name a value has in JSON: `published`, `not_comparable`.
    pub(crate) fn code<T: serde::Serialize>(value: Option<T>) -> Self {
        value
            .and_then(|value| serde_json::to_value(value).ok())
            .and_then(|value| value.as_str().map(Self::text))
            .unwrap_or(Self::Empty)
    }
}

/// A table with a header and the name of its file, without suffix.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    /// What it is a table of.
    pub(crate) title: Text,
    pub(crate) name: String,
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<Field>>,
    /// The documents behind the whole; those that lines name by `source_id` need not be among them.
    pub(crate) sources: Vec<SourceInfo>,
}

impl Sheet {
    /// Where a column is.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// Adds a column at the end, unless there is one of that name.
    pub(crate) fn add_column(&mut self, name: &str, field: impl Fn(&[Field]) -> Field) {
        if self.column(name).is_none() {
            self.header.push(name.to_owned());
            for row in &mut self.rows {
                let added = field(row);
                row.push(added);
            }
        }
    }
}

/// The text of a cell; empty where it has none.
pub(crate) fn text_in(row: &[Field], column: Option<usize>) -> &str {
    match column.and_then(|column| row.get(column)) {
        Some(Field::Text(text)) => text,
        _ => "",
    }
}
