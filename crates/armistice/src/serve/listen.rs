//! A listener with bounds: so many connections and no more, each with a least speed.
//!
//! Must not: know what is served, or remember who connected.
//!
//! A client that opens connections and says little (slow loris) or reads little holds one of a fixed number of places
//! for a bounded time: after [`GRACE`] of a request's or an answer's beginning, less than [`LEAST_RATE`] ends the connection.

use std::{
    future::Future as _,
    hash::{BuildHasher as _, RandomState},
    io,
    net::IpAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, Sleep, sleep_until},
};

/// What is always allowed: time to think, or to sit idle between two requests.
pub const GRACE: Duration = Duration::from_secs(20);

/// Bytes a second, on average, that a connection must move beyond its grace.
pub const LEAST_RATE: u64 = 4 << 10;

/// How long one who cannot be accepted (no file descriptors) is waited for.
const BREATH: Duration = Duration::from_millis(50);

/// A listener that accepts at most so many connections at a time; the next waits in the system's queue.
#[derive(Debug)]
pub struct Bounded {
    listener: TcpListener,
    places: Arc<Semaphore>,
    grace: Duration,
    key: RandomState,
}

impl Bounded {
    /// Bounds a listener.
    #[must_use]
    pub fn new(listener: TcpListener, connections: usize, grace: Duration) -> Self {
        Self {
            listener,
            places: Arc::new(Semaphore::new(connections.min(Semaphore::MAX_PERMITS))),
            grace,
            key: RandomState::new(),
        }
    }
}

impl axum::serve::Listener for Bounded {
    type Io = Paced;
    /// A client's address goes no further than here: what is handed on tells callers apart and nothing more.
    type Addr = Caller;

    async fn accept(&mut self) -> (Paced, Caller) {
        loop {
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else {
                // The semaphore is never closed; if it were, nobody would be let in.
                return std::future::pending().await;
            };
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    // An answer goes out at once; it is one file.
                    let _ = stream.set_nodelay(true);
                    let caller = Caller::of(&self.key, address.ip());
                    return (Paced::new(stream, place, self.grace), caller);
                }
                Err(_) => tokio::time::sleep(BREATH).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<Caller> {
        Ok(Caller(0))
    }
}

/// Who connects, as a number: the same for the same address as long as this process runs, and of no meaning elsewhere. It
/// is for counting how often one asks; nothing keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Caller(pub u64);

impl Caller {
    /// The number of an address. Addresses of one IPv6 network of 64 bits are one: a host has all of them.
    #[must_use]
    pub fn of(key: &RandomState, address: IpAddr) -> Self {
        let network = match address.to_canonical() {
            IpAddr::V4(a) => u128::from(a.to_bits()),
            IpAddr::V6(a) => a.to_bits() >> 64 << 64,
        };
        Self(key.hash_one(network))
    }
}

impl axum::extract::connect_info::Connected<axum::serve::IncomingStream<'_, Bounded>> for Caller {
    fn connect_info(stream: axum::serve::IncomingStream<'_, Bounded>) -> Self {
        *stream.remote_addr()
    }
}

/// A connection with a least speed.
#[derive(Debug)]
pub struct Paced {
    stream: TcpStream,
    grace: Duration,
    /// When the current direction began.
    since: Instant,
    /// Bytes moved since then.
    moved: u64,
    direction: Direction,
    alarm: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    In,
    Out,
}

impl Paced {
    fn new(stream: TcpStream, place: OwnedSemaphorePermit, grace: Duration) -> Self {
        let since = Instant::now();
        let alarm = Box::pin(sleep_until(since + grace));
        Self { stream, grace, since, moved: 0, direction: Direction::In, alarm, _place: place }
    }

    /// Until when what was moved so far is fast enough.
    fn deadline(&self) -> Instant {
        self.since + self.grace + Duration::from_millis(self.moved.saturating_mul(1000) / LEAST_RATE)
    }

    /// Notes progress, and starts anew when the direction turns: a request was read and is being answered, or the
    /// answer is out and the next request may come.
    fn progress(&mut self, direction: Direction, bytes: usize) {
        if self.direction != direction {
            (self.direction, self.since, self.moved) = (direction, Instant::now(), 0);
        }
        self.moved += bytes as u64;
    }

    /// What a connection that waits gets: still waiting, or the end.
    fn wait<T>(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        let deadline = self.deadline();
        if self.alarm.deadline() != deadline {
            self.alarm.as_mut().reset(deadline);
        }
        match self.alarm.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Paced {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        match Pin::new(&mut self.stream).poll_read(cx, buf) {
            Poll::Ready(Ok(())) => {
                let read = buf.filled().len() - before;
                self.progress(Direction::In, read);
                // Bytes that trickle are as good as none.
                if read > 0 && Instant::now() > self.deadline() {
                    return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
                }
                Poll::Ready(Ok(()))
            }
            Poll::Ready(Err(e)) => Poll::Ready(Err(e)),
            Poll::Pending => self.wait(cx),
        }
    }
}

impl AsyncWrite for Paced {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write(cx, bytes) {
            Poll::Ready(Ok(written)) => {
                self.progress(Direction::Out, written);
                Poll::Ready(Ok(written))
            }
            Poll::Ready(Err(e)) => Poll::Ready(Err(e)),
            Poll::Pending => {
                self.progress(Direction::Out, 0);
                self.wait(cx)
            }
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write_vectored(cx, parts) {
            Poll::Ready(Ok(written)) => {
                self.progress(Direction::Out, written);
                Poll::Ready(Ok(written))
            }
            Poll::Ready(Err(e)) => Poll::Ready(Err(e)),
            Poll::Pending => {
                self.progress(Direction::Out, 0);
                self.wait(cx)
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
