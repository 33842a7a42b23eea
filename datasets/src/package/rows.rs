//! The rows of the resources.
//!
//! Rows are declared once, by the macro `rows!`: the struct, its file, its header, its key and its reader come from the same
//! lines and cannot drift apart.

use std::hash::Hash;

use crate::read::Fields;

mod figures;
mod indicators;
mod indices;
mod places;

pub use self::figures::{
    ChangeRow, CodeRow, ContextRow, KnownExceptionRow, NoteRow, ObservationRow, SamplingErrorRow, SourceRow,
};
pub use self::indicators::{IndicatorRow, IndicatorValueRow};
pub use self::indices::{
    BreakRow, ComponentNameRow, ComponentRow, HueRow, IndexRow, MaximumPointsRow, MethodVersionRow, RankedSetRow,
    ReasonRow, WeightRow,
};
pub use self::places::{AliasRow, IslandRow, ProvinceRow, RegionRow, SuccessionRow, Unit2025Row};

/// A row that can be read from a file of the package.
pub(crate) trait TableRow: Sized {
    /// The path of the file in the package.
    const FILE: &'static str;
    /// The columns that make up the key, for messages.
    const KEY: &'static [&'static str];
    /// The header.
    fn columns() -> Vec<&'static str>;
    /// Reads a record; `None` if a field has a fault, which is then among the findings.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;
    /// The key.
    fn key(&self) -> impl Eq + Hash + '_;
}

/// Declares the rows of the resources.
macro_rules! rows {
    ($(
        $(#[$documentation:meta])*
        $name:ident in $file:literal key ($($key:ident),+) {
            $($(#[$field_documentation:meta])* $field:ident: $type:ty,)+
        }
    )+) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name {
                $($(#[$field_documentation])* pub $field: $type,)+
            }

            impl TableRow for $name {
                const FILE: &'static str = $file;
                const KEY: &'static [&'static str] = &[$(stringify!($key)),+];

                fn columns() -> Vec<&'static str> {
                    [$(<$type as Column>::columns(stringify!($field))),+].concat()
                }

                fn read(fields: &mut Fields<'_>) -> Option<Self> {
                    // Every field is read before the first fault ends the row, so that all faults are reported.
                    $(let $field = <$type as Column>::read(fields, stringify!($field));)+
                    Some(Self { $($field: $field?,)+ })
                }

                fn key(&self) -> impl Eq + Hash + '_ {
                    ($(&self.$key,)+)
                }
            }
        )+
    };
}
use rows;
