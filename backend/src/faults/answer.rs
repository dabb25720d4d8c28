//! What a call answers that fails on purpose.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::{CONTENT_TYPE, DATE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Json, Response};
use chrono::{DateTime, TimeDelta, Utc};
use http_body::Frame;
use serde_json::{Value, json};

use super::Fault;

/// How long a client is told to wait.
const RETRY_AFTER_SECONDS: u32 = 20;
/// How late the right answer comes of [`Fault::Slow`].
const SLOW: Duration = Duration::from_secs(3);
/// A proxy's page, as nginx writes one.
const PROXY_PAGE: &str = "<html>\r\n<head><title>Error</title></head>\r\n<body>\r\n<center><h1>Error</h1></center>\r\n\
    <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

/// What becomes of a call that is to fail.
#[derive(Debug)]
pub enum FaultOutcome {
    /// This is the answer, instead of the right one.
    Respond(Response),
    /// The right answer is given, after this time.
    Delay(Duration),
}

impl Fault {
    /// What becomes of a call that fails in this way.
    ///
    /// `field` is the one that [`Fault::Field`] complains of: one of the call's own. `now` is the wall clock's time,
    /// from which the date of [`Fault::RateLimitedDate`] counts.
    pub fn answer(self, field: &str, now: DateTime<Utc>) -> FaultOutcome {
        let response = match self {
            Self::Slow => return FaultOutcome::Delay(SLOW),
            Self::ErrorTrue200 => self.error_true(StatusCode::OK),
            Self::ErrorTrue => self.error_true(StatusCode::BAD_REQUEST),
            Self::Message => in_json(StatusCode::CONFLICT, json!({"message": self.sentence()})),
            Self::Detail => self.detail(StatusCode::BAD_REQUEST),
            Self::NonField => in_json(
                StatusCode::BAD_REQUEST,
                json!({"non_field_errors": [self.sentence()]}),
            ),
            Self::Field => in_json(StatusCode::BAD_REQUEST, json!({field: [self.sentence()]})),
            Self::List => in_json(StatusCode::BAD_REQUEST, json!([self.sentence()])),
            Self::Html => page(StatusCode::INTERNAL_SERVER_ERROR),
            Self::Empty => StatusCode::BAD_GATEWAY.into_response(),
            Self::Text => unavailable(),
            Self::RateLimited => self.rate_limited([(RETRY_AFTER, RETRY_AFTER_SECONDS.into())]),
            Self::RateLimitedDate => self.rate_limited(until_a_date(now)),
            Self::RateLimitedBare => self.rate_limited([]),
            Self::Unauthorised => self.detail(StatusCode::UNAUTHORIZED),
            Self::Forbidden => self.detail(StatusCode::FORBIDDEN),
            Self::NotFound => self.detail(StatusCode::NOT_FOUND),
            Self::Conflict => self.detail(StatusCode::CONFLICT),
            Self::TooLarge => page(StatusCode::PAYLOAD_TOO_LARGE),
            Self::BrokenJson => broken_json(),
            Self::WrongShape => in_json(StatusCode::OK, json!([1, 2, 3])),
            Self::Html200 => page(StatusCode::OK),
            Self::Reset => Response::new(Body::new(ClosedConnection)),
        };
        FaultOutcome::Respond(response)
    }

    fn sentence(self) -> String {
        format!("This call fails on purpose: {}.", self.kind())
    }

    fn error_true(self, status: StatusCode) -> Response {
        in_json(status, json!({"error": true, "message": self.sentence()}))
    }

    fn detail(self, status: StatusCode) -> Response {
        in_json(status, json!({"detail": self.sentence()}))
    }

    fn rate_limited(
        self,
        headers: impl IntoIterator<Item = (HeaderName, HeaderValue)>,
    ) -> Response {
        let mut response = self.detail(StatusCode::TOO_MANY_REQUESTS);
        response.headers_mut().extend(headers);
        response
    }
}

fn in_json(status: StatusCode, body: Value) -> Response {
    (status, Json(body)).into_response()
}

fn page(status: StatusCode) -> Response {
    (status, Html(PROXY_PAGE)).into_response()
}

fn unavailable() -> Response {
    let retry_after = HeaderMap::from_iter([(RETRY_AFTER, RETRY_AFTER_SECONDS.into())]);
    let text = "upstream connect error or disconnect/reset before headers";
    (StatusCode::SERVICE_UNAVAILABLE, retry_after, text).into_response()
}

fn broken_json() -> Response {
    let json = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
    (json, "{\"count\": 2, \"message\": \"Do").into_response()
}

/// The date that a client is told to wait for, and the one that it counts from: the server's own `Date` may be a second
/// older than `now`, as it is written anew only once a second.
fn until_a_date(now: DateTime<Utc>) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let later = now + TimeDelta::seconds(RETRY_AFTER_SECONDS.into());
    [(DATE, now), (RETRY_AFTER, later)]
        .into_iter()
        .filter_map(|(name, date)| Some((name, http_date(date)?)))
}

/// A date as HTTP writes one (RFC 9110, section 5.6.7).
fn http_date(date: DateTime<Utc>) -> Option<HeaderValue> {
    HeaderValue::from_str(&date.format("%a, %d %b %Y %H:%M:%S GMT").to_string()).ok()
}

/// A body that fails before its first byte.
///
/// The server then drops the connection with the head of the answer still unsent, so that the client gets no answer at
/// all rather than a broken one.
struct ClosedConnection;

impl HttpBody for ClosedConnection {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}

#[cfg(test)]
mod tests;
