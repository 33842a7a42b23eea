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
            aim: 170 * KB,
            fail: 207 * KB,
        },
    },
    Part {
        what: "engine and what all pages share",
        files: &["split_engine.wasm", "shared.wasm"],
        limit: Limit {
            aim: 185 * KB,
            fail: 312 * KB,
        },
    },
    Part {
        what: "overview and league tables",
        files: &["split_atlas.wasm"],
        limit: Limit::hard(95 * KB),
    },
    Part {
        what: "provinces and regions",
        files: &["split_places.wasm"],
        limit: Limit {
            aim: 95 * KB,
            fail: 100 * KB,
        },
    },
    Part {
        what: "what changed and what could",
        files: &["split_planner.wasm"],
        limit: Limit::hard(95 * KB),
    },
    Part {
        what: "pages to read",
        files: &["split_reading.wasm"],
        limit: Limit::hard(95 * KB),
    },
    Part {
        what: "search",
        files: &["split_search.wasm"],
        limit: Limit::hard(20 * KB),
    },
    Part {
        what: "claim checker",
        files: &["split_check.wasm"],
        limit: Limit::hard(60 * KB),
    },
    Part {
        what: "what lies below a total",
        files: &["split_indicators.wasm"],
        limit: Limit::hard(60 * KB),
    },
    Part {
        what: "the year of a province in prose",
        files: &["split_narrative.wasm"],
        limit: Limit::hard(60 * KB),
    },
    Part {
        what: "similar provinces",
        files: &["split_peers.wasm"],
        limit: Limit::hard(40 * KB),
    },
    Part {
        what: "the review report, beside the chunks it is told by",
        files: &["split_report.wasm"],
        limit: Limit::hard(40 * KB),
    },
    Part {
        what: "a figure on a page of others, beside the chunk that tells it",
        files: &["split_embed.wasm"],
        limit: Limit::hard(12 * KB),
    },
    Part {
        what: "chart engine",
        files: &["echarts.js"],
        limit: Limit::hard(220 * KB),
    },
];

/// The main module and all chunks.
pub(super) const ALL_WEB_ASSEMBLY: Limit = Limit {
    aim: 640 * KB,
    fail: 984 * KB,
};

/// What the service worker keeps: WebAssembly, scripts, style sheet, fonts, figures, borders and shells.
pub(super) const OFFLINE: Limit = Limit {
    aim: 1_300 * KB,
    fail: 1_489 * KB,
};

/// HTML with the first figure and its table, the style sheet and all its fonts.
pub(super) const FIRST_VIEW: Limit = Limit::hard(60 * KB);

/// A page read to its end by a reader who comes for the first time, with the app and the figures of its index.
pub(super) const PAGE: Limit = Limit {
    aim: 850 * KB,
    fail: 1_000 * KB,
};

/// The same with the figures of all four indices.
pub(super) const PAGE_OF_ALL_INDICES: Limit = Limit {
    aim: 950 * KB,
    fail: 1_100 * KB,
};

/// The review report, which is told by the chunks of provinces, planners, indicators and peers.
pub(super) const PAGE_OF_REPORT: Limit = Limit {
    aim: 950 * KB,
    fail: 1_246 * KB,
};

/// The server with the site and the data in it.
pub(super) const BINARY: Limit = Limit {
    aim: 30_000 * KB,
    fail: 79_000 * KB,
};
