//! The normalized form of the figures: what is stored, sent and held is this one form. A registry says what all indices have
//! in common, a dataset holds one index, its indicators hold the level below its components, and its notes hold what only the
//! page on sources asks for.
//!
//! `vithe_datasets` makes it out of a checked package; [`crate::engine`] answers from it, in the server and in the browser.
//! Units are named by their position in the registry's lists, sources by their position in the list of the dataset. Nothing here interpolates: a unit without a figure has none.

mod column;
mod figures;
mod indicators;
mod notes;
mod part;
mod registry;

pub use column::{CodedColumn, Column, Figure, MalformedColumn, read_columns, write_columns};
pub use figures::{ComponentHistory, Disputed, IndexDataset, MethodChange, Published, RankedSet, SamplingColumn, Span};
pub use indicators::IndicatorDataset;
pub use notes::{AreaClaim, Claim, Explanation, IndexNotes, Remark};
pub use part::{Part, UnknownPart};
pub use registry::{GrdpFifths, IndexTitle, Population, Registry, UnitRegister};
