//! Identifiers, and values that are named out of a fixed set.

use vithe_shared::{
    Borders, ComponentId, IndicatorId, ProvinceSlug, RegionId,
    domain::{
        Aggregation, Comparability, Direction, DirectionEvidence, Evidence, IndicatorUnit, Measure, NameStatus,
        ObservationStatus, Redistribution, ScoreUnit, SourceGrade,
    },
    query::Theme,
};

use super::{Field, FieldFault};
use crate::{
    finding::FindingCode,
    package::{IslandKind, MeasureId, Membership, ReasonCode, SourceId, SuccessionKind, WeightEvidence, Weighting},
};

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
    IndicatorId => "chỉ tiêu, ví dụ entry.01", "an indicator such as entry.01";
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
    Direction,
    DirectionEvidence,
    IndicatorUnit,
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
