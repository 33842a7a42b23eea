//! Whether a figure is a normal one.

use serde::{Deserialize, Serialize};

/// Status of a figure in SDMX codes (`CL_OBS_STATUS`). A missing figure has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ObservationStatus {
    /// Normal.
    #[serde(rename = "A")]
    Normal,
    /// Break in the time series.
    #[serde(rename = "B")]
    Break,
    /// The definition differs.
    #[serde(rename = "D")]
    DefinitionDiffers,
    /// Estimated.
    #[serde(rename = "E")]
    Estimated,
    /// Provisional.
    #[serde(rename = "P")]
    Provisional,
}
