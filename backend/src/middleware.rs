//! What happens around every handler, whatever it answers.

pub(crate) mod admission;
pub(crate) mod base;
pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod log;
pub(crate) mod mending;
pub(crate) mod negotiation;
pub(crate) mod problem;
pub(crate) mod ranges;
pub(crate) mod sharing;
