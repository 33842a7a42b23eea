//! The binary `vithe`: see [`vithe::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    vithe::cli::run()
}
