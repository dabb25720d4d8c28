//! Looking for a text in a log.

use std::ops::Range;

/// The most places that are counted.
const MOST_MATCHES: usize = 1_000_000;

/// A text that is looked for, without regard to upper and lower case, and where it has been found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    wanted: String,
    matches: Vec<u32>,
    /// How much has been looked through.
    searched: usize,
}

impl Search {
    /// A search for `wanted`; the empty text is nowhere.
    #[must_use]
    pub fn new(wanted: &str) -> Self {
        Self {
            wanted: folded(wanted),
            ..Self::default()
        }
    }

    /// Looks through about `bytes` more of `text`, which begins with what has been looked through before. `true` when
    /// there is more to look through.
    ///
    /// The time it takes is in proportion to the bytes, whatever stands there.
    pub fn advance(&mut self, text: &str, bytes: usize) -> bool {
        if self.wanted.is_empty() || self.matches.len() >= MOST_MATCHES {
            return false;
        }
        let start = text.ceil_char_boundary(self.searched.min(text.len()));
        let end = text.ceil_char_boundary(start.saturating_add(bytes).min(text.len()));
        // A match that begins in this part may end in the next one.
        let overlap = self.wanted.len() - 1;
        let seen = text.ceil_char_boundary(end.saturating_add(overlap).min(text.len()));
        let part = folded(text.get(start..seen).unwrap_or_default());
        self.searched = end;
        for (place, found) in part.match_indices(&self.wanted) {
            let place = start + place;
            if place >= end || self.matches.len() >= MOST_MATCHES {
                break;
            }
            self.matches.push(u32::try_from(place).unwrap_or(u32::MAX));
            // Matches do not overlap.
            self.searched = self.searched.max(place + found.len());
        }
        self.searched < text.len()
    }

    /// Forgets what was found from `position` on: the text has another end now.
    pub fn go_back_to(&mut self, position: usize) {
        let stays = position.saturating_sub(self.wanted.len());
        self.matches.truncate(
            self.matches
                .partition_point(|place| (*place as usize) < stays),
        );
        self.searched = self.searched.min(stays);
    }

    /// Whether anything is looked for.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// How many places have been found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// Whether nothing has been found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// Whether there may be more places than are counted.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.matches.len() >= MOST_MATCHES
    }

    /// Where the match of this index stands in the text.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<usize> {
        self.matches.get(index).map(|place| *place as usize)
    }

    /// The index of the first match at or after `position`.
    #[must_use]
    pub fn first_from(&self, position: usize) -> usize {
        self.matches
            .partition_point(|place| (*place as usize) < position)
    }

    /// The matches that touch a part of the text: the index and the place of each.
    pub fn within(&self, part: Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
        let length = self.wanted.len();
        let first = self.first_from((part.start + 1).saturating_sub(length));
        let matches = self.matches.get(first..).unwrap_or_default();
        let places = matches.iter().map(|place| *place as usize);
        let places = places.map(move |place| place..place + length);
        (first..).zip(places.take_while(move |place| place.start < part.end))
    }
}

/// The text in lower case, as far as its length in bytes stays the same: the letters of ASCII, of Latin with all that
/// Vietnamese needs, of Greek and of Cyrillic. The tables of the standard library know every script, and weigh as much.
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(lower).collect()
}

fn lower(character: char) -> char {
    let code = u32::from(character);
    let lowered = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => {
            code + 32
        }
        0x400..=0x40f => code + 80,
        // The small letter follows its capital.
        0x1a0 | 0x1a2 | 0x1a4 | 0x1af => code + 1,
        0x139..=0x148 | 0x179..=0x17e if code % 2 == 1 => code + 1,
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff
            if code.is_multiple_of(2) =>
        {
            code + 1
        }
        _ => code,
    };
    char::from_u32(lowered).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(text: &str, wanted: &str, step: usize) -> Vec<usize> {
        let mut search = Search::new(wanted);
        while search.advance(text, step) {}
        let all = search.within(0..text.len());
        all.map(|(_, place)| place.start).collect()
    }

    #[test]
    fn case_does_not_matter() {
        let text = "Error error ERROR Máy CHỦ máy chủ Đĩa ĐĨA Привет ПРИВЕТ";
        assert_eq!(places(text, "eRRor", 4096), [0, 6, 12]);
        assert_eq!(places(text, "MÁY chủ", 4096).len(), 2);
        assert_eq!(places(text, "đĩa", 4096).len(), 2);
        assert_eq!(places(text, "привет", 4096).len(), 2);
        assert!(places(text, "", 4096).is_empty());
    }

    #[test]
    fn a_search_goes_on_where_the_text_goes_on() {
        let mut search = Search::new("ab");
        while search.advance("ab a", 3) {}
        assert_eq!(search.len(), 1);
        search.go_back_to(4);
        while search.advance("ab ab ab", 3) {}
        assert_eq!(search.len(), 3);
        assert_eq!(search.place(1), Some(3));
        assert_eq!(search.first_from(4), 2);
        let touched: Vec<_> = search.within(4..7).map(|(index, _)| index).collect();
        assert_eq!(touched, [1, 2]);
    }

    #[test]
    fn matches_are_counted_to_a_limit() {
        let text = "a".repeat(MOST_MATCHES + 10);
        let mut search = Search::new("A");
        while search.advance(&text, 1 << 20) {}
        assert_eq!(search.len(), MOST_MATCHES);
        assert!(search.is_cut_off());
    }

    proptest! {
        #[test]
        fn lower_case_is_as_long(character: char) {
            let small = lower(character);
            prop_assert_eq!(small.len_utf8(), character.len_utf8());
            let known: Vec<_> = character.to_lowercase().collect();
            prop_assert!(small == character || known == [small]);
        }

        #[test]
        fn parts_do_not_matter(text in "[abé]{0,40}", wanted in "[abAé]{1,3}", step in 1_usize..9) {
            let whole: Vec<_> = folded(&text).match_indices(&folded(&wanted)).map(|(place, _)| place).collect();
            prop_assert_eq!(places(&text, &wanted, step), whole);
        }
    }
}
