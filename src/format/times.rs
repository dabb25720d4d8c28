//! Times as people tell them, in the words of the language files.
//!
//! Not in the browser's: browsers know the times of few languages, and Khmer is seldom among them.

use chrono::{DateTime, FixedOffset, NaiveDate};
use js_sys::Date;

use crate::browser::clock;
use crate::words;

/// A piece of time, in the units that people count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// A day, in the reader's time zone: `23 Nov 2026`.
#[must_use]
pub fn date(time: &DateTime<FixedOffset>) -> String {
    let local = local(time);
    calendar(
        local.get_date(),
        local.get_month() + 1,
        local.get_full_year(),
    )
}

/// A day and the time of day, in the reader's time zone: `23 Nov 2026, 14:05`.
#[must_use]
pub fn date_time(time: &DateTime<FixedOffset>) -> String {
    let local = local(time);
    let two_digits = |number: u32| {
        if number < 10 {
            ["0", &number.to_string()].concat()
        } else {
            number.to_string()
        }
    };
    let (hours, minutes) = (
        two_digits(local.get_hours()),
        two_digits(local.get_minutes()),
    );
    let time_of_day = [hours.as_str(), ":", &minutes].concat();
    words::time_date_time(&date(time), &time_of_day)
}

/// A moment as machines read it, for the `datetime` of an element: `2026-11-23T07:05:00.000Z`.
#[must_use]
pub fn machine_readable(time: &DateTime<FixedOffset>) -> String {
    local(time).to_iso_string().into()
}

/// A calendar day such as a birthday, which is the same day in every time zone.
#[must_use]
pub fn calendar_day(day: NaiveDate) -> String {
    use chrono::Datelike;
    calendar(day.day(), day.month(), day.year().unsigned_abs())
}

/// How far a time lies from now, in words: `in 3 days`, `5 minutes ago`. Follows the clock.
#[must_use]
pub fn relative(milliseconds: i64) -> String {
    let away = milliseconds.saturating_sub(clock::follow());
    let (amount, unit) = distance(away);
    match away.signum() {
        _ if amount == 0 => words::TIME_NOW.text().to_owned(),
        -1 => words::time_past(&span(amount, unit)),
        _ => words::time_future(&span(amount, unit)),
    }
}

/// A length of time in whole hours, in the largest unit that fits: `8 hours`, `7 days`.
#[must_use]
pub fn duration(hours: u32) -> String {
    if hours >= 24 && hours.is_multiple_of(24) {
        span(hours / 24, Unit::Day)
    } else {
        span(hours, Unit::Hour)
    }
}

fn span(amount: u32, unit: Unit) -> String {
    match unit {
        Unit::Second => words::time_seconds(amount),
        Unit::Minute => words::time_minutes(amount),
        Unit::Hour => words::time_hours(amount),
        Unit::Day => words::time_days(amount),
        Unit::Month => words::time_months(amount),
        Unit::Year => words::time_years(amount),
    }
}

fn calendar(day: u32, month: u32, year: u32) -> String {
    let names = words::TIME_MONTH_NAMES.text();
    let month = usize::try_from(month)
        .ok()
        .and_then(|month| names.split('|').nth(month - 1));
    words::time_date(
        &day.to_string(),
        month.unwrap_or_default(),
        &year.to_string(),
    )
}

fn local(time: &DateTime<FixedOffset>) -> Date {
    #[allow(clippy::cast_precision_loss)] // times of a calendar lie far below 2⁵³ milliseconds
    let milliseconds = time.timestamp_millis() as f64;
    Date::new(&milliseconds.into())
}

/// How many of which unit a distance in milliseconds is told in, cut toward zero.
fn distance(milliseconds: i64) -> (u32, Unit) {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    const MONTH: u64 = 30 * DAY;
    const YEAR: u64 = 365 * DAY;
    let seconds = milliseconds.unsigned_abs() / 1000;
    let (length, unit) = match seconds {
        0..MINUTE => (1, Unit::Second),
        MINUTE..HOUR => (MINUTE, Unit::Minute),
        HOUR..DAY => (HOUR, Unit::Hour),
        _ if seconds < 2 * MONTH => (DAY, Unit::Day),
        _ if seconds < 2 * YEAR => (MONTH, Unit::Month),
        _ => (YEAR, Unit::Year),
    };
    (u32::try_from(seconds / length).unwrap_or(u32::MAX), unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;

    #[test]
    fn distances_are_told_in_the_unit_people_use() {
        assert_eq!(distance(999), (0, Unit::Second));
        assert_eq!(distance(59_999), (59, Unit::Second));
        assert_eq!(distance(-60_000), (1, Unit::Minute));
        assert_eq!(distance(2 * 3_600_000), (2, Unit::Hour));
        assert_eq!(distance(7 * DAY), (7, Unit::Day));
        assert_eq!(distance(59 * DAY), (59, Unit::Day));
        assert_eq!(distance(90 * DAY), (3, Unit::Month));
        assert_eq!(distance(-800 * DAY), (2, Unit::Year));
    }

    proptest::proptest! {
        #[test]
        fn no_distance_breaks_it(milliseconds: i64) {
            let (amount, unit) = distance(milliseconds);
            proptest::prop_assert!(amount > 0 || unit == Unit::Second);
        }
    }
}
