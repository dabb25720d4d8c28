//! Numbers, times and names, as the reader's language writes them. The browser's `Intl` knows how, at no cost in bytes.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

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

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

thread_local! {
    /// Formatters are costly to make and cheap to use: one of each kind and language is kept.
    static FORMATTERS: RefCell<HashMap<(&'static str, &'static str), Function>> = RefCell::default();
}

/// A whole number: `10,000` in English, `10.000` in Vietnamese.
#[must_use]
pub fn number(value: u32) -> String {
    format_with("number", value.into(), || {
        Intl::NumberFormat::new(&locale(), &Object::new()).format()
    })
}

/// The plural category of `count` (CLDR): `one`, `other` and so on.
#[must_use]
pub fn plural_category(count: u32) -> String {
    Intl::PluralRules::new(&locale(), &Object::new())
        .select(count.into())
        .into()
}

/// A day, in the reader's time zone: `23 Nov 2026`.
#[must_use]
pub fn date(time: &DateTime<FixedOffset>) -> String {
    day_of(time.timestamp_millis())
}

/// A day and the time of day, in the reader's time zone: `23 Nov 2026, 14:05`.
#[must_use]
pub fn date_time(time: &DateTime<FixedOffset>) -> String {
    format_with(
        "date-time",
        javascript_date(time.timestamp_millis()),
        || {
            Intl::DateTimeFormat::new(
                &locale(),
                &options(&[("dateStyle", "medium"), ("timeStyle", "short")]),
            )
            .format()
        },
    )
}

/// A calendar day such as a birthday, which is the same day in every time zone.
#[must_use]
pub fn calendar_day(day: chrono::NaiveDate) -> String {
    let noon = day
        .and_hms_opt(12, 0, 0)
        .map_or(0, |time| time.and_utc().timestamp_millis());
    day_of(noon)
}

/// How far a time lies from now, in words: `in 3 days`, `5 minutes ago`. Follows the clock.
#[must_use]
pub fn relative(milliseconds: i64) -> String {
    let (amount, unit) = distance(milliseconds - clock::follow());
    #[allow(clippy::cast_precision_loss)] // far below 2⁵³
    let amount = amount as f64;
    Intl::RelativeTimeFormat::new(&locale(), &options(&[("numeric", "auto")]))
        .format(amount, unit.name())
        .into()
}

/// A length of time in whole hours, in the largest unit that fits: `8 hours`, `7 days`.
#[must_use]
pub fn duration(hours: u32) -> String {
    let (amount, unit) = if hours >= 24 && hours.is_multiple_of(24) {
        (hours / 24, "day")
    } else {
        (hours, "hour")
    };
    let format = Intl::NumberFormat::new(
        &locale(),
        &options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "long")]),
    )
    .format();
    call(&format, amount.into())
}

/// The order of two names, as the language sorts, numbers within them by their value.
#[must_use]
pub fn compare(one: &str, other: &str) -> Ordering {
    let compare = formatter("order", || {
        Intl::Collator::new(&locale(), &options(&[("numeric", "true")])).compare()
    });
    let order = compare.call2(&JsValue::UNDEFINED, &one.into(), &other.into());
    let order = order
        .ok()
        .and_then(|order| order.as_f64())
        .unwrap_or_default();
    order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
}

/// A person's name as the language orders it. `family` holds family and middle name, `given` the given name, as in
/// Vietnamese (contract, User); Khmer names run the same way.
#[must_use]
pub fn full_name(family: &str, given: &str) -> String {
    let ordered = if words::current() == "en" {
        [given, family]
    } else {
        [family, given]
    };
    ordered.join(" ").trim().to_owned()
}

/// The unit in which a distance in milliseconds is told, and how many of it, cut toward zero.
fn distance(milliseconds: i64) -> (i64, Unit) {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    const MONTH: i64 = 30 * DAY;
    const YEAR: i64 = 365 * DAY;
    let seconds = milliseconds / 1000;
    match seconds.abs() {
        size if size < MINUTE => (seconds, Unit::Second),
        size if size < HOUR => (seconds / MINUTE, Unit::Minute),
        size if size < DAY => (seconds / HOUR, Unit::Hour),
        size if size < 2 * MONTH => (seconds / DAY, Unit::Day),
        size if size < 2 * YEAR => (seconds / MONTH, Unit::Month),
        _ => (seconds / YEAR, Unit::Year),
    }
}

fn day_of(milliseconds: i64) -> String {
    format_with("date", javascript_date(milliseconds), || {
        Intl::DateTimeFormat::new(&locale(), &options(&[("dateStyle", "medium")])).format()
    })
}

fn javascript_date(milliseconds: i64) -> JsValue {
    #[allow(clippy::cast_precision_loss)] // times of a calendar lie far below 2⁵³ milliseconds
    let milliseconds = milliseconds as f64;
    Date::new(&milliseconds.into()).into()
}

fn locale() -> Array {
    Array::of1(&words::current().into())
}

fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn format_with(kind: &'static str, value: JsValue, make: impl FnOnce() -> Function) -> String {
    call(&formatter(kind, make), value)
}

fn formatter(kind: &'static str, make: impl FnOnce() -> Function) -> Function {
    let key = (kind, words::current());
    FORMATTERS.with_borrow_mut(|known| known.entry(key).or_insert_with(make).clone())
}

fn call(format: &Function, value: JsValue) -> String {
    // Intl refuses only what is no time or number at all, and then there is nothing to show.
    format
        .call1(&JsValue::UNDEFINED, &value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;

    #[test]
    fn distances_are_told_in_the_unit_people_use() {
        assert_eq!(distance(59_999), (59, Unit::Second));
        assert_eq!(distance(-60_000), (-1, Unit::Minute));
        assert_eq!(distance(2 * 3_600_000), (2, Unit::Hour));
        assert_eq!(distance(7 * DAY), (7, Unit::Day));
        assert_eq!(distance(59 * DAY), (59, Unit::Day));
        assert_eq!(distance(90 * DAY), (3, Unit::Month));
        assert_eq!(distance(-800 * DAY), (-2, Unit::Year));
    }

    proptest::proptest! {
        #[test]
        fn a_distance_never_changes_side(milliseconds in i64::MIN / 2..i64::MAX / 2) {
            let (amount, _) = distance(milliseconds);
            proptest::prop_assert!(amount == 0 || amount.signum() == milliseconds.signum());
        }
    }
}
