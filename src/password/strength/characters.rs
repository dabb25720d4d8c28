//! What can be told of single characters.

/// The rows of a keyboard.
const ROWS: [&str; 5] = [
    "1234567890",
    "!@#$%^&*()",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// A kind of characters: which belong to it, and how many there are.
type Kind = (fn(&char) -> bool, u64);

const KINDS: [Kind; 5] = [
    (char::is_ascii_lowercase, 26),
    (char::is_ascii_uppercase, 26),
    (char::is_ascii_digit, 10),
    (is_sign, 33),
    (is_foreign, 100),
];

/// Among how many characters a guesser chooses who knows which kinds these are of.
pub(super) fn choices(characters: &[char]) -> u64 {
    let present = KINDS
        .iter()
        .filter(|(belongs, _)| characters.iter().any(belongs));
    present.map(|(_, many)| many).sum()
}

fn is_sign(character: &char) -> bool {
    character.is_ascii() && !character.is_ascii_alphanumeric()
}

fn is_foreign(character: &char) -> bool {
    !character.is_ascii()
}

/// A letter as it sounds, whatever its size and the sign that was put for it.
pub(super) fn plain(character: char) -> char {
    match character.to_ascii_lowercase() {
        '@' | '4' => 'a',
        '3' => 'e',
        '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        other => other,
    }
}

pub(super) fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || !character.is_ascii()
}

/// Letters with marks are counted among them: nearly all of them are, in Vietnamese.
pub(super) fn is_vowel(character: char) -> bool {
    "aeiouy".contains(character) || !character.is_ascii()
}

pub(super) fn are_neighbours(one: char, other: char) -> bool {
    ROWS.iter().any(|row| {
        let place = |character| row.find(character);
        place(one)
            .zip(place(other))
            .is_some_and(|(one, other)| one.abs_diff(other) == 1)
    })
}
