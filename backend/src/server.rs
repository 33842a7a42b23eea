//! Listening, and stopping: requests under way are finished, up to a limit.

use std::{future::IntoFuture as _, net::SocketAddr, time::Duration};

use anyhow::Context as _;
use tokio::{net::TcpListener, sync::watch};

use crate::{router::build_router, state::AppState, warming::warm};

/// Serves until the process is told to stop (SIGTERM, SIGINT). `ready` is called with the address once connections are
/// taken.
pub(crate) async fn run(
    address: SocketAddr,
    state: AppState,
    drain_timeout: Duration,
    ready: impl FnOnce(SocketAddr),
) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} (is the port taken? --addr chooses another)"))?;
    let (stop, mut stopped) = watch::channel(false);
    let signal = stop_signal()?;
    tokio::spawn(async move {
        signal.await;
        tracing::info!("stopping: requests under way are finished");
        // Fails only when the server has stopped by itself.
        let _ = stop.send(true);
    });
    // Requests are limited by the address they come from.
    let service = build_router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let mut drained = stopped.clone();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        // An error means that the sender is gone: stop as well.
        let _ = stopped.wait_for(|is_stopped| *is_stopped).await;
    });
    let local_address = server.local_addr().context("the address of the listener is unknown")?;
    ready(local_address);
    if state.settings().warm_up {
        tokio::spawn(warm(state));
    }
    tokio::select! {
        outcome = server.into_future() => outcome.context("the server failed"),
        () = async {
            let _ = drained.wait_for(|is_stopped| *is_stopped).await;
            tokio::time::sleep(drain_timeout).await;
        } => {
            tracing::warn!("requests were still under way when the time to finish them was over");
            Ok(())
        }
    }
}

/// Waits for the first signal that ends a service or a foreground process.
#[cfg(unix)]
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate()).context("SIGTERM cannot be handled")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT cannot be handled")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Waits for Ctrl+C.
#[cfg(not(unix))]
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without the signal the server can still be ended by the system.
        let _ = tokio::signal::ctrl_c().await;
    })
}
