//! `GET /api/v1/matrix`: all first-level components of an index for some or all provinces in one year.

use serde::{Deserialize, Serialize};

use crate::{
    domain::Scale,
    identifier::{Borders, ComponentId, IndexId, ProvinceSlug, RegionId, Year},
};

/// A component of the matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixColumn {
    /// The component.
    pub component: ComponentId,
    /// Vietnamese name in that year.
    pub name_vi: String,
    /// English name in that year.
    pub name_en: String,
    /// Short Vietnamese name.
    pub short_vi: String,
    /// Short English name.
    pub short_en: String,
    /// The scale in that year.
    pub scale: Scale,
    /// Units in the ranked set.
    pub n: u16,
    /// Members with a score on record.
    pub scores_on_record: u16,
    /// Whether every member has a score; ranks and the median exist only then.
    pub complete: bool,
    /// Median over all members; `None` where the column is not complete.
    pub median: Option<f64>,
}

/// A province of the matrix; the vectors run along the columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixRow {
    /// The unit.
    pub province: ProvinceSlug,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Its region.
    pub region: RegionId,
    /// Rank of the total, if any.
    pub overall_rank: Option<u16>,
    /// Score of the total, if on record.
    pub overall_score: Option<f64>,
    /// Scores by column.
    pub scores: Vec<Option<f64>>,
    /// Ranks by column, published or derived.
    pub ranks: Vec<Option<u16>>,
}

/// Components × provinces.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matrix {
    /// The index.
    pub index: IndexId,
    /// The year.
    pub year: Year,
    /// The list of units.
    pub borders: Borders,
    /// Units in the ranked set of the total.
    pub overall_n: u16,
    /// The columns, in the publisher's order.
    pub columns: Vec<MatrixColumn>,
    /// The rows, best total first, then by name; in the order asked for where provinces were named.
    pub rows: Vec<MatrixRow>,
    /// Revision of the dataset.
    pub revision: String,
}
