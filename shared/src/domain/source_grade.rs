//! How strong a source is.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// How strong a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceGrade {
    /// The publisher of the index.
    Publisher,
    /// Another public body.
    Official,
    /// The press.
    Press,
    /// Someone who repeats figures.
    Secondary,
    /// A data set.
    Dataset,
}

impl SourceGrade {
    /// All values.
    pub const ALL: [Self; 5] = [
        Self::Publisher,
        Self::Official,
        Self::Press,
        Self::Secondary,
        Self::Dataset,
    ];

    /// The spelling in files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Publisher => "publisher",
            Self::Official => "official",
            Self::Press => "press",
            Self::Secondary => "secondary",
            Self::Dataset => "dataset",
        }
    }
}

named_values!(
    SourceGrade,
    "một trong publisher, official, press, secondary, dataset",
    "one of publisher, official, press, secondary, dataset"
);
