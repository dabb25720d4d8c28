//! Which system a server is being rebuilt with, and since when: remembered beyond a reload, because the service only
//! says that it is being rebuilt.

use crate::browser::{clock, storage};

/// How long a rebuild is remembered, in milliseconds: longer than any takes.
const KEPT: i64 = 60 * 60 * 1_000;
/// The most rebuilds that are remembered.
const MOST: usize = 100;

/// A rebuild that was begun in this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuild {
    /// The server.
    pub instance_id: String,
    /// The system, by its id in the configuration.
    pub os_image: u32,
    /// When it began, in milliseconds since 1970.
    pub since: i64,
}

/// Remembers that a rebuild begins.
pub fn remember(instance_id: &str, os_image: u32) {
    let since = clock::now();
    let mut known = of_others(instance_id);
    known.push(Rebuild {
        instance_id: instance_id.to_owned(),
        os_image,
        since,
    });
    let surplus = known.len().saturating_sub(MOST);
    known.drain(..surplus);
    storage::write(storage::REBUILDS, &encode(&known));
}

/// Forgets the rebuild of a server: the service has refused it.
pub fn forget(instance_id: &str) {
    storage::write(storage::REBUILDS, &encode(&of_others(instance_id)));
}

/// The rebuild of a server that was begun last, within the hour.
#[must_use]
pub fn last(instance_id: &str) -> Option<Rebuild> {
    let mut known = kept(clock::now()).into_iter();
    known.find(|rebuild| rebuild.instance_id == instance_id)
}

fn of_others(instance_id: &str) -> Vec<Rebuild> {
    let mut known = kept(clock::now());
    known.retain(|rebuild| rebuild.instance_id != instance_id);
    known
}

fn kept(now: i64) -> Vec<Rebuild> {
    let mut known = decode(&storage::read(storage::REBUILDS).unwrap_or_default());
    known.retain(|rebuild| (0..KEPT).contains(&now.saturating_sub(rebuild.since)));
    known
}

/// A line for each: system, time, server. Only the last can hold a space.
fn encode(rebuilds: &[Rebuild]) -> String {
    let mut lines = String::new();
    for rebuild in rebuilds {
        lines.push_str(&rebuild.os_image.to_string());
        lines.push(' ');
        lines.push_str(&rebuild.since.to_string());
        lines.push(' ');
        lines.push_str(&rebuild.instance_id);
        lines.push('\n');
    }
    lines
}

/// Whatever stands there: lines that make no sense are left out.
fn decode(stored: &str) -> Vec<Rebuild> {
    let line = |line: &str| {
        let (os_image, rest) = line.split_once(' ')?;
        let (since, instance_id) = rest.split_once(' ')?;
        Some(Rebuild {
            instance_id: instance_id.to_owned(),
            os_image: os_image.parse().ok()?,
            since: since.parse().ok()?,
        })
    };
    stored.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_make_no_sense_are_left_out() {
        let stored = "x\n\n1 2\n-1 5 a\n7 99999999999999999999 a\n4 1700000000000 a b";
        let expected = Rebuild {
            instance_id: "a b".to_owned(),
            os_image: 4,
            since: 1_700_000_000_000,
        };
        assert_eq!(decode(stored), [expected]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_remembered_is_read_back(instance_id in "[^\r\n]*", os_image: u32, since: i64) {
            let rebuild = Rebuild { instance_id, os_image, since };
            proptest::prop_assert_eq!(decode(&encode(std::slice::from_ref(&rebuild))), [rebuild]);
        }

        #[test]
        fn no_stored_value_breaks_it(stored in ".*") {
            let _ = decode(&stored);
        }
    }
}
