//! The browser's `fetch`.

use chrono::{DateTime, Utc};
use futures::future::{FutureExt, LocalBoxFuture};
use js_sys::{Array, Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, DomException, Headers, ReadableStreamDefaultReader,
    ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestRedirect,
};

use super::transport::{MAX_BODY_BYTES, Request, Response, Transport, TransportError};

/// Sends requests with the browser's `fetch`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Browser;

impl Transport for Browser {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        async move { exchange(&request).await.map_err(|failure| failure.0) }.boxed_local()
    }
}

/// A failure on this side of the wire: whatever the browser threw, or an answer that is too large.
struct Failure(TransportError);

impl From<JsValue> for Failure {
    fn from(thrown: JsValue) -> Self {
        let timed_out = thrown
            .dyn_ref::<DomException>()
            .is_some_and(|exception| exception.name() == "TimeoutError");
        Self(if timed_out {
            TransportError::TimedOut
        } else {
            TransportError::Network
        })
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

async fn exchange(request: &Request) -> Result<Response, Failure> {
    let abort = AbortOnDrop(AbortController::new()?);
    let options = options_of(request, &abort.0)?;
    let window = web_sys::window().ok_or(Failure(TransportError::Network))?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(&request.url, &options)).await?;
    let answer: web_sys::Response = answer.unchecked_into();
    let headers = answer.headers();
    Ok(Response {
        status: answer.status(),
        retry_after: headers.get("Retry-After")?,
        date: headers.get("Date")?,
        body: body_of(&answer).await?,
        received_at: now(),
    })
}

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
    options.set_signal(Some(&either_signal(request, abort)));
    Ok(options)
}

/// Fires when the request takes too long or is no longer wanted.
fn either_signal(request: &Request, abort: &AbortController) -> AbortSignal {
    let milliseconds = u32::try_from(request.timeout.as_millis()).unwrap_or(u32::MAX);
    let timeout = AbortSignal::timeout_with_u32(milliseconds);
    AbortSignal::any(&Array::of2(&timeout, &abort.signal()))
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
