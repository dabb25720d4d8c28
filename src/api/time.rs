//! Times and dates as the contract and HTTP write them.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use super::transport::Response;
use crate::json::Json;

impl Json {
    /// The member `name` as a time of RFC 3339, with `Z` or an offset, with or without a fraction; `None` for anything else.
    pub(super) fn time(&self, name: &str) -> Option<DateTime<FixedOffset>> {
        parse_time(self.get(name).as_text()?.trim())
    }

    /// The member `name` as a date, `YYYY-MM-DD`; `None` for anything else.
    pub(super) fn date(&self, name: &str) -> Option<NaiveDate> {
        parse_date(self.get(name).as_text()?.trim())
    }
}

/// Parses `2019-07-18T13:41:10.25+07:00`. By hand, as all that follows, because chrono's parsers are several times the size.
fn parse_time(text: &str) -> Option<DateTime<FixedOffset>> {
    let (date, rest) = text.split_at_checked("YYYY-MM-DD".len())?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = rest.split_at_checked("hh:mm:ss".len())?;
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|each: char| !each.is_ascii_digit())?),
        None => ("0", rest),
    };
    let offset = parse_offset(zone)?;
    let clock = parse_clock(clock)?.with_nanosecond(nanoseconds(fraction)?)?;
    let moment = NaiveDateTime::new(parse_date(date)?, clock).checked_sub_offset(offset)?;
    Some(DateTime::from_naive_utc_and_offset(moment, offset))
}

/// Parses `Z` or `+07:00`.
fn parse_offset(text: &str) -> Option<FixedOffset> {
    const LONGEST: i32 = 23 * 3600 + 59 * 60;
    if matches!(text, "Z" | "z") {
        return FixedOffset::east_opt(0);
    }
    let (sign, length) = text.split_at_checked(1)?;
    let (hours, minutes) = length.split_once(':')?;
    if (hours.len(), minutes.len()) != (2, 2) {
        return None;
    }
    let (hours, minutes): (i32, i32) = (digits(hours)?, digits(minutes)?);
    let seconds = hours * 3600 + minutes * 60;
    if minutes > 59 || seconds > LONGEST {
        return None;
    }
    match sign {
        "+" => FixedOffset::east_opt(seconds),
        "-" => FixedOffset::west_opt(seconds),
        _ => None,
    }
}

/// The nanoseconds of a fraction of a second, by its digits; smaller parts are cut off.
fn nanoseconds(fraction: &str) -> Option<u32> {
    const DIGITS: usize = 9;
    if fraction.is_empty() {
        return None;
    }
    let zeros = std::iter::repeat(b'0');
    let digits = fraction.bytes().chain(zeros).take(DIGITS);
    Some(digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Parses `YYYY-MM-DD`.
fn parse_date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(digits(year)?, digits(month)?, digits(day)?)
}

/// How long to wait, by the answer's `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date, which is measured against the
/// service's own clock where the answer shows it. A moment that has passed is no wait at all.
pub(super) fn retry_after(response: &Response) -> Option<Duration> {
    let header = response.retry_after.as_deref()?.trim();
    if let Some(seconds) = digits::<u32>(header) {
        return Some(Duration::from_secs(seconds.into()));
    }
    let until = parse_http_date(header)?;
    let now = response
        .date
        .as_deref()
        .and_then(parse_http_date)
        .unwrap_or(response.received_at);
    let seconds = until.signed_duration_since(now).num_seconds();
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
}

/// Parses the three forms that RFC 9110 (section 5.6.7) asks a recipient to know: `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
fn parse_http_date(text: &str) -> Option<DateTime<Utc>> {
    let mut words = text
        .split([' ', ',', '-'])
        .filter(|word| !word.is_empty())
        .skip(1);
    let (first, second, third, fourth) =
        (words.next()?, words.next()?, words.next()?, words.next()?);
    let (day, month, year, time) = if third.contains(':') {
        (second, first, fourth, third)
    } else {
        (first, second, third, fourth)
    };
    let date = NaiveDate::from_ymd_opt(full_year(year)?, month_number(month)?, digits(day)?)?;
    Some(NaiveDateTime::new(date, parse_clock(time)?).and_utc())
}

/// A year of two digits is the nearest that is not far ahead; RFC 850's dates have ended long before the next century.
fn full_year(text: &str) -> Option<i32> {
    let year: i32 = digits(text)?;
    Some(match (text.len(), year) {
        (2, 70..) => year + 1900,
        (2, _) => year + 2000,
        _ => year,
    })
}

fn month_number(name: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    (1..)
        .zip(MONTHS)
        .find(|(_, month)| *month == name)
        .map(|(number, _)| number)
}

/// Parses `08:49:37`; a leap second, which HTTP allows, is the second before it.
fn parse_clock(text: &str) -> Option<NaiveTime> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let second: u32 = digits(second)?;
    let second = if second == 60 { 59 } else { second };
    NaiveTime::from_hms_opt(digits(hour)?, digits(minute)?, second)
}

/// Digits alone: no sign and no space, which Rust's own parser would let through in part.
fn digits<Number: std::str::FromStr>(text: &str) -> Option<Number> {
    let all_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::{parse_date, parse_http_date, parse_time};
    use crate::json::Json;

    #[test]
    fn a_date_is_written_in_one_way() {
        assert_eq!(
            parse_date("1990-05-17"),
            NaiveDate::from_ymd_opt(1990, 5, 17)
        );
        for odd in [
            "1990-5-17",
            "1990-02-30",
            "+990-05-17",
            "1990-05-17T00:00:00Z",
            "YYYY-MM-DD",
            "1990",
            "",
        ] {
            assert_eq!(parse_date(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_time_has_an_offset_and_may_have_a_fraction() {
        let time = |text: &str| {
            let member = (String::from("at"), Json::Text(text.to_owned()));
            Json::Object(vec![member])
                .time("at")
                .map(|time| time.to_utc().to_string())
        };
        assert_eq!(
            time("2019-07-18T06:41:10Z").as_deref(),
            Some("2019-07-18 06:41:10 UTC")
        );
        assert_eq!(
            time("2019-07-18T13:41:10+07:00").as_deref(),
            Some("2019-07-18 06:41:10 UTC")
        );
        assert_eq!(
            time("2019-07-18T06:41:10.25-00:30").as_deref(),
            Some("2019-07-18 07:11:10.250 UTC")
        );
        for odd in [
            "2019-07-18T06:41:10",
            "2019-07-18",
            "YYYY-MM-DDTh:i:s+07:00",
            "9999999999",
            "",
        ] {
            assert_eq!(time(odd), None, "{odd}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_time_is_what_chrono_takes_it_for(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt _][0-2][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{0,12})?(Z|z|[-+ ][012][0-9]:?[0-6][0-9]|)",
        ) {
            proptest::prop_assert_eq!(parse_time(&text), DateTime::parse_from_rfc3339(&text).ok());
        }

        #[test]
        fn no_time_breaks_it(text in "[-0-9TZ:.+é]{0,30}|.*") {
            let _ = parse_time(&text);
        }
    }

    #[test]
    fn every_form_of_an_http_date_is_the_same_moment() {
        let expected = DateTime::from_timestamp(784_111_777, 0);
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(parse_http_date(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_http_date_is_none() {
        for odd in [
            "",
            "Sun",
            "Sun, 06 Nov",
            "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:49:37 GMT",
        ] {
            assert_eq!(parse_http_date(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_leap_second_and_a_year_of_two_digits_are_read() {
        let seconds = |text| parse_http_date(text).map(|time| time.timestamp());
        assert_eq!(
            seconds("Sat, 31 Dec 2016 23:59:60 GMT"),
            seconds("Sat, 31 Dec 2016 23:59:59 GMT")
        );
        assert_eq!(
            seconds("Monday, 23-Nov-26 12:00:00 GMT"),
            Some(1_795_435_200)
        );
    }
}
