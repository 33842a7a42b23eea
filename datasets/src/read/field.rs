//! From the text of one field to a typed value.

use std::str::FromStr;

use vithe_shared::{
    Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year,
    domain::{
        Aggregation, Comparability, Evidence, Measure, NameStatus, ObservationStatus, Redistribution, ScoreUnit,
        SourceGrade,
    },
    presentation::Colour,
    query::Theme,
};

use crate::{
    finding::{Finding, FindingCode},
    names::is_normalised,
    package::{
        Date, IslandKind, MeasureId, Membership, PackageIndex, ReasonCode, SourceId, SuccessionKind, Unit,
        WeightEvidence, Weighting,
    },
};

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

/// The kinds of unit in the column `unit_type`.
#[derive(Clone, Copy)]
enum UnitKind {
    Province,
    Region,
    Country,
}

impl Field for UnitKind {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        match text {
            "province" => Ok(Self::Province),
            "region" => Ok(Self::Region),
            "country" => Ok(Self::Country),
            other => Err(FieldFault::none_of(other, ["province", "region", "country"])),
        }
    }
}

/// The whole country, `vn`.
struct CountryId;

impl Field for CountryId {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        if text == Unit::Country.as_str() {
            Ok(Self)
        } else {
            Err(FieldFault::none_of(text, ["vn"]))
        }
    }
}

/// Reads a unit of a known kind.
fn read_unit(fields: &mut Fields<'_>, kind: Option<UnitKind>) -> Option<Unit> {
    let text = fields.take("unit");
    match kind? {
        UnitKind::Province => fields.parse("unit", text).map(Unit::Province),
        UnitKind::Region => fields.parse("unit", text).map(Unit::Region),
        UnitKind::Country => fields.parse::<CountryId>("unit", text).map(|_| Unit::Country),
    }
}

impl Column for Unit {
    fn columns(_: &'static str) -> Vec<&'static str> {
        vec!["unit_type", "unit"]
    }

    fn read(fields: &mut Fields<'_>, _: &'static str) -> Option<Self> {
        let text = fields.take("unit_type");
        let kind = fields.parse("unit_type", text);
        read_unit(fields, kind)
    }
}

impl Column for Option<Unit> {
    fn columns(field: &'static str) -> Vec<&'static str> {
        Unit::columns(field)
    }

    fn read(fields: &mut Fields<'_>, _: &'static str) -> Option<Self> {
        let text = fields.take("unit_type");
        if text.is_empty() {
            let unit = fields.take("unit");
            return if unit.is_empty() {
                Some(None)
            } else {
                fields.parse::<UnitKind>("unit_type", text).map(|_| None)
            };
        }
        let kind = fields.parse("unit_type", text);
        read_unit(fields, kind).map(Some)
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

impl Field for String {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        Ok(text.to_owned())
    }
}

impl Field for f64 {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        let value = f64::from_str(text).map_err(|_| {
            FieldFault::new(
                FindingCode::BadNumber,
                format!("“{text}” không phải là số; viết số với dấu chấm thập phân, ví dụ 58.6."),
                format!("“{text}” is no number; write it with a decimal point, such as 58.6."),
            )
        })?;
        if value.is_finite() {
            Ok(value)
        } else {
            Err(FieldFault::new(
                FindingCode::NotFinite,
                format!("“{text}” không phải số hữu hạn; giá trị không có thì không có dòng."),
                format!("“{text}” is not a finite number; a figure that is not on record has no row."),
            ))
        }
    }
}

/// Whole numbers.
macro_rules! whole_number_fields {
    ($($type:ty),+) => {
        $(impl Field for $type {
            fn parse(text: &str) -> Result<Self, FieldFault> {
                text.parse().map_err(|_| {
                    FieldFault::new(
                        FindingCode::BadNumber,
                        format!("“{text}” không phải số nguyên từ 0 đến {}.", <$type>::MAX),
                        format!("“{text}” is no whole number from 0 to {}.", <$type>::MAX),
                    )
                })
            }
        })+
    };
}

whole_number_fields!(u8, u16);

impl Field for bool {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        match text {
            "1" => Ok(true),
            "0" => Ok(false),
            other => Err(FieldFault::none_of(other, ["1", "0"])),
        }
    }
}

impl Field for Year {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        text.parse().map_err(|_| {
            FieldFault::new(
                FindingCode::BadYear,
                format!("“{text}” không phải là năm, ví dụ 2021."),
                format!("“{text}” is no year such as 2021."),
            )
        })
    }
}

impl Field for Colour {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        text.parse().map_err(|_| {
            FieldFault::new(
                FindingCode::BadColour,
                format!("“{text}” không phải là màu dạng #0072B2 (chữ hoa)."),
                format!("“{text}” is no colour of the form #0072B2 (capital letters)."),
            )
        })
    }
}

impl Field for Date {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        parse_date(text).ok_or_else(|| {
            FieldFault::new(
                FindingCode::BadDate,
                format!("“{text}” không phải là ngày dạng 2025-07-01."),
                format!("“{text}” is no date of the form 2025-07-01."),
            )
        })
    }
}

fn parse_date(text: &str) -> Option<Date> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(position, byte)| {
            if matches!(position, 4 | 7) {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if !well_formed {
        return None;
    }
    let year: u16 = text.get(..4)?.parse().ok()?;
    let month: u8 = text.get(5..7)?.parse().ok()?;
    let day: u8 = text.get(8..)?.parse().ok()?;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then_some(Date { year, month, day })
}

impl Field for PackageIndex {
    fn parse(text: &str) -> Result<Self, FieldFault> {
        text.parse().map_err(|_| {
            let allowed: Vec<&str> = IndexId::ALL
                .into_iter()
                .map(IndexId::as_str)
                .chain([Self::Pgi.as_str()])
                .collect();
            let allowed = allowed.join(", ");
            FieldFault::new(
                FindingCode::UnknownIndex,
                format!("Không có chỉ số “{text}”; các chỉ số: {allowed}."),
                format!("There is no index “{text}”; there are: {allowed}."),
            )
        })
    }
}

/// Identifiers whose form `vithe_shared` defines.
macro_rules! identifier_fields {
    ($($type:ty => $vi:literal, $en:literal;)+) => {
        $(impl Field for $type {
            fn parse(text: &str) -> Result<Self, FieldFault> {
                text.parse().map_err(|_| {
                    FieldFault::new(
                        FindingCode::BadIdentifier,
                        format!(concat!("“{}” không phải mã ", $vi, "."), text),
                        format!(concat!("“{}” is no identifier of ", $en, "."), text),
                    )
                })
            }
        })+
    };
}

identifier_fields! {
    ComponentId => "thành phần, ví dụ overall hoặc d1", "a component such as overall or d1";
    ProvinceSlug => "tỉnh, ví dụ hau-giang", "a province such as hau-giang";
    RegionId => "vùng, ví dụ md", "a region such as md";
}

/// Identifiers that only the package uses: lower-case letters, digits and a few signs.
macro_rules! reference_fields {
    ($($type:ident),+) => {
        $(impl Field for $type {
            fn parse(text: &str) -> Result<Self, FieldFault> {
                let well_formed = text.bytes().all(|byte| {
                    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-' | b'.')
                });
                if well_formed {
                    Ok($type(text.to_owned()))
                } else {
                    Err(FieldFault::new(
                        FindingCode::BadIdentifier,
                        format!("Mã “{text}” chỉ được có chữ thường không dấu, chữ số và các ký tự _ - ."),
                        format!("The identifier “{text}” may have only lower-case letters, digits and _ - ."),
                    ))
                }
            }
        })+
    };
}

reference_fields!(SourceId, ReasonCode, MeasureId);

/// Enums of the package, which know their spelling.
macro_rules! spelled_fields {
    ($($type:ty),+) => {
        $(impl Field for $type {
            fn parse(text: &str) -> Result<Self, FieldFault> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|value| value.as_str() == text)
                    .ok_or_else(|| FieldFault::none_of(text, Self::ALL.iter().map(|value| value.as_str())))
            }
        })+
    };
}

spelled_fields!(
    Aggregation,
    Measure,
    Membership,
    WeightEvidence,
    SourceGrade,
    IslandKind,
    SuccessionKind,
    Weighting,
    Theme,
    FindingCode
);

/// Enums of the API, spelled as in its JSON. `Evidence::Computed` is absent: what the product computes is not in a file.
macro_rules! api_fields {
    ($($type:ident { $($text:literal => $variant:ident),+ })+) => {
        $(impl Field for $type {
            fn parse(text: &str) -> Result<Self, FieldFault> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    other => Err(FieldFault::none_of(other, [$($text),+])),
                }
            }
        })+
    };
}

api_fields! {
    Borders { "63" => Provinces63, "34" => Units34 }
    ScoreUnit { "points" => Points, "percent" => Percent, "percent_of_maximum" => PercentOfMaximum }
    NameStatus { "official" => Official, "translated" => Translated }
    Redistribution { "full" => Full, "displayed" => Displayed }
    Comparability {
        "comparable" => Comparable, "limited" => Limited, "reweighted" => Reweighted, "not_comparable" => NotComparable
    }
    ObservationStatus {
        "A" => Normal, "B" => Break, "D" => DefinitionDiffers, "E" => Estimated, "P" => Provisional
    }
    Evidence {
        "printed" => Printed, "listed_order" => ListedOrder, "derived" => Derived, "secondary" => Secondary,
        "article" => Article
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert!(parse_date("2025-07-01").is_some());
        assert!(parse_date("2024-02-29").is_some());
        for text in [
            "2023-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-7-1",
            "01/07/2025",
            "2025-07-0１",
            "",
        ] {
            assert!(parse_date(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_value_or_a_fault_but_never_a_panic(text in "\\PC{1,20}") {
            let _ = f64::parse(&text).map(|value| assert!(value.is_finite()));
            let _ = u16::parse(&text);
            let _ = Year::parse(&text);
            let _ = Date::parse(&text);
            let _ = PackageIndex::parse(&text);
            let _ = SourceId::parse(&text);
        }
    }
}
