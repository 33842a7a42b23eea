//! Everything that comes from npm: installing by the lock file, the chart engine and the typeface, and the style sheet.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    fingerprint,
    process::{self, capture, command},
    site::has_extension,
    workspace,
};

const LEAST_NODE: u32 = 20;

/// Browsers of the last years; the style sheet is written for them.
const STYLE_TARGETS: &str = "chrome111,edge111,firefox114,safari16.4";

/// Installs the packages of `frontend/package-lock.json`.
pub(crate) fn install() -> Result<()> {
    install_in(&workspace::frontend(), "npm")
}

/// Installs the packages of the lock file in a folder, under the name that its fingerprint is kept by.
pub(crate) fn install_in(folder: &Path, name: &str) -> Result<()> {
    check_node()?;
    let inputs = ["package.json", "package-lock.json", ".npmrc"].map(|file| folder.join(file));
    let inputs = fingerprint::hash_paths(&inputs)?;
    let outputs = [folder.join("node_modules/.package-lock.json")];
    fingerprint::unless_fresh(name, &inputs, &outputs, || {
        println!("installing npm packages");
        process::run(
            command("npm")
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(folder),
        )
        .context("the npm packages could not be installed; it needs a network connection the first time")
    })
}

/// Bundles the chart engine and cuts the typeface; returns the folder they are in.
pub(crate) fn bundle() -> Result<PathBuf> {
    install()?;
    let frontend = workspace::frontend();
    let folder = workspace::site_work().join("npm");
    let inputs = ["build.mjs", "font_tables.mjs", "package-lock.json"]
        .map(|name| frontend.join(name))
        .into_iter()
        .chain(scripts()?)
        .collect::<Vec<_>>();
    let outputs = [folder.join("echarts.js"), folder.join("echarts_server.js")];
    fingerprint::unless_fresh("bundle", &fingerprint::hash_paths(&inputs)?, &outputs, || {
        println!("bundling the chart engine and the typeface");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        process::run(command("node").arg("build.mjs").arg(&folder).current_dir(&frontend))
    })?;
    Ok(folder)
}

/// The scripts that `build.mjs` bundles.
fn scripts() -> Result<Vec<PathBuf>> {
    let mut scripts = Vec::new();
    for entry in fs::read_dir(workspace::frontend().join("assets"))? {
        let path = entry?.path();
        if path.is_file() {
            scripts.push(path);
        }
    }
    scripts.sort();
    Ok(scripts)
}

/// The style sheets joined in the order of their names, minified.
pub(crate) fn style_sheet() -> Result<String> {
    install()?;
    let sheets = fingerprint::read_tree(&workspace::frontend().join("styles"))?;
    let mut css = String::new();
    for (name, bytes) in sheets.into_iter().filter(|(name, _)| has_extension(name, "css")) {
        let text = String::from_utf8(bytes).with_context(|| format!("styles/{name} is not UTF-8"))?;
        css.push_str(&text);
        css.push('\n');
    }
    let work = workspace::site_work();
    let (source, minified) = (work.join("joined.css"), work.join("site.css"));
    let inputs = fingerprint::hash_all([("css", css.as_bytes()), ("targets", STYLE_TARGETS.as_bytes())]);
    fingerprint::unless_fresh("styles", &inputs, std::slice::from_ref(&minified), || {
        fs::create_dir_all(&work)?;
        fs::write(&source, &css)?;
        process::run(
            esbuild()
                .arg(&source)
                .arg("--minify")
                .arg(format!("--target={STYLE_TARGETS}"))
                .arg(format!("--outfile={}", minified.display())),
        )
    })?;
    Ok(fs::read_to_string(minified)?)
}

/// Joins a module of the browser with the modules it imports, in place; what it exports keeps its names.
pub(crate) fn join_script(module: &Path, minifies: bool) -> Result<()> {
    install()?;
    let mut command = esbuild();
    command
        .arg(module)
        .args(["--bundle", "--format=esm", "--target=es2022", "--allow-overwrite"])
        // wasm-bindgen names the module of the chunks once for every function that it imports from there.
        .arg("--log-override:duplicate-object-key=silent")
        .arg(format!("--outfile={}", module.display()));
    if minifies {
        command.arg("--minify");
    }
    process::run(&mut command)
}

fn esbuild() -> Command {
    let mut command = Command::new(workspace::frontend().join("node_modules/.bin/esbuild"));
    command.args(["--log-level=warning", "--charset=utf8"]);
    command
}

fn check_node() -> Result<()> {
    let said = capture(command("node").arg("--version").stderr(Stdio::null()));
    let Ok(version) = said else {
        bail!("Node is missing: install Node {LEAST_NODE} or newer from https://nodejs.org or by your package manager");
    };
    let major = major_version(&version).with_context(|| format!("node --version says {version:?}"))?;
    ensure!(
        major >= LEAST_NODE,
        "Node {} is too old: install Node {LEAST_NODE} or newer from https://nodejs.org",
        version.trim()
    );
    Ok(())
}

fn major_version(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20"), None);
    }
}
