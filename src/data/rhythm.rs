//! When a question is asked again by itself.

use std::time::Duration;

use crate::api::{ApiError, ErrorKind};

/// The longest pause after failures.
const LONGEST_PAUSE: Duration = Duration::from_secs(120);
/// The pause after the first failure; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause that a service is granted. A browser's timer takes 24 days, and ends the program's life with more.
const LONGEST_TOLD: Duration = Duration::from_secs(24 * 60 * 60);
/// How often a question that the page asks once is repeated by itself when it fails.
const REPEATS: u32 = 5;
/// How old the answer to a question that the page asks once may be when the person comes back.
const OUT_OF_DATE: Duration = Duration::from_secs(5 * 60);
/// How old an answer may be when the person comes back to the page without being asked for anew.
const FRESH_ENOUGH: Duration = Duration::from_secs(2);

/// Whether a question that the page asks once is asked again by itself: after the `failure` that came last, if it may
/// pass and not for ever, and when the person or the network has `returned`, if it has failed or the answer is of some
/// `age`.
pub(super) fn repeats(
    failure: Option<&ApiError>,
    failures: u32,
    age: Option<Duration>,
    returned: bool,
) -> bool {
    match failure.map(|failure| &failure.kind) {
        None => returned && age.is_some_and(|age| age > OUT_OF_DATE),
        Some(
            ErrorKind::Network
            | ErrorKind::TimedOut
            | ErrorKind::RateLimited { .. }
            | ErrorKind::Server { .. },
        ) => returned || failures <= REPEATS,
        Some(_) => returned,
    }
}

/// How long to wait before asking again.
///
/// `wanted` is the pause that the page wants while all is well, `age` how old the last answer is, `returned` whether
/// the person has just come back to the page (or the network to the device). `chance`, from 0 to 1, spreads the pauses
/// after failures: pages that failed together would else come back together.
pub(super) fn wait(
    wanted: Duration,
    age: Option<Duration>,
    failures: u32,
    failure: Option<&ApiError>,
    returned: bool,
    chance: f64,
) -> Duration {
    if let Some(told) = failure.and_then(told_pause) {
        return told.min(LONGEST_TOLD);
    }
    let pause = match (returned, failures) {
        (true, 0) => FRESH_ENOUGH.min(wanted),
        (true, _) => Duration::ZERO,
        (false, 0) => wanted,
        (false, failures) => spread(pause_after(failures).max(wanted), chance),
    };
    if failures > 0 {
        pause
    } else {
        pause.saturating_sub(age.unwrap_or_default())
    }
}

fn pause_after(failures: u32) -> Duration {
    let doublings = failures.saturating_sub(1).min(10);
    (FIRST_PAUSE * 2_u32.pow(doublings)).min(LONGEST_PAUSE)
}

/// The pause, from a quarter less to a quarter more.
fn spread(pause: Duration, chance: f64) -> Duration {
    const WHOLE: u32 = 1024;
    // At most half of the whole, whatever the chance is said to be.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let part = (chance.clamp(0.0, 1.0) * f64::from(WHOLE / 2)) as u32;
    pause * (WHOLE - WHOLE / 4 + part) / WHOLE
}

/// The pause that the service asked for, which is obeyed.
fn told_pause(failure: &ApiError) -> Option<Duration> {
    match failure.kind {
        ErrorKind::RateLimited { retry_after } | ErrorKind::Server { retry_after } => retry_after,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOWLY: Duration = Duration::from_secs(30);

    fn failure(kind: ErrorKind) -> ApiError {
        ApiError {
            kind,
            message: None,
            status: None,
            reference: None,
        }
    }

    #[test]
    fn a_good_answer_is_renewed_when_it_is_as_old_as_the_page_wants() {
        let age = Some(Duration::from_secs(10));
        assert_eq!(
            wait(SLOWLY, age, 0, None, false, 0.9),
            Duration::from_secs(20)
        );
        assert_eq!(
            wait(SLOWLY, Some(Duration::from_secs(99)), 0, None, false, 0.9),
            Duration::ZERO
        );
    }

    #[test]
    fn a_person_who_comes_back_sees_the_present() {
        assert_eq!(
            wait(SLOWLY, Some(Duration::from_secs(3)), 0, None, true, 0.9),
            Duration::ZERO
        );
        assert_eq!(wait(SLOWLY, None, 0, None, true, 0.9), FRESH_ENOUGH);
    }

    #[test]
    fn pauses_grow_with_failures_to_a_limit() {
        let error = failure(ErrorKind::Network);
        let waits: Vec<_> = (1..9)
            .map(|failures| {
                let wanted = Duration::from_secs(3);
                wait(wanted, None, failures, Some(&error), false, 0.5).as_secs()
            })
            .collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 120, 120, 120]);
    }

    #[test]
    fn pauses_after_failures_are_spread() {
        let error = failure(ErrorKind::Network);
        let wait = |chance| wait(SLOWLY, None, 4, Some(&error), false, chance).as_millis();
        assert_eq!([wait(0.0), wait(0.5), wait(1.0)], [30_000, 40_000, 50_000]);
        assert_eq!(
            [wait(-7.0), wait(f64::NAN), wait(9.0)],
            [30_000, 30_000, 50_000]
        );
    }

    #[test]
    fn what_is_asked_once_is_repeated_within_a_limit() {
        let down = failure(ErrorKind::Server { retry_after: None });
        let repeated = (1..10).filter(|&failures| repeats(Some(&down), failures, None, false));
        assert_eq!(repeated.count(), 5);
        assert!(repeats(Some(&down), 9, None, true));
        assert!(!repeats(
            Some(&failure(ErrorKind::NotFound)),
            1,
            None,
            false
        ));
    }

    #[test]
    fn what_is_asked_once_is_renewed_for_a_person_who_comes_back_late() {
        let minutes = |minutes: u64| Some(Duration::from_secs(minutes * 60));
        assert!(repeats(None, 0, minutes(6), true));
        assert!(!repeats(None, 0, minutes(4), true));
        assert!(!repeats(None, 0, minutes(600), false));
        assert!(!repeats(None, 0, None, true));
    }

    #[test]
    fn no_service_may_ask_for_a_pause_that_no_timer_takes() {
        let error = failure(ErrorKind::Server {
            retry_after: Some(Duration::from_secs(u64::MAX)),
        });
        let pause = wait(SLOWLY, None, 1, Some(&error), false, 0.5);
        assert!(pause.as_millis() < u128::from(u32::MAX) / 2);
    }

    #[test]
    fn the_service_is_obeyed() {
        let told = Duration::from_secs(77);
        let error = failure(ErrorKind::RateLimited {
            retry_after: Some(told),
        });
        assert_eq!(wait(SLOWLY, None, 1, Some(&error), true, 0.9), told);
    }
}
