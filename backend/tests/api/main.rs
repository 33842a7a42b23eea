//! The server through its router, over the built-in figures: one file per endpoint, and suites that cross them.
//!
//! Expected figures are those of the publishers' reports and of the press, not output of this program.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a fault of a helper fails the test that uses it"
)]

mod assets;
mod assistants;
mod back_cast;
mod bodies;
mod caching;
mod changes;
mod check;
mod datasets;
mod declines;
mod discrepancies;
#[path = "../fixtures/edition_2025.rs"]
mod edition_2025;
mod errors;
mod estimates;
mod figure_texts;
mod figures;
mod handed_on;
mod headers;
mod indicators;
mod indices;
mod intervals;
mod limits;
mod matrix;
mod mending;
mod movers;
mod narrative;
mod negotiation;
mod observations;
mod offline;
mod openapi;
mod overview;
mod packages;
mod page_snapshots;
mod pages;
mod peers;
mod profile;
mod provinces;
mod ranges;
mod rankings;
mod regions;
mod report_files;
mod reports;
mod scatter;
mod search;
mod search_engines;
mod series;
mod sharing;
mod support;
mod tables;
mod tracking;
mod units34;
mod versions;
mod what_if;
mod workbooks;
