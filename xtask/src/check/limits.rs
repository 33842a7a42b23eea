//! What the parts of the product may weigh: the tables that `cargo xtask check` holds against what is there.
//!
//! Files count as they travel, in their brotli form.

/// Bytes of a kilobyte: budgets count in thousands.
const KB: u64 = 1000;

/// A budget in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    /// The budget; above it the report says so.
    pub(super) aim: u64,
    /// Above this the check fails.
    pub(super) fail: u64,
}

impl Limit {
    const fn hard(bytes: u64) -> Self {
        Self {
            aim: bytes,
            fail: bytes,
        }
    }
}

/// Files of the site that share a budget.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// What they are, in the report.
    pub(super) what: &'static str,
    /// Their names without hashes. Each exists, and each chunk of the WebAssembly is named in one part.
    pub(super) files: &'static [&'static str],
    pub(super) limit: Limit,
}

/// The files that a browser loads when a page needs them.
pub(super) const PARTS: &[Part] = &[
    Part {
        what: "main module and its script",
        files: &["site_bg.wasm", "site.js"],
        limit: Limit {
            aim: 250 * KB,
            fail: 300 * KB,
        },
    },
    Part {
        what: "chunk of the what-if form",
        files: &["split_what_if.wasm"],
        limit: Limit::hard(50 * KB),
    },
    Part {
        what: "chart engine",
        files: &["echarts.js"],
        limit: Limit::hard(205 * KB),
    },
];

/// The main module and all chunks.
pub(super) const ALL_WEB_ASSEMBLY: Limit = Limit::hard(300 * KB);

/// HTML with the first figure and its table, the style sheet and all its fonts.
pub(super) const FIRST_VIEW: Limit = Limit::hard(60 * KB);

/// A page read to its end by a reader who comes for the first time.
pub(super) const PAGE: Limit = Limit::hard(550 * KB);

/// The same with a map: borders weigh more than other figures.
pub(super) const PAGE_WITH_MAP: Limit = Limit::hard(640 * KB);

/// The server with the site and the data in it.
pub(super) const BINARY: Limit = Limit::hard(30_000 * KB);
