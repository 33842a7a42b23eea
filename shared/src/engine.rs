//! The engine: a catalog made of the registry and of the datasets that are here, and the answers to the questions of the API.
//! The server holds all of them, the browser those it has fetched; both call the same functions.
//!
//! [`catalog`] holds and derives, [`answers`] answers. Nothing here knows HTTP, files or a clock.

pub mod answers;
pub mod catalog;
