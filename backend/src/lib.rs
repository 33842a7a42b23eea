//! The server of Vị Thế: published figures in memory, answered as JSON, CSV, pictures and pages.
//!
//! [`data`] holds what is served, the engine of `vithe_shared` answers questions about it, [`router`] puts the answers under
//! addresses, [`figures`] draws. The binary `vithe` is [`cli`] and nothing else; tests drive [`router::build_router`] directly.

mod answer;
pub mod assets;
pub mod cli;
pub mod data;
mod encoding;
mod error;
mod export;
mod extract;
pub mod figures;
pub mod mcp;
mod middleware;
mod openapi;
mod registry;
mod report;
pub mod router;
mod routes;
mod server;
mod site;
mod snapshot;
pub mod state;
mod warming;

pub use openapi::document as openapi_document;
