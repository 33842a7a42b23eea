//! `vithe serve`: its settings, and the server that is made of them.

use std::{
    io::{self, IsTerminal as _, Write as _},
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use anyhow::Context as _;
use clap::{ArgAction, Args, ValueEnum};
use ipnet::IpNet;
use vithe_shared::{
    IndexId,
    address::{at, stand_below},
    domain::Redistribution,
};

use super::{
    load_data, log_filter,
    values::{
        parse_base_path, parse_network, parse_origin, parse_redistribution, parse_requests_at_once, parse_workers,
    },
};
use crate::{
    server,
    state::{AppState, Settings},
};

#[derive(Debug, Args)]
pub(super) struct ServeOptions {
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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object per line.
    Json,
}

/// Serves until it is told to stop.
pub(super) fn serve(options: &ServeOptions) -> anyhow::Result<()> {
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
        .with_env_filter(log_filter(&options.log)?)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    match options.log_format {
        LogFormat::Text => subscriber.init(),
        LogFormat::Json => subscriber.json().flatten_event(true).init(),
    }
    Ok(())
}
