//! `cargo xtask serve`: the released product on this machine.

use std::process::Command;

use anyhow::Result;

use crate::{assets, binary, process, workspace::Profile};

/// Builds everything and becomes `vithe serve`.
pub(crate) fn serve(arguments: &[String]) -> Result<()> {
    assets::build(Profile::Release)?;
    let binary = binary::build(Profile::Release)?;
    let mut command = Command::new(binary);
    command.arg("serve").args(arguments);
    replace_by(&mut command)
}

/// Signals of a service manager then reach the server itself.
#[cfg(unix)]
fn replace_by(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    let error = command.exec();
    Err(error)
        .map_err(|error| anyhow::Error::new(error).context(format!("{} cannot be started", process::shown(command))))
}

#[cfg(not(unix))]
fn replace_by(command: &mut Command) -> Result<()> {
    process::run(command)
}
