//! Pages of other origins that may use the API: those that the operator names, and no others.
//!
//! A page signs its requests with a token in a header and sends no cookies, so answers never allow credentials. Who is not
//! named is answered as if there were no such rules, and the browser keeps the answer to itself.

use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN,
    VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::security_headers::is_api_path;
use crate::server::App;

/// The methods of the contract.
const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, PATCH, DELETE");
/// What a request of the contract carries beyond what every page may send.
const HEADERS: HeaderValue = HeaderValue::from_static("Authorization, Content-Type");
/// What the portal reads of an answer: when to come again, the clock that this is told by, and what support finds it by.
const READABLE: HeaderValue = HeaderValue::from_static("Retry-After, Date, X-Request-Id");
/// Seconds for which a browser need not ask anew: two hours, the most that Chromium grants.
const MAX_AGE: HeaderValue = HeaderValue::from_static("7200");

/// Adds what lets a named origin read the answers of the API, and answers its browser's question beforehand.
pub async fn allow(State(app): State<App>, request: Request, next: Next) -> Response {
    let allowed = &app.settings.allowed_origins;
    if allowed.is_empty() || !is_api_path(request.uri().path()) {
        return next.run(request).await;
    }
    let origin = request.headers().get(ORIGIN).cloned();
    let origin = origin.filter(|origin| {
        allowed
            .iter()
            .any(|one| one.as_bytes() == origin.as_bytes())
    });
    let mut response = match origin.is_some() && is_question(&request) {
        true => answer_to_question(),
        false => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
    }
    response
}

/// Whether a browser asks what its page may send.
fn is_question(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

fn answer_to_question() -> Response {
    let headers = HeaderMap::from_iter([
        (ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (ACCESS_CONTROL_ALLOW_HEADERS, HEADERS),
        (ACCESS_CONTROL_MAX_AGE, MAX_AGE),
    ]);
    (StatusCode::NO_CONTENT, headers).into_response()
}
