//! Whom a figure is about.

use std::fmt;

use serde::{Serialize, Serializer};
use vithe_shared::{ProvinceSlug, RegionId};

/// Whom a figure is about. A province slug is unique only within its list of borders, which is another column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A province or unit of the list.
    Province(ProvinceSlug),
    /// A socio-economic region of the list.
    Region(RegionId),
    /// The whole country, `vn`.
    Country,
}

impl Unit {
    /// The kind of unit, as in the column `unit_type`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Province(_) => "province",
            Self::Region(_) => "region",
            Self::Country => "country",
        }
    }

    /// The identifier, as in the column `unit`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Province(slug) => slug.as_str(),
            Self::Region(region) => region.as_str(),
            Self::Country => "vn",
        }
    }

    /// The province, if it is one.
    pub const fn province(&self) -> Option<&ProvinceSlug> {
        match self {
            Self::Province(slug) => Some(slug),
            Self::Region(_) | Self::Country => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}:{}", self.kind(), self.as_str()))
    }
}
