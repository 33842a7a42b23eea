//! The pages: each asks for its figures and puts components together. What is asked, and when, is in `load`.

pub(crate) mod address;
pub mod compare;
pub mod data;
pub mod index;
mod coverage_notes;
mod load;
pub mod methods;
pub mod not_found;
pub mod overview;
pub mod province;
pub mod search;
mod slim;
mod trend;
