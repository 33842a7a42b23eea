//! The pages: each asks for its figures and puts components together. What is asked, and when, is in `load`.

pub(crate) mod address;
pub mod compare;
mod coverage_notes;
pub mod data;
pub mod declines;
pub mod index;
mod indicators;
mod load;
pub mod methods;
pub mod not_found;
pub mod overview;
mod planner_sections;
pub mod province;
pub mod regions;
pub mod scatter;
pub mod search;
mod slim;
mod trend;
pub mod what_if;
