//! Every way in which a call can fail, and the JSON that says so (contract, Errors).

use std::collections::BTreeMap;

use axum::Json;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::request_id;
use crate::compute::ComputeError;
use crate::conventions::{AUTHENTICATION_SCHEME, BUSY_RETRY, UNAVAILABLE_RETRY};
use crate::operator;
use crate::password::PasswordError;
use crate::permissions::Permission;
use crate::storage::StorageError;
use crate::token::NoRandomness;

/// What is wrong with each field of a request, by the field's name.
pub type FieldErrors = BTreeMap<String, Vec<String>>;

/// A call that failed.
#[derive(Debug)]
pub enum ApiError {
    /// 401: no token, or none that counts.
    Unauthorised(&'static str),
    /// 403: the token lacks this permission.
    Forbidden(Permission),
    /// 404: nothing there, or not the caller's.
    NotFound,
    /// 404: past the last page, or no page at all.
    InvalidPage,
    /// 405.
    MethodNotAllowed(Method),
    /// 400: what is wrong, field by field.
    Fields(FieldErrors),
    /// 400: what is wrong with the whole.
    NonField(String),
    /// 400: the body cannot be read.
    Malformed(String),
    /// 409: it does not fit the state of things; a sentence for people.
    Conflict(String),
    /// 408: the body took too long to come.
    TooSlow,
    /// 413.
    TooLarge,
    /// 415.
    UnsupportedMediaType,
    /// 429: too many attempts, and how long to wait.
    TooManyAttempts(TimeDelta),
    /// 503: something of ours failed; its words are for the operator alone.
    Unavailable(String),
    /// 503: more is being asked at once than can be done.
    Busy,
    /// 507: there is no room to keep what was to be kept; the words are for the operator alone.
    OutOfRoom(String),
    /// An answer made elsewhere: a failure on purpose.
    Answered(Box<Response>),
}

impl ApiError {
    /// The failure of one field.
    pub fn field(name: &str, sentence: &str) -> Self {
        Self::Fields(BTreeMap::from([(
            name.to_owned(),
            vec![sentence.to_owned()],
        )]))
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        match self {
            Self::Unauthorised(sentence) => unauthorised(sentence),
            Self::Forbidden(permission) => detail(
                StatusCode::FORBIDDEN,
                &format!("This token lacks the permission {permission}."),
            ),
            Self::NotFound => detail(StatusCode::NOT_FOUND, "Not found."),
            Self::InvalidPage => detail(StatusCode::NOT_FOUND, "Invalid page."),
            Self::MethodNotAllowed(method) => detail(
                StatusCode::METHOD_NOT_ALLOWED,
                &format!("Method \"{method}\" not allowed."),
            ),
            Self::Fields(errors) => body(StatusCode::BAD_REQUEST, json!(errors)),
            Self::NonField(sentence) => body(
                StatusCode::BAD_REQUEST,
                json!({"non_field_errors": [sentence]}),
            ),
            Self::Malformed(sentence) => detail(StatusCode::BAD_REQUEST, &sentence),
            Self::Conflict(sentence) => body(StatusCode::CONFLICT, json!({"message": sentence})),
            Self::TooSlow => detail(
                StatusCode::REQUEST_TIMEOUT,
                "The request body took too long to arrive.",
            ),
            Self::TooLarge => detail(
                StatusCode::PAYLOAD_TOO_LARGE,
                "The request body is too large.",
            ),
            Self::UnsupportedMediaType => detail(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Send the body as application/json.",
            ),
            Self::TooManyAttempts(wait) => too_many_attempts(wait),
            Self::Unavailable(reason) => {
                operator::tell(&format!(
                    "A call failed: {reason}.{}",
                    request_id::sentence()
                ));
                unavailable(
                    UNAVAILABLE_RETRY,
                    "The service cannot do this right now. Try again later.",
                )
            }
            Self::Busy => unavailable(
                BUSY_RETRY,
                "Too many people are signing in. Try again in some seconds.",
            ),
            Self::OutOfRoom(reason) => {
                operator::tell(&format!(
                    "A call could not be kept: {reason}.{}",
                    request_id::sentence()
                ));
                detail(
                    StatusCode::INSUFFICIENT_STORAGE,
                    "The service has no room left to keep this. Nothing was changed. Try again later.",
                )
            }
            Self::Answered(response) => *response,
        }
    }
}

fn body(status: StatusCode, body: Value) -> Response {
    (status, Json(body)).into_response()
}

fn detail(status: StatusCode, sentence: &str) -> Response {
    body(status, json!({"detail": sentence}))
}

fn unauthorised(sentence: &str) -> Response {
    let mut response = detail(StatusCode::UNAUTHORIZED, sentence);
    response.headers_mut().insert(
        WWW_AUTHENTICATE,
        HeaderValue::from_static(AUTHENTICATION_SCHEME),
    );
    response
}

fn too_many_attempts(wait: TimeDelta) -> Response {
    let seconds = wait.num_milliseconds().max(0) / 1000 + 1;
    let sentence = format!("Too many failed attempts. Try again in {seconds} seconds.");
    later(detail(StatusCode::TOO_MANY_REQUESTS, &sentence), seconds)
}

fn unavailable(wait: TimeDelta, sentence: &str) -> Response {
    let response = detail(StatusCode::SERVICE_UNAVAILABLE, sentence);
    later(response, wait.num_seconds())
}

/// The same answer, which also says after how many seconds to try again.
fn later(mut response: Response, seconds: i64) -> Response {
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

impl From<StorageError> for ApiError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Full(_) => Self::OutOfRoom(error.to_string()),
            _ => Self::Unavailable(error.to_string()),
        }
    }
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        StorageError::from(error).into()
    }
}

impl From<NoRandomness> for ApiError {
    fn from(error: NoRandomness) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<PasswordError> for ApiError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Busy => Self::Busy,
            PasswordError::Failed(_) => Self::Unavailable(error.to_string()),
        }
    }
}

impl From<ComputeError> for ApiError {
    fn from(error: ComputeError) -> Self {
        match error {
            ComputeError::NoSuchServer => Self::NotFound,
            ComputeError::NoSuchImage => Self::field("os_image", "There is no such image."),
            ComputeError::Refused(sentence) => Self::Conflict(sentence),
            ComputeError::Storage(error) => error.into(),
        }
    }
}
