//! `cargo xtask test`: all tests, from units to the running product in a browser.

use std::{fs, path::Path, time::Duration};

use anyhow::{Context, Result};
use vithe_tests::Server;

use crate::{
    assets, binary,
    browser::{self, Browser},
    process::{cargo, run_and_listen, succeeds},
    summary::Outcome,
    workspace::Profile,
};

/// A browser suite that takes longer hangs: it is ended and named as a failure, so that the others are still told.
const LONGEST_SUITE: Duration = Duration::from_mins(15);

/// Builds what is tested and runs every suite; a suite that fails does not keep the next from running.
pub(crate) fn run() -> Result<Outcome> {
    let binary = build()?;
    let mut outcome = rust(&binary)?;
    outcome += documentation()?;
    for browser in Browser::ALL {
        outcome += in_browser(&binary, browser)?;
    }
    Ok(outcome)
}

/// The released binary with the released site: the one that readers get is the one that is tested.
pub(crate) fn build() -> Result<std::path::PathBuf> {
    assets::build(Profile::Release)?;
    binary::build(Profile::Release)
}

/// Units, the API, and the binary without a browser.
pub(crate) fn rust(binary: &Path) -> Result<Outcome> {
    let mut command = cargo(None);
    if has_nextest() {
        command.args(["nextest", "run", "--workspace", "--no-fail-fast"]);
    } else {
        command.args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    // Snapshots that differ are failures, not files to look at later.
    command.env("VITHE_BINARY", binary).env("INSTA_UPDATE", "no");
    let (output, succeeded) = run_and_listen(&mut command)?;
    Ok(Outcome::of_runner(&output, succeeded))
}

/// The examples in the documentation, which nextest does not run.
pub(crate) fn documentation() -> Result<Outcome> {
    let mut command = cargo(None);
    command.args(["test", "--workspace", "--doc", "--no-fail-fast"]);
    let (output, succeeded) = run_and_listen(&mut command)?;
    Ok(Outcome::of_runner(&output, succeeded))
}

/// The suites of one browser, two at a time, against one server.
pub(crate) fn in_browser(binary: &Path, browser: Browser) -> Result<Outcome> {
    println!("in {browser}");
    let server = Server::start(binary)?;
    let mut command = browser::node(server.base_url(), browser)?;
    command.args(["--test", "--test-reporter=spec", "--test-concurrency=2"]);
    command.arg(format!("--test-timeout={}", LONGEST_SUITE.as_millis()));
    command.args(suites()?);
    let (output, succeeded) = run_and_listen(&mut command)?;
    let outcome = Outcome::of_runner(&output, succeeded);
    if outcome.failed > 0 {
        println!("the last lines of the server's log:\n{}", server.log());
    }
    Ok(outcome)
}

fn suites() -> Result<Vec<std::path::PathBuf>> {
    let folder = browser::folder();
    let mut suites = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            suites.push(path);
        }
    }
    suites.sort();
    Ok(suites)
}

fn has_nextest() -> bool {
    succeeds(cargo(None).args(["nextest", "--version"]))
}
