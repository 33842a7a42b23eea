//! A table: its head stands on every page that it reaches, a row stays on one page, numbers stand to the right, and a cell
//! that is to be filled in has room for it.

use std::io;

use vithe_frontend::report::{Column, Run, Table};

use super::{
    body::TEXT_WIDTH,
    markup::{Xml, element, empty},
    paragraph::{Context, Keep, caption, notes, paragraph, runs, words},
};
use crate::report::words::Words;

/// The least height of a row with a cell to be filled in, in twentieths of a point: 15 mm, three lines.
pub(super) const ROOM: &str = "850";

/// The table of a number under its caption, with its notes.
pub(super) fn write(xml: &mut Xml, context: &mut Context<'_>, number: usize, table: &Table) -> io::Result<()> {
    let widths = widths(&table.columns);
    let grid: Vec<(&Column, &str)> = table.columns.iter().zip(widths.iter().map(String::as_str)).collect();
    caption(xml, Words::new(context.language).table, number, &table.caption)?;
    element(xml, "w:tbl", &[], |xml| {
        properties(xml)?;
        element(xml, "w:tblGrid", &[], |xml| {
            grid.iter()
                .try_for_each(|(_, width)| empty(xml, "w:gridCol", &[("w:w", width)]))
        })?;
        head(xml, &grid)?;
        for (left, row) in (0..table.rows.len()).rev().zip(&table.rows) {
            let is_last = left == 0;
            // The notes stay with what they are about.
            let keep = if is_last && !table.notes.is_empty() {
                Keep::WithNext
            } else {
                Keep::ByStyle
            };
            write_row(xml, context, &grid, row, keep)?;
        }
        Ok(())
    })?;
    if table.notes.is_empty() {
        // Two tables without a paragraph between them are one, and none may be the last of a document.
        return paragraph(xml, "TableText", Keep::ByStyle, |_| Ok(()));
    }
    notes(xml, &table.notes)
}

fn properties(xml: &mut Xml) -> io::Result<()> {
    let width = TEXT_WIDTH.to_string();
    element(xml, "w:tblPr", &[], |xml| {
        empty(xml, "w:tblStyle", &[("w:val", "TableGrid")])?;
        empty(xml, "w:tblW", &[("w:w", &width), ("w:type", "dxa")])?;
        empty(xml, "w:tblLayout", &[("w:type", "fixed")])?;
        // The first row and the first column name the others. `val` is the sum of the rest for older readers.
        empty(
            xml,
            "w:tblLook",
            &[
                ("w:val", "06A0"),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:firstColumn", "1"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ],
        )
    })
}

fn head(xml: &mut Xml, grid: &[(&Column, &str)]) -> io::Result<()> {
    element(xml, "w:tr", &[], |xml| {
        element(xml, "w:trPr", &[], |xml| {
            empty(xml, "w:cantSplit", &[])?;
            empty(xml, "w:tblHeader", &[])
        })?;
        grid.iter().try_for_each(|(column, width)| {
            cell(xml, width, "center", |xml| {
                words(xml, "TableHead", Keep::ByStyle, &column.name)
            })
        })
    })
}

fn write_row(
    xml: &mut Xml,
    context: &mut Context<'_>,
    grid: &[(&Column, &str)],
    row: &[Run],
    keep: Keep,
) -> io::Result<()> {
    element(xml, "w:tr", &[], |xml| {
        element(xml, "w:trPr", &[], |xml| {
            empty(xml, "w:cantSplit", &[])?;
            if row.iter().any(|cell| cell.text.is_empty()) {
                empty(xml, "w:trHeight", &[("w:val", ROOM), ("w:hRule", "atLeast")])?;
            }
            Ok(())
        })?;
        grid.iter().zip(row).try_for_each(|((column, width), words)| {
            let style = if column.is_number { "TableNumber" } else { "TableText" };
            cell(xml, width, "top", |xml| {
                paragraph(xml, style, keep, |xml| runs(xml, context, std::slice::from_ref(words)))
            })
        })
    })
}

fn cell(xml: &mut Xml, width: &str, place: &str, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    element(xml, "w:tc", &[], |xml| {
        element(xml, "w:tcPr", &[], |xml| {
            empty(xml, "w:tcW", &[("w:w", width), ("w:type", "dxa")])?;
            empty(xml, "w:vAlign", &[("w:val", place)])
        })?;
        content(xml)
    })
}

/// The widths of the columns by their shares, which together are that of the text.
fn widths(columns: &[Column]) -> Vec<String> {
    let whole: u32 = columns.iter().map(|column| u32::from(column.share)).sum();
    let edge = |shares: u32| TEXT_WIDTH * shares / whole.max(1);
    let mut before = 0;
    let widths = columns.iter().map(|column| {
        let after = before + u32::from(column.share);
        let width = edge(after) - edge(before);
        before = after;
        width.to_string()
    });
    widths.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_width_of_the_text_together() {
        let columns = [
            Column::words("Tỉnh", 3),
            Column::numbers("Điểm", 2),
            Column::numbers("Hạng", 2),
        ];
        let widths: Vec<u32> = widths(&columns).iter().map(|width| width.parse().unwrap()).collect();
        assert_eq!(widths, [3_887, 2_592, 2_592]);
        assert_eq!(widths.iter().sum::<u32>(), TEXT_WIDTH);
    }
}
