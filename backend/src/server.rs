//! Listening, and stopping: requests under way are finished, up to a limit. A client has only so many connections, and a
//! connection is kept only as long as something moves on it.

mod activity;
mod connections;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    serve::Listener,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::TokioIo,
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

use self::{
    activity::{Activity, Observed, Patience},
    connections::{Connections, OpenConnection},
};
use crate::{router::build_router, state::AppState, warming::warm};

/// Serves until the process is told to stop (SIGTERM, SIGINT). `ready` is called with the address once connections are
/// taken.
pub(crate) async fn run(
    address: SocketAddr,
    state: AppState,
    drain_timeout: Duration,
    ready: impl FnOnce(SocketAddr),
) -> anyhow::Result<()> {
    let mut listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} (is the port taken? --addr chooses another)"))?;
    let mut stopped = Box::pin(stop_signal()?);
    let router = build_router(state.clone());
    let settings = state.settings();
    let patience = Patience {
        head: settings.header_timeout,
        idle: settings.idle_timeout,
    };
    let connections = Connections::new(settings.connections_per_client);
    let graceful = GracefulShutdown::new();
    ready(
        listener
            .local_addr()
            .context("the address of the listener is unknown")?,
    );
    if settings.warm_up {
        tokio::spawn(warm(state.clone()));
    }
    loop {
        // Where there are no descriptors left, it is tried again every second.
        let (stream, peer) = tokio::select! {
            () = &mut stopped => break,
            accepted = Listener::accept(&mut listener) => accepted,
        };
        let open = if state.admission().is_trusted(peer.ip()) {
            // A proxy has those of all its clients.
            None
        } else if let Some(open) = connections.open(peer.ip()) {
            Some(open)
        } else {
            tracing::debug!(%peer, "a client has as many connections as it may: one more is closed");
            continue;
        };
        tokio::spawn(serve_connection(
            stream,
            peer,
            router.clone(),
            patience,
            graceful.watcher(),
            open,
        ));
    }
    drop(listener);
    tracing::info!("stopping: requests under way are finished");
    if tokio::time::timeout(drain_timeout, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests were still under way when the time to finish them was over");
    }
    Ok(())
}

/// Answers the requests of one connection until either side ends it, or until its client has taken too long.
async fn serve_connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    patience: Patience,
    watcher: Watcher,
    _open: Option<OpenConnection>,
) {
    let activity = Activity::new();
    let observed = TokioIo::new(Observed::new(stream, Arc::clone(&activity)));
    let noting = Arc::clone(&activity);
    let service = service_fn(move |request: Request<Incoming>| {
        let under_way = noting.begin_request();
        let mut request = request.map(Body::new);
        // Requests are limited by the address they come from.
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = router.clone().oneshot(request);
        async move {
            let answer = answer.await;
            drop(under_way);
            answer
        }
    });
    let connection = http1::Builder::new().serve_connection(observed, service);
    tokio::select! {
        outcome = watcher.watch(connection) => {
            if let Err(error) = outcome {
                tracing::debug!(%peer, %error, "a connection broke off");
            }
        }
        () = activity.wait_until_tired(patience) => {
            tracing::debug!(%peer, "a client took too long: its connection is closed");
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
