//! A Chromium for the tests, and the Node scripts that drive it.

use std::{env, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    npm,
    process::{self, find_program, succeeds},
    workspace,
};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
];

/// Finds a Chromium, or installs Debian's.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROME") {
        let path = PathBuf::from(path);
        if !path.is_file() {
            bail!("CHROME names {}, which is not a file", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = find_program(&NAMES) {
        return Ok(path);
    }
    if find_program(&["apt-get"]).is_some() {
        println!("installing Chromium for the tests");
        apt_get(&["update", "-qq"])
            .and_then(|()| apt_get(&["install", "-y", "-qq", "--no-install-recommends", "chromium"]))
            .context("Chromium could not be installed by apt-get; install it by hand, or name one in CHROME")?;
    }
    find_program(&NAMES)
        .context("no Chromium found: install Chromium or Chrome, or name its executable in the variable CHROME")
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let is_root = process::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else if succeeds(Command::new("sudo").args(["-n", "true"])) {
        let mut command = Command::new("sudo");
        command.args(["-n", "apt-get"]);
        command
    } else {
        bail!("apt-get needs root and sudo asks for a password: run `sudo apt-get install chromium` yourself");
    };
    process::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Node, told where the running server and the browser are.
pub(crate) fn node(base_url: &str) -> Result<Command> {
    npm::install()?;
    let mut command = process::command("node");
    command.env("BASE_URL", base_url).env("CHROMIUM_PATH", chromium()?);
    Ok(command)
}

/// The folder of the browser tests.
pub(crate) fn folder() -> PathBuf {
    workspace::root().join("tests/browser")
}
