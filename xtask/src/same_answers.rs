//! `cargo xtask same-answers`: the engine as WebAssembly, over the datasets that the server sends, against the server.

use std::path::Path;

use anyhow::{Context, Result};
use vithe_tests::Server;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    process::{self, cargo},
    wasm, workspace,
};

/// The crate that makes the module, and the name of what is built.
const PACKAGE: &str = "vithe-engine-module";
const MODULE: &str = "vithe_engine_module";

/// Builds the module, asks it and the server the same questions, and fails where they differ.
pub(crate) fn run(binary: &Path) -> Result<()> {
    let toolchain = wasm::toolchain()?;
    process::run(
        cargo(toolchain.argument())
            .args(["build", "--package", PACKAGE, "--lib", "--target", wasm::TARGET])
            .args(["--profile", "wasm-dev"]),
    )?;
    let built = workspace::target()
        .join(wasm::TARGET)
        .join("wasm-dev")
        .join(format!("{MODULE}.wasm"));
    let folder = workspace::target().join("same-answers");
    Bindgen::new()
        .input_path(&built)
        .nodejs(true)?
        .generate(&folder)
        .with_context(|| format!("{} cannot be bound to Node", built.display()))?;
    let server = Server::start(binary)?;
    process::run(
        process::command("node")
            .arg(workspace::root().join("tests/engine/compare.mjs"))
            .arg(folder.join(format!("{MODULE}.js")))
            .arg(server.base_url()),
    )
}
