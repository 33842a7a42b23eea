//! Figures that do not agree with each other.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// What does not agree with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyKind {
    /// Sources give different values of one figure.
    Sources,
    /// A printed score is not what the printed parts add up to.
    Parts,
    /// A published rank does not follow the scores, or is given to several units.
    Rank,
}

impl DiscrepancyKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Sources, Self::Parts, Self::Rank];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Parts => "parts",
            Self::Rank => "rank",
        }
    }
}

named_values!(
    DiscrepancyKind,
    "một trong sources, parts, rank",
    "one of sources, parts, rank"
);

/// What has become of a discrepancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyState {
    /// One of the values is preferred and shown.
    Preferred,
    /// None is: the figure is shown nowhere and enters no computation.
    Open,
    /// The values are shown as printed, and it is on record why they do not agree.
    Explained,
}

impl DiscrepancyState {
    /// The value in answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Open => "open",
            Self::Explained => "explained",
        }
    }
}
