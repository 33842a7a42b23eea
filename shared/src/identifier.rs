//! Identifiers as types: past the parsing border no index, component, province, region or year is a bare string or number.

use std::{fmt, ops::RangeInclusive, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::language::Text;

/// A text that is no identifier of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{value:?} is not {}", expected.en)]
pub struct IdentifierError {
    /// The text that was given.
    pub value: String,
    /// What was expected, to follow “is not” in a message.
    pub expected: Text,
}

/// Writes and reads a type with a fixed set of values by their names (`ALL`, `as_str`); the texts say what is expected.
macro_rules! named_values {
    ($name:ty, $expected_vi:expr, $expected_en:expr) => {
        impl $name {
            /// What a text should be to name one, to follow “is not” in a message.
            pub const EXPECTED: $crate::language::Text = $crate::language::Text::new($expected_vi, $expected_en);
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::identifier::IdentifierError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .into_iter()
                    .find(|value| value.as_str() == text)
                    .ok_or_else(|| $crate::identifier::IdentifierError {
                        value: text.to_owned(),
                        expected: Self::EXPECTED,
                    })
            }
        }
    };
}
pub(crate) use named_values;

/// One of the four indices the site is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum IndexId {
    /// Provincial Competitiveness Index (VCCI).
    Pci,
    /// Provincial Governance and Public Administration Performance Index (CECODES, RTA, UNDP).
    Papi,
    /// Public Administration Reform Index (Ministry of Home Affairs).
    Par,
    /// Satisfaction Index of Public Administrative Services (Ministry of Home Affairs).
    Sipas,
}

impl IndexId {
    /// All four, in the order in which they are shown everywhere.
    pub const ALL: [Self; 4] = [Self::Pci, Self::Papi, Self::Par, Self::Sipas];

    /// The identifier in addresses and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pci => "pci",
            Self::Papi => "papi",
            Self::Par => "par",
            Self::Sipas => "sipas",
        }
    }

    /// The name printed in both languages.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Pci => "PCI",
            Self::Papi => "PAPI",
            Self::Par => "PAR INDEX",
            Self::Sipas => "SIPAS",
        }
    }
}

named_values!(
    IndexId,
    "một trong pci, papi, par, sipas",
    "one of pci, papi, par, sipas"
);

/// Which list of provincial units a figure belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Borders {
    /// The 63 provinces in force until 30 June 2025 (and Hà Tây until 2008).
    #[serde(rename = "63")]
    Provinces63,
    /// The 34 units in force since 1 July 2025.
    #[serde(rename = "34")]
    Units34,
}

impl Borders {
    /// Both lists, the older one first.
    pub const ALL: [Self; 2] = [Self::Provinces63, Self::Units34];

    /// The identifier in addresses and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provinces63 => "63",
            Self::Units34 => "34",
        }
    }

    /// As addresses name it: the 63 provinces go without saying.
    pub fn in_address(self) -> Option<Self> {
        (self != Self::Provinces63).then_some(self)
    }

    /// Whether a survey of a year can have been of the list. That of 2025 may be of either: the units changed on 1 July.
    pub const fn existed_in(self, year: Year) -> bool {
        match self {
            Self::Provinces63 => year.0 <= 2025,
            Self::Units34 => year.0 >= 2025,
        }
    }
}

named_values!(Borders, "63 hoặc 34", "63 or 34");

/// A survey year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Year(pub u16);

impl Year {
    /// The years that are read as such.
    pub(crate) const READ: RangeInclusive<u16> = 2000..=2100;
}

impl From<u16> for Year {
    fn from(year: u16) -> Self {
        Self(year)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for Year {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse::<u16>() {
            Ok(year) if Self::READ.contains(&year) && text.len() == 4 => Ok(Self(year)),
            _ => Err(IdentifierError {
                value: text.to_owned(),
                expected: Text::new("một năm, ví dụ 2021", "a year such as 2021"),
            }),
        }
    }
}

/// Years in order as spans: `2005–2010, 2012`.
///
/// ```
/// use vithe_shared::{Year, identifier::year_spans};
/// assert_eq!(year_spans(&[2005, 2006, 2007, 2010].map(Year)), "2005–2007, 2010");
/// assert_eq!(year_spans(&[]), "");
/// ```
pub fn year_spans(years: &[Year]) -> String {
    years
        .chunk_by(|year, next| year.0 + 1 == next.0)
        .map(|span| match span {
            [first, .., last] => format!("{first}–{last}"),
            years => years.iter().map(ToString::to_string).collect(),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Defines a newtype over a lower-case ASCII identifier.
macro_rules! text_identifier {
    ($(#[$documentation:meta])* $name:ident, $expected_vi:literal, $expected_en:literal, $extra:literal) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// What an identifier consists of, as a regular expression.
            #[cfg(feature = "openapi")]
            pub(crate) const PATTERN: &'static str = concat!("[a-z0-9", $extra, "]{1,40}");

            /// The identifier in addresses and files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdentifierError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let well_formed = !text.is_empty()
                    && text.len() <= 40
                    && text.chars().all(|character| {
                        character.is_ascii_lowercase()
                            || character.is_ascii_digit()
                            || $extra.contains(character)
                    });
                if well_formed {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(IdentifierError { value: text.to_owned(), expected: Text::new($expected_vi, $expected_en) })
                }
            }
        }
    };
}

text_identifier!(
    /// A component of an index: `overall`, `transparency`, `d1`, `1.1`, `2.1_2011`.
    ComponentId,
    "một thành phần, ví dụ overall, transparency hoặc d1",
    "a component such as overall, transparency or d1",
    "._"
);
text_identifier!(
    /// An indicator below a component, which stands before the dot: `entry.01`.
    IndicatorId,
    "một chỉ tiêu, ví dụ entry.01",
    "an indicator such as entry.01",
    "._"
);
text_identifier!(
    /// A province or unit within its list of [`Borders`]: `hau-giang`.
    ProvinceSlug,
    "một tỉnh, ví dụ hau-giang",
    "a province such as hau-giang",
    "-"
);
text_identifier!(
    /// A socio-economic region within its list of [`Borders`]: `md`.
    RegionId,
    "một vùng, ví dụ md",
    "a region such as md",
    "-"
);

text_identifier!(
    /// The revision of a part of the normalized form: the hash of its bytes.
    DatasetRevision,
    "một mã phiên bản gồm chữ thường và chữ số",
    "a revision of lower-case letters and digits",
    ""
);

impl ComponentId {
    /// The total of an index.
    pub fn overall() -> Self {
        Self("overall".to_owned())
    }

    /// Whether it is written like an indicator below a component: `entry.01`. The sub-dimensions of PAPI, `1.1`, begin with a
    /// digit.
    pub fn names_indicator(&self) -> bool {
        let parts = self.0.split_once('.');
        parts.is_some_and(|(component, _)| component.starts_with(|first: char| first.is_ascii_lowercase()))
    }

    /// Whether this is the total of an index.
    pub fn is_overall(&self) -> bool {
        self.0 == "overall"
    }
}

/// Pages name an indicator where they name a component.
impl From<ComponentId> for IndicatorId {
    fn from(component: ComponentId) -> Self {
        Self(component.0)
    }
}

/// Pages name an indicator where they name a component.
impl From<IndicatorId> for ComponentId {
    fn from(indicator: IndicatorId) -> Self {
        Self(indicator.0)
    }
}

impl Default for ComponentId {
    fn default() -> Self {
        Self::overall()
    }
}

/// A component of an index: what one axis of a scatter shows. `pci` is the total, `pci.transparency` a component.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Indicator {
    /// The index.
    pub index: IndexId,
    /// The component, the total by default.
    pub component: ComponentId,
}

impl Indicator {
    /// The total of an index.
    pub fn total(index: IndexId) -> Self {
        Self {
            index,
            component: ComponentId::overall(),
        }
    }
}

impl fmt::Display for Indicator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.component.is_overall() {
            self.index.fmt(formatter)
        } else {
            write!(formatter, "{}.{}", self.index, self.component)
        }
    }
}

impl FromStr for Indicator {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // A component may have dots of its own: papi.1.1.
        let (index, component) = match text.split_once('.') {
            None => (text, None),
            Some((index, component)) => (index, Some(component)),
        };
        Ok(Self {
            index: index.parse()?,
            component: component.map(str::parse).transpose()?.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_is_an_index_with_or_without_a_component() {
        for text in ["pci", "pci.transparency", "papi.1.1", "papi.2.1_2011"] {
            assert_eq!(text.parse::<Indicator>().unwrap().to_string(), text);
        }
        assert_eq!(
            "pci.overall".parse::<Indicator>().unwrap(),
            Indicator::total(IndexId::Pci)
        );
        for text in ["", "gdp", "gdp.x", "pci.", "pci.Land", ".d1"] {
            assert!(text.parse::<Indicator>().is_err(), "{text}");
        }
    }
}
