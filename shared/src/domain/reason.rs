//! Why something is not told, or holds with a reserve.

use serde::{Deserialize, Serialize};

/// A reason in both languages, under a stable code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reason {
    /// Stable code.
    pub code: String,
    /// Vietnamese text, one sentence.
    pub vi: String,
    /// English text, one sentence.
    pub en: String,
}
