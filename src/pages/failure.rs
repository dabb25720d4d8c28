//! What went wrong, as a person reads it.

use std::time::Duration;

use js_sys::Date;

use crate::api::{ApiError, ErrorKind};
use crate::browser::clock;
use crate::format;
use crate::words;

/// What happened and what to do next, in the reader's language; where the service sent words of its own, these too.
///
/// `failed_at` is when it happened, in milliseconds since 1970: what the service says of waiting is counted from there.
#[must_use]
pub fn sentence(error: &ApiError, failed_at: i64) -> String {
    let ours = explanation(error, failed_at);
    match &error.message {
        Some(theirs) => [ours.as_str(), " ", &words::error_says(theirs)].concat(),
        None => ours,
    }
}

/// The same, for what is told once, with what support finds it by where support may have to mend it.
#[must_use]
pub fn told(error: &ApiError, failed_at: i64) -> String {
    let sentence = sentence(error, failed_at);
    match reference(error, failed_at) {
        Some(reference) => [&sentence, " ", &words::support_reference(&reference)].concat(),
        None => sentence,
    }
}

/// What support finds a failure by: what the service calls it, where it told that, and when it was, in UTC. Nothing
/// where the person can mend it, or another try can.
#[must_use]
pub fn reference(error: &ApiError, failed_at: i64) -> Option<String> {
    if !error.is_for_support() {
        return None;
    }
    // As in 2026-11-23T12:00:00.000Z
    let time = String::from(Date::new(&(failed_at as f64).into()).to_iso_string());
    let (day, clock) = (time.get(..10)?, time.get(11..19)?);
    let reference = error.reference.as_deref();
    let (id, comma) = reference.map_or(("", ""), |id| (id, ", "));
    Some([id, comma, day, " ", clock, " UTC"].concat())
}

fn explanation(error: &ApiError, failed_at: i64) -> String {
    if let Some(text) = when_to_try_again(error, failed_at) {
        return text;
    }
    let word = match &error.kind {
        ErrorKind::Other => {
            let status = error
                .status
                .map(|status| status.to_string())
                .unwrap_or_default();
            return words::error_other(&status);
        }
        ErrorKind::RateLimited { .. } => words::ERROR_RATE_LIMITED,
        ErrorKind::Server { .. } => words::ERROR_SERVER,
        ErrorKind::Unauthorised => words::ERROR_UNAUTHORISED,
        ErrorKind::Forbidden => words::ERROR_FORBIDDEN,
        ErrorKind::NotFound => words::ERROR_NOT_FOUND,
        ErrorKind::Invalid { .. } => words::ERROR_INVALID,
        ErrorKind::Conflict => words::ERROR_CONFLICT,
        ErrorKind::Network => words::ERROR_NETWORK,
        ErrorKind::TimedOut => words::ERROR_TIMED_OUT,
        ErrorKind::Unreadable => words::ERROR_UNREADABLE,
        ErrorKind::TooLarge => words::ERROR_TOO_LARGE,
    };
    word.text().to_owned()
}

/// The sentence of a service that said how long to wait, until that time has come.
fn when_to_try_again(error: &ApiError, failed_at: i64) -> Option<String> {
    let (wait, sentence): (Duration, fn(&str) -> String) = match error.kind {
        ErrorKind::RateLimited { retry_after } => (retry_after?, words::error_rate_limited_until),
        ErrorKind::Server { retry_after } => (retry_after?, words::error_server_until),
        _ => return None,
    };
    let wait = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
    let time = failed_at.saturating_add(wait);
    (time > clock::follow()).then(|| sentence(&format::relative(time)))
}
