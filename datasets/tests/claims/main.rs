//! The claim checker on the figures of the bundled package.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod article;
mod forms;
mod properties;
mod prose;
mod respectively;
mod sentences;
mod support;
mod tables;
