//! The image of the `Containerfile`: built, started as strictly as an operator would, asked, and told to stop.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use vithe_tests::http;

use crate::{
    dist::VERSION,
    process::{self, capture, command, find_program, shown, succeeds},
};

/// Programs that build and run images, the preferred one first.
const BUILDERS: [&str; 2] = ["podman", "docker"];

/// How long a container may take until it answers.
const START_LIMIT: Duration = Duration::from_mins(1);

/// More than the server gives to requests under way.
const STOP_SECONDS: &str = "15";

/// What has to be answered, besides readiness: a page and a figure.
const ASKED: [&str; 2] = ["/vi/", "/figures/map.svg?index=pci&year=2022"];

/// Builds the image and sees it answer with a root file system that cannot be written.
pub(crate) fn try_image() -> Result<()> {
    let builder = builder()?;
    let tag = format!("vithe:{VERSION}");
    process::run(
        command(builder)
            // By itself podman makes images of a form that has no check of health; Docker knows one form only.
            .env("BUILDAH_FORMAT", "docker")
            .args(["build", "--file", "Containerfile", "--tag", &tag, "."]),
    )?;
    let container = Container::start(builder, &tag)?;
    if let Err(error) = container.ask().and_then(|()| container.check_health()) {
        println!("{}", container.log());
        return Err(error);
    }
    container.stop()?;
    println!("{tag} answers read-only, without privileges, is healthy, and stops when told to");
    Ok(())
}

/// The first program that is there and has what it needs to build.
fn builder() -> Result<&'static str> {
    let installed: Vec<&str> = BUILDERS
        .into_iter()
        .filter(|name| find_program(&[name]).is_some())
        .collect();
    if let Some(able) = installed.iter().find(|name| succeeds(command(name).arg("info"))) {
        return Ok(able);
    }
    if installed.is_empty() {
        bail!("no image was built: neither podman nor docker is installed");
    }
    let tried: Vec<String> = installed.iter().map(|name| shown(command(name).arg("info"))).collect();
    bail!(
        "no image was built: {} failed, so nothing here can build one; is its service running?",
        tried.join(" and ")
    );
}

/// What `inspect` tells of a `HEALTHCHECK`.
#[derive(Deserialize)]
struct HealthCheck {
    /// `CMD`, and the program with its arguments.
    #[serde(rename = "Test")]
    test: Vec<String>,
}

/// A container that is removed when it is no longer needed.
struct Container {
    builder: &'static str,
    id: String,
}

impl Container {
    fn start(builder: &'static str, tag: &str) -> Result<Self> {
        let mut run = command(builder);
        run.args(["run", "--detach", "--read-only", "--cap-drop=all"]).args([
            "--security-opt=no-new-privileges",
            "--publish=127.0.0.1::8080",
            tag,
        ]);
        let id = capture(&mut run)?.trim().to_owned();
        Ok(Self { builder, id })
    }

    /// Waits until the server is ready, and asks it.
    fn ask(&self) -> Result<()> {
        let place = capture(command(self.builder).args(["port", &self.id, "8080/tcp"]))?;
        let place = place.lines().next().context("the container has no port")?;
        let base_url = format!("http://{place}");
        let deadline = Instant::now() + START_LIMIT;
        while http::get(&base_url, "/readyz", &[]).is_err() {
            ensure!(
                Instant::now() < deadline,
                "no answer at {base_url} after {START_LIMIT:?}"
            );
            thread::sleep(Duration::from_millis(100));
        }
        for path in ASKED {
            let status = http::get(&base_url, path, &[])?.status;
            ensure!(status == 200, "{path} answers {status}");
        }
        Ok(())
    }

    /// Runs the image's own check of health, once.
    fn check_health(&self) -> Result<()> {
        let format = "{{json .Config.Healthcheck}}";
        let health = capture(command(self.builder).args(["inspect", "--format", format, &self.id]))?;
        let health: Option<HealthCheck> = serde_json::from_str(&health).context("the check of health of the image")?;
        let test = health.context("the image has no check of health")?.test;
        let [kind, program @ ..] = test.as_slice() else {
            bail!("the check of health of the image is empty");
        };
        ensure!(kind == "CMD", "the image has no shell for its check of health, {kind}");
        process::run(command(self.builder).arg("exec").arg(&self.id).args(program))
    }

    fn stop(&self) -> Result<()> {
        process::run(command(self.builder).args(["stop", "--time", STOP_SECONDS, &self.id]))?;
        let code = capture(command(self.builder).args(["inspect", "--format", "{{.State.ExitCode}}", &self.id]))?;
        ensure!(code.trim() == "0", "the server ended with exit status {}", code.trim());
        Ok(())
    }

    fn log(&self) -> String {
        let printed = capture(command(self.builder).args(["logs", &self.id]));
        format!("the container printed:\n{}", printed.unwrap_or_default())
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        succeeds(command(self.builder).args(["rm", "--force", &self.id]));
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Component, Path},
    };

    use crate::{fingerprint, site::has_extension, workspace};

    /// Without `..` in it, which is what the list of ignored files knows.
    fn plain(path: &Path) -> String {
        let mut parts: Vec<String> = Vec::new();
        for part in path.components() {
            if part == Component::ParentDir {
                parts.pop();
            } else {
                parts.push(part.as_os_str().to_string_lossy().into_owned());
            }
        }
        parts.join("/")
    }

    /// The image is built from a checkout without what `.containerignore` names; the sources take in documents as well.
    #[test]
    fn what_the_sources_take_in_is_there_when_the_image_is_built() {
        let ignored = fs::read_to_string(workspace::root().join(".containerignore")).unwrap();
        let ignored: Vec<&str> = ignored.lines().map(|line| line.trim_start_matches('/')).collect();
        let is_ignored = |path: &str| {
            Path::new(path)
                .ancestors()
                .any(|part| ignored.iter().any(|line| part == *line))
        };
        assert!(is_ignored("frontend/dist/manifest.json") && !is_ignored("frontend/src/lib.rs"));
        let mut taken_in = 0;
        for member in ["backend", "datasets", "frontend", "shared"] {
            let sources = fingerprint::read_tree(&workspace::root().join(member).join("src")).unwrap();
            for (file, text) in sources.iter().filter(|(file, _)| has_extension(file, "rs")) {
                let text = String::from_utf8_lossy(text);
                let folder = Path::new(member).join("src").join(file);
                for macro_call in ["include_str!(\"", "include_bytes!(\""] {
                    for rest in text.split(macro_call).skip(1) {
                        let named = rest.split('"').next().unwrap_or_default();
                        let path = plain(&folder.parent().unwrap().join(named));
                        assert!(!is_ignored(&path), "{member}/src/{file} takes in {path}");
                        taken_in += 1;
                    }
                }
            }
        }
        assert!(taken_in > 0);
    }
}
