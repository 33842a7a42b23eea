//! What of others the product contains: the crates linked into the binary and into the WebAssembly of the site, and the npm
//! packages that the site is bundled from.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use cargo_metadata::{Metadata, MetadataCommand};
use serde::Deserialize;

use crate::{
    process::{capture, cargo},
    wasm, workspace,
};

/// Crates that no code links to, but whose files a build script puts into the binary.
const EMBEDDED: [&str; 1] = ["utoipa-swagger-ui-vendored"];

/// Where a component comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ecosystem {
    Cargo,
    Npm,
}

/// Something of others that the product contains.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Component {
    pub(super) ecosystem: Ecosystem,
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression, as its author gives it.
    pub(super) licence: Option<String>,
    pub(super) repository: Option<String>,
    /// Where its files are on this machine.
    pub(super) folder: PathBuf,
}

/// Everything that a build for the target contains, by ecosystem, name and version.
pub(super) fn components(host: &str) -> Result<BTreeSet<Component>> {
    let server = crates("vithe", host, &[], &EMBEDDED)?;
    let browser = crates(
        "vithe-frontend",
        wasm::TARGET,
        &["--no-default-features", "--features", "vithe-frontend/csr"],
        &[],
    )?;
    let packages = npm_packages(&workspace::frontend())?;
    Ok(server.into_iter().chain(browser).chain(packages).collect())
}

/// The crates that a package links for a platform, and some more by name.
///
/// `cargo metadata` describes crates, but unites the features of the whole workspace; which of them a build of this one package
/// links is told by `cargo tree`. Macros run at build time and are no part of the result.
fn crates(package: &str, platform: &str, features: &[&str], more: &[&str]) -> Result<Vec<Component>> {
    let mut tree = cargo(None);
    tree.args(["tree", "--locked", "--package", package, "--target", platform])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none"])
        .args(features);
    let tree = capture(&mut tree)?;
    let linked = tree.lines().filter_map(crate_of_line).collect();

    let mut metadata = cargo(None);
    metadata
        .args(["metadata", "--locked", "--format-version=1"])
        .args(["--filter-platform", platform])
        .args(features);
    let metadata = MetadataCommand::parse(capture(&mut metadata)?)?;
    described(&linked, more, &metadata)
}

/// Name and version of a line of `cargo tree`, e.g. `serde v1.0.228 (*)`.
fn crate_of_line(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// The crates of a list, and some more by name, as their authors describe them; those of the workspace are not of others.
fn described(linked: &BTreeSet<(&str, &str)>, more: &[&str], metadata: &Metadata) -> Result<Vec<Component>> {
    let mut known = BTreeSet::new();
    let mut components = Vec::new();
    for package in &metadata.packages {
        let (name, version) = (package.name.as_str(), package.version.to_string());
        let is_linked = linked.contains(&(name, version.as_str()));
        if !is_linked && !more.contains(&name) {
            continue;
        }
        known.insert((name, version.clone()));
        if package.source.is_none() {
            continue;
        }
        let folder = package.manifest_path.parent().context("a manifest is in no folder")?;
        components.push(Component {
            ecosystem: Ecosystem::Cargo,
            name: name.to_owned(),
            version,
            licence: package.license.as_deref().map(spdx),
            repository: package.repository.clone(),
            folder: folder.as_std_path().to_path_buf(),
        });
    }
    for (name, version) in linked {
        if !known.contains(&(*name, (*version).to_owned())) {
            bail!("cargo tree names {name} {version}, of which cargo metadata knows nothing");
        }
    }
    for name in more {
        if !known.iter().any(|(known, _)| known == name) {
            bail!("{name} is no dependency any more: take it out of the list in xtask/src/dist/linked.rs");
        }
    }
    Ok(components)
}

/// Cargo still takes `MIT/Apache-2.0` for `MIT OR Apache-2.0`; the standard does not.
fn spdx(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

#[derive(Deserialize)]
struct LockFile {
    packages: BTreeMap<String, LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    version: Option<String>,
    license: Option<String>,
    #[serde(default)]
    dev: bool,
}

#[derive(Deserialize)]
struct Manifest {
    repository: Option<Repository>,
}

/// The two ways in which a `package.json` names its repository.
#[derive(Deserialize)]
#[serde(untagged)]
enum Repository {
    Short(String),
    Long { url: String },
}

/// The npm packages of a lock file that are no mere tools, with the repositories that the installed packages name.
fn npm_packages(folder: &Path) -> Result<Vec<Component>> {
    let mut components = bundled(&read(&folder.join("package-lock.json"))?, folder)?;
    for component in &mut components {
        let manifest: Manifest = serde_json::from_str(&read(&component.folder.join("package.json"))?)?;
        component.repository = manifest.repository.map(|repository| match repository {
            Repository::Short(url) | Repository::Long { url } => url.trim_start_matches("git+").to_owned(),
        });
    }
    Ok(components)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read: run cargo xtask assets", path.display()))
}

/// The packages of a lock file that are there for more than development.
fn bundled(lock_file: &str, folder: &Path) -> Result<Vec<Component>> {
    const INSTALLED: &str = "node_modules/";
    let lock_file: LockFile = serde_json::from_str(lock_file)?;
    let mut components = Vec::new();
    for (path, package) in lock_file.packages {
        // The first entry, without a path, is the site itself.
        let Some((_, name)) = path.rsplit_once(INSTALLED) else {
            continue;
        };
        if package.dev {
            continue;
        }
        components.push(Component {
            ecosystem: Ecosystem::Npm,
            name: name.to_owned(),
            version: package.version.with_context(|| format!("{name} has no version"))?,
            licence: package.license,
            repository: None,
            folder: folder.join(&path),
        });
    }
    Ok(components)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_names_a_crate() {
        assert_eq!(crate_of_line("serde v1.0.228"), Some(("serde", "1.0.228")));
        assert_eq!(crate_of_line("icu v2.1.1 (*)"), Some(("icu", "2.1.1")));
        assert_eq!(
            crate_of_line("vithe v0.1.0 (/checkout/backend)"),
            Some(("vithe", "0.1.0"))
        );
        assert_eq!(crate_of_line(""), None);
    }

    #[test]
    fn expressions_follow_the_standard() {
        assert_eq!(spdx("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(spdx("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(spdx("Apache-2.0 WITH LLVM-exception"), "Apache-2.0 WITH LLVM-exception");
    }

    #[test]
    fn tools_and_the_site_itself_are_not_bundled() {
        let lock_file = r#"{"packages": {
            "": {"name": "site", "license": "MIT"},
            "node_modules/@fonts/inter": {"version": "0.4.2", "license": "MIT AND OFL-1.1"},
            "node_modules/esbuild": {"version": "0.28.2", "dev": true, "license": "MIT"}
        }}"#;
        let components = bundled(lock_file, Path::new("frontend")).unwrap();
        let expected = Component {
            ecosystem: Ecosystem::Npm,
            name: "@fonts/inter".to_owned(),
            version: "0.4.2".to_owned(),
            licence: Some("MIT AND OFL-1.1".to_owned()),
            repository: None,
            folder: PathBuf::from("frontend/node_modules/@fonts/inter"),
        };
        assert_eq!(components, [expected]);
    }

    #[test]
    fn the_binary_and_the_site_link_what_is_known_of_them() {
        let server = crates("vithe", "x86_64-unknown-linux-gnu", &[], &EMBEDDED).unwrap();
        let has = |name: &str| server.iter().any(|component| component.name == name);
        assert!(has("axum") && has("rquickjs-sys") && has("utoipa-swagger-ui-vendored"));
        // A tool of tests, a macro, and a crate of the workspace.
        assert!(!has("proptest") && !has("serde_derive") && !has("vithe-shared"));
    }
}
