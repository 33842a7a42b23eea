//! Where the files of a package come from: compiled into the program, a folder on disk, or memory.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

/// The path of the descriptor within a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// The files of a package, by their path within it (`data/observations.csv`).
#[derive(Clone, Debug, Default)]
pub struct PackageFiles {
    files: BTreeMap<String, Vec<u8>>,
}

/// A folder that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {}", path.display())]
pub struct FolderError {
    /// The file or folder.
    pub path: PathBuf,
    /// Why.
    #[source]
    pub source: io::Error,
}

impl PackageFiles {
    /// The package that was compiled in.
    pub fn embedded() -> Self {
        crate::embedded::files()
    }

    /// A package on disk: `datapackage.json` and the files of `data/` and `geo/`. A missing file is a finding of the
    /// reader, not an error here.
    pub fn from_folder(folder: &Path) -> Result<Self, FolderError> {
        let mut files = Self::default();
        if !folder.is_dir() {
            let source = io::Error::new(io::ErrorKind::NotADirectory, "not a folder");
            return Err(FolderError {
                path: folder.to_owned(),
                source,
            });
        }
        files.add_file(&folder.join(DESCRIPTOR), DESCRIPTOR)?;
        for part in ["data", "geo"] {
            let path = folder.join(part);
            let entries = match fs::read_dir(&path) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(source) => return Err(FolderError { path, source }),
            };
            for entry in entries {
                let entry = entry.map_err(|source| FolderError {
                    path: path.clone(),
                    source,
                })?;
                let name = entry.file_name();
                // Hidden files belong to editors and file managers.
                if let Some(name) = name.to_str().filter(|name| !name.starts_with('.'))
                    && entry.path().is_file()
                {
                    files.add_file(&entry.path(), &format!("{part}/{name}"))?;
                }
            }
        }
        Ok(files)
    }

    fn add_file(&mut self, path: &Path, name: &str) -> Result<(), FolderError> {
        match fs::read(path) {
            Ok(bytes) => {
                self.insert(name, bytes);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(FolderError {
                path: path.to_owned(),
                source,
            }),
        }
    }

    /// Puts a file in, in place of one of the same path.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// A revision of the contents: the first 16 hexadecimal digits of a SHA-256 over every path and file.
    pub fn content_hash(&self) -> String {
        let mut hash = Sha256::new();
        for (path, bytes) in &self.files {
            // Lengths keep two different splits of the same bytes apart.
            hash.update((path.len() as u64).to_le_bytes());
            hash.update(path.as_bytes());
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
        let mut revision = format!("{:x}", hash.finalize());
        revision.truncate(16);
        revision
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_revision_depends_on_contents_and_paths_only() {
        let mut one = PackageFiles::default();
        one.insert("data/a.csv", b"x".to_vec());
        one.insert("data/b.csv", b"y".to_vec());
        let mut two = PackageFiles::default();
        two.insert("data/b.csv", b"y".to_vec());
        two.insert("data/a.csv", b"x".to_vec());
        assert_eq!(one.content_hash(), two.content_hash());
        assert_eq!(one.content_hash().len(), 16);
        two.insert("data/a.csv", b"z".to_vec());
        assert_ne!(one.content_hash(), two.content_hash());
    }

    #[test]
    fn a_folder_is_read_without_hidden_files() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        fs::write(folder.path().join(DESCRIPTOR), "{}").unwrap();
        fs::write(folder.path().join("data/sources.csv"), "source_id\n").unwrap();
        fs::write(folder.path().join("data/.sources.csv.swp"), "").unwrap();
        let files = PackageFiles::from_folder(folder.path()).unwrap();
        assert_eq!(files.paths().collect::<Vec<_>>(), ["data/sources.csv", DESCRIPTOR]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let error = PackageFiles::from_folder(&folder.path().join("nowhere")).unwrap_err();
        assert!(error.to_string().contains("nowhere"));
    }
}
