//! What single fields hold, where the product has no noun for it: values that are spelled in the files, references to other
//! rows, days.

use std::fmt;

use serde::Serialize;

/// Declares enums that are spelled in the files.
macro_rules! spelled {
    ($($(#[$documentation:meta])* $name:ident { $($(#[$variant_documentation:meta])* $variant:ident = $text:literal,)+ })+) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[serde(rename_all = "snake_case")]
            pub enum $name {
                $($(#[$variant_documentation])* $variant,)+
            }

            impl $name {
                /// All values.
                pub const ALL: &'static [Self] = &[$(Self::$variant),+];

                /// The spelling in files.
                pub const fn as_str(self) -> &'static str {
                    match self {
                        $(Self::$variant => $text,)+
                    }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(self.as_str())
                }
            }
        )+
    };
}

spelled! {
    /// Whether a unit takes part in the ranking.
    Membership {
        /// It is ranked.
        Member = "member",
        /// The publisher does not publish it; it takes no part in n.
        Withheld = "withheld",
    }

    /// How a weight is known.
    WeightEvidence {
        /// Fitted from the published totals.
        Recovered = "recovered",
        /// The weight of another year is assumed to hold.
        Assumed = "assumed",
    }

    /// What happened to a unit.
    SuccessionKind {
        /// It was merged with others, or into another.
        Merged = "merged",
        /// It goes on alone under another name.
        Renamed = "renamed",
        /// It goes on as it was.
        Unchanged = "unchanged",
    }

    /// Whether answers of a survey were weighted.
    Weighting {
        /// Not a question for this figure.
        None = "none",
        /// They were.
        Weighted = "weighted",
        /// They were not.
        Unweighted = "unweighted",
    }

    /// What kind of island a label names.
    IslandKind {
        /// Hoàng Sa or Trường Sa.
        Archipelago = "archipelago",
        /// A single island or a group near the coast.
        Island = "island",
    }
}

/// Defines a newtype over a text that refers to another row.
macro_rules! text_reference {
    ($($(#[$documentation:meta])* $name:ident,)+) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[serde(transparent)]
            pub struct $name(pub(crate) String);

            impl $name {
                /// The identifier in files.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(&self.0)
                }
            }
        )+
    };
}

text_reference! {
    /// A document in `sources.csv`.
    SourceId,
    /// A reason in `reasons.csv`.
    ReasonCode,
    /// A measure outside the indices: `population_avg`, `papi_se`.
    MeasureId,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
