//! The one error of the portal, and the only place that makes it.
//!
//! Shapes and their order are the contract's (Errors).

use std::time::Duration;

use super::error_words::{FieldErrors, Words};
use super::time::retry_after;
use super::transport::{Response, TransportError};
use crate::json::Json;

/// A call that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// What went wrong.
    pub kind: ErrorKind,
    /// The service's own words, plain and at most [`MAX_MESSAGE_CHARACTERS`](super::error_words::MAX_MESSAGE_CHARACTERS) long;
    /// `None` when it sent none that a person should see.
    pub message: Option<String>,
    /// The status of the answer, where there was one.
    pub status: Option<u16>,
    /// What support finds it by: the service's name for the exchange, where it told one.
    pub reference: Option<String>,
}

/// What went wrong, as far as a page acts on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// 401: the token is missing, wrong or has ended.
    Unauthorised,
    /// 403: this may not be done. Some set-ups answer so to a missing token too (contract, Authentication).
    Forbidden,
    /// 404: there is no such thing, or the reader may not know of it.
    NotFound,
    /// 400 or 422: what was sent is not right.
    Invalid {
        /// The fields that are not right, each with what the service says of it. Empty when it named none.
        fields: FieldErrors,
    },
    /// 409: it does not fit the state that the thing is in.
    Conflict,
    /// 429: too many requests.
    RateLimited {
        /// How long to wait, counted from the answer, where the service said.
        retry_after: Option<Duration>,
    },
    /// 5xx: the service is at fault.
    Server {
        /// How long to wait, counted from the answer, where the service said.
        retry_after: Option<Duration>,
    },
    /// The service could not be reached.
    Network,
    /// The service took too long.
    TimedOut,
    /// The service answered success, with something that is not what the contract says.
    Unreadable,
    /// 413, or an answer longer than the portal reads.
    TooLarge,
    /// Any other status that is no success, and a failure told in a successful one.
    Other,
}

impl ApiError {
    /// A successful answer that nothing can be made of.
    pub(super) fn unreadable(response: Response) -> Self {
        Self {
            kind: ErrorKind::Unreadable,
            message: None,
            status: Some(response.status),
            reference: response.request_id,
        }
    }

    /// Whether support may be the only one that can mend it: neither the person nor another try can.
    #[must_use]
    pub fn is_for_support(&self) -> bool {
        matches!(
            self.kind,
            ErrorKind::Server { .. } | ErrorKind::Unreadable | ErrorKind::Other
        )
    }

    /// Whether a person reads the same of both: they may differ in what support finds them by.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.kind, &self.message, self.status) == (&other.kind, &other.message, other.status)
    }

    /// A thing by a name that no address can hold: nothing was sent.
    pub(super) fn no_such_address() -> Self {
        Self::unanswered(ErrorKind::NotFound)
    }

    /// A token that no header can hold: nothing was sent.
    pub(super) fn unusable_token() -> Self {
        Self::unanswered(ErrorKind::Unauthorised)
    }

    fn unanswered(kind: ErrorKind) -> Self {
        Self {
            kind,
            message: None,
            status: None,
            reference: None,
        }
    }
}

impl From<TransportError> for ApiError {
    fn from(error: TransportError) -> Self {
        Self::unanswered(match error {
            TransportError::Network => ErrorKind::Network,
            TransportError::TimedOut => ErrorKind::TimedOut,
            TransportError::TooLarge => ErrorKind::TooLarge,
        })
    }
}

/// The failure that an answer tells of, if it does. `json` is its body, where that is JSON.
pub(super) fn failure_of(response: &Response, json: Option<&Json>) -> Option<ApiError> {
    let success = (200..300).contains(&response.status);
    let told = json.is_some_and(|body| body.get("error").as_boolean() == Some(true));
    if success && !told {
        return None;
    }
    let words = json.map(|body| Words::of(response.status, body));
    let Words { message, fields } = words.unwrap_or_default();
    Some(ApiError {
        kind: kind_of(response, fields),
        message,
        status: Some(response.status),
        reference: response.request_id.clone(),
    })
}

fn kind_of(response: &Response, fields: FieldErrors) -> ErrorKind {
    match response.status {
        400 | 422 => ErrorKind::Invalid { fields },
        401 => ErrorKind::Unauthorised,
        403 => ErrorKind::Forbidden,
        404 => ErrorKind::NotFound,
        409 => ErrorKind::Conflict,
        413 => ErrorKind::TooLarge,
        429 => ErrorKind::RateLimited {
            retry_after: retry_after(response),
        },
        500..600 => ErrorKind::Server {
            retry_after: retry_after(response),
        },
        _ => ErrorKind::Other,
    }
}
