//! Pure analytics: what a published number means beside others. Rules are those of `docs/methodology.md`.

pub mod agreement;
pub mod back_cast;
pub mod change;
pub mod comparability;
pub mod correlation;
pub mod decline;
pub mod decompose;
pub mod ends;
pub mod indicator;
pub mod interval;
pub mod movers;
pub mod peers;
pub mod rank;
pub mod rank_change;
pub mod regional;
pub mod rounding;
pub mod statistics;
pub mod strengths;
pub mod what_if;
