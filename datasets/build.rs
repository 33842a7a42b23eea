//! Packs the files of the package into one compressed archive, which `src/embedded.rs` compiles in: figures and borders
//! shrink to an eighth.

use std::{
    env,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::DeflateEncoder};

/// What the archive holds, besides the files of `data/` and `geo/`.
const DESCRIPTOR: &str = "datapackage.json";

fn main() -> io::Result<()> {
    let mut paths = vec![PathBuf::from(DESCRIPTOR)];
    for folder in ["data", "geo"] {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            // Hidden files belong to editors and file managers.
            if path
                .file_name()
                .is_some_and(|name| !name.as_encoded_bytes().starts_with(b"."))
            {
                paths.push(path);
            }
        }
    }
    println!("cargo::rerun-if-changed={DESCRIPTOR}");
    paths.sort();

    let target = Path::new(&env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?).join("package.tar.deflate");
    let mut archive = tar::Builder::new(DeflateEncoder::new(File::create(target)?, Compression::best()));
    // The same files make the same bytes, whenever they were written.
    archive.mode(tar::HeaderMode::Deterministic);
    for path in paths {
        archive.append_path(path)?;
    }
    archive.into_inner()?.finish()?;
    Ok(())
}
