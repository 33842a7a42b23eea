//! The nouns of the product, each with a fixed set of values: what a figure gives, how a total comes about, how strong a
//! source is. The package spells them in its files, the API in its answers, both as they are spelled here.

mod aggregation;
mod measure;
mod membership;
mod source_grade;

pub use aggregation::Aggregation;
pub use measure::Measure;
pub use membership::Membership;
pub use source_grade::SourceGrade;
