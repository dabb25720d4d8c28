//! What every answer tells a browser not to do.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// For answers that are data: nothing in them may run or load.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";
/// For the application: its own files and its own API, and WebAssembly to run. No text becomes markup or script, not even
/// by way of a policy of the page's own. The document and the recipes of deploy/ say the same.
const PAGE_POLICY: &str = include_str!("../../../deploy/policy.txt").trim_ascii_end();
/// For the console page: a style sheet of ours and nothing else.
pub const CONSOLE_POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(), clipboard-write=(self), display-capture=(), geolocation=(), \
    gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

/// Adds the headers to whatever answers; what an answer says itself stays.
pub async fn add(request: Request, next: Next) -> Response {
    let is_data = is_api_path(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if is_data {
        set(headers, CONTENT_SECURITY_POLICY, DATA_POLICY);
        set(headers, CACHE_CONTROL, "no-store");
    } else {
        set(headers, CONTENT_SECURITY_POLICY, PAGE_POLICY);
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "no-referrer");
    for (name, value) in [
        ("permissions-policy", PERMISSIONS_POLICY),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        set(headers, HeaderName::from_static(name), value);
    }
    response
}

/// Whether a path belongs to the API, however many slashes it starts with.
pub fn is_api_path(path: &str) -> bool {
    let path = path.trim_start_matches('/');
    path == "api" || path.starts_with("api/")
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers
        .entry(name)
        .or_insert(HeaderValue::from_static(value));
}
