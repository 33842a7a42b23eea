//! `vithe mcp`: the server for assistants on standard input and output. Standard output is the protocol's; what is logged goes to
//! standard error.

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal as _},
    path::PathBuf,
    sync::Arc,
};

use anyhow::Context as _;
use clap::Args;
use vithe_shared::address::stand_below;

use super::{
    load_data, log_filter,
    values::{parse_base_path, parse_origin},
};
use crate::{
    mcp::Assistants,
    state::{AppState, Settings},
};

#[derive(Debug, Args)]
pub(super) struct McpOptions {
    /// Folder of a data package (with datapackage.json); the built-in figures by default.
    #[arg(long, env = "VITHE_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,

    /// Public address of the site (`https://vithe.example`), for absolute links to its pages.
    #[arg(long, env = "VITHE_PUBLIC_ORIGIN", value_name = "ORIGIN", value_parser = parse_origin)]
    public_origin: Option<String>,

    /// Path of that address below which the site stands (`/vithe`); its root by default.
    #[arg(long, env = "VITHE_BASE_PATH", default_value = "/", value_name = "PATH", value_parser = parse_base_path)]
    base_path: String,

    /// What is logged: error, warn, info, debug.
    #[arg(long, env = "VITHE_LOG", default_value = "warn", value_name = "FILTER")]
    log: String,
}

/// Answers one assistant until it closes standard input.
pub(super) fn serve(options: McpOptions) -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(log_filter(&options.log)?)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();
    stand_below(&options.base_path);
    let data = load_data(options.data.as_deref(), &BTreeMap::new())?;
    let settings = Settings {
        public_origin: options.public_origin,
        figure_workers: 0,
        ..Settings::default()
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the runtime could not be started")?;
    runtime.block_on(async {
        let assistants = Assistants::new(AppState::new(Arc::new(data), settings));
        assistants.serve_client(rmcp::transport::stdio()).await
    })
}
