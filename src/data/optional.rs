//! Calls that a service may not have.

use crate::api::{ApiError, ErrorKind};

/// The answer of an optional call: a service that does not have it answers 404.
pub(super) fn if_known<Answer>(
    answer: Result<Answer, ApiError>,
) -> Result<Option<Answer>, ApiError> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(error) if error.kind == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
