//! What the parts of Vị Thế agree on: identifiers, the shapes of the API, queries and their addresses, problems, Vietnamese order
//! and search, and the pure analytics on published figures.
//!
//! Everything here compiles for the server and for WebAssembly, performs no input or output, and never guesses: a figure
//! that is not on record is `None` or a named reason, not zero.

pub mod address;
pub mod analytics;
pub mod api;
pub mod claims;
pub mod dataset;
pub mod domain;
pub mod engine;
pub mod identifier;
pub mod language;
pub mod preferences;
pub mod presentation;
pub mod problem;
pub mod query;
pub mod sorting;
pub mod vietnamese;

pub use identifier::{Borders, ComponentId, IndexId, Indicator, IndicatorId, ProvinceSlug, RegionId, Year};
pub use language::{Language, Text};
pub use problem::{Problem, ProblemCode};
