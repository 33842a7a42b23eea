//! Hashes of content, and the record that lets a step be skipped when its inputs are as they were.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace;

/// How many hexadecimal digits of a hash stand in a file name: 40 bits, enough for a few dozen files.
const NAME_DIGITS: usize = 10;

/// The SHA-256 of some bytes, in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

/// The part of a hash that stands in a file name.
pub(crate) fn short(hash: &str) -> &str {
    &hash[..NAME_DIGITS.min(hash.len())]
}

/// One hash of several named contents, in the order given.
pub(crate) fn hash_all<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in parts {
        // Lengths keep ("a", "bc") and ("ab", "c") apart.
        hasher.update((name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    to_hex(&hasher.finalize())
}

fn to_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// All files below a folder by their path relative to it, with `/` between its parts; empty where there is no folder.
pub(crate) fn read_tree(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    if folder.is_dir() {
        read_into(folder, "", &mut files)?;
    }
    Ok(files)
}

fn read_into(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_into(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let bytes = fs::read(entry.path()).with_context(|| entry.path().display().to_string())?;
            files.insert(path, bytes);
        }
    }
    Ok(())
}

/// One hash of files and of everything in folders.
pub(crate) fn hash_paths(paths: &[PathBuf]) -> Result<String> {
    let mut files = BTreeMap::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            for (inner, bytes) in read_tree(path)? {
                files.insert(format!("{name}/{inner}"), bytes);
            }
        } else if path.is_file() {
            files.insert(name.into_owned(), fs::read(path)?);
        }
    }
    Ok(hash_all(
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    ))
}

/// Runs a step unless its inputs are those of its last success and its outputs are still there.
pub(crate) fn unless_fresh(
    step: &str,
    inputs: &str,
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let record = workspace::site_work().join("fingerprints").join(step);
    unless_recorded(&record, inputs, outputs, work)
}

fn unless_recorded(record: &Path, inputs: &str, outputs: &[PathBuf], work: impl FnOnce() -> Result<()>) -> Result<()> {
    let is_fresh =
        fs::read_to_string(record).is_ok_and(|last| last == inputs) && outputs.iter().all(|path| path.exists());
    if is_fresh {
        return Ok(());
    }
    if record.exists() {
        // A step that breaks half-way must run again.
        fs::remove_file(record)?;
    }
    work()?;
    if let Some(folder) = record.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(record, inputs).with_context(|| record.display().to_string())
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, env, process};

    use anyhow::bail;

    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("vithe-xtask-{}-{name}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_hash_depends_on_names_and_borders() {
        let one = hash_all([("a", &b"bc"[..])]);
        assert_ne!(one, hash_all([("ab", &b"c"[..])]));
        assert_ne!(one, hash_all([("a", &b"b"[..]), ("", &b"c"[..])]));
        assert_eq!(one, hash_all([("a", &b"bc"[..])]));
    }

    #[test]
    fn the_name_of_a_file_carries_ten_digits() {
        assert_eq!(short(&hash(b"")), "e3b0c44298");
    }

    #[test]
    fn a_step_runs_once_while_its_inputs_stay() {
        let folder = folder("once");
        let (record, output) = (folder.join("record"), folder.join("output"));
        let runs = Cell::new(0);
        let step = |inputs: &str| {
            unless_recorded(&record, inputs, std::slice::from_ref(&output), || {
                runs.set(runs.get() + 1);
                Ok(fs::write(&output, inputs)?)
            })
            .unwrap();
        };
        step("one");
        step("one");
        assert_eq!(runs.get(), 1);
        step("two");
        assert_eq!(runs.get(), 2);
        fs::remove_file(&output).unwrap();
        step("two");
        assert_eq!(runs.get(), 3, "a lost output is made again");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_step_that_failed_runs_again() {
        let folder = folder("again");
        let record = folder.join("record");
        unless_recorded(&record, "one", &[], || Ok(())).unwrap();
        assert!(unless_recorded(&record, "two", &[], || bail!("broken")).is_err());
        let ran = Cell::new(false);
        unless_recorded(&record, "one", &[], || {
            ran.set(true);
            Ok(())
        })
        .unwrap();
        assert!(ran.get());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_tree_is_read_with_relative_paths() {
        let folder = folder("tree");
        fs::create_dir_all(folder.join("inner")).unwrap();
        fs::write(folder.join("b"), "2").unwrap();
        fs::write(folder.join("inner/a"), "1").unwrap();
        let paths: Vec<_> = read_tree(&folder).unwrap().into_keys().collect();
        assert_eq!(paths, ["b", "inner/a"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
