//! What is timed where readers run it: pages in Chromium, and the heaviest analysis as WebAssembly.

use std::{collections::BTreeMap, time::Duration};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use vithe_tests::Server;

use super::against;
use crate::{
    browser::{self, Browser},
    npm,
    process::{self, capture, cargo},
    wasm, workspace,
};

/// A frame at sixty a second.
const REDRAW_TARGET: Duration = Duration::from_millis(16);
const WEIGHTS_TARGET: Duration = Duration::from_millis(300);
const ANSWER_TARGET: Duration = Duration::from_millis(50);
const SLOW_ANSWER_TARGET: Duration = Duration::from_millis(150);
const TAKE_OVER_TARGET: Duration = Duration::from_millis(600);
const LONGEST_TASK_TARGET: Duration = Duration::from_millis(200);
const LARGEST_PAINT_TARGET: Duration = Duration::from_millis(1500);
const PERFORMANCE_TARGET: u16 = 95;

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

/// How the app answers, at full speed and at a quarter of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answering {
    /// Milliseconds from a control to its answer.
    full: BTreeMap<String, f64>,
    quarter: BTreeMap<String, f64>,
    /// By page, at a quarter of the speed.
    take_over: BTreeMap<String, TakeOver>,
}

/// Milliseconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TakeOver {
    duration: f64,
    longest_task: f64,
}

/// Controls of the largest league table, and pages that are taken over with all parts in the cache.
pub(super) fn answers(server: &Server) -> Result<()> {
    let mut command = browser::node(server.base_url(), Browser::Chromium)?;
    let output = capture(command.arg(browser::folder().join("answering.mjs")))?;
    let Answering {
        full,
        quarter,
        take_over,
    } = serde_json::from_str(&output).context("answering.mjs printed no measurements")?;
    let mut is_slow = false;
    let mut measured = |what: String, milliseconds: f64, target: Duration| {
        let time = Duration::from_secs_f64(milliseconds.max(0.0) / 1e3);
        against(&what, time, target);
        is_slow |= time > 2 * target;
    };
    for (control, milliseconds) in full {
        measured(format!("{control} of PAPI to its page"), milliseconds, ANSWER_TARGET);
    }
    for (control, milliseconds) in quarter {
        measured(
            format!("{control} of PAPI to its page, a quarter of the speed"),
            milliseconds,
            SLOW_ANSWER_TARGET,
        );
    }
    for (page, TakeOver { duration, longest_task }) in take_over {
        measured(
            format!("{page} taken over, a quarter of the speed"),
            duration,
            TAKE_OVER_TARGET,
        );
        measured(
            format!("{page}, longest task till then"),
            longest_task,
            LONGEST_TASK_TARGET,
        );
    }
    ensure!(!is_slow, "the app takes more than twice the time it has");
    Ok(())
}

/// What Lighthouse says of a page: scores up to 100, times in milliseconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Lighthouse {
    performance: u16,
    accessibility: u16,
    best_practices: u16,
    largest_paint: f64,
    blocking: f64,
    shift: f64,
}

/// The pages that readers open most, as a telephone shows them. What depends on the machine is only printed.
pub(super) fn lighthouse(server: &Server) -> Result<()> {
    let folder = workspace::root().join("tests/lighthouse");
    npm::install_in(&folder, "lighthouse")?;
    let mut command = browser::node(server.base_url(), Browser::Chromium)?;
    let output = capture(command.arg(folder.join("measure.mjs")))?;
    let pages: BTreeMap<String, Lighthouse> =
        serde_json::from_str(&output).context("measure.mjs printed no measurements")?;
    for (page, found) in pages {
        let Lighthouse {
            performance,
            accessibility,
            best_practices,
            largest_paint,
            blocking,
            shift,
        } = found;
        println!(
            "{page}: Lighthouse performance {performance} (target {PERFORMANCE_TARGET}), blocked {blocking:.0} ms, \
             layout shift {shift:.3}"
        );
        against(
            &format!("{page}, largest paint"),
            Duration::from_secs_f64(largest_paint / 1e3),
            LARGEST_PAINT_TARGET,
        );
        ensure!(
            accessibility == 100 && best_practices == 100,
            "{page}: accessibility {accessibility}, best practices {best_practices}; both have to be 100"
        );
    }
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
