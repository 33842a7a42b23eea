//! The parts of the normalized form: each is one body with an address and a revision of its own.

use std::{fmt, str::FromStr};

use crate::identifier::{Borders, IndexId};

/// A part of the normalized form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What all indices have in common.
    Registry,
    /// The dataset of an index.
    Index(IndexId),
    /// The indicators below its components; not every index has any.
    Indicators(IndexId),
    /// Its other claims and notes.
    Notes(IndexId),
    /// The outlines of a list of units, GeoJSON.
    Borders(Borders),
}

impl Part {
    /// All parts that a package can have.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Registry)
            .chain(IndexId::ALL.map(Self::Index))
            .chain(IndexId::ALL.map(Self::Indicators))
            .chain(IndexId::ALL.map(Self::Notes))
            .chain(Borders::ALL.map(Self::Borders))
    }

    /// Where the API answers it, below `/api/v1`.
    pub fn path(self) -> String {
        match self {
            Self::Registry => "/datasets/registry".to_owned(),
            Self::Index(index) => format!("/datasets/{index}"),
            Self::Indicators(index) => format!("/datasets/{index}/indicators"),
            Self::Notes(index) => format!("/datasets/{index}/notes"),
            Self::Borders(borders) => format!("/borders/{borders}"),
        }
    }
}

/// The name under which a document tells its revision: `registry`, `pci`, `pci-indicators`, `pci-notes`, `borders-63`.
impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registry => formatter.write_str("registry"),
            Self::Index(index) => index.fmt(formatter),
            Self::Indicators(index) => write!(formatter, "{index}-indicators"),
            Self::Notes(index) => write!(formatter, "{index}-notes"),
            Self::Borders(borders) => write!(formatter, "borders-{borders}"),
        }
    }
}

/// A text that names no part.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no part of the normalized form")]
pub struct UnknownPart(pub String);

impl FromStr for Part {
    type Err = UnknownPart;

    fn from_str(text: &str) -> Result<Self, UnknownPart> {
        Self::all()
            .find(|part| part.to_string() == text)
            .ok_or_else(|| UnknownPart(text.to_owned()))
    }
}
