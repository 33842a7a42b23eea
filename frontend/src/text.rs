//! The words of the site, in both languages side by side: one file per area. A text without one of its languages does not
//! compile. Sentences that are told from figures are made in [`crate::view_model`].

pub(crate) mod common;
pub(crate) mod compare;
pub(crate) mod data;
pub(crate) mod figure;
pub(crate) mod index;
pub(crate) mod missing;
pub(crate) mod overview;
pub(crate) mod planner;
pub(crate) mod province;
pub(crate) mod regions;
pub(crate) mod scatter;
pub(crate) mod search;
