//! Bodies of requests, read before anything is answered. A connection on which a body was left unread cannot be used
//! again: without a word about that, the next call on it would be dropped.

use std::future::poll_fn;
use std::pin::Pin;

use axum::body::Body;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CONNECTION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body::Body as _;

use super::error::ApiError;
use crate::conventions::{MAXIMUM_BODY_BYTES, TIME_TO_SEND_BODY};

/// Reads the body of a request and lets it go on; one that is too large, too slow or broken is answered here.
pub async fn read(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let read = tokio::time::timeout(TIME_TO_SEND_BODY, collect(body))
        .await
        .unwrap_or(Err(ApiError::TooSlow));
    match read {
        Ok(bytes) => next.run(Request::from_parts(parts, bytes.into())).await,
        Err(error) => {
            let mut response = error.into_response();
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(CONNECTION, close);
            response
        }
    }
}

/// All bytes of a body that is not too large.
async fn collect(mut body: Body) -> Result<Vec<u8>, ApiError> {
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > MAXIMUM_BODY_BYTES {
        return Err(ApiError::TooLarge);
    }
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let broken = |_| ApiError::Malformed("The request body is broken.".to_owned());
        if let Ok(data) = frame.map_err(broken)?.into_data() {
            bytes.extend_from_slice(&data);
        }
        if bytes.len() > MAXIMUM_BODY_BYTES {
            return Err(ApiError::TooLarge);
        }
    }
    Ok(bytes)
}
