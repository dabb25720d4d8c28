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
use crate::conventions::{MAXIMUM_BODY_BYTES, MAXIMUM_DISCARDED_BYTES, TIME_TO_SEND_BODY};

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

/// All bytes of a body. One that is too large is read on for a while, so that its sender comes to listen.
async fn collect(mut body: Body) -> Result<Vec<u8>, ApiError> {
    let too_large = |size: usize| size > MAXIMUM_DISCARDED_BYTES;
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    let (mut bytes, mut size) = (Vec::new(), 0);
    while !too_large(announced) && !too_large(size) {
        let frame = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        let Some(frame) = frame else {
            return (size <= MAXIMUM_BODY_BYTES)
                .then_some(bytes)
                .ok_or(ApiError::TooLarge);
        };
        let broken = |_| ApiError::Malformed("The request body is broken.".to_owned());
        if let Ok(data) = frame.map_err(broken)?.into_data() {
            size = size.saturating_add(data.len());
            if size <= MAXIMUM_BODY_BYTES {
                bytes.extend_from_slice(&data);
            }
        }
    }
    Err(ApiError::TooLarge)
}
