//! The road to the network, as a trait: the browser's `fetch` in the application, a script in tests.

use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::future::LocalBoxFuture;

/// How long a request may take, from its sending to the last byte of its answer.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// The most bytes of an answer that are read. The largest honest one, a boot log, has 256 KiB.
pub const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;

/// Sends requests.
///
/// Shared between pages, hence `Send + Sync`; what it returns runs where it was asked for. Dropping the future aborts the request.
pub trait Transport: Send + Sync {
    /// Sends `request` and reads the whole answer.
    ///
    /// # Errors
    /// No answer came, it came too late, or it was longer than [`MAX_BODY_BYTES`]. An answer of any status is no error here.
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>>;
}

/// The methods that the contract uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or acts.
    Post,
    /// Changes in part.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method's name on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// One request, complete.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The address, absolute or relative to the page's origin.
    pub url: String,
    /// The value of the `Authorization` header, where there is a token.
    pub authorization: Option<String>,
    /// The body: JSON.
    pub body: Option<String>,
    /// When to give up.
    pub timeout: Duration,
}

/// One answer, complete, of whatever status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The status, such as 200.
    pub status: u16,
    /// The `Retry-After` header.
    pub retry_after: Option<String>,
    /// The `Date` header: the clock of the service, which `Retry-After` may refer to. Other origins usually hide it.
    pub date: Option<String>,
    /// The `X-Request-Id` header: what the service calls this exchange.
    pub request_id: Option<String>,
    /// The body, bytes that are not UTF-8 replaced.
    pub body: String,
    /// When the answer came, by the reader's clock.
    pub received_at: DateTime<Utc>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// No connection, a refused one, one that broke, or a redirect: none is followed, so that a token never leaves its origin.
    Network,
    /// The answer was not complete within the request's time-out.
    TimedOut,
    /// The answer was longer than [`MAX_BODY_BYTES`].
    TooLarge,
}
