//! From the text of one field to a typed value.

use crate::{
    finding::{Finding, FindingCode},
    names::is_normalised,
};

mod named;
mod unit;
mod values;

#[cfg(test)]
mod tests;

/// The fields of one record, taken in the order of the header.
pub(crate) struct Fields<'a> {
    file: &'static str,
    line: u32,
    record: &'a csv::StringRecord,
    /// Whether the whole file is known to be in normal form, which spares asking for every field.
    normalised: bool,
    next: usize,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(
        file: &'static str,
        line: u32,
        record: &'a csv::StringRecord,
        normalised: bool,
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        Self {
            file,
            line,
            record,
            normalised,
            next: 0,
            findings,
        }
    }

    /// The text of the next column, with the faults that any text can have.
    fn take(&mut self, column: &'static str) -> &'a str {
        let text = self.record.get(self.next).unwrap_or_default();
        self.next += 1;
        if !self.normalised && !is_normalised(text) {
            self.report(
                column,
                FieldFault::new(
                    FindingCode::NotNormalised,
                    format!("“{text}” chưa ở dạng chuẩn Unicode NFC (dấu tách rời khỏi chữ)."),
                    format!("“{text}” is not in Unicode form NFC (marks stand apart from letters)."),
                ),
            );
        }
        if text.contains(['Ð', 'ð']) && column != "alias" {
            self.report(
                column,
                FieldFault::new(
                    FindingCode::WrongLetter,
                    format!("“{text}” có chữ Ð (eth, U+00D0) thay cho Đ (U+0110)."),
                    format!("“{text}” has the letter Ð (eth, U+00D0) in place of Đ (U+0110)."),
                ),
            );
        }
        text
    }

    fn report(&mut self, column: &'static str, fault: FieldFault) {
        self.findings.push(
            Finding::error(fault.code, self.file, fault.text_vi, fault.text_en)
                .at_row(self.line)
                .at_column(column),
        );
    }

    /// Parses a text of a column; a fault becomes a finding.
    fn parse<T: Field>(&mut self, column: &'static str, text: &str) -> Option<T> {
        let result = if text.is_empty() {
            T::parse_empty().ok_or_else(|| {
                FieldFault::new(
                    FindingCode::MissingValue,
                    "Ô này không được để trống.",
                    "This field must not be empty.",
                )
            })
        } else {
            T::parse(text)
        };
        result.map_err(|fault| self.report(column, fault)).ok()
    }
}

/// What is wrong with a field.
pub(crate) struct FieldFault {
    code: FindingCode,
    text_vi: String,
    text_en: String,
}

impl FieldFault {
    fn new(code: FindingCode, text_vi: impl Into<String>, text_en: impl Into<String>) -> Self {
        Self {
            code,
            text_vi: text_vi.into(),
            text_en: text_en.into(),
        }
    }

    fn none_of(text: &str, allowed: impl IntoIterator<Item = &'static str>) -> Self {
        let allowed = allowed.into_iter().collect::<Vec<_>>().join(", ");
        Self::new(
            FindingCode::UnknownValue,
            format!("“{text}” không phải giá trị của cột này; các giá trị dùng được: {allowed}."),
            format!("“{text}” is no value of this column; it takes: {allowed}."),
        )
    }
}

/// A value that stands in one column.
pub(crate) trait Field: Sized {
    fn parse(text: &str) -> Result<Self, FieldFault>;

    /// The value of an empty field, if it may be empty.
    fn parse_empty() -> Option<Self> {
        None
    }
}

/// A value that stands in one column or several.
pub(crate) trait Column: Sized {
    /// The columns of a field of a row.
    fn columns(field: &'static str) -> Vec<&'static str>;
    /// Reads them; `None` if there is a fault.
    fn read(fields: &mut Fields<'_>, field: &'static str) -> Option<Self>;
}

impl<T: Field> Column for T {
    fn columns(field: &'static str) -> Vec<&'static str> {
        vec![field]
    }

    fn read(fields: &mut Fields<'_>, field: &'static str) -> Option<Self> {
        let text = fields.take(field);
        fields.parse(field, text)
    }
}

impl<T: Field> Field for Option<T> {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        T::parse(text).map(Some)
    }

    fn parse_empty() -> Option<Self> {
        Some(None)
    }
}
