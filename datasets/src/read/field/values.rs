//! Texts, numbers, years, colours, days, indices: values with a form of their own.

use std::str::FromStr;

use vithe_shared::{IndexId, Year, presentation::Colour};

use super::{Field, FieldFault};
use crate::{
    finding::FindingCode,
    package::{Date, PackageIndex},
};

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

pub(super) fn parse_date(text: &str) -> Option<Date> {
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
