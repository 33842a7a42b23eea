//! What is timed where readers run it: the what-if page in Chromium, and the heaviest analysis as WebAssembly.

use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use vithe_tests::Server;

use super::against;
use crate::{
    browser::{self, Browser},
    process::{self, capture, cargo},
    wasm, workspace,
};

/// A frame at sixty a second.
const REDRAW_TARGET: Duration = Duration::from_millis(16);
const WEIGHTS_TARGET: Duration = Duration::from_millis(300);

/// Milliseconds from a moved slider to a page that is laid out again.
#[derive(Deserialize)]
struct Redraw {
    median: f64,
    p95: f64,
    longest: f64,
}

/// The what-if page on the table of 63 provinces.
pub(super) fn redraw(server: &Server) -> Result<()> {
    let mut command = browser::node(server.base_url(), Browser::Chromium)?;
    let output = capture(command.arg(browser::folder().join("redraw.mjs")))?;
    let Redraw { median, p95, longest } =
        serde_json::from_str(&output).context("redraw.mjs printed no measurements")?;
    against(
        "what-if, slider to redrawn page, 95th percentile",
        Duration::from_secs_f64(p95 / 1e3),
        REDRAW_TARGET,
    );
    println!("{median:>9.2} ms median, {longest:.2} ms longest");
    Ok(())
}

/// Rank intervals under 1,000 drawn sets of weights, for 63 units with ten parts.
pub(super) fn weights() -> Result<()> {
    let toolchain = wasm::toolchain()?;
    process::run(
        cargo(toolchain.argument())
            .args([
                "build",
                "--quiet",
                "--package",
                "vithe-shared",
                "--bin",
                "weight-sensitivity",
            ])
            .args([
                "--features",
                "bench",
                "--profile",
                "wasm-release",
                "--target",
                wasm::TARGET,
            ]),
    )?;
    let module = workspace::target()
        .join(wasm::TARGET)
        .join("wasm-release/weight-sensitivity.wasm");
    let mut command = process::command("node");
    let output = capture(command.arg(browser::folder().join("time_wasm.mjs")).arg(&module))?;
    let median: f64 = output.trim().parse().context("time_wasm.mjs printed no number")?;
    against(
        "rank intervals over 1,000 weights as WebAssembly, median",
        Duration::from_secs_f64(median / 1e3),
        WEIGHTS_TARGET,
    );
    Ok(())
}
