//! What a copied part of a table is made of, and the two forms it goes to the clipboard in: lines with tabs, and a table in
//! HTML. Made by `client::copying`.

use std::fmt::Write as _;

use vithe_shared::Language;

use super::part::Part;
use crate::format::{MINUS, NO_FIGURE};

/// A cell that is copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CopiedCell {
    /// The column, counted from 0, and how many it spans.
    pub(crate) column: usize,
    pub(crate) span: usize,
    pub(crate) is_head: bool,
    /// The text of the cell itself.
    pub(crate) text: String,
    /// What stands beside it.
    pub(crate) parts: Vec<(Part, String)>,
}

/// A row that is copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CopiedRow {
    /// Whether it names the columns.
    pub(crate) is_head: bool,
    pub(crate) cells: Vec<CopiedCell>,
}

/// What goes to the clipboard: rows of texts, and of each text whether it is a head.
#[derive(Debug)]
pub(crate) struct CopiedRows(Vec<Vec<(bool, String)>>);

impl CopiedRows {
    /// Rows of cells; a column whose cells have parts becomes several. Columns that no row has stay out.
    pub(crate) fn of(rows: &[CopiedRow], language: Language) -> Self {
        let cells = || rows.iter().flat_map(|row| &row.cells);
        let first = cells().map(|cell| cell.column).min().unwrap_or_default();
        let end = cells().map(|cell| cell.column + cell.span).max().unwrap_or_default();
        let parts: Vec<Vec<Part>> = (first..end)
            .map(|column| {
                let mut parts = Vec::new();
                for (part, _) in cells()
                    .filter(|cell| cell.column == column)
                    .flat_map(|cell| &cell.parts)
                {
                    if !parts.contains(part) {
                        parts.push(*part);
                    }
                }
                parts
            })
            .collect();
        let copied = rows.iter().map(|row| {
            let mut line = Vec::new();
            for (column, parts) in (first..end).zip(&parts) {
                let cell = row.cells.iter().find(|cell| cell.column == column);
                line.push((
                    cell.is_some_and(|cell| cell.is_head),
                    cell.map_or_else(String::new, |cell| clean(&cell.text)),
                ));
                for part in parts {
                    let text = match cell {
                        Some(_) if row.is_head => part.head().get(language).to_owned(),
                        Some(cell) => (cell.parts.iter().find(|(own, _)| own == part))
                            .map_or_else(String::new, |(_, text)| clean(text)),
                        None => String::new(),
                    };
                    line.push((row.is_head, text));
                }
            }
            line
        });
        Self(copied.collect())
    }

    /// A line per row, the cells parted by tabs.
    pub(crate) fn to_lines(&self) -> String {
        let lines = self.0.iter().map(|row| {
            let texts: Vec<&str> = row.iter().map(|(_, text)| text.as_str()).collect();
            texts.join("\t")
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// A table.
    pub(crate) fn to_html(&self) -> String {
        let mut html = String::from("<table>");
        for row in &self.0 {
            html.push_str("<tr>");
            for (is_head, text) in row {
                let name = if *is_head { "th" } else { "td" };
                // Writing to a string cannot fail.
                let _ = write!(html, "<{name}>{}</{name}>", escaped(text));
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
        html
    }
}

/// A text on one line; a number as spreadsheets read it, nothing where no figure is on record.
fn clean(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text == NO_FIGURE {
        return String::new();
    }
    let (sign, digits) = match text.strip_prefix(MINUS) {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    if digits.starts_with(|first: char| first.is_ascii_digit()) {
        format!("{sign}{digits}")
    } else {
        text
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(column: usize, text: &str) -> CopiedCell {
        CopiedCell {
            column,
            span: 1,
            text: text.to_owned(),
            ..CopiedCell::default()
        }
    }

    fn row(cells: Vec<CopiedCell>) -> CopiedRow {
        CopiedRow { is_head: false, cells }
    }

    fn head(column: usize, text: &str) -> CopiedCell {
        CopiedCell {
            is_head: true,
            ..cell(column, text)
        }
    }

    #[test]
    fn a_rank_and_what_it_is_out_of_are_two_columns() {
        let rank = CopiedCell {
            parts: vec![(Part::OutOf, "63".to_owned())],
            ..cell(0, "1")
        };
        let rows = [
            CopiedRow {
                is_head: true,
                cells: vec![head(0, "Hạng"), head(1, "Tỉnh"), head(2, "Điểm")],
            },
            row(vec![rank, head(1, "Quảng Ninh"), cell(2, "+0,69")]),
            row(vec![cell(0, "–"), head(1, "A & B"), cell(2, "−1\u{a0}234,5")]),
        ];
        let copied = CopiedRows::of(&rows, Language::Vi);
        assert_eq!(
            copied.to_lines(),
            "Hạng\tTrên tổng số\tTỉnh\tĐiểm\n1\t63\tQuảng Ninh\t0,69\n\t\tA & B\t-1 234,5"
        );
        assert!(copied.to_html().contains("<td></td><td></td><th>A &amp; B</th>"));
    }

    #[test]
    fn a_row_that_was_selected_in_part_keeps_its_columns() {
        let rows = [row(vec![cell(2, "b")]), row(vec![cell(1, "c"), cell(2, "d")])];
        assert_eq!(CopiedRows::of(&rows, Language::En).to_lines(), "\tb\nc\td");
    }
}
