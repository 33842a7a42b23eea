//! The words of the site, in both languages side by side: one file per area. A text without one of its languages does not
//! compile. Sentences that are told from figures are made in [`crate::view_model`].

pub mod check;
pub mod common;
pub mod compare;
pub mod connection;
pub mod data;
pub mod discrepancies;
pub mod figure;
pub mod index;
pub mod indicators;
pub mod interval;
pub mod missing;
pub mod movers;
pub mod number;
pub mod overview;
pub mod peers;
pub mod planner;
pub mod province;
pub mod regions;
pub mod report;
pub mod scatter;
pub mod search;
pub mod sources;
pub mod strengths;
pub mod table;
pub mod timeline;
pub mod versions;
pub mod years;
