//! What became of a score and a rank since an earlier year.

use serde::{Deserialize, Serialize};

use super::{Comparability, ObservationStatus, Reason};
use crate::identifier::Year;

/// Change against an earlier year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// The earlier year: the nearest one before with a figure.
    pub from_year: Year,
    /// The earlier score, as printed.
    pub from_score: Option<f64>,
    /// Status of the earlier score.
    pub from_status: Option<ObservationStatus>,
    /// The earlier rank.
    pub from_rank: Option<u16>,
    /// The size of the ranked set of the earlier year.
    pub from_rank_n: Option<u16>,
    /// Later minus earlier score; `None` where a score is missing or the years are not comparable.
    pub score: Option<f64>,
    /// Places won (positive) or lost (negative); `None` where a rank is missing.
    pub rank: Option<i32>,
    /// How far the two years compare.
    pub comparability: Comparability,
    /// Why they do not compare fully.
    pub reason: Option<Reason>,
}
