//! The log of changes of the data package: what the checkout has that an earlier revision of the repository does not.

use std::fs;

use anyhow::{Context, Result, bail};
use vithe_datasets::{DESCRIPTOR, PackageFiles, changes_between, write_log};

use crate::{
    process::{capture, command},
    workspace,
};

const LOG: &str = "data/changes.csv";

/// Writes the changes of the tables since a revision into the log, under the version that `datapackage.json` has.
pub(crate) fn log(since: &str, why: &str) -> Result<()> {
    let folder = workspace::root().join("datasets");
    let after = PackageFiles::from_folder(&folder)?;
    let before = at(since)?;
    let (earlier, version) = (version(&before)?, version(&after)?);
    if earlier == version {
        bail!("{since} has version {version} too: raise `version` in datasets/{DESCRIPTOR} first");
    }
    let changes = changes_between(&before, &after)?;
    fs::write(folder.join(LOG), write_log(&after, &version, &changes, why)?)
        .with_context(|| format!("datasets/{LOG} cannot be written"))?;
    println!("{} changes from {earlier} to {version}", changes.len());
    Ok(())
}

/// The tables of the package in a revision.
fn at(revision: &str) -> Result<PackageFiles> {
    let list = capture(command("git").args(["ls-tree", "--name-only", revision, "datasets/", "datasets/data/"]))?;
    let mut files = PackageFiles::default();
    for path in list.lines() {
        let name = path.trim_start_matches("datasets/");
        if name == DESCRIPTOR || name.starts_with("data/") {
            files.insert(
                name,
                capture(command("git").args(["show", &format!("{revision}:{path}")]))?,
            );
        }
    }
    Ok(files)
}

fn version(files: &PackageFiles) -> Result<String> {
    let bytes = files.get(DESCRIPTOR).context("the revision has no data package")?;
    let descriptor: serde_json::Value = serde_json::from_slice(bytes)?;
    let version = descriptor["version"]
        .as_str()
        .context("the data package has no version")?;
    Ok(version.to_owned())
}
