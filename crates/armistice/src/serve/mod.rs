//! Serving over HTTP: a member's registers and copies as static files, what others send, and a witness.
//!
//! Must not: print, note or keep who asks, or say anything about contents in a message.
//!
//! - [`mod@listen`]: so many connections and no more, each with a least speed.
//! - [`files`]: what of a mission folder is given out, and nothing else.
//! - [`take`]: what others send.
//! - [`witness`]: the C2SP tlog-witness protocol.

pub mod files;
pub mod listen;
pub mod take;
pub mod witness;

use crate::failure::{Exit, Failure};
use axum::{Router, http::StatusCode, response::IntoResponse as _};
use std::{
    net::{SocketAddr, TcpListener},
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::oneshot;

/// Connections at a time unless told otherwise: each may hold a few megabytes.
pub const CONNECTIONS: usize = 64;

/// How long answers that are under way may take after a server was told to stop.
const STOPPING: Duration = Duration::from_secs(10);

/// Threads that answer. The work is reading files and checking signatures; more would only queue elsewhere.
const THREADS: usize = 2;

/// Threads that wait for the disk.
const DISK_THREADS: usize = 16;

/// Bounds of a server.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at a time.
    pub connections: usize,
    /// See [`listen::GRACE`].
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: CONNECTIONS, grace: listen::GRACE }
    }
}

/// A server that is at work.
#[derive(Debug)]
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    thread: JoinHandle<Result<(), Failure>>,
}

impl Running {
    /// Tells it to stop, and waits until it has: what is under way is finished, within a bound.
    pub fn stop(self) -> Result<(), Failure> {
        // It may have stopped by itself.
        let _ = self.stop.send(());
        join(self.thread)
    }

    /// Waits until a signal or an error ends it.
    pub fn wait(self) -> Result<(), Failure> {
        let Self { stop, thread, .. } = self;
        let done = join(thread);
        drop(stop);
        done
    }
}

fn join(thread: JoinHandle<Result<(), Failure>>) -> Result<(), Failure> {
    thread.join().unwrap_or_else(|_| Err(Failure::new(Exit::Failed, "the server broke down", "Start it again.")))
}

/// Something to do again and again while the server runs. It is given up when the server stops.
pub type Beat = (Duration, Box<dyn FnMut() + Send>);

/// Takes an address such as `127.0.0.1:0`.
pub fn listen(listen: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(listen).map_err(|e| {
        Failure::new(Exit::Failed, format!("cannot listen on {listen}: {e}"), "Choose another address: --listen ADDR")
    })
}

/// Starts a server on an address such as `127.0.0.1:0`. With `signals` it stops at SIGINT and SIGTERM.
pub fn start(
    address: &str,
    app: Router,
    limits: Limits,
    signals: bool,
    beat: Option<Beat>,
) -> Result<Running, Failure> {
    start_on(listen(address)?, app, limits, signals, beat)
}

/// Starts a server where it listens already.
pub fn start_on(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    signals: bool,
    beat: Option<Beat>,
) -> Result<Running, Failure> {
    let cannot = |e: std::io::Error| {
        Failure::new(Exit::Failed, format!("cannot serve: {e}"), "Choose another address: --listen ADDR")
    };
    listener.set_nonblocking(true).map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let (stop, stopped) = oneshot::channel();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(THREADS)
        .max_blocking_threads(DISK_THREADS)
        .enable_all()
        .build()
        .map_err(cannot)?;
    let thread = std::thread::spawn(move || {
        let done = runtime.block_on(run(listener, app, limits, signals, stopped, beat));
        runtime.shutdown_timeout(STOPPING);
        done.map_err(|e| Failure::new(Exit::Failed, format!("the server stopped: {e}"), "Start it again."))
    });
    Ok(Running { address, stop, thread })
}

async fn run(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    signals: bool,
    stopped: oneshot::Receiver<()>,
    beat: Option<Beat>,
) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let listener = listen::Bounded::new(listener, limits.connections, limits.grace);
    let (told, tell) = tokio::sync::watch::channel(false);
    let until = |mut tell: tokio::sync::watch::Receiver<bool>| async move {
        // An error means that the one who tells is gone, and that is the end as well.
        let _ = tell.wait_for(|t| *t).await;
    };
    let beating = beat.map(|(interval, work)| tokio::spawn(beats(interval, work)));
    let server = axum::serve(listener, app.into_make_service_with_connect_info::<listen::Caller>())
        .with_graceful_shutdown(until(tell.clone()));
    let end = async {
        tokio::select! {
            _ = stopped => {}
            () = signal(signals) => {}
        }
        let _ = told.send(true);
        tokio::time::sleep(STOPPING).await;
    };
    let done = tokio::select! {
        done = server.into_future() => done,
        // Answers that are still under way are cut: nothing depends on them.
        () = end => Ok(()),
    };
    if let Some(beating) = beating {
        beating.abort();
    }
    done
}

async fn beats(interval: Duration, mut work: Box<dyn FnMut() + Send>) {
    let mut timer = tokio::time::interval(interval);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
    loop {
        timer.tick().await;
        let done = tokio::task::spawn_blocking(move || {
            work();
            work
        });
        match done.await {
            Ok(again) => work = again,
            Err(_) => return,
        }
    }
}

/// Waits for SIGINT or SIGTERM, or for ever.
async fn signal(listens: bool) {
    use tokio::signal::unix::{SignalKind, signal};
    if listens && let (Ok(mut int), Ok(mut term)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate())) {
        tokio::select! {
            _ = int.recv() => {}
            _ = term.recv() => {}
        }
    } else {
        std::future::pending::<()>().await;
    }
}

/// An answer of a status and a short text.
pub(crate) fn text(status: u16, body: impl Into<String>) -> axum::response::Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [("content-type", "text/plain; charset=utf-8")], body.into()).into_response()
}

/// A problem of RFC 9457, with what to do next.
#[must_use]
pub fn problem(status: u16, kind: &str, title: &str, next: &str) -> axum::response::Response {
    let body = serde_json::json!({
        "type": format!("urn:armistice:problem:{kind}"), "title": title, "status": status, "detail": format!("{title}."), "next": next,
    });
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [("content-type", "application/problem+json")], body.to_string()).into_response()
}

/// Does blocking work away from the threads that answer.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}
