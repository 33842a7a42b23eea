//! The binary `vithe`.

use std::{env, path::PathBuf};

use anyhow::Result;

use crate::{
    process::{self, cargo},
    workspace::{self, Profile},
};

/// Builds the binary around what `frontend/dist` holds; returns its path.
pub(crate) fn build(profile: Profile) -> Result<PathBuf> {
    let mut command = cargo(None);
    command.args(["build", "--package", "vithe", "--bin", "vithe"]);
    let folder = match profile {
        Profile::Development => "debug",
        Profile::Release => {
            command.arg("--release");
            "release"
        }
    };
    process::run(&mut command)?;
    Ok(workspace::target()
        .join(folder)
        .join(format!("vithe{}", env::consts::EXE_SUFFIX)))
}
