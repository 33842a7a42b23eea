//! How a figure is known.

use serde::{Deserialize, Serialize};

/// How a figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Printed as a number.
    Printed,
    /// From the order in which units are listed.
    ListedOrder,
    /// Worked out from other printed numbers.
    Derived,
    /// From a secondary data set.
    Secondary,
    /// From the news article that the acceptance story follows.
    Article,
    /// Computed by the product from its parts.
    Computed,
}
