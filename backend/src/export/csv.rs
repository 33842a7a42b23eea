//! CSV as RFC 4180 has it: UTF-8, CRLF. Text that a spreadsheet would run as a formula is guarded; numbers never are.

use super::sheet::{Field, Sheet};
use crate::extract::CsvFlavour;

/// By it Excel knows that a text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

impl Field {
    fn written(&self, flavour: CsvFlavour) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) => format!("'{text}"),
            Self::Text(text) => text.clone(),
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => match flavour {
                CsvFlavour::Standard | CsvFlavour::ExcelEn => number.to_string(),
                CsvFlavour::ExcelVi => number.to_string().replace('.', ","),
            },
        }
    }
}

impl Sheet {
    /// The table as CSV.
    pub(crate) fn to_csv(&self, flavour: CsvFlavour) -> Result<Vec<u8>, ::csv::Error> {
        let (mark, delimiter) = match flavour {
            CsvFlavour::Standard => ("", b','),
            CsvFlavour::ExcelVi => (BYTE_ORDER_MARK, b';'),
            CsvFlavour::ExcelEn => (BYTE_ORDER_MARK, b','),
        };
        let mut writer = ::csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(::csv::Terminator::CRLF)
            .from_writer(mark.as_bytes().to_vec());
        writer.write_record(&self.header)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|field| field.written(flavour)))?;
        }
        writer
            .into_inner()
            .map_err(|error| ::csv::Error::from(error.into_error()))
    }
}

#[cfg(test)]
mod tests {
    use vithe_shared::Text;

    use super::*;

    fn sheet(rows: Vec<Vec<Field>>) -> Sheet {
        Sheet {
            title: Text::new("Thử", "Test"),
            name: "test".to_owned(),
            header: vec!["a".to_owned(), "b".to_owned()],
            rows,
            sources: Vec::new(),
        }
    }

    #[test]
    fn lines_end_with_carriage_return_and_missing_is_empty() {
        let bytes = sheet(vec![vec![Field::Number(63.8), Field::Empty]])
            .to_csv(CsvFlavour::Standard)
            .unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "a,b\r\n63.8,\r\n");
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        let row = vec![Field::text("=1+1"), Field::Number(-1.61)];
        let bytes = sheet(vec![row]).to_csv(CsvFlavour::Standard).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "a,b\r\n'=1+1,-1.61\r\n");
    }

    #[test]
    fn the_flavours_for_excel_have_the_mark_and_the_separators_of_their_language() {
        for (flavour, written) in [
            (CsvFlavour::ExcelVi, "\u{feff}a;b\r\nHậu Giang;63,8\r\n"),
            (CsvFlavour::ExcelEn, "\u{feff}a,b\r\nHậu Giang,63.8\r\n"),
        ] {
            let bytes = sheet(vec![vec![Field::text("Hậu Giang"), Field::Number(63.8)]])
                .to_csv(flavour)
                .unwrap();
            assert_eq!(String::from_utf8(bytes).unwrap(), written);
        }
    }
}
