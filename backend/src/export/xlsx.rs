//! A workbook: a sheet with the table, its cells typed, and a sheet that says where it is from. The same table gives the same
//! bytes: the only date in it is that of the data.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};
use vithe_shared::Text;

use super::{
    about::{Edition, Line},
    sheet::{Field, Sheet},
};

const TABLE: Text = Text::new("Số liệu", "Data");
const ABOUT: Text = Text::new("Nguồn", "Source");

/// The widest column of a table, in pixels; what is longer is read by opening its cell.
const WIDEST_COLUMN: u32 = 300;

/// The widths of the sheet about the table, in characters.
const WIDTHS_ABOUT: [u16; 2] = [28, 110];

/// No figure has more decimals.
const MOST_DECIMALS: usize = 6;

impl Sheet {
    /// The table as a workbook.
    pub(crate) fn to_xlsx(&self, edition: &Edition<'_>) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let properties = DocProperties::new()
            .set_title(edition.title(self))
            .set_author("Vị Thế")
            .set_creation_datetime(&ExcelDateTime::parse_from_str(edition.catalog.date())?);
        workbook.set_properties(&properties);
        write_table(self, workbook.add_worksheet().set_name(TABLE.get(edition.language))?)?;
        write_about(
            &edition.lines(self),
            workbook.add_worksheet().set_name(ABOUT.get(edition.language))?,
        )?;
        workbook.save_to_buffer()
    }
}

fn write_table(sheet: &Sheet, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(&sheet.header) {
        worksheet.write_string_with_format(0, column, name, &bold)?;
        let place = usize::from(column);
        let number = number_format(sheet.rows.iter().filter_map(|row| row.get(place)));
        for (line, row) in (1..).zip(&sheet.rows) {
            match row.get(place) {
                Some(Field::Text(text)) => worksheet.write_string(line, column, text)?,
                Some(Field::Number(value)) => worksheet.write_number_with_format(line, column, *value, &number)?,
                Some(Field::Flag(flag)) => worksheet.write_boolean(line, column, *flag)?,
                Some(Field::Empty) | None => continue,
            };
        }
    }
    let last_row = u32::try_from(sheet.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let last_column =
        u16::try_from(sheet.header.len().saturating_sub(1)).map_err(|_| XlsxError::RowColumnLimitError)?;
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.autofilter(0, 0, last_row, last_column)?;
    // A code such as `01` is a text, and no number that was stored wrongly.
    worksheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    worksheet.set_autofit_max_width(WIDEST_COLUMN).autofit();
    Ok(())
}

fn write_about(lines: &[Line], worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_align(FormatAlign::Top);
    let entry = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, width) in (0..).zip(WIDTHS_ABOUT) {
        worksheet.set_column_width(column, width)?;
    }
    for (row, line) in (0..).zip(lines) {
        match line {
            Line::Heading(text) => worksheet.write_string_with_format(row, 0, text, &heading)?,
            Line::Entry(name, told) => worksheet
                .write_string_with_format(row, 0, name, &entry)?
                .write_string_with_format(row, 1, told, &entry)?,
        };
    }
    Ok(())
}

/// As many decimals as the most exact number of a column has, so that its numbers stand below each other.
fn number_format<'a>(fields: impl Iterator<Item = &'a Field>) -> Format {
    let decimals = fields.filter_map(|field| match field {
        Field::Number(number) => Some(
            number
                .to_string()
                .split_once('.')
                .map_or(0, |(_, decimals)| decimals.len()),
        ),
        _ => None,
    });
    let decimals = decimals.max().unwrap_or_default().min(MOST_DECIMALS);
    let point = if decimals == 0 { "" } else { "." };
    Format::new().set_num_format(format!("0{point}{}", "0".repeat(decimals)))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
    use proptest::prelude::*;

    use super::*;
    use crate::extract::CsvFlavour;

    fn sheet(rows: Vec<Vec<Field>>) -> Sheet {
        Sheet {
            title: Text::new("Thử", "Test"),
            name: "test".to_owned(),
            header: vec!["a".to_owned(), "b".to_owned()],
            rows,
            sources: Vec::new(),
        }
    }

    fn written(sheet: &Sheet) -> Vec<u8> {
        let mut workbook = Workbook::new();
        write_table(sheet, workbook.add_worksheet()).unwrap();
        workbook.save_to_buffer().unwrap()
    }

    #[test]
    fn a_number_has_as_many_decimals_as_its_column_needs() {
        for (numbers, format) in [
            (vec![2021.0], "0"),
            (vec![63.8, 64.0, 73.02], "0.00"),
            (vec![-0.5], "0.0"),
            (vec![0.1 + 0.2], "0.000000"),
            (vec![], "0"),
        ] {
            let fields: Vec<Field> = numbers.iter().copied().map(Field::Number).collect();
            assert_eq!(
                number_format(fields.iter()),
                Format::new().set_num_format(format),
                "{numbers:?}"
            );
        }
    }

    proptest! {
        /// A spreadsheet that opens a CSV runs such a text as a formula; a cell of a workbook is a text by its type.
        #[test]
        fn what_would_be_a_formula_is_guarded_in_csv_and_a_text_in_a_workbook(
            text in "[=+@-][a-zA-Zà-ỹ0-9 (),.!&<>\"'-]{0,40}",
            number in -1000.0..1000.0,
        ) {
            let sheet = sheet(vec![vec![Field::text(&text), Field::Number(number)]]);
            let file = sheet.to_csv(CsvFlavour::Standard).unwrap();
            let record = ::csv::Reader::from_reader(&*file).into_records().next().unwrap().unwrap();
            prop_assert_eq!(&record[0], format!("'{text}"));
            prop_assert_eq!(record[1].parse::<f64>().unwrap(), number);

            let bytes = written(&sheet);
            let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(&*bytes)).unwrap();
            prop_assert!(workbook.worksheet_formula("Sheet1").unwrap().is_empty());
            let range = workbook.worksheet_range("Sheet1").unwrap();
            prop_assert_eq!(range.get((1, 0)), Some(&Data::String(text)));
            prop_assert_eq!(range.get((1, 1)), Some(&Data::Float(number)));
        }
    }
}
