//! `GET /api/v1/datasets`: the parts of the normalized form that the pages of the site work with.

use serde::{Deserialize, Serialize};

/// A part with its revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DatasetPart {
    /// `registry`, an index such as `pci`, `pci-notes`, `borders-63`.
    pub name: String,
    /// Its address with the revision; what is answered there never changes.
    pub address: String,
    /// The hash of its bytes.
    pub rev: String,
    /// How many bytes it has before it is compressed.
    pub bytes: u64,
}
