//! What may be handed out.

use serde::{Deserialize, Serialize};

/// Whether whole tables may be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Redistribution {
    /// Everything.
    Full,
    /// Only what a page displays: one component and year, or one province.
    Displayed,
}
