//! Tools that check the checkout: each of one version, installed once under the target folder, so that every machine finds the
//! same. What cannot be installed is an error that says what to do; nothing is left out in silence.

use std::{
    env,
    fmt::{self, Display, Formatter},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    fingerprint,
    process::{self, cargo, command},
    workspace,
};

/// A tool of one version.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tool {
    /// The name of the package, which is that of the program.
    name: &'static str,
    version: &'static str,
    origin: Origin,
}

/// Where a tool is from.
#[derive(Clone, Copy, Debug)]
enum Origin {
    /// A crate, built here by its own lock file.
    Crates,
    /// A package of Python, in an environment of its own.
    Python,
}

/// Licences, sources and bans of dependencies, by `deny.toml`.
pub(crate) const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    origin: Origin::Crates,
};

/// Dependencies that a manifest names and no source uses.
pub(crate) const CARGO_MACHETE: Tool = Tool {
    name: "cargo-machete",
    version: "0.9.2",
    origin: Origin::Crates,
};

/// Spelling of what is English, by `_typos.toml`. The package holds the program as it is published.
pub(crate) const TYPOS: Tool = Tool {
    name: "typos",
    version: "1.52.0",
    origin: Origin::Python,
};

/// Reads the data package as others would, by the reference implementation of the format.
pub(crate) const FRICTIONLESS: Tool = Tool {
    name: "frictionless",
    version: "5.21.0",
    origin: Origin::Python,
};

impl Display for Tool {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.name, self.version)
    }
}

impl Tool {
    /// Its program, which is installed first where this version is not there.
    pub(crate) fn program(&self) -> Result<PathBuf> {
        let folder = workspace::target().join("tools").join(self.name);
        let program = folder
            .join("bin")
            .join(format!("{}{}", self.name, env::consts::EXE_SUFFIX));
        fingerprint::unless_fresh(self.name, self.version, std::slice::from_ref(&program), || {
            println!("installing {self}");
            // What an earlier version, or an attempt that was broken off, has left.
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            self.install(&folder)
                .with_context(|| format!("{self} could not be installed: {}", self.origin.needs()))?;
            ensure!(program.is_file(), "{self} has no program {}", program.display());
            Ok(())
        })?;
        Ok(program)
    }

    fn install(&self, folder: &Path) -> Result<()> {
        match self.origin {
            Origin::Crates => process::run(
                cargo(None)
                    // Built in a quarter of the time that `release` takes, and run for seconds.
                    .args(["install", "--locked", "--debug", "--no-default-features", "--quiet"])
                    .args(["--version", &format!("={}", self.version), "--root"])
                    .arg(folder)
                    .arg(self.name)
                    .env("CARGO_PROFILE_DEV_DEBUG", "false"),
            ),
            Origin::Python => {
                process::run(command("python3").args(["-m", "venv"]).arg(folder))?;
                process::run(
                    command(folder.join("bin/pip"))
                        .args(["install", "--quiet", "--disable-pip-version-check"])
                        .arg(format!("{}=={}", self.name, self.version)),
                )
            }
        }
    }
}

impl Origin {
    /// What has to be there, and what to do.
    const fn needs(self) -> &'static str {
        match self {
            Self::Crates => {
                "the first time it is built from crates.io, which needs a network connection; run the command again with one"
            }
            Self::Python => {
                "the first time it needs python3 with venv and pip (on Debian: `apt-get install python3-venv`) and a network \
                 connection; run the command again with them"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_of_one_version() {
        for tool in [CARGO_DENY, CARGO_MACHETE, TYPOS, FRICTIONLESS] {
            let numbers: Vec<_> = tool.version.split('.').map(str::parse::<u32>).collect();
            assert!(numbers.len() == 3 && numbers.iter().all(Result::is_ok), "{tool}");
        }
    }
}
