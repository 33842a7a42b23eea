//! `cargo xtask ci`: everything a change has to pass, step by step.
//!
//! All steps run even after one failed, unless they need what it makes. The last line counts tests; a step that is
//! not a test and fails counts as one failed.

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{
    browser::Browser,
    check,
    process::{self, cargo, command, succeeds},
    same_answers,
    summary::Outcome,
    test, tools,
    wasm::{self, TARGET},
};

const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// Runs all steps.
pub(crate) fn run() -> ExitCode {
    let mut steps = Steps::default();
    steps.check("lock file", lock_file);
    steps.check("format", format);
    steps.check("lints", lints);
    steps.check("lints of the pages for the browser", browser_lints);
    steps.check("documentation", documentation);
    steps.check("licences, sources and bans of dependencies", dependencies);
    steps.check("unused dependencies", unused_dependencies);
    steps.check("spelling", spelling);
    steps.check("data package, read by frictionless", data_package);
    let mut built = None;
    steps.check("build for release", || {
        built = Some(test::build()?);
        Ok(())
    });
    steps.test("examples in the documentation", test::documentation);
    if let Some(binary) = built {
        steps.test("tests", || test::rust(&binary));
        for (name, browser) in [
            ("tests in Chromium", Browser::Chromium),
            ("tests in Firefox", Browser::Firefox),
        ] {
            steps.test(name, || test::in_browser(&binary, browser));
        }
        steps.check("the same answers from the engine as WebAssembly", || {
            same_answers::run(&binary)
        });
        steps.check("budgets and data", || {
            if !check::run()? {
                bail!("a budget is exceeded or the data have errors, see above");
            }
            Ok(())
        });
    }
    steps.finish()
}

#[derive(Default)]
struct Steps {
    total: Outcome,
    done: Vec<(&'static str, Duration, bool)>,
}

impl Steps {
    fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        self.step(name, || work().map(|()| Outcome::default()));
    }

    fn test(&mut self, name: &'static str, work: impl FnOnce() -> Result<Outcome>) {
        self.step(name, work);
    }

    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Outcome>) {
        println!("\n== {name}");
        let began = Instant::now();
        let outcome = work().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Outcome::ONE_FAILED
        });
        self.total += outcome;
        self.done.push((name, began.elapsed(), outcome.failed == 0));
    }

    fn finish(self) -> ExitCode {
        println!("\n== summary");
        for (name, took, is_good) in &self.done {
            let verdict = if *is_good { "ok" } else { "FAILED" };
            println!("{:>7.1} s  {verdict:6}  {name}", took.as_secs_f64());
        }
        println!("{}", self.total);
        self.total.exit_code()
    }
}

fn lock_file() -> Result<()> {
    let mut metadata = cargo(None);
    metadata.args(["metadata", "--locked", "--format-version=1"]);
    metadata.stdout(std::process::Stdio::null());
    process::run(&mut metadata)
}

fn format() -> Result<()> {
    need_component("fmt", "rustfmt")?;
    process::run(cargo(None).args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    need_component("clippy", "clippy")?;
    process::run(
        cargo(None)
            .args(["clippy", "--workspace", "--all-targets"])
            .args(DENY_WARNINGS),
    )
}

fn browser_lints() -> Result<()> {
    let toolchain = wasm::toolchain()?;
    let tool = if wasm::can_lint(toolchain) { "clippy" } else { "check" };
    println!("cargo {tool} for {TARGET} by {}", wasm::compiler(toolchain)?);
    let mut command = cargo(toolchain.argument());
    command
        .args([
            tool,
            "--package",
            "vithe-frontend",
            "--package",
            "vithe-shared",
            "--lib",
        ])
        .args([
            "--target",
            TARGET,
            "--no-default-features",
            "--features",
            "vithe-frontend/csr",
        ]);
    if tool == "clippy" {
        command.args(DENY_WARNINGS);
    } else {
        command.arg("--config").arg(wasm::flags_that_deny_warnings()?);
    }
    process::run(&mut command)
}

fn documentation() -> Result<()> {
    process::run(
        cargo(None)
            .args(["doc", "--workspace", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn dependencies() -> Result<()> {
    process::run(
        command(tools::CARGO_DENY.program()?)
            .args(["--all-features", "check", "--hide-inclusion-graph"])
            .args(["bans", "licenses", "sources"]),
    )
}

fn unused_dependencies() -> Result<()> {
    process::run(&mut command(tools::CARGO_MACHETE.program()?))
}

fn spelling() -> Result<()> {
    process::run(&mut command(tools::TYPOS.program()?))
}

fn data_package() -> Result<()> {
    process::run(command(tools::FRICTIONLESS.program()?).args(["validate", "datasets/datapackage.json"]))
}

fn need_component(subcommand: &str, component: &str) -> Result<()> {
    if succeeds(cargo(None).args([subcommand, "--version"])) {
        return Ok(());
    }
    process::run(command("rustup").args(["component", "add", component]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_check_counts_as_one_and_the_rest_goes_on() {
        let mut steps = Steps::default();
        steps.check("broken", || bail!("no"));
        steps.test("tests", || Ok(Outcome { passed: 4, failed: 0 }));
        assert_eq!(steps.total, Outcome { passed: 4, failed: 1 });
        assert_eq!(steps.done.len(), 2);
    }
}
