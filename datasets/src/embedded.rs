//! The package that is compiled into the program, so that one file is a whole server. `build.rs` makes the crate rebuild
//! when a file of the package changes.

use include_dir::{Dir, include_dir};

use crate::files::{DESCRIPTOR, PackageFiles};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");
static GEO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/geo");
static DESCRIPTOR_BYTES: &[u8] = include_bytes!("../datapackage.json");

/// The files that were compiled in.
pub(crate) fn files() -> PackageFiles {
    let mut files = PackageFiles::default();
    files.insert(DESCRIPTOR, DESCRIPTOR_BYTES);
    for (folder, dir) in [("data", &DATA), ("geo", &GEO)] {
        for file in dir.files() {
            files.insert(format!("{folder}/{}", file.path().display()), file.contents());
        }
    }
    files
}
