//! `cargo xtask dist`: what is handed to others: an archive with the binary, its documents, the licences of all that it
//! contains and a bill of materials; or, with `--container`, an image that was seen to run.

mod archive;
mod container;
mod licences;
mod linked;
mod sbom;

use std::{env, fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    assets, binary,
    dist::archive::{Archive, Mode},
    fingerprint,
    process::{self, capture},
    workspace::{self, Profile},
};

pub(crate) use container::try_image;

/// The version of the product, which is that of every crate of the workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Documents that go along, by their path in the checkout; a folder goes with all that is in it.
const DOCUMENTS: [&str; 8] = [
    "CHANGELOG.md",
    "CITATION.cff",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "datasets/LICENSE.md",
    "docs/operations",
    "docs/operations.md",
];

const LICENCES: &str = "THIRD-PARTY-LICENSES.txt";
const BILL_OF_MATERIALS: &str = "vithe.cdx.json";

/// Builds the product for release and writes `target/dist/vithe-<version>-<target>.tar.gz`.
pub(crate) fn archive() -> Result<()> {
    let epoch = source_date_epoch()?;
    let host = host()?;
    assets::build(Profile::Release)?;
    let binary = binary::build(Profile::Release)?;
    let components = linked::components(&host)?;

    let mut archive = Archive::new(format!("vithe-{VERSION}-{host}"));
    archive.add("vithe", Mode::Executable, read(&binary)?);
    for document in DOCUMENTS {
        add_document(&mut archive, document)?;
    }
    archive.add(LICENCES, Mode::File, licences::text(&components)?.into_bytes());
    let bill = sbom::document(VERSION, &components, epoch)?;
    archive.add(BILL_OF_MATERIALS, Mode::File, serde_json::to_vec_pretty(&bill)?);

    let bytes = archive.write(epoch)?;
    let folder = workspace::target().join("dist");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let path = folder.join(format!("{}.tar.gz", archive.name()));
    fs::write(&path, &bytes).with_context(|| path.display().to_string())?;
    println!("{} components of others", components.len());
    println!("sha256 {}", fingerprint::hash(&bytes));
    println!("{}", path.display());
    Ok(())
}

fn add_document(archive: &mut Archive, document: &str) -> Result<()> {
    let path = workspace::root().join(document);
    if path.is_dir() {
        for (name, bytes) in fingerprint::read_tree(&path)? {
            archive.add(&format!("{document}/{name}"), Mode::File, bytes);
        }
    } else {
        archive.add(document, Mode::File, read(&path)?);
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}

/// The target that the compiler builds for, e.g. `x86_64-unknown-linux-gnu`.
fn host() -> Result<String> {
    let said = capture(process::command("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc -vV names no host")?.to_owned())
}

/// The time that files are said to be of, in seconds since 1970, where the builder gives one
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
fn source_date_epoch() -> Result<Option<u64>> {
    const VARIABLE: &str = "SOURCE_DATE_EPOCH";
    let Some(text) = env::var_os(VARIABLE) else {
        return Ok(None);
    };
    let text = text.to_string_lossy();
    let seconds = text
        .parse()
        .with_context(|| format!("{VARIABLE} is {text:?}: expected whole seconds since 1970"))?;
    Ok(Some(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_in_the_checkout() {
        for document in DOCUMENTS {
            assert!(workspace::root().join(document).exists(), "{document}");
        }
    }

    #[test]
    fn the_changelog_begins_with_the_version_of_the_workspace() {
        let changelog = fs::read_to_string(workspace::root().join("CHANGELOG.md")).unwrap();
        let newest = changelog.lines().find(|line| line.starts_with("## ")).unwrap();
        assert_eq!(newest, format!("## [{VERSION}]"));
    }

    #[test]
    fn the_citation_names_the_version_of_the_workspace() {
        let citation = fs::read_to_string(workspace::root().join("CITATION.cff")).unwrap();
        let line = format!("version: {VERSION}");
        assert!(
            citation.lines().any(|found| found == line),
            "{line} is not in CITATION.cff"
        );
    }
}
