//! CSV as RFC 4180 has it: UTF-8, CRLF. Text that a spreadsheet would run as a formula is guarded; numbers never are.

use crate::extract::CsvFlavour;

/// By it Excel knows that a text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Field {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
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

    /// The name a value has in JSON: `published`, `not_comparable`.
    pub(crate) fn code<T: serde::Serialize>(value: Option<T>) -> Self {
        value
            .and_then(|value| serde_json::to_value(value).ok())
            .and_then(|value| value.as_str().map(Self::text))
            .unwrap_or(Self::Empty)
    }

    fn written(&self, flavour: CsvFlavour) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) => format!("'{text}"),
            Self::Text(text) => text.clone(),
            Self::Number(number) => match flavour {
                CsvFlavour::Standard | CsvFlavour::ExcelEn => number.to_string(),
                CsvFlavour::ExcelVi => number.to_string().replace('.', ","),
            },
        }
    }
}

/// A table with a header and the name of its file, without suffix.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<Field>>,
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
    use super::*;

    fn sheet(rows: Vec<Vec<Field>>) -> Sheet {
        Sheet {
            name: "test".to_owned(),
            header: vec!["a".to_owned(), "b".to_owned()],
            rows,
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
