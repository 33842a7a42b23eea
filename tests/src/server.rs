//! The built binary, running on a free port until it is dropped.

use std::{
    collections::VecDeque,
    env,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::http::{self, Response};

const START_LIMIT: Duration = Duration::from_mins(1);
const STOP_LIMIT: Duration = Duration::from_secs(15);
const KEPT_LOG_LINES: usize = 200;

/// Where the binary is: `VITHE_BINARY`, or else the newer one of `target/release` and `target/debug`.
pub fn binary() -> Result<PathBuf> {
    if let Some(path) = env::var_os("VITHE_BINARY") {
        let path = PathBuf::from(path);
        if !path.is_file() {
            bail!("VITHE_BINARY names {}, which is not a file", path.display());
        }
        return Ok(path);
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"),
        PathBuf::from,
    );
    ["release", "debug"]
        .into_iter()
        .map(|profile| target.join(profile).join(format!("vithe{}", env::consts::EXE_SUFFIX)))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .max()
        .map(|(_, path)| path)
        .context("the binary is not built: run cargo xtask build --release")
}

/// A running `vithe serve`.
#[derive(Debug)]
pub struct Server {
    child: Child,
    base_url: String,
    start_up: Duration,
    log: Log,
}

impl Server {
    /// Starts `vithe serve` on a free port and waits for the address it prints.
    pub fn start(binary: &Path) -> Result<Self> {
        Self::start_with(binary, &[])
    }

    /// As [`Self::start`], with further arguments.
    ///
    /// One client sends far more requests here than a reader does, so their number is not limited; and what is measured or
    /// tested is the answer to a request, so nothing is made before it.
    pub fn start_with(binary: &Path, arguments: &[&str]) -> Result<Self> {
        let began = Instant::now();
        let mut child = command(binary)
            .env("VITHE_REQUESTS_PER_MINUTE", "0")
            .env("VITHE_WARM_UP", "false")
            .args(["serve", "--addr", "127.0.0.1:0"])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", binary.display()))?;
        let log = Log::default();
        if let Some(stderr) = child.stderr.take() {
            log.follow(stderr);
        }
        let addresses = child.stdout.take().map(|stdout| watch_for_address(stdout, log.clone()));
        let found = addresses.and_then(|addresses| addresses.recv_timeout(START_LIMIT).ok());
        let Some(base_url) = found else {
            // The process may already have ended; its log tells more than the failure to end it.
            let _ = child.kill();
            let status = child.wait()?;
            bail!("vithe serve printed no address ({status}):\n{}", log.text());
        };
        Ok(Self {
            child,
            base_url,
            start_up: began.elapsed(),
            log,
        })
    }

    /// The address it printed, without a trailing slash: `http://127.0.0.1:41234`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// How long it took from the start of the process to the printed address.
    pub fn start_up(&self) -> Duration {
        self.start_up
    }

    /// The last lines it logged.
    pub fn log(&self) -> String {
        self.log.text()
    }

    /// The id of the process.
    pub fn process_id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a GET request on a connection of its own.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Response> {
        http::get(&self.base_url, path, headers)
    }

    /// Asks it to stop as a service manager does (SIGTERM) and waits for the end.
    pub fn terminate(mut self) -> Result<ExitStatus> {
        self.signal_to_stop()?;
        let deadline = Instant::now() + STOP_LIMIT;
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(20));
        }
        bail!("vithe serve goes on {STOP_LIMIT:?} after SIGTERM:\n{}", self.log())
    }

    /// Sends SIGTERM without waiting.
    pub fn signal_to_stop(&self) -> Result<()> {
        // The shell has `kill` built in; a signal from Rust needs `unsafe`.
        let status = Command::new("sh")
            .args(["-c", &format!("kill -TERM {}", self.child.id())])
            .status()?;
        if !status.success() {
            bail!("process {} takes no signal", self.child.id());
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself: nothing is left to do then.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command of the binary that does not see the settings of the machine it runs on.
pub fn command(binary: &Path) -> Command {
    let mut command = Command::new(binary);
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("VITHE_") {
            command.env_remove(name);
        }
    }
    command
}

fn watch_for_address(stdout: impl Read + Send + 'static, log: Log) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // Reading goes on after the address: a full pipe would stop the server.
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(address) = address_in(&line) {
                // Nobody waits for a second address.
                let _ = sender.send(address);
            }
            log.push(line);
        }
    });
    receiver
}

fn address_in(line: &str) -> Option<String> {
    let start = line.find("http://")?;
    let address = line[start..].split_whitespace().next()?;
    Some(address.trim_end_matches(['/', '.', ',']).to_owned())
}

#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<VecDeque<String>>>);

impl Log {
    fn push(&self, line: String) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == KEPT_LOG_LINES {
            lines.pop_front();
        }
        lines.push_back(line);
    }

    fn follow(&self, stderr: impl Read + Send + 'static) {
        let log = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                log.push(line);
            }
        });
    }

    fn text(&self) -> String {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_a_sentence() {
        assert_eq!(
            address_in("Vị Thế is ready at http://127.0.0.1:8080/ (Ctrl-C stops it)").as_deref(),
            Some("http://127.0.0.1:8080")
        );
        assert_eq!(address_in("loading"), None);
    }

    #[test]
    fn a_binary_that_prints_no_address_is_an_error_with_its_log() {
        let error = Server::start(Path::new("/bin/echo")).unwrap_err();
        assert!(error.to_string().contains("serve --addr 127.0.0.1:0"), "{error}");
    }
}
