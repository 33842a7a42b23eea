//! Places in the checkout, and the two ways of building it.

use std::{
    env,
    path::{Path, PathBuf},
};

/// How to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Development,
    /// Quick to run and small to load.
    Release,
}

/// The top of the checkout.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Cargo's output folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where the steps of the site leave what they made, before it is put together.
pub(crate) fn site_work() -> PathBuf {
    target().join("site")
}

/// The crate of the pages.
pub(crate) fn frontend() -> PathBuf {
    root().join("frontend")
}

/// What the backend embeds.
pub(crate) fn dist() -> PathBuf {
    frontend().join("dist")
}
