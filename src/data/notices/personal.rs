//! What this browser remembers of each of the people who sign in here, who are not named: a mark stands for each.

use leptos::prelude::*;

use crate::browser::storage;
use crate::session;

/// The most people that are remembered.
const MOST: usize = 10;

/// What is kept under `key` for whoever is signed in.
#[must_use]
pub fn read(key: &'static str) -> Option<String> {
    let kept = storage::read(key).unwrap_or_default();
    value_of(&kept, &mark()?)
}

/// Keeps `value`, a text of one line, under `key` for whoever is signed in; an empty one forgets it.
pub fn write(key: &'static str, value: &str) {
    if let Some(mark) = mark() {
        let kept = storage::read(key).unwrap_or_default();
        storage::write(key, &with(&kept, &mark, value));
    }
}

/// Stands for whoever is signed in. Nobody who finds it reads a name in it.
fn mark() -> Option<String> {
    let session = untrack(session::current)?;
    Some(digest(&session.email))
}

/// A short digest (FNV-1a), as letters: the same for the same text.
fn digest(text: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let letters = (0..16).map(|place| {
        let digit = hash >> (4 * place) & 15;
        char::from(b'a' + u8::try_from(digit).unwrap_or_default())
    });
    letters.collect()
}

/// A line for each: mark, value. Lines that make no sense are left out.
fn lines(kept: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = kept.lines().filter_map(|line| line.split_once(' '));
    parts.filter(|(mark, value)| !mark.is_empty() && !value.is_empty())
}

fn value_of(kept: &str, mark: &str) -> Option<String> {
    let (_, value) = lines(kept).find(|(known, _)| *known == mark)?;
    Some(value.to_owned())
}

/// `kept` with the value of `mark` at its head.
fn with(kept: &str, mark: &str, value: &str) -> String {
    let own = std::iter::once((mark, value)).filter(|(_, value)| !value.is_empty());
    let others = lines(kept).filter(|(known, _)| *known != mark);
    let lines = own.chain(others).take(MOST);
    lines
        .map(|(mark, value)| [mark, " ", value, "\n"].concat())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_their_own() {
        let kept = with("", "an", "2026-11-29");
        let kept = with(&kept, "binh", "2026-11-30");
        assert_eq!(value_of(&kept, "an").as_deref(), Some("2026-11-29"));
        assert_eq!(value_of(&kept, "binh").as_deref(), Some("2026-11-30"));
        assert_eq!(value_of(&kept, "chi"), None);
        assert_eq!(value_of(&with(&kept, "an", ""), "an"), None);
    }

    #[test]
    fn few_are_remembered_those_who_came_last() {
        let kept = (0..30).fold(String::new(), |kept, number| {
            with(&kept, &number.to_string(), "x")
        });
        assert_eq!(kept.lines().count(), MOST);
        assert!(value_of(&kept, "29").is_some() && value_of(&kept, "0").is_none());
    }

    #[test]
    fn a_mark_names_nobody() {
        let mark = digest("an@example.com");
        assert_eq!(mark.len(), 16);
        assert!(mark.bytes().all(|letter| letter.is_ascii_lowercase()));
        assert_ne!(mark, digest("binh@example.com"));
    }

    proptest::proptest! {
        #[test]
        fn what_is_kept_is_read_back(kept in "([a-z]{0,3} ?[a-z0-9 ]{0,5}\n){0,12}", mark in "[a-z]{1,3}", value in "[a-z0-9-]{1,9}") {
            proptest::prop_assert_eq!(value_of(&with(&kept, &mark, &value), &mark), Some(value));
        }

        #[test]
        fn nothing_kept_breaks_it(kept in ".{0,80}", mark in ".{0,4}") {
            let written = with(&kept, &mark, "x");
            proptest::prop_assert!(written.lines().count() <= MOST);
            let _ = value_of(&kept, &mark);
        }
    }
}
