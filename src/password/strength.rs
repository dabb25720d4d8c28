//! How well a password holds against somebody who guesses.
//!
//! An estimate of how many guesses it takes, counted in bits. Not the whole of zxcvbn, whose dictionaries alone are larger
//! than this portal: what follows from what stands before it (repeats, sequences, rows of the keyboard) counts as next to
//! nothing, words and names count as one guess out of a dictionary, and only the rest counts as chance.

mod characters;
mod common_words;
mod guesser;
#[cfg(test)]
mod tests;

use guesser::Guesser;

/// How well a password holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Guessed by anybody who tries in earnest.
    Weak,
    /// Holds while the guesser has to ask the server each time.
    Fair,
    /// Holds for years.
    Good,
    /// Out of reach.
    Strong,
}

/// How well `password` holds; nothing of no password. `known` are words that a guesser would try for this very one, such
/// as the name of its server.
#[must_use]
pub fn strength(password: &str, known: &[&str]) -> Option<Strength> {
    if password.is_empty() {
        return None;
    }
    Some(match bits(password, known) {
        0..30 => Strength::Weak,
        30..45 => Strength::Fair,
        45..65 => Strength::Good,
        _ => Strength::Strong,
    })
}

fn bits(password: &str, known: &[&str]) -> u32 {
    Guesser::new(password, known).bits()
}
