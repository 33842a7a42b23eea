//! The indices of the package: those of the site, and one besides.

use std::{fmt, str::FromStr};

use serde::{Serialize, Serializer};
use vithe_shared::IndexId;

/// An index of the package: one of the four of the site, or the Provincial Green Index, which is kept but not shown as an
/// index of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackageIndex {
    /// One of the four.
    Shown(IndexId),
    /// Provincial Green Index (VCCI).
    Pgi,
}

impl PackageIndex {
    /// The identifier in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown(index) => index.as_str(),
            Self::Pgi => "pgi",
        }
    }

    /// The index of the site, if it is one.
    pub const fn shown(self) -> Option<IndexId> {
        match self {
            Self::Shown(index) => Some(index),
            Self::Pgi => None,
        }
    }
}

impl From<IndexId> for PackageIndex {
    fn from(index: IndexId) -> Self {
        Self::Shown(index)
    }
}

impl PartialEq<IndexId> for PackageIndex {
    fn eq(&self, other: &IndexId) -> bool {
        self.shown() == Some(*other)
    }
}

impl fmt::Display for PackageIndex {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for PackageIndex {
    type Err = vithe_shared::identifier::IdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == Self::Pgi.as_str() {
            Ok(Self::Pgi)
        } else {
            text.parse().map(Self::Shown)
        }
    }
}

impl Serialize for PackageIndex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
