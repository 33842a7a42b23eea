//! Connections whose clients do not do their part: slow ones, idle ones, too many of them.
#![cfg(unix)]

use std::{
    fs,
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    os::unix::fs::PermissionsExt as _,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use vithe_tests::{Connection, Server, binary};

fn connect(server: &Server) -> Result<TcpStream> {
    let host = server.base_url().strip_prefix("http://").context("an http address")?;
    let stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    Ok(stream)
}

/// How long it takes until the server ends a connection on which nothing was answered.
fn time_to_end(mut stream: &TcpStream) -> Result<Duration> {
    let began = Instant::now();
    match stream.read(&mut [0; 64]) {
        Ok(0) => Ok(began.elapsed()),
        Err(error) if error.kind() == ErrorKind::ConnectionReset => Ok(began.elapsed()),
        Ok(read) => anyhow::bail!("{read} bytes were answered"),
        Err(error) => Err(error.into()),
    }
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

#[test]
fn a_head_that_does_not_arrive_ends_its_connection() -> Result<()> {
    let server = Server::start_with(&binary()?, &["--header-timeout", "1", "--idle-timeout", "10"])?;
    let mut stopping = connect(&server)?;
    stopping.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n")?;
    let waited = time_to_end(&stopping)?;
    assert!((seconds(0.5)..seconds(5.0)).contains(&waited), "{waited:?}");

    // Bytes that trickle give no more time.
    let mut trickling = connect(&server)?;
    let feeding = trickling.try_clone()?;
    let feeder = thread::spawn(move || {
        let mut feeding = feeding;
        // Ends where the server has closed the connection.
        while feeding.write_all(b"a").is_ok() {
            thread::sleep(seconds(0.1));
        }
    });
    trickling.write_all(b"GET /healthz HTTP/1.1\r\nx: ")?;
    let waited = time_to_end(&trickling)?;
    assert!((seconds(0.5)..seconds(5.0)).contains(&waited), "{waited:?}");
    feeder.join().expect("the feeder ends");
    assert_eq!(server.get("/healthz", &[])?.status, 200);
    Ok(())
}

#[test]
fn an_idle_connection_is_kept_for_a_while_and_then_ended() -> Result<()> {
    let server = Server::start_with(&binary()?, &["--header-timeout", "1", "--idle-timeout", "3"])?;
    let mut kept = Connection::open(server.base_url())?;
    for _ in 0..3 {
        assert_eq!(kept.get("/healthz", &[])?.status, 200);
        // Longer than a head may take.
        thread::sleep(seconds(1.7));
    }
    let silent = connect(&server)?;
    let waited = time_to_end(&silent)?;
    assert!((seconds(2.0)..seconds(8.0)).contains(&waited), "{waited:?}");
    assert!(kept.get("/healthz", &[]).is_err(), "it has been idle for longer");
    Ok(())
}

#[test]
fn a_client_has_only_so_many_connections() -> Result<()> {
    let server = Server::start_with(&binary()?, &["--connections-per-client", "2"])?;
    let mut first = Connection::open(server.base_url())?;
    let mut second = Connection::open(server.base_url())?;
    for connection in [&mut first, &mut second] {
        assert_eq!(connection.get("/healthz", &[])?.status, 200);
    }
    let third = connect(&server)?;
    assert!(time_to_end(&third)? < seconds(5.0));
    drop(first);
    let deadline = Instant::now() + seconds(5.0);
    while server.get("/healthz", &[]).is_err() {
        assert!(Instant::now() < deadline, "a closed connection makes room");
        thread::sleep(seconds(0.05));
    }
    assert_eq!(second.get("/healthz", &[])?.status, 200);
    Ok(())
}

#[test]
fn without_descriptors_the_server_waits_for_some() -> Result<()> {
    // A process has the limits of the shell that starts it.
    let folder = std::env::temp_dir().join(format!("vithe-few-descriptors-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let script = folder.join("vithe");
    let start = format!("#!/bin/sh\nulimit -n 48\nexec '{}' \"$@\"\n", binary()?.display());
    fs::write(&script, start)?;
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755))?;
    let server = Server::start_with(&script, &["--figure-workers", "0", "--idle-timeout", "30"])?;
    let crowd: Vec<TcpStream> = (0..100).map(|_| connect(&server)).collect::<Result<_>>()?;
    // Long enough to run out and to try again.
    thread::sleep(seconds(2.5));
    assert!(server.log().contains("accept error"), "{}", server.log());
    drop(crowd);
    assert_eq!(server.get("/healthz", &[])?.status, 200);
    fs::remove_dir_all(&folder)?;
    Ok(())
}
