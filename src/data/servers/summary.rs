//! What servers come to: how many there are of each status and in each region, and when their plans end.

use super::attention::Attention;
use super::nearness::DAY;
use crate::api::server::{Server, Status};

/// How many days of the future are looked at.
pub const DAYS_AHEAD: i64 = 90;
/// How long a part of them is that plans are counted in.
pub const DAYS_OF_A_PART: i64 = 7;
/// How many parts there are; the last one is shorter.
pub const PARTS: usize = 13;
/// How many of the plans that end first are named.
const FIRST: usize = 5;

/// What servers come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many servers there are.
    pub servers: u32,
    /// How many of them somebody should look at.
    pub needy: u32,
    /// How many have each status, the most frequent first.
    pub statuses: Vec<(Status, u32)>,
    /// How many stand in each region, the most frequent first.
    pub regions: Vec<(String, u32)>,
    /// How many plans end in each part of the days ahead.
    pub ends: [u32; PARTS],
    /// How many plans have ended.
    pub ended: u32,
    /// The servers whose plans end first within the days ahead, in that order.
    pub next: Vec<Server>,
}

impl Summary {
    /// What `servers` come to at `now`, in milliseconds since 1970.
    #[must_use]
    pub fn of(servers: &[Server], now: i64) -> Self {
        let mut summary = Self::default();
        let mut ahead = Vec::new();
        for server in servers {
            summary.servers += 1;
            if Attention::of(server, now) != Attention::None {
                summary.needy += 1;
            }
            count(&mut summary.statuses, &server.status);
            count(&mut summary.regions, &server.region);
            let Some(end) = server.expired.map(|end| end.timestamp_millis()) else {
                continue;
            };
            match part_of(end.saturating_sub(now)) {
                Some(part) => {
                    summary.ends[part] += 1;
                    ahead.push((end, server));
                }
                None if end <= now => summary.ended += 1,
                None => {}
            }
        }
        ahead.sort_by_key(|(end, _)| *end);
        let next = ahead.into_iter().take(FIRST);
        summary.next = next.map(|(_, server)| server.clone()).collect();
        most_first(&mut summary.statuses, |status| {
            (Attention::of_status(status), status.as_word().to_owned())
        });
        most_first(&mut summary.regions, Clone::clone);
        summary
    }
}

/// The part of the days ahead that lies so many milliseconds from now; none where that is past or beyond them.
fn part_of(left: i64) -> Option<usize> {
    let ahead = left > 0 && left <= DAYS_AHEAD * DAY;
    let part = usize::try_from((left - 1) / (DAYS_OF_A_PART * DAY)).ok();
    part.filter(|_| ahead)
}

fn count<T: Clone + PartialEq>(counts: &mut Vec<(T, u32)>, what: &T) {
    match counts.iter_mut().find(|(known, _)| known == what) {
        Some((_, count)) => *count += 1,
        None => counts.push((what.clone(), 1)),
    }
}

/// The most frequent first; where there are as many of two, in the order of `key`.
fn most_first<T, K: Ord>(counts: &mut [(T, u32)], key: impl Fn(&T) -> K) {
    counts.sort_by_cached_key(|(what, count)| (u32::MAX - count, key(what)));
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn server(id: &str, status: Status, region: &str, end: Option<i64>) -> Server {
        Server {
            status,
            region: region.to_owned(),
            expired: end.and_then(|end| DateTime::from_timestamp_millis(end).map(Into::into)),
            ..Server::bare(id)
        }
    }

    #[test]
    fn each_is_counted_once_and_the_most_frequent_comes_first() {
        let servers = [
            server("1", Status::Build, "B", None),
            server("2", Status::Active, "B", None),
            server("3", Status::Error, "A", None),
            server("4", Status::Active, "C", None),
        ];
        let summary = Summary::of(&servers, 0);
        assert_eq!((summary.servers, summary.needy), (4, 1));
        let statuses = [(Status::Active, 2), (Status::Error, 1), (Status::Build, 1)];
        assert_eq!(summary.statuses, statuses);
        let regions = ["B", "A", "C"].map(str::to_owned);
        assert_eq!(
            summary.regions,
            regions.into_iter().zip([2, 1, 1]).collect::<Vec<_>>()
        );
    }

    #[test]
    fn ends_fall_into_the_parts_of_ninety_days() {
        let ends = [
            -DAY,
            0,
            1,
            7 * DAY,
            7 * DAY + 1,
            90 * DAY,
            90 * DAY + 1,
            i64::from(i32::MAX) * 1000,
        ];
        let servers: Vec<_> = ends
            .iter()
            .enumerate()
            .map(|(id, end)| server(&id.to_string(), Status::Active, "", Some(*end)))
            .collect();
        let summary = Summary::of(&servers, 0);
        let mut parts = [0; PARTS];
        (parts[0], parts[1], parts[12]) = (2, 1, 1);
        assert_eq!((summary.ends, summary.ended), (parts, 2));
        let next: Vec<_> = summary
            .next
            .iter()
            .map(|server| server.instance_id.as_str())
            .collect();
        assert_eq!(next, ["2", "3", "4", "5"]);
    }

    proptest::proptest! {
        #[test]
        fn no_time_breaks_it(end: i64, now: i64) {
            let summary = Summary::of(&[server("1", Status::Active, "", Some(end))], now);
            proptest::prop_assert!(summary.ends.iter().sum::<u32>() + summary.ended <= 1);
        }
    }
}
