//! The command line: `vithe serve`, `vithe health`, `vithe mcp`, `vithe check`, `vithe openapi`. Every setting is an option and an environment
//! variable; an error is one clear message on standard error and exit status 1.

use std::{
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
    time::Instant,
};

use anyhow::{Context as _, bail};
use clap::{Parser, Subcommand};
use tracing_subscriber::{EnvFilter, filter::LevelFilter};
use vithe_datasets::{Finding, PackageFiles, RedistributionOverrides, Severity, read_package};
use vithe_shared::Language;

use crate::{data::Data, openapi_document};

mod check;
mod health;
mod mcp;
mod serve;
#[cfg(test)]
mod tests;
mod values;

/// Vị Thế: Vietnam's provincial indices, compared, told and checked.
#[derive(Debug, Parser)]
#[command(name = "vithe", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the site and the API.
    Serve(Box<serve::ServeOptions>),
    /// Asks a running server whether it is ready; exit status 1 when it is not or does not answer.
    Health(health::HealthOptions),
    /// Answers an assistant over the Model Context Protocol on standard input and output.
    Mcp(mcp::McpOptions),
    /// Checks the data package and prints what it finds; errors end with exit status 1.
    Check(check::CheckOptions),
    /// Prints the OpenAPI document of the API.
    Openapi,
}

/// Runs the command line of the process.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(options) => serve::serve(&options).map(|()| ExitCode::SUCCESS),
        Command::Health(options) => health::ask(&options).map(|()| ExitCode::SUCCESS),
        Command::Mcp(options) => mcp::serve(options).map(|()| ExitCode::SUCCESS),
        Command::Check(options) => check::check(&options),
        Command::Openapi => print_openapi().map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|error| {
        // Standard error may be closed; then there is nobody to tell.
        let _ = writeln!(io::stderr(), "vithe: {error:#}");
        ExitCode::FAILURE
    })
}

/// What is logged. The library of the protocol tells below warnings what assistants ask, so it has to be named to do that.
fn log_filter(log: &str) -> anyhow::Result<EnvFilter> {
    let filter = EnvFilter::try_new(log).with_context(|| format!("the log filter {log:?} cannot be read"))?;
    let is_quiet = filter.max_level_hint().is_some_and(|most| most <= LevelFilter::WARN);
    if is_quiet || log.contains("rmcp") {
        return Ok(filter);
    }
    Ok(filter.add_directive("rmcp=warn".parse()?))
}

fn package_files(data: Option<&Path>) -> anyhow::Result<PackageFiles> {
    match data {
        Some(folder) => PackageFiles::from_folder(folder).context("the data package cannot be read"),
        None => Ok(PackageFiles::embedded()),
    }
}

fn load_data(folder: Option<&Path>, overrides: &RedistributionOverrides) -> anyhow::Result<Data> {
    let began = Instant::now();
    let data = if folder.is_some() {
        let files = package_files(folder)?;
        match read_package(&files) {
            Ok(package) => Data::of_package(&package, files, overrides),
            Err(findings) => bail!(refusal(&findings)),
        }
    } else {
        Data::bundled(overrides)
    };
    let data = data.context("the data package cannot be served")?;
    tracing::info!(
        version = data.catalog().version(),
        revision = data.catalog().revision(),
        milliseconds = began.elapsed().as_millis(),
        "dataset loaded"
    );
    Ok(data)
}

/// Why a package is not served: its first errors, and where to see the rest.
fn refusal(findings: &[Finding]) -> String {
    const SHOWN: usize = 5;
    let errors: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    let mut text = format!(
        "the data package has {} errors; `vithe check` prints them all",
        errors.len()
    );
    for finding in errors.iter().take(SHOWN) {
        text.push_str("\n  ");
        text.push_str(&check::finding_line(finding, Language::En));
    }
    text
}

fn print_openapi() -> anyhow::Result<()> {
    let document = openapi_document().to_pretty_json()?;
    let mut output = io::stdout().lock();
    writeln!(output, "{document}")?;
    Ok(())
}
