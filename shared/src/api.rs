//! The shapes the JSON API answers with, one file per resource. `None` is a figure that is not on record or must not be
//! derived; why not is said beside it.

pub mod changes;
pub mod check;
pub mod dataset;
pub mod declines;
pub mod discrepancies;
pub mod indicators;
pub mod matrix;
pub mod movers;
pub mod observation;
pub mod overview;
pub mod peers;
pub mod profile;
pub mod province;
pub mod ranking;
pub mod regions;
pub mod scatter;
pub mod series;
pub mod strengths;
pub mod what_if;
mod whole;

pub use dataset::DatasetPart;
pub use matrix::{Matrix, MatrixColumn, MatrixRow};
pub use observation::Observation;
pub use overview::{IndexOverview, Overview};
pub use profile::{BestValue, ComponentProfile, IndexProfile, Profile};
pub use province::ProvinceList;
pub use ranking::{Ranking, RankingRow};
pub use series::{Series, SeriesAnswer, SeriesBreak, SeriesPoint, YearSummary};
pub use strengths::{Standout, StandoutsMissing};
