//! The package that is compiled into the program, so that one file is a whole server; `build.rs` packs it.

use std::io::{self, Read as _};

use flate2::read::DeflateDecoder;
use tar::Archive;

use crate::files::PackageFiles;

static PACKAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/package.tar.deflate"));

/// The files that were compiled in.
///
/// # Panics
///
/// When the archive is broken, which is a fault of the build.
pub(crate) fn files() -> PackageFiles {
    unpack(PACKAGE).expect("build.rs packed a whole archive")
}

fn unpack(packed: &[u8]) -> io::Result<PackageFiles> {
    let mut files = PackageFiles::default();
    for entry in Archive::new(DeflateDecoder::new(packed)).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        files.insert(path, bytes);
    }
    Ok(files)
}
