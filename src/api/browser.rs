//! The browser's `fetch`.

use std::pin::pin;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::future::{Either, FutureExt, LocalBoxFuture, select};
use js_sys::{Date, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestInit, RequestRedirect, Window,
};

use super::transport::{MAX_BODY_BYTES, Method, Request, Response, Transport, TransportError};

/// Sends requests with the browser's `fetch`.
#[derive(Clone, Copy, Debug)]
pub struct Browser {
    early: EarlyAnswer,
}

/// The answer on its way to a request that somebody has sent in the place of this transport, by its address and the
/// value of its `Authorization` header; it obeys the signal from then on. Each is given once.
pub type EarlyAnswer = fn(&str, &str, &AbortSignal) -> Option<Promise>;

impl Browser {
    /// A transport that takes the answers of `early` instead of asking what has been asked.
    #[must_use]
    pub const fn after(early: EarlyAnswer) -> Self {
        Self { early }
    }
}

impl Default for Browser {
    fn default() -> Self {
        Self::after(|_, _, _| None)
    }
}

impl Transport for Browser {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        exchange_in_time(request, self.early).boxed_local()
    }
}

/// Why there is no answer; whatever the browser throws means that the network failed.
struct Failure(TransportError);

impl From<JsValue> for Failure {
    fn from(_: JsValue) -> Self {
        Self(TransportError::Network)
    }
}

/// Waits for the answer no longer than the request allows. By a timer: `AbortSignal.any`, which could join a time-out to the signal
/// below, is missing from browsers that are still about.
async fn exchange_in_time(
    request: Request,
    early: EarlyAnswer,
) -> Result<Response, TransportError> {
    let window = web_sys::window().ok_or(TransportError::Network)?;
    let timer = Timer::start(window.clone(), request.timeout);
    let elapsed = JsFuture::from(timer.elapsed.clone());
    let exchange = pin!(exchange(&window, &request, early));
    match select(exchange, elapsed).await {
        Either::Left((answer, _)) => answer.map_err(|failure| failure.0),
        Either::Right(_) => Err(TransportError::TimedOut),
    }
}

/// A timer of the browser, cleared when it is dropped.
struct Timer {
    window: Window,
    elapsed: Promise,
    handle: Option<i32>,
}

impl Timer {
    fn start(window: Window, duration: Duration) -> Self {
        let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
        let mut handle = None;
        let elapsed = Promise::new(&mut |resolve, _| {
            let started = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
            handle = started.ok();
        });
        Self {
            window,
            elapsed,
            handle,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(handle) = self.handle {
            self.window.clear_timeout_with_handle(handle);
        }
    }
}

/// Aborts a request when the future that waits for it is dropped.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        // After the answer has been read this does nothing.
        self.0.abort();
    }
}

async fn exchange(
    window: &Window,
    request: &Request,
    early: EarlyAnswer,
) -> Result<Response, Failure> {
    let abort = AbortOnDrop(AbortController::new()?);
    let sent = match (request.method, &request.authorization) {
        (Method::Get, Some(authorization)) => early(&request.url, authorization, &abort.0.signal()),
        _ => None,
    };
    let answer = match sent {
        Some(answer) => answer,
        None => window.fetch_with_str_and_init(&request.url, &options_of(request, &abort.0)?),
    };
    let answer = JsFuture::from(answer).await?;
    let answer: web_sys::Response = answer.unchecked_into();
    let headers = answer.headers();
    Ok(Response {
        status: answer.status(),
        retry_after: headers.get("Retry-After")?,
        date: headers.get("Date")?,
        request_id: headers.get("X-Request-Id")?,
        body: body_of(&answer).await?,
        received_at: now(),
    })
}

/// `public/boot.js` asks for the list of servers in the same way.
fn options_of(request: &Request, abort: &AbortController) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    if let Some(authorization) = &request.authorization {
        headers.set("Authorization", authorization)?;
    }
    let options = RequestInit::new();
    if let Some(body) = &request.body {
        headers.set("Content-Type", "application/json")?;
        options.set_body(&JsValue::from_str(body));
    }
    options.set_method(request.method.as_str());
    options.set_headers_headers(&headers);
    options.set_cache(RequestCache::NoStore);
    options.set_credentials(RequestCredentials::Omit);
    options.set_redirect(RequestRedirect::Error);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_signal(Some(&abort.signal()));
    Ok(options)
}

/// Reads the body piece by piece, so that an endless one is left in time.
async fn body_of(answer: &web_sys::Response) -> Result<String, Failure> {
    let Some(stream) = answer.body() else {
        return Ok(String::new());
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut body = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            return Ok(String::from_utf8_lossy(&body).into_owned());
        }
        let piece: Uint8Array = Reflect::get(&step, &"value".into())?.unchecked_into();
        body.extend_from_slice(&piece.to_vec());
        if body.len() > MAX_BODY_BYTES {
            return Err(Failure(TransportError::TooLarge));
        }
    }
}

fn now() -> DateTime<Utc> {
    // Whole milliseconds, far within the range of either type.
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}
