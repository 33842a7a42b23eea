//! The level below the components of an index: indicators in units of their own.

use serde::{Deserialize, Serialize};

use super::column::CodedColumn;
use crate::{
    domain::{IndicatorInfo, SourceInfo},
    identifier::IndexId,
};

/// The indicators of an index and their values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorDataset {
    /// The index.
    pub index: IndexId,
    /// The indicators in the publisher's order.
    pub indicators: Vec<IndicatorInfo>,
    /// Their values, as [`super::write_columns`] writes them; a column names its indicator by the position in the list.
    pub columns: Vec<CodedColumn>,
    /// The documents that the values come from.
    pub sources: Vec<SourceInfo>,
}
