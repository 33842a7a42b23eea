//! The pages as WebAssembly: the target, the build, its chunks, and the JavaScript that binds it to the browser.

mod join;
mod split;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    fingerprint, npm,
    process::{self, capture, cargo, find_program, succeeds},
    workspace::{self, Profile},
};

/// The target of the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The base name of the JavaScript and the WebAssembly that the pages load.
const BUNDLE: &str = "site";

/// Splitting moves code, and needs to know which places name what is moved.
const KEEP_RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// Used by every build of the workspace (`.cargo/config.toml`); repeated where other flags are added.
const SHARED_FLAGS: &str = "--cfg=erase_components";

const SYSTEM_TOOLCHAIN: &str = "+web";
const INSTALL_SCRIPT: &str = include_str!("install-wasm-target.sh");

/// The toolchain that builds for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The one that builds everything else.
    Default,
    /// The system's compiler, linked as `web`: rustup could not add the target. It has no clippy.
    System,
}

impl Toolchain {
    /// The argument that makes cargo use it.
    pub(crate) fn argument(self) -> Option<&'static str> {
        match self {
            Self::Default => None,
            Self::System => Some(SYSTEM_TOOLCHAIN),
        }
    }
}

/// Finds a toolchain with the target, or gets one.
pub(crate) fn toolchain() -> Result<Toolchain> {
    if has_target(None) {
        return Ok(Toolchain::Default);
    }
    if has_target(Some(SYSTEM_TOOLCHAIN)) {
        return Ok(Toolchain::System);
    }
    println!("adding the target {TARGET}");
    let added = process::run(process::command("rustup").args(["target", "add", TARGET]));
    if added.is_ok() {
        return Ok(Toolchain::Default);
    }
    if find_program(&["apt-get"]).is_none() {
        bail!(
            "the Rust target {TARGET} is missing and rustup could not add it. \
             Install Rust by https://rustup.rs, run `rustup target add {TARGET}` with a network connection, and try again"
        );
    }
    println!("rustup could not add it; building the standard library from the system's Rust source instead");
    process::run(Command::new("bash").args(["-c", INSTALL_SCRIPT])).with_context(|| {
        format!(
            "the Rust target {TARGET} is missing: neither rustup nor apt-get could provide it. \
             With a network connection `rustup target add {TARGET}` is enough"
        )
    })?;
    Ok(Toolchain::System)
}

/// Whether a toolchain has the standard library for the target.
fn has_target(toolchain: Option<&str>) -> bool {
    let mut rustc = process::command("rustc");
    rustc
        .args(toolchain)
        .args(["--print", "target-libdir", "--target", TARGET])
        .stderr(std::process::Stdio::null());
    let Ok(output) = rustc.output() else { return false };
    let folder = String::from_utf8_lossy(&output.stdout);
    fs::read_dir(folder.trim()).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

/// Builds the pages for the browser; returns the folder with `site.js`, `site_bg.wasm` and the chunks they load.
pub(crate) fn build(profile: Profile) -> Result<PathBuf> {
    let toolchain = toolchain()?;
    let profile_name = match profile {
        Profile::Development => "wasm-dev",
        Profile::Release => "wasm-release",
    };
    let mut command = cargo(toolchain.argument());
    command
        .args(["build", "--package", "vithe-frontend", "--lib", "--target", TARGET])
        .args(["--no-default-features", "--features", "csr"])
        .args(["--profile", profile_name])
        .arg("--config")
        .arg(format!("target.{TARGET}.rustflags={}", flags()?));
    process::run(&mut command)?;

    let module = workspace::target()
        .join(TARGET)
        .join(profile_name)
        .join("vithe_frontend.wasm");
    let folder = workspace::site_work().join("wasm");
    let bytes = fs::read(&module).with_context(|| module.display().to_string())?;
    let inputs = fingerprint::hash_all([
        ("module", bytes.as_slice()),
        ("binder", include_bytes!("wasm.rs")),
        ("splitter", include_bytes!("wasm/split.rs")),
        ("joiner", include_bytes!("wasm/join.rs")),
    ]);
    let outputs = [
        folder.join(format!("{BUNDLE}.js")),
        folder.join(format!("{BUNDLE}_bg.wasm")),
    ];
    fingerprint::unless_fresh("wasm", &inputs, &outputs, || bind(&bytes, &folder, profile))?;
    Ok(folder)
}

/// Compiler flags as a TOML list. Paths of this machine are kept out of panic messages, so that every machine builds
/// the same bytes.
fn flags() -> Result<String> {
    let mut flags = vec![
        SHARED_FLAGS.to_owned(),
        KEEP_RELOCATIONS.to_owned(),
        format!("--remap-path-prefix={}=vithe", workspace::root().display()),
    ];
    let mut registries = registries()?;
    registries.sort_unstable();
    for registry in registries {
        flags.push(format!("--remap-path-prefix={}=crates", registry.display()));
    }
    Ok(serde_json::to_string(&flags)?)
}

/// The setting that makes the compiler refuse warnings, where clippy cannot.
pub(crate) fn flags_that_deny_warnings() -> Result<String> {
    let flags = serde_json::to_string(&[SHARED_FLAGS, "-Dwarnings"])?;
    Ok(format!("target.{TARGET}.rustflags={flags}"))
}

/// Where cargo has unpacked the sources of dependencies.
fn registries() -> Result<Vec<PathBuf>> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("CARGO_HOME is not set and there is no home folder")?;
    let sources = home.join("registry/src");
    if !sources.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(sources)? {
        found.push(entry?.path());
    }
    Ok(found)
}

/// Splits the module and binds its main part to the browser. All files refer to each other by relative paths.
fn bind(module: &[u8], folder: &Path, profile: Profile) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let is_release = profile == Profile::Release;
    let glue = format!("{BUNDLE}.js");
    let main = workspace::site_work().join("main.wasm");
    split::split(module, &main, folder, &glue)?;
    Bindgen::new()
        .input_path(&main)
        .out_name(BUNDLE)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        // The chunks use the memory, the stack pointer and the table of the main module.
        .keep_lld_exports(true)
        .demangle(false)
        .remove_name_section(is_release)
        .remove_producers_section(is_release)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen cannot bind {}", main.display()))?;
    fs::remove_file(&main)?;
    // `wasm-opt` is left out on purpose: it makes the file smaller and its brotli form 6 to 8 % larger.
    npm::join_script(&folder.join(glue), is_release)?;
    fs::remove_file(folder.join(split::LOADER))?;
    Ok(())
}

/// Whether the lints can be run for the target: clippy needs the toolchain it came with.
pub(crate) fn can_lint(toolchain: Toolchain) -> bool {
    toolchain == Toolchain::Default && succeeds(cargo(None).args(["clippy", "--version"]))
}

/// The version of the compiler that builds for the browser, for the log.
pub(crate) fn compiler(toolchain: Toolchain) -> Result<String> {
    let version = capture(process::command("rustc").args(toolchain.argument()).arg("--version"))?;
    Ok(version.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_repeat_those_of_every_build() {
        let configuration = fs::read_to_string(workspace::root().join(".cargo/config.toml")).unwrap();
        assert!(configuration.contains(&format!("\"{SHARED_FLAGS}\"")));
        assert!(flags().unwrap().starts_with(&format!("[\"{SHARED_FLAGS}\"")));
    }

    #[test]
    fn the_fall_back_script_is_valid() {
        assert!(succeeds(Command::new("bash").args(["-n", "-c", INSTALL_SCRIPT])));
    }
}
