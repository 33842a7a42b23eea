//! What goes on over a connection, and when it has been too little: the head of a request has to arrive within a time, and a
//! connection on which nothing moves is not kept for ever. hyper has one time for both.

use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::Notify,
    time::{Instant, sleep_until},
};

/// How long a connection may wait for its client.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// For the head of a request, from its first byte.
    pub(super) head: Duration,
    /// For anything at all, while no request is under way.
    pub(super) idle: Duration,
}

/// What goes on over one connection.
#[derive(Debug)]
pub(super) struct Activity {
    state: Mutex<State>,
    head_began: Notify,
}

#[derive(Debug)]
struct State {
    /// Requests that are being answered.
    under_way: usize,
    /// The first byte of a head that has not arrived as a whole.
    head_began: Option<Instant>,
    /// The last byte that came or went.
    moved: Instant,
}

impl Activity {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                under_way: 0,
                head_began: None,
                moved: Instant::now(),
            }),
            head_began: Notify::new(),
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request has arrived; it is under way until the guard is dropped.
    pub(super) fn begin_request(self: &Arc<Self>) -> UnderWay {
        let mut state = self.state();
        state.under_way += 1;
        state.head_began = None;
        UnderWay(Arc::clone(self))
    }

    fn note_read(&self) {
        let mut state = self.state();
        state.moved = Instant::now();
        // Beside a request it is a body.
        if state.under_way == 0 && state.head_began.is_none() {
            state.head_began = Some(state.moved);
            self.head_began.notify_one();
        }
    }

    fn note_written(&self) {
        self.state().moved = Instant::now();
    }

    /// Waits until the client has taken too long.
    pub(super) async fn wait_until_tired(&self, patience: Patience) {
        loop {
            let now = Instant::now();
            let deadline = {
                let state = self.state();
                match state.head_began {
                    // The request has a time limit of its own; looked at again before its successor can be late.
                    _ if state.under_way > 0 => now + patience.head.min(patience.idle),
                    Some(began) => began + patience.head,
                    None => state.moved + patience.idle,
                }
            };
            if deadline <= now {
                return;
            }
            tokio::select! {
                () = sleep_until(deadline) => {}
                () = self.head_began.notified() => {}
            }
        }
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub(super) struct UnderWay(Arc<Activity>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.under_way -= 1;
        state.moved = Instant::now();
    }
}

/// A stream whose movements are noted.
#[derive(Debug)]
pub(super) struct Observed<S> {
    stream: S,
    activity: Arc<Activity>,
}

impl<S> Observed<S> {
    pub(super) fn new(stream: S, activity: Arc<Activity>) -> Self {
        Self { stream, activity }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Observed<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        if buffer.filled().len() > before {
            self.activity.note_read();
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Observed<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, bytes))?;
        self.activity.note_written();
        Poll::Ready(Ok(written))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write_vectored(context, parts))?;
        self.activity.note_written();
        Poll::Ready(Ok(written))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience {
        head: Duration::from_millis(50),
        idle: Duration::from_millis(400),
    };

    async fn time_until_tired(activity: &Activity) -> Duration {
        let began = Instant::now();
        activity.wait_until_tired(PATIENCE).await;
        began.elapsed()
    }

    #[tokio::test]
    async fn a_connection_without_a_request_may_be_idle() {
        let waited = time_until_tired(&Activity::new()).await;
        assert!(waited >= PATIENCE.idle, "{waited:?}");
    }

    #[tokio::test]
    async fn a_head_that_has_begun_is_waited_for_a_shorter_time() {
        let activity = Activity::new();
        let (waited, ()) = tokio::join!(time_until_tired(&activity), async { activity.note_read() });
        assert!(waited >= PATIENCE.head && waited < PATIENCE.idle, "{waited:?}");
        // More bytes of the same head give no more time.
        activity.note_read();
        assert!(time_until_tired(&activity).await < PATIENCE.head);
    }

    #[tokio::test]
    async fn a_request_under_way_is_waited_for() {
        let activity = Activity::new();
        activity.note_read();
        let request = activity.begin_request();
        let (waited, ()) = tokio::join!(time_until_tired(&activity), async {
            tokio::time::sleep(2 * PATIENCE.idle).await;
            drop(request);
        });
        assert!(waited >= 3 * PATIENCE.idle, "{waited:?}");
    }
}
