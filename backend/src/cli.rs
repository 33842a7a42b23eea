//! The command line: `vithe serve`, `vithe mcp`, `vithe check`, `vithe openapi`. Every setting is an option and an environment
//! variable; an error is one clear message on standard error and exit status 1.

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal as _, Write as _},
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;
use vithe_datasets::{Finding, PackageFiles, RedistributionOverrides, Severity, check_files, read_package};
use vithe_shared::{
    IndexId, Language,
    address::{at, stand_below},
    domain::Redistribution,
};

use crate::{
    data::Data,
    openapi_document, server,
    state::{AppState, Settings},
};

mod mcp;
#[cfg(test)]
mod tests;

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
    Serve(Box<ServeOptions>),
    /// Answers an assistant over the Model Context Protocol on standard input and output.
    Mcp(mcp::McpOptions),
    /// Checks the data package and prints what it finds; errors end with exit status 1.
    Check(CheckOptions),
    /// Prints the OpenAPI document of the API.
    Openapi,
}

#[derive(Debug, Args)]
struct ServeOptions {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "VITHE_ADDR", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    addr: SocketAddr,

    /// Folder of a data package (with datapackage.json); the built-in figures by default.
    #[arg(long, env = "VITHE_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,

    /// Public address of the site (`https://vithe.example`), for absolute links; with https, browsers are told to stay on it.
    #[arg(long, env = "VITHE_PUBLIC_ORIGIN", value_name = "ORIGIN", value_parser = parse_origin)]
    public_origin: Option<String>,

    /// Path of the host below which the site stands (`/vithe`); at its root by default. The server is asked for the whole path.
    #[arg(long, env = "VITHE_BASE_PATH", default_value = "/", value_name = "PATH", value_parser = parse_base_path)]
    base_path: String,

    /// Indices whose whole tables may be handed out, once their publishers agreed (pci=full,par=full); the package decides
    /// by default.
    #[arg(long, env = "VITHE_REDISTRIBUTION", value_name = "INDEX=TERMS,…", value_delimiter = ',', value_parser = parse_redistribution)]
    redistribution: Vec<(IndexId, Redistribution)>,

    /// Requests a client address may send a minute; 0 for any number. Files with hashed names and the health of the server are
    /// always answered.
    #[arg(
        long,
        env = "VITHE_REQUESTS_PER_MINUTE",
        default_value_t = 600,
        value_name = "NUMBER"
    )]
    requests_per_minute: u32,

    /// How many of them may come at once, after a rest.
    #[arg(long, env = "VITHE_BURST", default_value_t = 200, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    burst: u32,

    /// Proxies in front of the server, whose `X-Forwarded-For` names the client (127.0.0.1,10.0.0.0/8); nobody's is believed
    /// by default.
    #[arg(long, env = "VITHE_TRUSTED_PROXIES", value_name = "NETWORK,…", value_delimiter = ',', value_parser = parse_network)]
    trusted_proxies: Vec<IpNet>,

    /// Requests that may be under way at once; 0 for any number.
    #[arg(long, env = "VITHE_REQUESTS_AT_ONCE", default_value_t = 512, value_name = "NUMBER", value_parser = parse_requests_at_once)]
    requests_at_once: usize,

    /// Connections that a client address may have open at once; 0 for any number. Trusted proxies may have any number.
    #[arg(
        long,
        env = "VITHE_CONNECTIONS_PER_CLIENT",
        default_value_t = 256,
        value_name = "NUMBER"
    )]
    connections_per_client: usize,

    /// Seconds a request may take.
    #[arg(long, env = "VITHE_REQUEST_TIMEOUT", default_value_t = 10, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=300))]
    request_timeout: u64,

    /// Seconds the head of a request may take to arrive.
    #[arg(long, env = "VITHE_HEADER_TIMEOUT", default_value_t = 10, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=300))]
    header_timeout: u64,

    /// Seconds a connection is kept on which nothing moves.
    #[arg(long, env = "VITHE_IDLE_TIMEOUT", default_value_t = 60, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3_600))]
    idle_timeout: u64,

    /// Seconds that requests under way get when the server is told to stop.
    #[arg(long, env = "VITHE_DRAIN_TIMEOUT", default_value_t = 10, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(0..=300))]
    drain_timeout: u64,

    /// Megabytes of answers, pages, figures and reports that are kept in memory.
    #[arg(long, env = "VITHE_CACHE_MEGABYTES", default_value_t = 96, value_name = "MEGABYTES", value_parser = clap::value_parser!(u64).range(0..=65_536))]
    cache_megabytes: u64,

    /// Threads that draw figures; one per processor, at most four, by default. 0 draws none.
    #[arg(long, env = "VITHE_FIGURE_WORKERS", value_name = "THREADS", value_parser = parse_workers)]
    figure_workers: Option<usize>,

    /// Whether the first pages and their figures are made in the background after the start, before anybody asks for them.
    #[arg(long, env = "VITHE_WARM_UP", default_value_t = false, value_name = "true|false", action = ArgAction::Set)]
    warm_up: bool,

    /// What is logged: error, warn, info, debug, or targets as in `info,vithe::access=warn`.
    #[arg(long, env = "VITHE_LOG", default_value = "info", value_name = "FILTER")]
    log: String,

    /// How it is logged, on standard error.
    #[arg(long, env = "VITHE_LOG_FORMAT", default_value = "text", value_name = "FORMAT")]
    log_format: LogFormat,
}

#[derive(Debug, Args)]
struct CheckOptions {
    /// Language of the findings.
    #[arg(long, env = "VITHE_LANGUAGE", default_value = "vi", value_name = "LANGUAGE", value_parser = parse_language)]
    language: Language,

    /// Folder of a data package (with datapackage.json); the built-in figures by default.
    #[arg(long, env = "VITHE_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,

    /// Prints the findings as JSON, with their texts in both languages.
    #[arg(long, env = "VITHE_JSON")]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object per line.
    Json,
}

fn parse_origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host.map(|host| host.trim_end_matches('/')) {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '"', '<']) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err("expected http:// or https:// and a host, without a path".to_owned()),
    }
}

/// The path as it stands before every other one: without a slash at its end.
fn parse_base_path(text: &str) -> Result<String, String> {
    let base = text.strip_suffix('/').unwrap_or(text);
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~".contains(letter);
    let is_segment = |segment: &str| segment.chars().all(is_plain) && !segment.trim_matches('.').is_empty();
    let mut segments = base.split('/');
    if segments.next() == Some("") && segments.all(is_segment) {
        Ok(base.to_owned())
    } else {
        Err("expected a path such as /vithe, of letters, digits and -_.~".to_owned())
    }
}

fn parse_redistribution(text: &str) -> Result<(IndexId, Redistribution), String> {
    let (index, terms) = text.split_once('=').ok_or("expected INDEX=full or INDEX=displayed")?;
    let index = index
        .trim()
        .parse()
        .map_err(|error: vithe_shared::identifier::IdentifierError| error.to_string())?;
    let terms = match terms.trim() {
        "full" => Redistribution::Full,
        "displayed" => Redistribution::Displayed,
        other => return Err(format!("{other:?} is neither full nor displayed")),
    };
    Ok((index, terms))
}

fn parse_workers(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(workers) if workers <= 64 => Ok(workers),
        _ => Err("expected a number from 0 to 64".to_owned()),
    }
}

fn parse_network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    let single = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse()
        .ok()
        .or_else(single)
        .ok_or_else(|| "expected an address or a network such as 10.0.0.0/8".to_owned())
}

fn parse_requests_at_once(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(requests) if requests <= tokio::sync::Semaphore::MAX_PERMITS => Ok(requests),
        _ => Err("expected a number of requests".to_owned()),
    }
}

fn parse_language(text: &str) -> Result<Language, String> {
    text.parse()
        .map_err(|error: vithe_shared::identifier::IdentifierError| error.to_string())
}

/// Runs the command line of the process.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(options) => serve(&options).map(|()| ExitCode::SUCCESS),
        Command::Mcp(options) => mcp::serve(options).map(|()| ExitCode::SUCCESS),
        Command::Check(options) => check(&options),
        Command::Openapi => print_openapi().map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|error| {
        // Standard error may be closed; then there is nobody to tell.
        let _ = writeln!(io::stderr(), "vithe: {error:#}");
        ExitCode::FAILURE
    })
}

fn serve(options: &ServeOptions) -> anyhow::Result<()> {
    start_logging(options)?;
    stand_below(&options.base_path);
    let data = load_data(
        options.data.as_deref(),
        &options.redistribution.iter().copied().collect(),
    )?;
    let cache_bytes = options.cache_megabytes * 1024 * 1024;
    let defaults = Settings::default();
    let settings = Settings {
        public_origin: options.public_origin.clone(),
        requests_per_minute: options.requests_per_minute,
        burst: options.burst,
        trusted_proxies: options.trusted_proxies.clone(),
        requests_at_once: options.requests_at_once,
        connections_per_client: options.connections_per_client,
        request_timeout: Duration::from_secs(options.request_timeout),
        header_timeout: Duration::from_secs(options.header_timeout),
        idle_timeout: Duration::from_secs(options.idle_timeout),
        answer_cache_bytes: cache_bytes / 4,
        page_cache_bytes: cache_bytes / 4,
        figure_cache_bytes: cache_bytes / 4,
        report_cache_bytes: cache_bytes / 4,
        figure_workers: options.figure_workers.unwrap_or(defaults.figure_workers),
        warm_up: options.warm_up,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the runtime could not be started")?;
    runtime.block_on(async {
        let state = AppState::new(Arc::new(data), settings);
        server::run(
            options.addr,
            state,
            Duration::from_secs(options.drain_timeout),
            announce,
        )
        .await
    })
}

/// Tells on standard output where the site is; scripts and tests wait for this line.
fn announce(address: SocketAddr) {
    let mut output = io::stdout().lock();
    let written = writeln!(output, "Vị Thế: http://{address}{}", at("/")).and_then(|()| output.flush());
    if let Err(error) = written {
        tracing::warn!(%error, %address, "the address could not be printed");
    }
}

fn start_logging(options: &ServeOptions) -> anyhow::Result<()> {
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(mcp::log_filter(&options.log)?)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    match options.log_format {
        LogFormat::Text => subscriber.init(),
        LogFormat::Json => subscriber.json().flatten_event(true).init(),
    }
    Ok(())
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
        text.push_str(&finding_line(finding, Language::En));
    }
    text
}

/// `error observations.csv:12:value out_of_range …`: severity, place, code and text, one finding per line.
fn finding_line(finding: &Finding, language: Language) -> String {
    let mut place = finding.file.clone();
    if let Some(row) = finding.row {
        place.push(':');
        place.push_str(&row.to_string());
    }
    if let Some(column) = &finding.column {
        place.push(':');
        place.push_str(column);
    }
    format!(
        "{} {place} {} {}",
        finding.severity.name(language),
        finding.code,
        finding.text(language)
    )
}

fn check(options: &CheckOptions) -> anyhow::Result<ExitCode> {
    let report = check_files(&package_files(options.data.as_deref())?);
    let mut output = io::BufWriter::new(io::stdout().lock());
    if options.json {
        serde_json::to_writer_pretty(&mut output, &report.findings)?;
        writeln!(output)?;
    } else {
        for finding in &report.findings {
            writeln!(output, "{}", finding_line(finding, options.language))?;
        }
        let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
        for finding in &report.findings {
            *counts.entry(finding.severity).or_default() += 1;
        }
        let count = |severity| counts.get(&severity).copied().unwrap_or_default();
        let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        match options.language {
            Language::Vi => writeln!(output, "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú")?,
            Language::En => writeln!(output, "{errors} errors, {warnings} warnings, {notes} notes")?,
        }
    }
    output.flush()?;
    let has_errors = report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    Ok(if has_errors {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn print_openapi() -> anyhow::Result<()> {
    let document = openapi_document().to_pretty_json()?;
    let mut output = io::stdout().lock();
    writeln!(output, "{document}")?;
    Ok(())
}
