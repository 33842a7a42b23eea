//! `cargo xtask screenshots`: pictures of every page, to be looked at.

use std::{env, path::PathBuf};

use anyhow::Result;
use vithe_tests::Server;

use crate::{
    browser::{self, Browser},
    process, test, workspace,
};

/// Builds the product and takes the pictures.
pub(crate) fn take(browser: Browser, folder: Option<PathBuf>, only: Option<&str>) -> Result<()> {
    let folder = match folder {
        Some(folder) => env::current_dir()?.join(folder),
        None => workspace::target().join("screenshots"),
    };
    let server = Server::start(&test::build()?)?;
    let mut command = browser::node(server.base_url(), browser)?;
    command
        .arg(browser::folder().join("screenshots.mjs"))
        .arg(&folder)
        .args(only);
    process::run(&mut command)
}
