//! What a password costs somebody who tries the likely before the unlikely.

use super::characters::{are_neighbours, choices, is_letter, is_vowel, plain};
use super::common_words::COMMON_WORDS;

/// What a part of a password costs a guesser, in bits. Eighths, because whole bits are too coarse for single characters.
type Eighths = u32;

const BIT: Eighths = 8;
/// A character that follows from the one before.
const PREDICTABLE: Eighths = BIT;
/// One of the words that every guesser tries first.
const COMMON_WORD: Eighths = 8 * BIT;
/// A word that the guesser knows of the person or the server.
const KNOWN_WORD: Eighths = 4 * BIT;
/// A part that stood in the password already.
const REPETITION: Eighths = 2 * BIT;
/// A year that somebody alive remembers.
const YEAR: Eighths = 7 * BIT;
/// A word of four letters out of a dictionary; each further letter adds a bit.
const SHORT_WORD: Eighths = 14 * BIT;

/// The most characters that are looked at: what is longer is strong by then.
const LOOKED_AT: usize = 128;

/// Somebody who tries the likely before the unlikely.
pub(super) struct Guesser {
    /// The password.
    typed: Vec<char>,
    /// The password in small letters, with the usual signs put back into letters.
    plain: Vec<char>,
    /// The words known of this very password, written likewise.
    known: Vec<Vec<char>>,
    /// What a character costs that follows from nothing.
    chance: Eighths,
}

impl Guesser {
    /// Somebody before this password, who knows these words of it.
    pub(super) fn new(password: &str, known: &[&str]) -> Self {
        let typed: Vec<char> = password.chars().take(LOOKED_AT).collect();
        Self {
            plain: typed.iter().map(|each| plain(*each)).collect(),
            known: known
                .iter()
                .map(|word| word.chars().map(plain).collect())
                .collect(),
            chance: chance(&typed),
            typed,
        }
    }

    /// How many guesses the password takes, in bits.
    pub(super) fn bits(&self) -> u32 {
        self.cost() / BIT
    }

    fn cost(&self) -> Eighths {
        let (mut at, mut total) = (0, 0);
        while at < self.plain.len() {
            let (length, cost) = self.next_part(at);
            at += length;
            total += cost;
        }
        total
    }

    /// How many characters from `at` on are guessed in one, and what that costs.
    fn next_part(&self, at: usize) -> (usize, Eighths) {
        if let Some(length) = self.repetition(at) {
            (length, REPETITION)
        } else if let Some(length) = self.known_word(at) {
            (length, KNOWN_WORD)
        } else if let Some(length) = self.common_word(at) {
            (length, COMMON_WORD)
        } else if self.is_year(at) {
            (4, YEAR)
        } else if let Some(length) = self.word(at) {
            let further = Eighths::try_from(length.saturating_sub(4)).unwrap_or_default();
            let one_by_one: Eighths = (at..at + length).map(|at| self.character(at)).sum();
            (length, one_by_one.min(SHORT_WORD + further * BIT))
        } else {
            (1, self.character(at))
        }
    }

    fn character(&self, at: usize) -> Eighths {
        match self.is_predictable(at) {
            true => PREDICTABLE,
            false => self.chance,
        }
    }

    fn rest(&self, at: usize) -> &[char] {
        self.plain.get(at..).unwrap_or_default()
    }

    /// The length of the longest part from `at` on that stands before it already.
    fn repetition(&self, at: usize) -> Option<usize> {
        let (earlier, rest) = self.typed.split_at_checked(at)?;
        let is_there = |length: &usize| {
            rest.get(..*length)
                .is_some_and(|part| earlier.windows(*length).any(|window| window == part))
        };
        (3..=rest.len()).take_while(is_there).last()
    }

    fn known_word(&self, at: usize) -> Option<usize> {
        let words = self.known.iter().filter(|word| word.len() >= 3);
        let here = words.filter(|word| self.rest(at).starts_with(word));
        here.map(Vec::len).max()
    }

    fn common_word(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let words = COMMON_WORDS.iter().filter(|word| {
            let same = word.chars().zip(rest).all(|(one, other)| one == *other);
            word.len() <= rest.len() && same
        });
        words.map(|word| word.len()).max()
    }

    /// Whether the character follows from those before it: the same again, or the next in a sequence or on the keyboard.
    fn is_predictable(&self, at: usize) -> bool {
        let character = |steps: usize| {
            let typed = self.typed.get(at.checked_sub(steps)?)?;
            Some(typed.to_ascii_lowercase())
        };
        let (Some(this), Some(last)) = (character(0), character(1)) else {
            return false;
        };
        let step = |from: char, to: char| i64::from(u32::from(to)) - i64::from(u32::from(from));
        let in_sequence = character(2).is_some_and(|earlier| {
            let onwards = step(last, this);
            onwards.abs() == 1 && onwards == step(earlier, last)
        });
        this == last || in_sequence || are_neighbours(last, this)
    }

    fn is_year(&self, at: usize) -> bool {
        let part: String = self.typed.iter().skip(at).take(4).collect();
        let of_our_time = part.starts_with("19") || part.starts_with("20");
        of_our_time && part.len() == 4 && part.bytes().all(|each| each.is_ascii_digit())
    }

    /// The length of a run of letters from `at` on that somebody can say, and so may stand in a dictionary. A capital
    /// begins another, unless all are capitals.
    fn word(&self, at: usize) -> Option<usize> {
        let is_capital = |index: usize| self.typed.get(index).is_some_and(char::is_ascii_uppercase);
        let capitals = is_capital(at) && is_capital(at + 1);
        let rest = self.rest(at).iter().enumerate();
        let letters = rest.take_while(|(index, letter)| {
            is_letter(**letter) && (*index == 0 || is_capital(at + index) == capitals)
        });
        let (mut length, mut vowels) = (0, 0);
        for (_, letter) in letters {
            length += 1;
            vowels += usize::from(is_vowel(*letter));
        }
        // Fewer vowels than that cannot be said.
        (length >= 4 && vowels >= length / 4).then_some(length)
    }
}

/// What a character costs that is chosen by chance out of the kinds that the password has.
fn chance(characters: &[char]) -> Eighths {
    // The logarithm of the eighth power is eight times the logarithm.
    choices(characters)
        .pow(8)
        .checked_ilog2()
        .unwrap_or_default()
}
