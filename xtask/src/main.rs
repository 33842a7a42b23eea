//! The build entry of Vị Thế: `cargo xtask <command>`.
//!
//! It needs rustup, Node and a C compiler; the rest (the WebAssembly target, npm packages, browsers for tests) it
//! fetches itself, or it says what to do. No module here knows anything of indices and provinces.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool talks to a terminal"
)]

mod assets;
mod bench;
mod binary;
mod browser;
mod changes;
mod check;
mod ci;
mod compress;
mod dev;
mod dist;
mod fingerprint;
mod npm;
mod pages;
mod process;
mod same_answers;
mod screenshots;
mod serve;
mod site;
mod summary;
mod test;
mod tools;
mod wasm;
mod workspace;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{browser::Browser, workspace::Profile};

/// Builds, serves, tests and checks Vị Thế.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds everything for release and serves the site.
    Serve {
        /// Passed to `vithe serve`, e.g. `--addr 0.0.0.0:80`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Serves a development build, and rebuilds and restarts it when a source file changes.
    Dev {
        /// Passed to `vithe serve`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Builds the binary: target/debug/vithe or target/release/vithe.
    Build {
        /// Optimised, with the site inside the binary.
        #[arg(long)]
        release: bool,
    },
    /// Builds only what the browser loads, into frontend/dist.
    Assets {
        /// Quick to build instead of small to load.
        #[arg(long)]
        dev: bool,
    },
    /// Runs all tests, those in a browser included.
    Test,
    /// Checks the size budgets of the running product, and the data.
    Check,
    /// Writes what the present version of the data package changes into its log (`datasets/data/changes.csv`).
    Changes {
        /// The revision of the repository that has the version before, e.g. a tag.
        #[arg(long, value_name = "REVISION")]
        since: String,
        /// Why the changes were made that the log gives no reason for yet, in English.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Runs everything a change has to pass.
    Ci,
    /// Measures start-up, figures and the API against their targets.
    Bench,
    /// Compares the answers of the engine as WebAssembly, over the datasets it fetches, with those of the newest binary built.
    SameAnswers,
    /// Packs the product for release into target/dist, with the licences of all that it contains and a bill of materials.
    Dist {
        /// Builds the image of the Containerfile instead and sees it run, by podman or docker.
        #[arg(long)]
        container: bool,
    },
    /// Takes pictures of every page: both languages, three widths, light and dark.
    Screenshots {
        /// The browser that shows the pages.
        #[arg(long, value_enum, default_value = "chromium")]
        browser: Browser,
        /// Where to put them [default: target/screenshots].
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
        /// Only pages whose name contains this.
        #[arg(long, value_name = "TEXT")]
        only: Option<String>,
    },
}

fn main() -> ExitCode {
    let done = run(Arguments::parse().command);
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve { arguments } => serve::serve(&arguments)?,
        Command::Dev { arguments } => dev::serve_and_watch(&arguments)?,
        Command::Build { release } => {
            let profile = if release {
                Profile::Release
            } else {
                Profile::Development
            };
            assets::build(profile)?;
            println!("{}", binary::build(profile)?.display());
        }
        Command::Assets { dev } => {
            assets::build(if dev { Profile::Development } else { Profile::Release })?;
        }
        Command::Test => {
            let outcome = test::run()?;
            println!("{outcome}");
            return Ok(outcome.exit_code());
        }
        Command::Check => return check::run().map(exit_code),
        Command::Changes { since, why } => changes::log(&since, &why)?,
        Command::Ci => return Ok(ci::run()),
        Command::Bench => bench::run()?,
        Command::SameAnswers => same_answers::run(&vithe_tests::binary()?)?,
        Command::Dist { container: true } => dist::try_image()?,
        Command::Dist { container: false } => dist::archive()?,
        Command::Screenshots { browser, out, only } => screenshots::take(browser, out, only.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn exit_code(good: bool) -> ExitCode {
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
