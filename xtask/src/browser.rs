//! The browsers of the tests, and the Node scripts that drive them.

use std::{
    env,
    fmt::{self, Display, Formatter},
    path::PathBuf,
    process::Command,
};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::{
    npm,
    process::{self, find_program, succeeds},
    workspace,
};

/// A browser that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
}

impl Display for Browser {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        })
    }
}

impl Browser {
    /// All of them.
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// What it is called in the scripts.
    const fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The environment variable that names its executable.
    const fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROME",
            Self::Firefox => "FIREFOX",
        }
    }

    /// Programs that are this browser.
    const fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "chromium",
                "chromium-browser",
                "google-chrome-stable",
                "google-chrome",
                "chrome",
            ],
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// Debian's package of it.
    const fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    /// Finds its executable, or installs Debian's.
    fn executable(self) -> Result<PathBuf> {
        let variable = self.variable();
        if let Some(path) = env::var_os(variable) {
            let path = PathBuf::from(path);
            if !path.is_file() {
                bail!("{variable} names {}, which is not a file", path.display());
            }
            return Ok(path);
        }
        if let Some(path) = find_program(self.programs()) {
            return Ok(path);
        }
        if find_program(&["apt-get"]).is_some() {
            let package = self.package();
            println!("installing {self} for the tests");
            apt_get(&["update", "-qq"])
                .and_then(|()| apt_get(&["install", "-y", "-qq", "--no-install-recommends", package]))
                .with_context(|| {
                    format!(
                        "{package} could not be installed by apt-get; install it by hand, or name {self} in {variable}"
                    )
                })?;
        }
        find_program(self.programs())
            .with_context(|| format!("no {self} found: install it, or name its executable in the variable {variable}"))
    }
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
        bail!("apt-get needs root and sudo asks for a password");
    };
    process::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Node, told where the running server and the browser are.
pub(crate) fn node(base_url: &str, browser: Browser) -> Result<Command> {
    npm::install()?;
    let mut command = process::command("node");
    command
        .env("BASE_URL", base_url)
        .env("BROWSER", browser.key())
        .env("BROWSER_PATH", browser.executable()?);
    Ok(command)
}

/// The folder of the browser tests.
pub(crate) fn folder() -> PathBuf {
    workspace::root().join("tests/browser")
}
