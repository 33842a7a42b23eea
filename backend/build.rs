//! Names the build by the sources it is made of, for entity tags: another build may answer differently, and two builds of
//! the same sources answer alike. Packs the normalized form of the bundled figures (`build/parts.rs`).

#[path = "build/parts.rs"]
mod parts;

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::Path,
};

/// The crates that have a part in an answer.
const CRATES: [&str; 4] = ["backend", "datasets", "frontend", "shared"];

fn main() -> Result<(), Box<dyn Error>> {
    let workspace = Path::new("..");
    let mut files = BTreeMap::new();
    for name in CRATES {
        let sources = workspace.join(name).join("src");
        directive(&format!("rerun-if-changed={}", sources.display()));
        collect(&sources, &mut files)?;
    }
    let lock = workspace.join("Cargo.lock");
    directive(&format!("rerun-if-changed={}", lock.display()));
    files.insert("Cargo.lock".to_owned(), fs::read(&lock)?);
    // The site and the chart engine; absent in a checkout where `cargo xtask assets` has not run yet.
    let site = workspace.join("frontend/dist");
    directive(&format!("rerun-if-changed={}", site.join("manifest.json").display()));
    if site.join("server").is_dir() {
        collect(&site.join("server"), &mut files)?;
        files.insert("manifest.json".to_owned(), fs::read(site.join("manifest.json"))?);
    }

    let mut hasher = DefaultHasher::new();
    env::var("CARGO_PKG_VERSION").unwrap_or_default().hash(&mut hasher);
    files.hash(&mut hasher);
    directive(&format!("rustc-env=VITHE_BUILD={:016x}", hasher.finish()));

    directive("rerun-if-changed=build");
    parts::pack(Path::new(&env::var("OUT_DIR")?))?;
    Ok(())
}

fn collect(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.insert(path.display().to_string(), fs::read(&path)?);
        }
    }
    Ok(())
}

fn directive(text: &str) {
    println!("cargo::{text}");
}
