//! `vithe health`: whether the server at an address is ready, for what keeps it running and has no other program at hand.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use anyhow::{Context as _, ensure};
use axum::body::Body;
use clap::Args;
use hyper::{
    Request, StatusCode,
    client::conn::http1,
    header::{HOST, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};
use vithe_shared::address::{at, stand_below};

use super::values::parse_base_path;

/// How long the server may take to answer.
const LIMIT: Duration = Duration::from_secs(3);

#[derive(Debug, Args)]
pub(super) struct HealthOptions {
    /// Address that the server listens on, as `vithe serve` takes it; of all addresses (0.0.0.0) the loopback one is asked.
    #[arg(long, env = "VITHE_ADDR", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    addr: SocketAddr,

    /// Path of the host below which the site stands (`/vithe`), as `vithe serve` takes it.
    #[arg(long, env = "VITHE_BASE_PATH", default_value = "/", value_name = "PATH", value_parser = parse_base_path)]
    base_path: String,
}

/// Succeeds when the server says in time that it is ready.
pub(super) fn ask(options: &HealthOptions) -> anyhow::Result<()> {
    stand_below(&options.base_path);
    let address = reached(options.addr);
    let path = at("/readyz");
    let place = format!("http://{address}{path}");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the runtime could not be started")?;
    let answer = runtime.block_on(async { timeout(LIMIT, status(address, &path)).await });
    let seconds = LIMIT.as_secs();
    let status = answer
        .with_context(|| {
            format!("{place} không trả lời trong {seconds} giây / {place} does not answer within {seconds} seconds")
        })?
        .with_context(|| format!("{place} không trả lời / {place} does not answer"))?;
    ensure!(
        status == StatusCode::OK,
        "máy chủ chưa sẵn sàng: {place} trả lời {code} / the server is not ready: {place} answers {code}",
        code = status.as_u16()
    );
    Ok(())
}

/// A server that listens on all addresses is asked on the loopback one of the same kind.
fn reached(listening: SocketAddr) -> SocketAddr {
    let address = match listening.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        address => address,
    };
    SocketAddr::new(address, listening.port())
}

async fn status(address: SocketAddr, path: &str) -> anyhow::Result<StatusCode> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It carries the question below; what becomes of it is seen there.
    tokio::spawn(connection);
    let request = Request::get(path)
        .header(HOST, address.to_string())
        .header(USER_AGENT, concat!("vithe/", env!("CARGO_PKG_VERSION")))
        .body(Body::empty())?;
    Ok(sender.send_request(request).await?.status())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_on_all_addresses_is_asked_on_the_loopback_one() {
        for (listening, asked) in [
            ("0.0.0.0:8080", "127.0.0.1:8080"),
            ("[::]:8080", "[::1]:8080"),
            ("10.1.2.3:80", "10.1.2.3:80"),
            ("[fd00::1]:80", "[fd00::1]:80"),
        ] {
            assert_eq!(reached(listening.parse().unwrap()), asked.parse().unwrap());
        }
    }
}
