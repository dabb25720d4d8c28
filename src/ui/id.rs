//! Ids that tie elements of one page together.

use std::sync::atomic::{AtomicU32, Ordering};

/// An element id that no other element of the page has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct UniqueId(u32);

impl UniqueId {
    /// The next free id.
    pub(super) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// The id of one part of a piece, such as `hint` or `error`.
    pub(super) fn part(self, part: &str) -> String {
        ["u", &self.0.to_string(), "-", part].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::UniqueId;

    #[test]
    fn two_ids_differ_in_every_part() {
        let (one, other) = (UniqueId::new(), UniqueId::new());
        assert_ne!(one.part("hint"), other.part("hint"));
        assert_ne!(one.part("hint"), one.part("error"));
    }
}
