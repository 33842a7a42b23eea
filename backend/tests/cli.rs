//! The built binary as an operator meets it: what it prints, how it fails, how it stops.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a fault of a helper fails the test that uses it"
)]

#[path = "fixtures/edition_2025.rs"]
mod edition_2025;

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

fn vithe() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vithe"));
    // Settings of the shell that runs the tests are none of theirs.
    for variable in [
        "VITHE_ADDR",
        "VITHE_DATA",
        "VITHE_PUBLIC_ORIGIN",
        "VITHE_BASE_PATH",
        "VITHE_REDISTRIBUTION",
        "VITHE_REQUESTS_PER_MINUTE",
        "VITHE_BURST",
        "VITHE_TRUSTED_PROXIES",
        "VITHE_REQUESTS_AT_ONCE",
        "VITHE_LANGUAGE",
        "VITHE_JSON",
    ] {
        command.env_remove(variable);
    }
    command
}

fn output(arguments: &[&str]) -> Output {
    vithe().args(arguments).output().unwrap()
}

/// A running server, ended with its test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let mut process = vithe()
            .args(["serve", "--addr", "127.0.0.1:0", "--figure-workers", "0"])
            .args(["--warm-up", "false"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line
            .trim()
            .strip_prefix("Vị Thế: http://")
            .and_then(|rest| rest.strip_suffix('/'));
        let address = address
            .unwrap_or_else(|| panic!("the server printed {line:?}"))
            .to_owned();
        Self { process, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn the_server_prints_its_address_answers_and_stops_when_told() {
    let mut server = Server::start(&[]);
    assert!(server.get("/readyz").contains("\"ready\""));
    let told = Instant::now();
    let status = Command::new("kill")
        .args(["-TERM", &server.process.id().to_string()])
        .status()
        .unwrap();
    assert!(status.success());
    assert!(server.process.wait().unwrap().success());
    assert!(told.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_package_with_an_edition_of_34_units_is_checked_and_served() {
    let folder = std::env::temp_dir().join(format!("vithe-edition-2025-{}", std::process::id()));
    let files = edition_2025::package_with_2025();
    for path in files.paths() {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, files.get(path).unwrap()).unwrap();
    }
    let data = folder.to_str().unwrap();
    let check = output(&["check", "--language", "en", "--data", data]);
    let server = Server::start(&["--data", data]);
    fs::remove_dir_all(&folder).unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    let table = server.get("/api/v1/rankings?index=papi");
    assert!(table.contains("\"year\":2025,\"borders\":\"34\""), "{}", &table[..400]);
    assert!(
        server
            .get("/vi/index/papi")
            .contains("/vi/province/can-tho?i=papi&amp;y=2025&amp;borders=34")
    );
}

#[test]
fn a_client_is_known_by_the_address_of_its_connections() {
    let server = Server::start(&["--requests-per-minute", "1", "--burst", "2"]);
    let status = |path: &str| server.get(path).lines().next().unwrap().to_owned();
    for _ in 0..2 {
        assert_eq!(status("/api/v1/provinces"), "HTTP/1.1 200 OK");
    }
    assert_eq!(status("/api/v1/provinces"), "HTTP/1.1 429 Too Many Requests");
    assert_eq!(status("/healthz"), "HTTP/1.1 200 OK");
}

#[test]
fn a_taken_port_is_a_clear_error() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = output(&["serve", "--addr", &address, "--figure-workers", "0", "--log", "off"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.starts_with("vithe: ") && message.contains(&address) && message.contains("--addr"),
        "{message}"
    );
}

/// What `vithe health` says of a server: its exit status, and what it prints.
fn health(address: &str, more: &[&str]) -> (Option<i32>, String) {
    let asked = output(&[&["health", "--addr", address], more].concat());
    assert!(asked.stdout.is_empty());
    (asked.status.code(), String::from_utf8(asked.stderr).unwrap())
}

/// A listener that answers one request with the status, or never; what it was asked is the result of the thread.
fn answering(status: Option<&'static str>) -> (String, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let asked = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut asked = String::new();
        BufReader::new(&stream).read_line(&mut asked).unwrap();
        match status {
            Some(status) => write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").unwrap(),
            // Until the other side gives up.
            None => drop(stream.read_to_end(&mut Vec::new())),
        }
        asked
    });
    (address, asked)
}

#[test]
fn a_server_that_answers_is_healthy() {
    let server = Server::start(&[]);
    assert_eq!(health(&server.address, &[]), (Some(0), String::new()));
    let (_, port) = server.address.split_once(':').unwrap();
    assert_eq!(health(&format!("0.0.0.0:{port}"), &[]), (Some(0), String::new()));
    // The settings of the server are those of its check.
    let asked = vithe()
        .arg("health")
        .env("VITHE_ADDR", &server.address)
        .output()
        .unwrap();
    assert_eq!(asked.status.code(), Some(0));
    let (code, message) = health(&server.address, &["--base-path", "/vithe"]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("/vithe/readyz") && message.contains("404"),
        "{message}"
    );
}

#[test]
fn a_server_that_is_not_ready_or_not_there_is_told_in_both_languages() {
    let (address, asked) = answering(Some("503 Service Unavailable"));
    let (code, message) = health(&address, &[]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("trả lời 503") && message.contains("answers 503"),
        "{message}"
    );
    assert_eq!(asked.join().unwrap(), "GET /readyz HTTP/1.1\r\n");

    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (code, message) = health(&free.to_string(), &[]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("không trả lời") && message.contains("does not answer"),
        "{message}"
    );
}

#[test]
fn a_server_that_keeps_silent_is_not_waited_for() {
    let (address, asked) = answering(None);
    let (code, message) = health(&address, &[]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("trong 3 giây") && message.contains("within 3 seconds"),
        "{message}"
    );
    asked.join().unwrap();
}

#[test]
fn a_data_folder_that_is_not_there_is_a_clear_error_of_both_commands() {
    for arguments in [
        &["serve", "--log", "off", "--data", "no/such/folder"][..],
        &["check", "--data", "no/such/folder"][..],
    ] {
        let output = output(arguments);
        assert_eq!(output.status.code(), Some(1));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains("no/such/folder"), "{message}");
    }
}

#[test]
fn the_built_in_figures_pass_their_check_in_both_languages() {
    for (language, word) in [("vi", "0 lỗi"), ("en", "0 errors")] {
        let output = output(&["check", "--language", language]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.lines().last().unwrap().starts_with(word), "{text}");
        assert!(output.status.success());
    }
}

#[test]
fn findings_are_given_as_json() {
    let output = output(&["check", "--json"]);
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for finding in findings.as_array().unwrap() {
        assert!(finding["code"].is_string() && finding["text_vi"].is_string() && finding["text_en"].is_string());
    }
}

#[test]
fn an_assistant_is_answered_on_standard_output_and_nothing_else_is_written_there() {
    let mut process = vithe()
        .args(["mcp", "--log", "info"])
        .args(["--public-origin", "https://vithe.example"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = process.stdin.take().unwrap();
    for message in [
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"#,
        r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"find","arguments":{"q":"hau giang"}}}"#,
    ] {
        writeln!(input, "{message}").unwrap();
    }
    drop(input);
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success());
    let answers: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        (&answers[0]["id"], &answers[1]["id"], answers.len()),
        (&1.into(), &2.into(), 2)
    );
    let found = &answers[1]["result"]["structuredContent"]["found"][0];
    assert_eq!(found["page"], "https://vithe.example/vi/province/hau-giang");
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.contains("dataset loaded") && !log.contains("rmcp"), "{log}");
}

#[test]
fn the_openapi_document_is_printed() {
    let output = output(&["openapi"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(document["paths"]["/api/v1/rankings"].is_object());
}
