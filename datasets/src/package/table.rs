//! The rows of a file.

use std::ops::Deref;

/// The rows of a file with their lines, so that a check can say where a row stands.
#[derive(Clone, Debug)]
pub struct Table<R> {
    rows: Vec<R>,
    lines: Vec<u32>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            lines: Vec::new(),
        }
    }
}

impl<R> Table<R> {
    /// Appends a row that stands on a line.
    pub fn push(&mut self, line: u32, row: R) {
        self.rows.push(row);
        self.lines.push(line);
    }

    /// The rows with their lines; the header is line 1.
    pub fn located(&self) -> impl Iterator<Item = (u32, &R)> {
        self.lines.iter().copied().zip(&self.rows)
    }
}

impl<R> Deref for Table<R> {
    type Target = [R];

    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

impl<'a, R> IntoIterator for &'a Table<R> {
    type Item = &'a R;
    type IntoIter = std::slice::Iter<'a, R>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}
