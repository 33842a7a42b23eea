//! Harness of the end-to-end tests: starts the built binary on a free port and talks to it.
//!
//! `cargo xtask test` builds the binary first and names it in `VITHE_BINARY`. The behaviours that need no browser
//! are in `tests/*.rs`; those that do are in `browser/*.test.mjs` and run in Chromium. `xtask` uses the same
//! harness to weigh and to time the running product. Nothing here knows how the server is made.

pub mod http;
pub mod server;

pub use http::{Connection, Response};
pub use server::{Server, binary};
