//! When a question is asked again by itself.

use std::time::Duration;

use crate::api::{ApiError, ErrorKind};

/// The longest pause after failures.
const LONGEST_PAUSE: Duration = Duration::from_secs(120);
/// The pause after the first failure; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// How old an answer may be when the person comes back to the page without being asked for anew.
const FRESH_ENOUGH: Duration = Duration::from_secs(2);

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
        return told;
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
    fn the_service_is_obeyed() {
        let told = Duration::from_secs(77);
        let error = failure(ErrorKind::RateLimited {
            retry_after: Some(told),
        });
        assert_eq!(wait(SLOWLY, None, 1, Some(&error), true, 0.9), told);
    }
}
