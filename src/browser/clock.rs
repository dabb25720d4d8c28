//! The time now, and a clock that views can follow.

use std::sync::LazyLock;
use std::time::Duration;

use leptos::prelude::*;

use super::presence;
use crate::shared::subscribed;

/// How often relative times on the page are written anew.
const TICK: Duration = Duration::from_secs(20);

static NOW: LazyLock<ArcRwSignal<i64>> = LazyLock::new(|| ArcRwSignal::new(now()));

/// The time now, in milliseconds since 1970, UTC.
#[must_use]
pub fn now() -> i64 {
    // Whole milliseconds: the fraction that Date.now() never has is cut off.
    #[allow(clippy::cast_possible_truncation)]
    let milliseconds = js_sys::Date::now() as i64;
    milliseconds
}

/// The day, in the reader's time zone, as `YYYY-MM-DD`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let part = |number: u32| {
        let zero = if number < 10 { "-0" } else { "-" };
        [zero, &number.to_string()].concat()
    };
    let year = now.get_full_year().to_string();
    [year, part(now.get_month() + 1), part(now.get_date())].concat()
}

/// The time now as views follow it: what reads it is written anew every 20 seconds while the page is seen.
#[must_use]
pub fn follow() -> i64 {
    // Not the time of the last tick: what happened since then would lie in the future.
    subscribed(&NOW);
    now()
}

/// Sets the clock that views follow: what has just happened lies in the past for them.
pub fn set() {
    NOW.set(now());
}

/// Lets the clock that views follow run until the page is closed.
pub fn start() {
    let _ = set_interval_with_handle(
        || {
            if presence::is_visible_now() {
                set();
            }
        },
        TICK,
    );
    Effect::new(|| {
        if presence::visible() {
            set();
        }
    });
}
