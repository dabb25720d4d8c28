//! A name for every call of the API, by which what a person reports and what the operator reads find each other.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::security_headers::is_api_path;
use crate::token::hexadecimal;

/// The header that tells it.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Bytes of randomness in a name: enough that two of a year's calls hardly ever share one.
const BYTES: usize = 8;

tokio::task_local! {
    static CURRENT: String;
}

/// Names the call, for the answer and for what is told of it. A system without random numbers names none.
pub async fn add(request: Request, next: Next) -> Response {
    let mut bytes = [0; BYTES];
    if !is_api_path(request.uri().path()) || getrandom::fill(&mut bytes).is_err() {
        return next.run(request).await;
    }
    let id = hexadecimal(&bytes);
    let header = HeaderValue::from_str(&id);
    let mut response = CURRENT.scope(id, next.run(request)).await;
    if let Ok(header) = header {
        response.headers_mut().insert(REQUEST_ID, header);
    }
    response
}

/// A sentence for the operator that names the call which is being answered; nothing where there is none.
pub fn sentence() -> String {
    let sentence = CURRENT.try_with(|id| format!(" Request {id}."));
    sentence.unwrap_or_default()
}
