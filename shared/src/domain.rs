//! The nouns of the product, from identified index to single figure: what is read from files, stored in datasets, computed
//! with and told in answers alike. The package spells the fixed values in its files, the API in its answers, both as they
//! are spelled here. Shapes that only an answer has are in [`crate::api`].

mod aggregation;
mod availability;
mod change;
mod comparability;
mod component;
mod data_version;
mod discrepancy;
mod evidence;
mod index;
mod indicator;
mod measure;
mod member_spread;
mod membership;
mod observation_status;
mod peer_lens;
mod presence;
mod province;
mod rank_basis;
mod rank_interval;
mod reason;
mod redistribution;
mod scale;
mod source;
mod source_grade;
mod strength;
mod summary;

pub use aggregation::Aggregation;
pub use availability::{Availability, MissingScore};
pub use change::Change;
pub use comparability::Comparability;
pub use component::{ComponentInfo, ComponentName, MaximumPoints, NameStatus, WeightInfo};
pub use data_version::{DataVersion, TableChanges, VersionReason};
pub use discrepancy::{DiscrepancyKind, DiscrepancyState};
pub use evidence::Evidence;
pub use index::{BreakInfo, IndexInfo, MethodVersion, YearCoverage, fill_citation};
pub use indicator::{Direction, DirectionEvidence, IndicatorCount, IndicatorInfo, IndicatorUnit, StandsOut};
pub use measure::Measure;
pub use member_spread::{MemberScore, MemberSpread};
pub use membership::Membership;
pub use observation_status::ObservationStatus;
pub use peer_lens::PeerLens;
pub use presence::{MoverCounts, Presence};
pub use province::{Province, Region};
pub use rank_basis::RankBasis;
pub use rank_interval::{IntervalKind, RankInterval};
pub use reason::Reason;
pub use redistribution::Redistribution;
pub use scale::{Scale, ScoreUnit};
pub use source::SourceInfo;
pub use source_grade::SourceGrade;
pub use strength::{AgainstOverall, Margin};
pub use summary::{PublishedNational, PublishedValues, Summary};
