//! An archive whose bytes depend on names and contents only.

use std::collections::BTreeMap;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use tar::{Builder, EntryType, Header};

/// The time of all files where none is given: 1 January 1980, the earliest that every unpacking program can show.
const EARLIEST: u64 = 315_532_800;

/// What a file may be used for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mode {
    File,
    Executable,
}

impl Mode {
    const fn bits(self) -> u32 {
        match self {
            Self::File => 0o644,
            Self::Executable => 0o755,
        }
    }
}

/// Files below one folder that has the name of the archive.
pub(super) struct Archive {
    name: String,
    files: BTreeMap<String, (Mode, Vec<u8>)>,
}

impl Archive {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            files: BTreeMap::new(),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn add(&mut self, path: &str, mode: Mode, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), (mode, bytes));
    }

    /// The archive as `.tar.gz`: entries in the order of their names, all of one time (seconds since 1970) and of no owner.
    pub(super) fn write(&self, time: Option<u64>) -> Result<Vec<u8>> {
        let mut tar = Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
        for (path, (mode, bytes)) in &self.files {
            let mut header = Header::new_gnu();
            header.set_entry_type(EntryType::Regular);
            header.set_mode(mode.bits());
            header.set_mtime(time.unwrap_or(EARLIEST));
            header.set_uid(0);
            header.set_gid(0);
            header.set_size(bytes.len() as u64);
            tar.append_data(&mut header, format!("{}/{path}", self.name), bytes.as_slice())?;
        }
        Ok(tar.into_inner()?.finish()?)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    fn archive(names: &[&str]) -> Archive {
        let mut archive = Archive::new("vithe-1".to_owned());
        for name in names {
            let mode = if *name == "vithe" { Mode::Executable } else { Mode::File };
            archive.add(name, mode, name.as_bytes().to_vec());
        }
        archive
    }

    #[test]
    fn the_order_in_which_files_are_added_does_not_matter() {
        let one = archive(&["vithe", "README.md", "docs/operations.md"]);
        let other = archive(&["docs/operations.md", "vithe", "README.md"]);
        assert_eq!(one.write(None).unwrap(), other.write(None).unwrap());
        assert_ne!(one.write(None).unwrap(), one.write(Some(EARLIEST + 60)).unwrap());
    }

    #[test]
    fn files_are_found_in_order_with_time_mode_and_content() {
        let bytes = archive(&["vithe", "README.md"]).write(Some(1_700_000_000)).unwrap();
        let mut found = Vec::new();
        for entry in tar::Archive::new(GzDecoder::new(bytes.as_slice())).entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let header = entry.header();
            let path = header.path().unwrap().display().to_string();
            found.push((path, header.mode().unwrap(), header.mtime().unwrap(), text));
        }
        let expected = [("README.md", 0o644), ("vithe", 0o755)]
            .map(|(name, mode)| (format!("vithe-1/{name}"), mode, 1_700_000_000, name.to_owned()));
        assert_eq!(found, expected);
    }
}
