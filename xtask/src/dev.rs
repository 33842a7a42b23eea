//! `cargo xtask dev`: a development build that follows the sources.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant, SystemTime},
};

use anyhow::{Context, Result};

use crate::{
    assets, binary,
    workspace::{self, Profile},
};

const LOOK_EVERY: Duration = Duration::from_millis(400);

/// What is watched, below the top of the checkout.
const WATCHED: [&str; 12] = [
    "Cargo.toml",
    "Cargo.lock",
    "shared",
    "datasets",
    "backend",
    "frontend/Cargo.toml",
    "frontend/build.mjs",
    "frontend/package-lock.json",
    "frontend/src",
    "frontend/styles",
    "frontend/assets",
    "frontend/locales",
];

type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Builds, serves, and does both again after each change, until interrupted.
pub(crate) fn serve_and_watch(arguments: &[String]) -> Result<()> {
    let mut server: Option<Running> = None;
    let mut seen = Stamps::new();
    loop {
        let now = stamps()?;
        if now != seen {
            seen = now;
            let began = Instant::now();
            match build() {
                Ok(path) => {
                    // The old server holds the port: it goes first.
                    drop(server.take());
                    println!("built in {:.1} s", began.elapsed().as_secs_f64());
                    server = Some(Running::start(&path, arguments)?);
                }
                Err(error) => eprintln!("{error:#}\nwaiting for a change"),
            }
        }
        thread::sleep(LOOK_EVERY);
    }
}

fn build() -> Result<PathBuf> {
    assets::build(Profile::Development)?;
    binary::build(Profile::Development)
}

/// A server that ends with the value.
struct Running(Child);

impl Running {
    fn start(binary: &Path, arguments: &[String]) -> Result<Self> {
        let child = Command::new(binary)
            .arg("serve")
            .args(arguments)
            .spawn()
            .with_context(|| format!("{} does not start", binary.display()))?;
        Ok(Self(child))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself: nothing is left to do then.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn stamps() -> Result<Stamps> {
    let mut stamps = Stamps::new();
    for name in WATCHED {
        let path = workspace::root().join(name);
        if path.exists() {
            stamp(&path, &mut stamps)?;
        }
    }
    Ok(stamps)
}

fn stamp(path: &Path, stamps: &mut Stamps) -> Result<()> {
    // Editors replace files: one that is gone between two looks is a change, not a fault.
    let Ok(metadata) = fs::metadata(path) else {
        return Ok(());
    };
    if metadata.is_dir() {
        for entry in fs::read_dir(path)? {
            stamp(&entry?.path(), stamps)?;
        }
    } else {
        stamps.insert(path.to_path_buf(), (metadata.modified().ok(), metadata.len()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn a_changed_file_is_noticed() {
        let folder = env::temp_dir().join(format!("vithe-xtask-{}-dev", process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        let look = || {
            let mut stamps = Stamps::new();
            stamp(&folder, &mut stamps).unwrap();
            stamps
        };
        fs::write(folder.join("inner/a"), "1").unwrap();
        let first = look();
        assert_eq!(first, look());
        fs::write(folder.join("inner/a"), "12").unwrap();
        assert_ne!(first, look());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_watched_sources_exist() {
        for name in ["Cargo.toml", "shared", "datasets", "backend", "frontend/src"] {
            assert!(
                WATCHED.contains(&name) && workspace::root().join(name).exists(),
                "{name}"
            );
        }
    }
}
