//! By what the peers of a province are put in order.

use serde::{Deserialize, Serialize};

use crate::identifier::named_values;

/// Which peers come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum PeerLens {
    /// Those that are alike by components and better, then those that are alike, then the others; nearest first.
    #[default]
    Profile,
    /// Those whose total differs least.
    Level,
    /// Those of the same region.
    Region,
    /// Those whose population comes nearest, as a ratio.
    Population,
    /// Those in the same fifth by GRDP per head.
    Grdp,
}

impl PeerLens {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Profile, Self::Level, Self::Region, Self::Population, Self::Grdp];

    /// The value in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Level => "level",
            Self::Region => "region",
            Self::Population => "population",
            Self::Grdp => "grdp",
        }
    }
}

named_values!(
    PeerLens,
    "một trong profile, level, region, population, grdp",
    "one of profile, level, region, population, grdp"
);
