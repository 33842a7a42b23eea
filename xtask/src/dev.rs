//! `cargo xtask dev`: a development build that follows the sources.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::{
    assets, binary,
    workspace::{self, Profile},
};

/// Changes come in groups: one is over when nothing has moved for so long.
const REST: Duration = Duration::from_millis(200);

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

/// Builds, serves, and does both again after each change, until interrupted.
pub(crate) fn serve_and_watch(arguments: &[String]) -> Result<()> {
    let sources = Sources::watch(WATCHED.map(|name| workspace::root().join(name)).into())?;
    let mut server: Option<Running> = None;
    loop {
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
        sources.wait_for_change()?;
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

/// Files and folders that are watched as long as the value lives. What changes while nobody waits is not lost.
struct Sources {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Sources {
    fn watch(mut paths: Vec<PathBuf>) -> Result<Self> {
        paths.retain(|path| path.exists());
        let watched = paths.clone();
        let (sender, changes) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Whoever listened may be gone; where events were lost, something has changed.
            if event.map_or(true, |event| is_change(&event, &watched)) {
                let _ = sender.send(());
            }
        })?;
        for path in &paths {
            // Editors replace files, which only their folder notices.
            let (place, mode) = match path.parent() {
                Some(folder) if path.is_file() => (folder, RecursiveMode::NonRecursive),
                _ => (path.as_path(), RecursiveMode::Recursive),
            };
            watcher
                .watch(place, mode)
                .with_context(|| format!("{} cannot be watched", place.display()))?;
        }
        Ok(Self {
            changes,
            _watcher: watcher,
        })
    }

    fn wait_for_change(&self) -> Result<()> {
        self.changes.recv().context("nothing is watched any more")?;
        while self.changes.recv_timeout(REST).is_ok() {}
        Ok(())
    }
}

/// Whether an event is more than that something was read, and about one of the watched paths.
fn is_change(event: &Event, watched: &[PathBuf]) -> bool {
    let is_watched = |path: &PathBuf| watched.iter().any(|watched| path.starts_with(watched));
    event.need_rescan() || (!event.kind.is_access() && event.paths.iter().any(is_watched))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;

    #[test]
    fn what_is_written_or_replaced_is_noticed_and_what_is_read_or_beside_it_is_not() {
        let folder = env::temp_dir().join(format!("vithe-xtask-{}-dev", process::id()));
        fs::create_dir_all(folder.join("inner/most")).unwrap();
        let [deep, file, beside] = ["inner/most/a", "file", "beside"].map(|name| folder.join(name));
        for path in [&deep, &file, &beside] {
            fs::write(path, "1").unwrap();
        }
        let sources = Sources::watch(vec![folder.join("inner"), file.clone(), folder.join("missing")]).unwrap();
        let is_noticed = || sources.changes.recv_timeout(REST).is_ok();
        fs::read(&deep).unwrap();
        fs::write(&beside, "2").unwrap();
        assert!(!is_noticed());
        fs::write(&deep, "2").unwrap();
        sources.wait_for_change().unwrap();
        fs::rename(&beside, &file).unwrap();
        sources.wait_for_change().unwrap();
        assert!(!is_noticed());
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
