//! Connections that end in good order: what was answered arrives, and who says nothing for long is let go.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep};

use crate::conventions::{IDLE_CONNECTION, LAST_WORDS, MAXIMUM_DISCARDED_BYTES};

/// Accepts connections.
#[derive(Debug)]
pub struct Connections(pub TcpListener);

impl Listener for Connections {
    type Io = Connection<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // An answer is written whole; to hold back its last packet only makes it late.
        let _ = stream.set_nodelay(true);
        (Connection::new(stream), address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

/// One connection.
#[derive(Debug)]
pub struct Connection<S> {
    stream: S,
    patience: Pin<Box<Sleep>>,
    is_shut: bool,
    discarded: usize,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    fn new(stream: S) -> Self {
        Self {
            stream,
            patience: Box::pin(sleep(IDLE_CONNECTION)),
            is_shut: false,
            discarded: 0,
        }
    }

    fn wait_for(&mut self, time: Duration) {
        self.patience.as_mut().reset(Instant::now() + time);
    }

    /// Reads on until the other side has nothing more to say, within limits: a connection that is closed upon bytes that
    /// nobody has read is reset, and its last answer is lost.
    fn poll_last_words(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut bytes = [0; 8 * 1024];
        while self.discarded < MAXIMUM_DISCARDED_BYTES {
            if self.patience.as_mut().poll(context).is_ready() {
                break;
            }
            let mut buffer = ReadBuf::new(&mut bytes);
            let read = ready!(Pin::new(&mut self.stream).poll_read(context, &mut buffer));
            if read.is_err() || buffer.filled().is_empty() {
                break;
            }
            self.discarded = self.discarded.saturating_add(buffer.filled().len());
        }
        Poll::Ready(())
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Connection<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, buffer) {
            self.wait_for(IDLE_CONNECTION);
            return Poll::Ready(read);
        }
        ready!(self.patience.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.wait_for(IDLE_CONNECTION);
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.wait_for(IDLE_CONNECTION);
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !self.is_shut {
            ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
            self.is_shut = true;
            self.wait_for(LAST_WORDS);
        }
        self.poll_last_words(context).map(Ok)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn who_says_nothing_for_long_is_let_go() {
        let (mut other, stream) = duplex(64);
        let mut connection = Connection::new(stream);
        let began = Instant::now();
        other.write_all(b"GET").await.unwrap();
        assert_eq!(connection.read(&mut [0; 8]).await.unwrap(), 3);
        let error = connection.read(&mut [0; 8]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(began.elapsed() >= IDLE_CONNECTION);
    }

    #[tokio::test(start_paused = true)]
    async fn last_words_are_heard_but_not_for_long() {
        let (mut other, stream) = duplex(64);
        let mut connection = Connection::new(stream);
        let began = Instant::now();
        let talker = tokio::spawn(async move {
            other.write_all(&[b'x'; 1_000]).await.unwrap();
            other
        });
        connection.shutdown().await.unwrap();
        assert!(began.elapsed() >= LAST_WORDS);
        assert_eq!(connection.discarded, 1_000);
        drop(talker.await.unwrap());
    }
}
